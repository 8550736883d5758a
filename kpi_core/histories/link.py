"""From the reports of each organisation to one history: the same ids, and what differs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kpi_core.catalogue import Catalogue, name_key
from kpi_core.facts import ReportFacts
from kpi_core.findings import Finding
from kpi_core.histories.carried import carried
from kpi_core.histories.changes import differences
from kpi_core.histories.close import Apart
from kpi_core.histories.ids import relabelled, trail_ids
from kpi_core.histories.match import extend
from kpi_core.histories.order import in_order
from kpi_core.histories.trail import Row, Trail


@dataclass(frozen=True)
class History:
    """What the reports of one organisation have in common; counts are over all of them."""

    organisation_name: str
    reports: int
    common: int
    new: int
    retired: int
    renamed: int
    restated: int

    @property
    def sentence(self) -> str:
        """Such as "2 reports of X: 18 indicators in common, 1 new, 1 retired, 1 renamed, ..."."""
        return (
            f"{self.reports} reports of {self.organisation_name}: {self.common:,} indicators in "
            f"common, {self.new:,} new, {self.retired:,} retired, {self.renamed:,} renamed, "
            f"{self.restated:,} restated"
        )


def link(
    reports: Sequence[ReportFacts], catalogue: Catalogue
) -> tuple[tuple[ReportFacts, ...], tuple[History, ...]]:
    """The reports, in the order given, with one id for each indicator and findings on changes.

    A report that is the only one of its organisation comes back as it is.
    """
    linked: dict[str, ReportFacts] = {}
    histories = []
    for organisation in dict.fromkeys(report.organisation for report in reports):
        mine = in_order(r for r in reports if r.organisation == organisation)
        if len(mine) > 1:
            made, history = _link_all(mine, catalogue)
            linked |= {report.report: report for report in made}
            histories.append(history)
    return tuple(linked.get(r.report, r) for r in reports), tuple(histories)


def _link_all(
    reports: Sequence[ReportFacts], catalogue: Catalogue
) -> tuple[list[ReportFacts], History]:
    rows = [_rows(at, report, catalogue) for at, report in enumerate(reports)]
    apart: Apart = {}
    for row in (row for some in rows for row in some):
        apart.setdefault(row.name_place[0], set()).add(row.at)
    trails: list[Trail] = []
    for some in rows:
        extend(trails, some, apart)
    ids, notes = trail_ids(trails)
    found = [*notes, *differences(trails, ids, reports)]
    made = [relabelled(report, trails, ids) for report in reports]
    of_report = _by_report(found)
    made = [report.with_findings(tuple(of_report.get(report.report, ()))) for report in made]
    made = [*carried(made)]
    return made, _history(reports, trails, found)


def _by_report(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    by_report: dict[str, list[Finding]] = {}
    for finding in findings:
        by_report.setdefault(finding.report, []).append(finding)
    return by_report


def _rows(at: int, report: ReportFacts, catalogue: Catalogue) -> list[Row]:
    codes = _codes(report)
    named: Counter[str] = Counter()
    rows = []
    for facts, code in zip(report.indicators, codes, strict=True):
        indicator = facts.indicator
        entry = catalogue.indicator(report.organisation, indicator.name)
        own = entry if entry is not None and entry.id == indicator.id else None
        key = name_key(indicator.name)
        rows.append(Row(at, report, facts, own, code, named[key]))
        named[key] += 1
    return rows


def _codes(report: ReportFacts) -> list[str | None]:
    """Reference codes that tell something: no row numbers, and none that stands twice."""
    given = [name_key(facts.indicator.reference or "") for facts in report.indicators]
    numbered = given == [str(at) for at in range(1, len(given) + 1)]
    often = Counter(given)
    return [code if code and often[code] == 1 and not numbered else None for code in given]


def _history(
    reports: Sequence[ReportFacts], trails: Sequence[Trail], found: Sequence[Finding]
) -> History:
    rules = Counter(finding.rule for finding in found)
    return History(
        reports[-1].organisation_name,
        len(reports),
        common=sum(len(trail.steps) == len(reports) for trail in trails),
        new=rules["indicator-new"] + rules["indicator-returned"],
        retired=rules["indicator-retired"],
        renamed=rules["indicator-renamed"] + rules["indicator-matched-closely"],
        restated=rules["figure-restated"],
    )
