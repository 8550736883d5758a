"""A table of counts in which every count is a link to the indicators that it counts."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from kpi_core.present.questions import Question
from kpi_core.selection import FILTER_FIELDS, Choices, Filters, from_words, on_screen
from kpi_core.web import markup as m
from kpi_core.web.address import address
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
    counts = tuple(tuple(numbers) for numbers in view.choices.cross(down, across))
    place = _Place(view.screen.key, tuple(view.kept.items()), view.filters)
    of_rows, of_columns = (tuple(view.choices.stored(key)) for key in (down, across))
    return _table(place, (down, of_rows), (across, of_columns), caption, counts)


def plain_table(choices: Choices, down: str, across: str, caption: str) -> m.Safe:
    """The same counts without links, for a scorecard that no other screen shows."""
    counts = choices.cross(down, across)
    rows_of, columns_of = choices.stored(down), choices.stored(across)
    columns = [m.Column(FIELDS[down].label)]
    columns += [m.Column(on_screen(word), number=True) for word in (*columns_of, "all")]
    totals = [sum(column) for column in zip(*counts, strict=True)]
    rows: list[list[object]] = [
        [_row_label(down, word), *numbers, sum(numbers)]
        for word, numbers in (*zip(rows_of, counts, strict=True), ("", totals))
    ]
    return m.table(caption, columns, rows, classes="kpi-counts")


def worth_a_look(view: View, questions: Sequence[Question]) -> m.Safe:
    """Questions a manager asks first, each a link with the number of indicators it leads to."""
    rows = [
        [m.link(view.address_with(asked.filters), asked.label), f"{asked.number:,}"]
        for asked in questions
    ]
    columns = [m.Column("Worth a look"), m.Column("Indicators", number=True)]
    return m.table("Questions to start from", columns, rows, classes="kpi-counts")


_Words: TypeAlias = tuple[str, tuple[str, ...]]
"""Key of a filter, and those of its options that the scorecard has."""


class _Place(NamedTuple):
    """The address that a table of counts is drawn at."""

    screen: str
    kept: tuple[tuple[str, str | tuple[str, ...] | None], ...]
    filters: Filters


@lru_cache(maxsize=256)
def _table(
    place: _Place,
    of_rows: _Words,
    of_columns: _Words,
    caption: str,
    counts: tuple[tuple[int, ...], ...],
) -> m.Safe:
    """Kept, since few filters are in use at a time and every click on one draws it again."""
    (down, rows_of), (across, columns_of) = of_rows, of_columns
    columns = [m.Column(FIELDS[down].label)]
    columns += [m.Column(on_screen(word), number=True) for word in (*columns_of, "all")]
    totals = [sum(column) for column in zip(*counts, strict=True)]
    rows = []
    for word, numbers in (*zip(rows_of, counts, strict=True), ("", totals)):
        wanted = {down: word} if word else {}
        cells = [
            _count(place, number, {**wanted, across: other})
            for other, number in zip(columns_of, numbers, strict=True)
        ]
        rows.append([_row_label(down, word), *cells, _count(place, sum(numbers), wanted)])
    return m.table(caption, columns, rows, classes="kpi-counts")


def _row_label(down: str, word: str) -> object:
    if not word:
        return "All"
    return m.status_label(word) if down == "status" else on_screen(word)


def _count(place: _Place, number: int, wanted: dict[str, str]) -> m.Safe:
    """A count as a link that says in words what it leads to; nothing leads to nothing."""
    if number == 0:
        return m.tag("span", "0", class_="kpi-none")
    words = {key: on_screen(value) for key, value in wanted.items()}
    filters = from_words(words)
    said = " and ".join(words.values()) or "All"
    return m.link(
        address(place.screen, filters, **dict(place.kept)),
        f"{number:,}",
        aria_label=f"{said}: {number:,}",
        aria_current="true" if filters == place.filters else None,
    )
