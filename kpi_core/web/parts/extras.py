"""What else the report says of an indicator, under headings that are not ours."""

from kpi_core.present.records import records
from kpi_core.web import markup as m
from kpi_core.web.frame import View


def extras(view: View, indicator: str) -> m.Safe:
    """Each further cell with its heading and its place; nothing where there is none."""
    table = view.scorecard.dataset.frame("extras")
    mine = table[
        (table["organisation"] == view.scorecard.organisation)
        & (table["indicator"] == indicator)
        & (table["report"] == view.scorecard.report["report"])
    ]
    if mine.empty:
        return m.Safe("")
    rows = [[seen["heading"], seen["text"], seen["source_cell"]] for seen in records(mine)]
    caption = "Cells under headings that are not used for rating, as printed"
    made = m.table(caption, ["Heading", "As printed", "Source cell"], rows, classes="kpi-prose")
    return m.join([m.tag("h2", "Also in the report"), made])
