"""Proposed links as text for a person: the evidence, and lines to paste into the catalogue."""

from collections.abc import Iterator, Sequence

from kpi_core.catalogue import toml
from kpi_core.comparators.tracker_words import difference_text, published_text, reported_text
from kpi_core.suggest.lines import line
from kpi_core.suggest.links import (
    FARTHEST,
    NAME_ALONE_AT_LEAST,
    NAME_AT_LEAST,
    Proposal,
    Proposed,
)
from kpi_core.vocabulary import Polarity

RULE = (
    f"A measure is proposed when its unit is the same, its names are at least {NAME_AT_LEAST} of "
    f"100 alike ({NAME_ALONE_AT_LEAST} where the figures say nothing), and the figures of the same "
    f"periods lie at most {FARTHEST} usual spreads of the councils apart. None is taken without "
    "you: compare the definitions, then copy the lines into data/catalogue.toml."
)


def as_text(found: Sequence[Proposed]) -> Iterator[str]:
    """The evidence for each indicator, and the lines to paste for each proposal in front."""
    yield RULE
    for each in found:
        yield ""
        yield from _indicator(each)


def _indicator(found: Proposed) -> Iterator[str]:
    indicator = found.indicator
    yield f"{indicator.title} ({indicator.id})"
    if indicator.linked is not None:
        yield f"  The catalogue joins it to {indicator.linked}."
    if indicator.why_not is not None:
        yield f"  The catalogue joins it to nothing: {indicator.why_not}"
    for proposal in found.proposals:
        yield f"  {proposal.measure}: {proposal.title}"
        yield from (f"    {said}" for said in evidence(proposal, indicator.polarity))
    if found.proposals:
        yield "  To paste into its entry:"
        yield f"    {toml_line(found.proposals[0])}"
    elif found.nearest is not None:
        near = found.nearest
        yield f"  Nothing is proposed. Nearest is {near.measure} ({near.title})."
        yield f"    {near.refusal}"
    else:
        yield "  Nothing is proposed: no measure has its unit."


def evidence(proposal: Proposal, ours: Polarity) -> Iterator[str]:
    """What speaks for a measure, one sentence each."""
    yield f"names {proposal.likeness:.0f} of 100 alike; same unit; {_way(proposal, ours)}"
    for one in proposal.compared:
        yield (
            f"{one.ours.period.label}: {reported_text(one)} here, {published_text(one)} published "
            f"for {one.theirs.label} ({difference_text(one)})"
        )
    if not proposal.compared:
        yield "no figure of ours is of a period that is published"
    elif proposal.apart is None:
        yield "no usual spread of the councils to hold the differences against"
    else:
        yield f"on average {float(proposal.apart):.2f} usual spreads of the councils apart"


def toml_line(proposal: Proposal) -> str:
    """The line of the catalogue, with the figures behind it."""
    pairs = "; ".join(
        f"{one.ours.period.label} {reported_text(one)} here, {published_text(one)} published"
        for one in proposal.compared
    )
    why = f"names {proposal.likeness:.0f} of 100 alike" + (f"; {pairs}" if pairs else "")
    return line("national_measure", toml.string(proposal.measure), why)


def _way(proposal: Proposal, ours: Polarity) -> str:
    if proposal.same_way:
        return f"both say: {ours.word.lower()}"
    return "which way is good is not said by both"
