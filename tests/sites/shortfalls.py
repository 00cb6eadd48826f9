"""What the product is known to judge otherwise than the truth: to be mended, and said until it is.

A line that no longer holds fails its test, so that it goes out with the change that mends it. No wrong pass may stand
here.
"""

from __future__ import annotations

REQUIREMENTS: dict[tuple[str, str], str] = {}
"""(site, requirement) and why."""

MUTATIONS = {
    ("blogger", "the director stands in the structure only"): "a chart that names the head is no directory to us",
    ("wpblock", "robots.txt closes the uploads"): "empty panels are not judged while a shut file may hold them",
    ("moit", "robots.txt closes the news"): "jobs and training that only the shut news may hold are called missing",
    ("moit", "the rows of the tables are divs"): "laws in lines that are no rows are judged one by one",
    ("wpblock", "headings are bold paragraphs"): "a page of units without headings needs a person",
    ("wpblock", "the menu stands at the bottom"): "one row of section 7 is lost to the menu",
    ("pathshare", "the e-mail address is a picture"): "a picture on a contact page may be a map",
    ("pathshare", "the tables are divs"): "lists whose entries were cells are not seen as lists",
    ("pathshare", "the menu stands at the bottom"): "entries of the menu are taken for entries of a list",
}
"""(site, change) and why."""
