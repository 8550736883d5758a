"""Which year the benchmarks of a report are of: those of its cells and of its commentary (S9)."""

from collections.abc import Iterator

from kpi_core.checks.commentary.comparators import quoted_beside
from kpi_core.checks.commentary.numbers import mentions
from kpi_core.checks.commentary.said import told
from kpi_core.checks.evidence import Evidence
from kpi_core.comparators.national import National
from kpi_core.comparators.vintage import Quoted, QuotedRow, vintage_of
from kpi_core.comparators.vintage_findings import finding_of, vintage_findings
from kpi_core.facts import IndicatorFacts, Quote
from kpi_core.findings import Finding


def of_benchmark_cells(evidence: Evidence, national: National) -> Iterator[Finding]:
    """One finding for each row that quotes figures of an indicator with a national measure."""
    yield from vintage_findings(evidence.report, national)


def of_commentary(evidence: Evidence, national: National) -> Iterator[Finding]:
    """The same for the figures that a commentary gives of the groups that its row quotes."""
    given: dict[str, tuple[IndicatorFacts, Quote, dict[str, Quoted]]] = {}
    for said in told(evidence):
        facts, cell = said.facts, said.facts.commentary
        if said.elsewhere() or cell is None or facts.indicator.national_measure is None:
            continue
        _, _, known = given.setdefault(facts.indicator.id, (facts, cell, {}))
        for mention in mentions(said.text):
            group = quoted_beside(said, mention)
            if group is not None:
                places = (mention.value, mention.decimals, group.unit, cell.cell)
                known.setdefault(group.subject, Quoted(group.subject, *places))
    for facts, cell, known in given.values():
        if known:
            row = _row(evidence, facts, tuple(known.values()), cell.text)
            yield from finding_of(vintage_of(row, national), "The commentary: ")


def _row(
    evidence: Evidence, facts: IndicatorFacts, quoted: tuple[Quoted, ...], raw: str
) -> QuotedRow:
    report, known = evidence.report, facts.indicator
    measure = known.national_measure or ""
    return QuotedRow(report.organisation, known.id, known.unit, measure, report.period, quoted, raw)
