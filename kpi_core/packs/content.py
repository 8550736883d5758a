"""What a pack says of a view, once for every format: cover, summary, sections, legend, sources."""

from collections.abc import Callable
from datetime import date

from kpi_core.errors import ExportError
from kpi_core.packs import about, indicator, summary
from kpi_core.packs.pieces import Facts, Pack
from kpi_core.present import words
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Filters
from kpi_core.selection.choices import Positions

MOST_INDICATORS = 60
"""Indicators of one pack: some two hundred pages, which nobody reads at a meeting."""

UNDATED = date(2000, 1, 1)
"""Stands in the properties of a file where the period has no last day; on no page."""

Step = Callable[[str], None]
"""Hears what is being made: "Indicator 3 of 8"."""


def describe(card: Scorecard, filters: Filters, picture: str, step: Step) -> Pack:
    """The pack of the indicators that meet the filters.

    Args:
        card: the scorecard.
        filters: as on the screen.
        picture: format of its charts, ``png`` or ``svg``.
        step: called before each indicator.

    Raises:
        ExportError: more indicators meet them than a pack holds.
    """
    at = card.choices.where(filters)
    if (problem := too_many(len(at))) is not None:
        raise ExportError(problem)
    ids = [card.choices.ids[position] for position in at]
    sections = [summary.section(card, filters, at)]
    for number, wanted in enumerate(ids, start=1):
        step(f"Indicator {number:,} of {len(ids):,}")
        sections.append(indicator.section(card, wanted, picture))
    return Pack(
        title=f"{card.organisation_name}: committee pack, {words.period_text(card.period_label)}",
        subtitle=str(card.report["title"]),
        organisation=card.organisation_name,
        cover=cover(card, filters, at),
        sections=(*sections, about.legend(card), about.about(card)),
        footer=f"{card.organisation_name}, {words.period_text(card.period_label)}",
        dated=card.report["period_end"] or UNDATED,
    )


def too_many(number: int) -> str | None:
    """Why a pack of so many indicators is not made; None where it is."""
    if number <= MOST_INDICATORS:
        return None
    return (
        f"A committee pack holds at most {MOST_INDICATORS:,} indicators, and {number:,} meet these "
        "filters. Choose fewer, such as those of one status or one theme."
    )


def cover(card: Scorecard, filters: Filters, at: Positions) -> Facts:
    """Whose figures, of when, and which of them."""
    every = len(card.choices.all)
    chosen = filters.sentence() if filters.any else "None: every indicator of the report is here"
    return Facts(
        (
            ("Organisation", card.organisation_name),
            ("Period", words.period_text(card.period_label)),
            ("As at", card.period_sentence),
            ("Filters", chosen),
            ("Indicators", f"{len(at):,} of {every:,}"),
            ("Dataset version", card.dataset.version),
            ("Contact", card.contact or words.NOT_GIVEN),
        )
    )
