"""A release out of what was collected: the tables in the form that the dataset keeps them in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pyarrow as pa

from kpi_core.findings import Finding
from kpi_core.national.collected import Area, Collected, Measured, Observed
from kpi_core.national.release import Release, SourceFile, release_id
from kpi_core.national.reorganisations import LARGER, REORGANISED
from kpi_core.schema import AREAS, INDICATORS, NEIGHBOURS, OBSERVATIONS
from kpi_core.vocabulary import PolarityBasis, Severity

OPEN_GOVERNMENT = "Open Government Licence v3.0"
NOT_STATED = "Not stated in the files"
_PARTS_OF_LONDON = frozenset(("inner-london", "outer-london"))
_LONDON = "london"

Key = tuple[str, str, str]


@dataclass(frozen=True)
class About:
    """Who published a release and how it is called."""

    source: str
    title: str
    publisher: str
    publisher_name: str
    licence: str = OPEN_GOVERNMENT
    published_on: date | None = None


def assemble(about: About, files: Sequence[SourceFile], found: Collected) -> Release:
    """The release, with every cell that was collected as a row."""
    id_ = release_id(about.source, files)
    figures = sorted(found.figures, key=_order)
    latest = _latest(figures)
    findings = [*found.findings, *found.odd_texts(), *_twice(figures, latest)]
    return Release(
        id=id_,
        source=about.source,
        title=about.title,
        publisher=about.publisher,
        publisher_name=about.publisher_name,
        licence=about.licence,
        link=None,
        published_on=about.published_on,
        files=tuple(files),
        figures=_observations(figures, latest, found, about, id_),
        measures=_measures(found, about.publisher),
        areas=_areas(found),
        neighbours=_neighbours(found, id_),
        findings=tuple(_placed(finding, id_) for finding in findings),
    )


def _order(figure: Observed) -> tuple[object, ...]:
    return (figure.measure, figure.period.sort_key, figure.period.label, figure.subject)


def _latest(figures: Sequence[Observed]) -> list[bool]:
    """Of several cells for one figure: one with a figure, the heaviest, the last in the files."""
    best: dict[Key, int] = {}
    for at, figure in enumerate(figures):
        before = best.get(_key(figure))
        if before is None or _counts(figure) >= _counts(figures[before]):
            best[_key(figure)] = at
    return [best[_key(figure)] == at for at, figure in enumerate(figures)]


def _key(figure: Observed) -> Key:
    return figure.measure, figure.period.label, figure.subject


def _counts(figure: Observed) -> tuple[bool, int]:
    return figure.value is not None, figure.weight


def _twice(figures: Sequence[Observed], latest: Sequence[bool]) -> Iterator[Finding]:
    earlier = (figure for figure, last in zip(figures, latest, strict=True) if not last)
    counts = Counter((figure.place.partition(", ")[0], figure.measure) for figure in earlier)
    for (file, measure), count in counts.items():
        message = (
            f"{count:,} cells are for an area and a period that another cell is for as well, such "
            "as those of an area's earlier code. All are kept; the newest code or last cell counts."
        )
        yield Finding("national-figure-twice", Severity.NOTE, message, None, file, measure)


def _observations(
    figures: Sequence[Observed], latest: Sequence[bool], found: Collected, about: About, id_: str
) -> pa.Table:
    measures = found.measures
    decimals = {id_: _decimals(measure, found) for id_, measure in measures.items()}
    columns: Mapping[str, Sequence[Any]] = {
        "subject": [f.subject for f in figures],
        "indicator": [f.measure for f in figures],
        "period_label": [f.period.label for f in figures],
        "period_start": [f.period.start for f in figures],
        "period_end": [f.period.end for f in figures],
        "period_kind": [f.period.kind for f in figures],
        "value": [f.value for f in figures],
        "unit": [measures[f.measure].unit for f in figures],
        "decimals": [decimals[f.measure] for f in figures],
        "raw": [f.raw for f in figures],
        "missing": [f.missing for f in figures],
        "mark": [f.mark for f in figures],
        "reported_by": [about.publisher] * len(figures),
        "report": [id_] * len(figures),
        "source_cell": [f.place for f in figures],
        "reported_on": [measures[f.measure].updated_on for f in figures],
        "is_latest": latest,
        "numerator": [f.numerator for f in figures],
        "denominator": [f.denominator for f in figures],
        "lower": [f.lower for f in figures],
        "upper": [f.upper for f in figures],
        "period_raw": [f.period_raw for f in figures],
    }
    arrays = [pa.array(columns[c.name], c.type) for c in OBSERVATIONS.columns]
    return pa.Table.from_arrays(arrays, schema=OBSERVATIONS.arrow)


def _decimals(measure: Measured, found: Collected) -> int:
    """The publisher's word, else as many as the figure with the most has."""
    return found.places.get(measure.id, 0) if measure.decimals is None else measure.decimals


def _measures(found: Collected, publisher: str) -> pa.Table:
    rows = [
        {
            "organisation": publisher,
            "indicator": measure.id,
            "name": measure.name,
            "title": measure.title,
            "polarity": measure.polarity,
            "polarity_basis": PolarityBasis.DECLARED,
            "unit": measure.unit,
            "decimals": _decimals(measure, found),
            "accumulation": measure.accumulation,
            "frequency": measure.frequency,
            "owner": measure.owner,
            "caveats": list(measure.caveats),
            "position": position,
            "description": measure.description,
            "year_kind": measure.year_kind,
            "link": measure.link,
            "updated_on": measure.updated_on,
        }
        for position, measure in enumerate(found.measures.values(), 1)
    ]
    return pa.Table.from_pylist(rows, schema=INDICATORS.arrow)


def _areas(found: Collected) -> pa.Table:
    rows = [_area(found.areas[subject]) for subject in sorted(found.areas)]
    return pa.Table.from_pylist(rows, schema=AREAS.arrow)


def _area(area: Area) -> Mapping[str, Any]:
    changed = REORGANISED.get(area.subject)
    region = _LONDON if area.region in _PARTS_OF_LONDON else area.region
    return {
        "subject": area.subject,
        "name": area.name,
        "kind": area.kind,
        "council_type": area.type,
        "region": _LONDON if area.subject in _PARTS_OF_LONDON else region,
        "gss": (changed.gss if changed else LARGER.get(area.subject)) or area.gss,
        "number": area.number or (changed.number if changed else None),
        "valid_from": changed.begins if changed else None,
        "valid_to": changed.ends if changed else area.ends,
        "successors": list(changed.successors if changed else area.successors),
    }


def _neighbours(found: Collected, release: str) -> pa.Table:
    rows = [{**row, "release": release} for row in found.neighbours]
    rows.sort(key=lambda row: (row["organisation"], row["neighbour_set"], row["rank"]))
    return pa.Table.from_pylist(rows, schema=NEIGHBOURS.arrow)


def _placed(finding: Finding, release: str) -> Finding:
    """Each sentence begins with the file that it is about."""
    place = f"{finding.source_cell}: " if finding.source_cell else ""
    return replace(finding, report=release, message=f"{place}{finding.message}")
