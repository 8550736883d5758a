"""One stable id for each indicator of a history, written into every report (G1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kpi_core.catalogue import IndicatorEntry
from kpi_core.facts import Indicator, IndicatorFacts, ReportFacts
from kpi_core.findings import Finding
from kpi_core.histories.trail import Row, Trail
from kpi_core.vocabulary import PolarityBasis, Severity

Ids = Mapping[Trail, str]


def trail_ids(trails: Sequence[Trail]) -> tuple[dict[Trail, str], list[Finding]]:
    """The catalogue's id, else the one of the earliest report; numbered where that is taken."""
    ids = {trail: trail.entry.id for trail in trails if trail.entry}
    taken, notes = set(ids.values()), []
    for trail in trails:
        if trail in ids:
            continue
        first = next(trail.rows)
        ids[trail] = _free(first.facts.indicator.id, taken)
        taken.add(ids[trail])
        if ids[trail] != first.facts.indicator.id:
            notes.append(_numbered(first, ids[trail]))
    return ids, notes


def relabelled(report: ReportFacts, trails: Iterable[Trail], ids: Ids) -> ReportFacts:
    """The report with the history's ids in its indicators and findings."""
    of_row = {
        row.facts.indicator.id: (ids[trail], trail.entry)
        for trail in trails
        for row in trail.rows
        if row.report is report
    }
    return replace(
        report,
        indicators=tuple(
            _relabelled(facts, *of_row[facts.indicator.id]) for facts in report.indicators
        ),
        findings=tuple(
            replace(f, indicator=of_row[f.indicator][0]) if f.indicator in of_row else f
            for f in report.findings
        ),
    )


def _free(wanted: str, taken: set[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _numbered(row: Row, given: str) -> Finding:
    return Finding(
        "indicator-id-numbered",
        Severity.NOTE,
        f"{row.facts.name_cell} is another indicator than the one of an earlier report with the "
        f"same id, so it is kept as {given!r}. Give each an id in the catalogue.",
        raw=row.name,
        source_cell=row.facts.name_cell,
        indicator=given,
        report=row.report.report,
    )


def _relabelled(facts: IndicatorFacts, given: str, entry: IndicatorEntry | None) -> IndicatorFacts:
    """A row that only its history ties to a catalogue entry takes what that entry says."""
    indicator = replace(facts.indicator, id=given)
    return replace(facts, indicator=_as_known(indicator, entry) if entry else indicator)


def _as_known(indicator: Indicator, entry: IndicatorEntry) -> Indicator:
    known = entry.polarity
    theme = indicator.theme or entry.theme
    return replace(
        indicator,
        title=entry.title,
        theme=theme,
        theme_basis=indicator.theme_basis or ("catalogue" if theme else None),
        polarity=known or indicator.polarity,
        polarity_basis=PolarityBasis.CATALOGUE if known else indicator.polarity_basis,
        accumulation=entry.accumulation or indicator.accumulation,
        frequency=entry.frequency or indicator.frequency,
        owner=indicator.owner or entry.owner,
        action=indicator.action or entry.action,
        due_date=indicator.due_date or entry.due_date,
        caveats=entry.caveats,
        national_measure=entry.national_measure,
        no_national_measure=entry.no_national_measure,
    )
