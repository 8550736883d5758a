"""Which rows of which reports are one entry: the ids that reading gave, and no others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpi_core.catalogue import Catalogue, name_key
from kpi_core.facts import IndicatorFacts, ReportFacts
from kpi_core.normalise.identity import indicator_id


@dataclass(frozen=True)
class Group:
    """All rows of one id of one organisation, over all reports."""

    organisation: str
    id: str
    rows: tuple[IndicatorFacts, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Each wording once, in the spelling that was met first."""
        first: dict[str, str] = {}
        for row in self.rows:
            first.setdefault(name_key(row.indicator.name), row.indicator.name)
        return tuple(first.values())


@dataclass(frozen=True)
class Unsettled:
    """A name that no entry can hold without changing what is read, and why."""

    name: str
    why: str


def group_rows(
    reports: Sequence[ReportFacts], known: Catalogue
) -> tuple[list[Group], list[Unsettled]]:
    """The entries to suggest, in the order of the reports; names already listed are left out."""
    groups: dict[tuple[str, str], list[IndicatorFacts]] = {}
    unsettled: dict[tuple[str, str], Unsettled] = {}
    ids, doubts = _ids(reports), _doubts(reports)
    listed = {(entry.organisation, entry.id) for entry in known.indicators}
    for row in _rows(reports):
        organisation, name = row.indicator.organisation, row.indicator.name
        if known.indicator(organisation, name) is not None:
            continue
        key = organisation, name_key(name)
        found = ids[key]
        why = doubts.get(key) or _doubt_of_ids(found)
        if (organisation, found[0]) in listed:
            why = f"the catalogue has its id, {found[0]}; if it is the same, add it to the names"
        if why:
            unsettled.setdefault(key, Unsettled(name, why))
        else:
            groups.setdefault((organisation, found[0]), []).append(row)
    made = [Group(*key, tuple(rows)) for key, rows in groups.items()]
    return made, list(unsettled.values())


def _rows(reports: Sequence[ReportFacts]) -> Iterator[IndicatorFacts]:
    return (row for report in reports for row in report.indicators)


def _ids(reports: Sequence[ReportFacts]) -> dict[tuple[str, str], list[str]]:
    """The different ids of each name; of a name that a report repeats, its first row counts."""
    found: dict[tuple[str, str], list[str]] = {}
    for report in reports:
        seen: set[tuple[str, str]] = set()
        for row in report.indicators:
            key = row.indicator.organisation, name_key(row.indicator.name)
            if key not in seen and row.indicator.id not in found.setdefault(key, []):
                found[key].append(row.indicator.id)
            seen.add(key)
    return found


def _doubt_of_ids(ids: Sequence[str]) -> str | None:
    return f"it has several ids: {', '.join(ids)}" if len(ids) > 1 else None


def _doubts(reports: Sequence[ReportFacts]) -> dict[tuple[str, str], str]:
    """Names whose entry would change how some other line is read."""
    found: dict[tuple[str, str], str] = {}
    elsewhere = {text for report in reports for text in _other_texts(report)}
    for report in reports:
        first_ids: dict[str, str] = {}
        for row in report.indicators:
            name = name_key(row.indicator.name)
            key = row.indicator.organisation, name
            repeated = name in first_ids
            first = first_ids.setdefault(name, row.indicator.id)
            if repeated and first != indicator_id(row.indicator.name, None):
                found[key] = "the report repeats it, and another name gives the same id"
            elif key in elsewhere:
                found[key] = "the same text stands elsewhere in a report as a heading or note"
    return found


def _other_texts(report: ReportFacts) -> Iterator[tuple[str, str]]:
    """Texts that stand for no indicator, but would where the catalogue lists them."""
    for finding in report.findings:
        if finding.raw and finding.indicator is None:
            yield report.organisation, name_key(finding.raw)
    for row in report.indicators:
        headings = row.indicator.theme, row.indicator.plan, *(extra.text for extra in row.extras)
        yield from ((report.organisation, name_key(text)) for text in headings if text)
