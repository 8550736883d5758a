"""The briefing on a report as parts of a letter."""

from collections.abc import Iterator, Sequence

from kpi_core.present.briefing import Briefing, Change, account
from kpi_core.present.letter.blocks import Block, Entries, Entry, Heading, Letter, Line
from kpi_core.present.scorecard import Scorecard


def briefing_letter(found: Sequence[tuple[Scorecard, Briefing]]) -> Letter:
    """What is new in each report since the one before it."""
    return Letter(
        "What is new since the last report",
        tuple(block for card, made in found for block in briefing_blocks(card, made)),
    )


def briefing_blocks(card: Scorecard, made: Briefing) -> Iterator[Block]:
    """One report: its headline, what it rests on, and the changes by kind."""
    yield Heading(f"{card.source}, {card.period_label}", 2)
    yield Line(account.headline(made))
    yield Line(account.basis(made))
    for kind, changes in made.kinds().items():
        yield Heading(account.heading(kind, len(changes)), 3)
        yield _entries(changes)
    if made.not_compared:
        yield Heading(account.not_compared_heading(len(made.not_compared)), 3)
        yield _entries(made.not_compared)
    for said in filter(None, (account.nothing_of(made), account.not_told(made))):
        yield Line(said)


def _entries(changes: Sequence[Change]) -> Entries:
    return Entries(tuple(Entry(change.sentence, change.notes) for change in changes))
