"""The first section of a pack: how many are what, and what is new since the last report."""

from collections.abc import Iterator

from kpi_core.packs.pieces import Bullets, Part, Piece, Section, Table, Text
from kpi_core.present import summary
from kpi_core.present.briefing import Briefing, account, briefing
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Choices, Filters, on_screen
from kpi_core.selection.choices import Positions
from kpi_core.vocabulary import status_symbol


def section(card: Scorecard, filters: Filters, at: Positions) -> Section:
    """The summary of the indicators at these positions."""
    headline = summary.headline(card.choices, at)
    pieces: list[Piece] = [Text(f"{headline}.")]
    if len(at):
        pieces += [Text(summary.rated_sentence(card.choices, at)), counts(card, at)]
    return Section("Summary", "Summary", tuple(pieces), (changes(card, filters),))


def counts(card: Scorecard, at: Positions) -> Table:
    """Status by direction of travel, with totals (R9)."""
    choices = Choices(card.rows.iloc[at])
    statuses, directions = (choices.stored(key) for key in ("status", "direction"))
    numbers = choices.cross("status", "direction")
    labels = [f"{status_symbol(word)} {on_screen(word)}" for word in statuses]
    totals = [sum(column) for column in zip(*numbers, strict=True)]
    rows = tuple(
        (label, *(f"{number:,}" for number in (*line, sum(line))))
        for label, line in zip([*labels, "All"], [*numbers, totals], strict=True)
    )
    heads = ("Status", *map(on_screen, directions), "All")
    caption = "Status by direction of travel, as declared"
    return Table(caption, heads, rows, frozenset(range(1, len(heads))))


def changes(card: Scorecard, filters: Filters) -> Part:
    """What is new since the last report, each kind of change under a heading."""
    made = briefing(card)
    shown = made.shown(card, filters)
    return Part(
        "Changes since the last report",
        (
            Text(f"{account.headline(made)}. {account.basis(made)}"),
            Text(account.showing(made, shown)),
        ),
        (*_kinds(shown), *_not_compared(shown), *_others(made)),
    )


def _kinds(shown: Briefing) -> Iterator[Part]:
    for kind, found in shown.kinds().items():
        items = tuple(" ".join((change.sentence, *change.notes)) for change in found)
        yield Part(account.heading(kind, len(found)), (Bullets(items),))


def _not_compared(shown: Briefing) -> Iterator[Part]:
    if shown.not_compared:
        items = tuple(" ".join((change.sentence, *change.notes)) for change in shown.not_compared)
        yield Part(account.not_compared_heading(len(items)), (Bullets(items),))


def _others(made: Briefing) -> Iterator[Part]:
    said = [line for line in (account.nothing_of(made), account.not_told(made)) if line]
    if said:
        yield Part("Other kinds of change", tuple(map(Text, said)))
