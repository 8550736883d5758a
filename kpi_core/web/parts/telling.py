"""Import: what came of the last press, said beside the button that was pressed."""

from kpi_core.web import drafting
from kpi_core.web import markup as m
from kpi_core.web.frame import show


def told(spot: str = drafting.TOP) -> None:
    """The sentences that belong to this spot of the screen; a screen reader says them at once."""
    now = drafting.work()
    if now.spot == spot:
        for sentence in (*now.went_wrong, *now.said):
            show(m.tag("p", sentence, class_="kpi-notice", role="status"))
