"""What the product is known to judge otherwise than the truth: to be mended, and said until it is.

A line that no longer holds fails its test, so that it goes out with the change that mends it. No wrong pass may stand
here.
"""

from __future__ import annotations

REQUIREMENTS: dict[tuple[str, str], str] = {}
"""(site, requirement) and why."""

MUTATIONS = {
    ("blogger", "the results answer 500"): "a menu entry that says «KPI» alone names nothing that is missed",
    ("blogger", "the laws' page answers 200 with the not-found page"): "a post that names a law needs a person",
    ("blogger", "the Act's page only leads to the Board's"): "a joint label (place and contact) is not believed",
    ("blogger", "all pages carry one title"): "the archive of a month is shown for the post itself",
    ("district", "the menu stands at the bottom"): "a picture in the wrong region is lost",
    ("district", "a request form stands in for the report"): "another copy of the form is shown",
    ("drupal", "the counter is gone"): "the title that is left in the frame is taken for a counter filled by script",
    ("gsites", "the map is of the district's diseases"): "an embedded map of something else needs a person",
    ("hospital", "robots.txt closes the yearly files"): "a manual on complaints is shown for the shut one",
    ("hospital", "the laws' address answers 200 with the not-found page"): "a post that names a law needs a person",
    ("joomla4", "runners are sought, no staff"): "a jobs page without a notice is partly met, not unmet",
    ("municipal", "the powers have no data"): "duties elsewhere on the page need a person",
    ("municipal", "the tables are divs"): "a list of items without rows is read as one piece",
    ("province", "words are misspelt as usual"): "misspelt names of laws need a person",
    ("province", "robots.txt closes the information centre"): "what only the shut centre may hold is called missing",
    ("province", "the laws' page answers 403"): "a post that names a law is shown for the shut page",
    ("wpclassic", "only social networks are linked"): "a page without text hides the missing block of links",
    ("wpclassic", "only former directors are named"): "former directors need a person",
    ("wpclassic", "the chart answers 500"): "the page that leads to the shut chart is judged itself",
    ("dnn", "robots.txt closes the tickets"): "forms behind a shut address are called missing",
}
"""(site, change) and why."""
