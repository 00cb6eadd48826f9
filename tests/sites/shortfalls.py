"""What the product is known to judge otherwise than the truth: to be mended, and said until it is.

A line that no longer holds fails its test, so that it goes out with the change that mends it. No wrong pass may stand
here.
"""

from __future__ import annotations

REQUIREMENTS: dict[tuple[str, str], str] = {}
"""(site, requirement) and why."""

MUTATIONS = {
    ("phpmod", "only former heads are named"): "a list of heads whose terms are all over needs a person, to us",
    ("blogger", "the director stands in the structure only"): "a chart that names the head is no directory to us",
    ("transfer", "the guide without times"): "items of an ordered list look like any, and steps are not spoken of",
    ("drupal", "the survey is closed"): "a banner below a block of the side column counts as that block's picture",
    (
        "drupal",
        "the results are the patients', not the website's",
    ): "a banner below a block of the side column counts as that block's picture",
    (
        "maxsite",
        "the hospital's agreement",
    ): "an agreement of two parties without an issuer needs a person",
    (
        "nexthosp",
        "the annual report is gone",
    ): "a card of the report without a file needs a person",
    (
        "mlhosp",
        "no classes",
    ): "nothing but classes tells panels of tabs from other boxes; the vision is shown in English",
}
"""(site, change) and why."""
