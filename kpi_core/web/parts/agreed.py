"""How often declared and computed are the same, each count leading to what it counts."""

from kpi_core.selection import Filters
from kpi_core.vocabulary import Agreement
from kpi_core.web import markup as m
from kpi_core.web.address import address
from kpi_core.web.frame import View


def agreement(view: View) -> m.Safe:
    """How often the named schemes reproduce what the council declared (R7).

    A count leads to its rows on the Overview where a filter says just the same.
    """
    same, status, direction, nothing = Agreement
    rows = [
        ["Status", *_agreed(view, "agrees_status", status)],
        ["Direction of travel", *_agreed(view, "agrees_direction", direction)],
        [
            "Both together",
            _leading(view, [same], "the same"),
            _leading(view, [status, direction], "different"),
            _leading(view, [nothing], "nothing to compare"),
        ],
    ]
    columns = [m.Column("What")]
    columns += [m.Column(word, number=True) for word in ("Same", "Different", nothing.word)]
    caption = "How often our rules give the council's own word"
    return m.table(caption, columns, rows, classes="kpi-counts")


def _agreed(view: View, column: str, different: Agreement) -> list[object]:
    agrees = view.rows[column].tolist()
    return [
        f"{agrees.count(True):,}",
        _leading(view, [different], different.word.lower()),
        f"{len(agrees) - agrees.count(True) - agrees.count(False):,}",
    ]


def _leading(view: View, wanted: list[Agreement], said: str) -> object:
    """How many rows are of these kinds, as a link to them; nothing leads to nothing."""
    filters = Filters(agreement=tuple(word.word for word in wanted))
    number = len(view.choices.where(filters))
    if not number:
        return m.tag("span", "0", class_="kpi-none")
    place = address("overview", filters, **view.place)
    return m.link(place, f"{number:,}", aria_label=f"{said}: {number:,}")
