"""Every rule that can find something, in plain words. A test reads the code for rules without one.

The id of a rule is stable and stays in the dataset; these words are for people and may improve.
"""

from collections.abc import Mapping

from kpi_core.checks.caveat_words import PATTERNS

RULE_TITLES: Mapping[str, str] = {
    # Declared against computed, and what is written beside the figures
    "status-disagrees": "Declared status is not the computed one",
    "direction-disagrees": "Declared direction of travel is not the computed one",
    "commentary-contradicts-value": "Commentary gives another figure than the table",
    "commentary-contradicts-status": "Commentary says something else about the target",
    "commentary-contradicts-benchmark": "Commentary gives another comparator figure",
    "text-may-belong-elsewhere": "Text that may belong to another row",
    "explanation-missing": "No commentary",
    "red-without-action-or-date": "Red without an action or a date",
    **{rule: f"Caveat: {label[:1].lower()}{label[1:]}" for rule, label, _ in PATTERNS},
    # Figures and targets
    "target-differs-from-catalogue": "Printed target is not the catalogue's",
    "cases-differ-from-figure": "Cases that do not give the printed figure",
    "limits-differ-from-figure": "Confidence limits that do not hold the figure",
    "parts-differ": "Two numbers of cases for one figure",
    "part-unreadable": "Number of cases that is not understood",
    "figure-unreadable": "Text where a figure should be",
    "figure-bound": "Figure that is only a limit",
    "figure-repeated": "Second figure for one period",
    "figure-unit-differs": "Figure in another unit than its indicator",
    "figure-unit-inherited": "Figure without a unit",
    "value-out-of-range": "Figure that cannot be",
    "value-sudden-factor": "Figure ten or a hundred times the one before",
    "rounding-hides-gap": "Rounding hides that the target is missed",
    "missing-kinds-unexplained": "Two kinds of missing figure, neither explained",
    "accumulating-count-across-quarters": "Count that runs through the year",
    "annual-round-in-quarter": "Annual figure under a quarter",
    "target-not-a-number": "Target that is no number",
    "target-unit-differs": "Target in another unit than the outturn",
    # Benchmarks
    "benchmark-composite": "Several groups in one benchmark cell",
    "benchmark-period-missing": "Benchmarks without a period",
    "benchmark-unit-inherited": "Benchmark without a unit",
    "benchmark-unreadable": "Benchmark that could not be read",
    # Status and direction as printed
    "status-unknown": "Status that is not a known word",
    "status-spelling": "Status spelt in another way",
    "status-from-colour": "Status taken from a colour",
    "direction-unknown": "Direction of travel that is not a known word",
    "direction-spelling": "Direction of travel spelt in another way",
    "direction-from-movement": "Direction of travel judged from an arrow",
    "direction-not-judged": "Arrow that cannot be judged",
    # What an indicator is
    "polarity-inferred": "Which way is good was inferred",
    "polarity-unknown": "Which way is good is not known",
    "polarity-unreadable": "Which way is good could not be read",
    "polarity-differs-from-target": "Name and target disagree on which way is good",
    "polarity-changed": "Which way is good has changed",
    "unit-inferred": "Unit was taken from the name",
    "unit-unknown": "Unit is not known",
    "unit-unreadable": "Unit could not be read",
    "unit-changed": "Unit has changed",
    "indicator-duplicated": "Indicator listed twice",
    "indicator-id-numbered": "Two names that look like one indicator",
    "indicator-unnamed": "Figures without an indicator's name",
    # Against earlier reports
    "indicator-new": "New indicator",
    "indicator-returned": "Indicator that is back again",
    "indicator-retired": "Indicator that is no longer reported",
    "indicator-renamed": "Indicator with another name",
    "indicator-matched-closely": "Indicator with nearly the same name, to be confirmed",
    "figure-restated": "Figure that was restated",
    "figure-reprinted": "Figure printed with other decimals",
    "figure-now-missing": "Figure that is now missing",
    "figure-now-given": "Figure that is now given",
    "target-changed": "Target that has changed",
    # The report as a whole, and the catalogue
    "organisation-inferred": "Organisation was inferred",
    "publication-date-missing": "No publication date",
    "period-inferred": "Rated period was inferred",
    "period-unknown": "Rated period is not known",
    "period-not-in-report": "Rated period has no column",
    "period-unreadable": "Period that could not be read",
    "report-unreadable": "Report that could not be read",
    "catalogue-unused": "Catalogue entry that matches nothing",
    "catalogue-indicator-unused": "Catalogue indicator without a row",
    "catalogue-unit-differs": "Catalogue and figures disagree on the unit",
    "catalogue-polarity-differs": "Catalogue and name disagree on which way is good",
    # Columns and lines
    "column-inferred": "Column taken for what it holds",
    "column-not-recognised": "Column with an unknown heading",
    "column-repeated": "Column of a kind that was already there",
    "column-undated": "Figures without a period",
    "columns-shifted": "Cells beside their headings",
    "heading-period-inferred": "Period of a heading was inferred",
    "row-length": "Line with too few or too many cells",
    "summary-row": "Line that sums up others",
    "text-outside-table": "Text outside the table",
    "cell-not-used": "Cell that is kept as text only",
    # The file
    "format-differs": "File is of another kind than its name says",
    "encoding-assumed": "Encoding of the text was assumed",
    "quotation-marks-kept": "Quotation marks that do not pair",
    "cell-comment": "Comment on a cell",
    "number-not-shown": "Number that the file hides",
    "formula-without-value": "Formula without a stored result",
    "text-under-merged-cell": "Text under a merged cell",
    "conditional-colours": "Colours that depend on values",
    "chart-sheet-skipped": "Sheet with a chart only",
    "sheet-hidden": "Hidden sheet",
    "rows-hidden": "Hidden rows",
    "columns-hidden": "Hidden columns",
    "hidden-cells": "Hidden cells",
    "hidden-text": "Hidden text",
    "tracked-changes": "Tracked changes in the document",
    "picture-not-read": "Page that is a picture",
    "macros-ignored": "Macros that were not run",
    "external-links": "Links to other files",
    "embedded-files-ignored": "Embedded files that were not opened",
}


def rule_title(rule: str) -> str:
    """A rule in words; one of another version of the app by its id, which is nearly words."""
    return RULE_TITLES.get(rule) or rule.replace("-", " ").capitalize()
