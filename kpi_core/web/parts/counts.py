"""A table of counts in which every count is a link to the indicators that it counts."""

from collections.abc import Sequence

from kpi_core.selection import FILTER_FIELDS, Filters, choose, cross_count, from_words, on_screen
from kpi_core.web import markup as m
from kpi_core.web.frame import View

FIELDS = {field.key: field for field in FILTER_FIELDS}


def cross_table(view: View, down: str, across: str, caption: str) -> m.Safe:
    """Counts of one filter by another over the whole scorecard, with totals (R9).

    Args:
        view: the screen's view; the links stay on this screen and set just these filters.
        down: key of the filter whose words are the rows.
        across: key of the filter whose words are the columns.
        caption: says what is counted.
    """
    rows_of, columns_of = FIELDS[down], FIELDS[across]
    counts = cross_count(view.rows, columns_of, rows_of)
    columns = [m.Column(rows_of.label)]
    columns += [m.Column(on_screen(str(c)), number=True) for c in counts]
    columns += [m.Column("All", number=True)]
    rows = [
        [
            m.status_label(str(word)) if down == "status" else on_screen(str(word)),
            *(_count(view, int(n), {down: word, across: other}) for other, n in row.items()),
            _count(view, int(row.sum()), {down: word}),
        ]
        for word, row in counts.iterrows()
    ]
    total = [_count(view, int(counts[c].sum()), {across: c}) for c in counts]
    rows.append(["All", *total, _count(view, len(view.rows), {})])
    return m.table(caption, columns, rows, classes="kpi-counts")


def worth_a_look(view: View, questions: Sequence[tuple[str, Filters]]) -> m.Safe:
    """Questions a manager asks first, each a link with the number of indicators it leads to."""
    rows = [
        [m.link(view.address_with(filters), label), f"{len(choose(view.rows, filters)):,}"]
        for label, filters in questions
    ]
    columns = [m.Column("Worth a look"), m.Column("Indicators", number=True)]
    return m.table("Questions to start from", columns, rows, classes="kpi-counts")


def _count(view: View, number: int, wanted: dict[str, object]) -> m.Safe:
    """The count of some filter words as a link."""
    words = {key: on_screen(str(value)) for key, value in wanted.items()}
    filters = from_words(words)
    return _linked(view, number, filters, " and ".join(words.values()) or "All")


def _linked(view: View, number: int, filters: Filters, said: str) -> m.Safe:
    """A count as a link that says in words what it leads to; nothing leads to nothing."""
    if number == 0:
        return m.tag("span", "0", class_="kpi-none")
    here = "true" if filters == view.filters else None
    return m.link(
        view.address_with(filters),
        f"{number:,}",
        aria_label=f"{said}: {number:,}",
        aria_current=here,
    )
