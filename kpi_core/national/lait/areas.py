"""The areas of the long table: councils with type, region and dates, the regions, the country."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from kpi_core.cells.text import quote
from kpi_core.findings import Finding
from kpi_core.national.areas import area_id
from kpi_core.national.lait.long_table import LongTable
from kpi_core.national.reorganisations import LARGER, REORGANISED
from kpi_core.schema import AREAS
from kpi_core.vocabulary import AreaKind, Severity

TYPES: Mapping[str, str] = {
    "ILB": "Inner London borough",
    "OLB": "Outer London borough",
    "MD": "Metropolitan district",
    "UA": "Unitary authority",
    "SC": "County council",
}
"""Types of the code list in words. The City of London is among its inner London boroughs."""

ENGLAND, LONDON = "england", "london"
_PARTS_OF_LONDON = frozenset(("inner-london", "outer-london"))
_NONE = frozenset(("", "NA"))

Row = dict[str, Any]


def numbers_of(table: LongTable) -> list[str]:
    """The number of each area at the Department for Education, in the order of its names."""
    rows = table.area.first_rows()
    return [table.number.texts[code] for code in table.number.codes[rows]]


def subjects_of(table: LongTable) -> list[str]:
    """The subject of each area, in the order of its names."""
    numbers = numbers_of(table)
    return [area_id(*both) for both in zip(table.area.texts, numbers, strict=True)]


def areas(table: LongTable, codes: Sequence[Mapping[str, str]]) -> tuple[pa.Table, list[Finding]]:
    """One row for each area.

    Args:
        table: the long table.
        codes: lines of the code list; without them no council has a type.
    """
    types = {_code(line): line["Type"] for line in codes if line.get("Type", "") not in _NONE}
    listed = {_code(line): line.get("Region", "") for line in codes}
    first = table.area.first_rows()
    regions = [table.region.texts[code] for code in table.region.codes[first]]
    described = zip(table.area.texts, subjects_of(table), numbers_of(table), regions, strict=True)
    rows = [
        _area(name, subject, number, region or listed.get(number, ""), types.get(number))
        for name, subject, number, region in described
    ]
    rows = list({row["subject"]: row for row in reversed(rows)}.values())
    rows.sort(key=lambda row: str(row["subject"]))
    findings = [finding for row in rows for finding in _doubts(row, bool(codes))]
    return pa.Table.from_pylist(rows, schema=AREAS.arrow), findings


def _code(line: Mapping[str, str]) -> str:
    return line.get("LA Number", "")


def _area(name: str, subject: str, number: str, region: str, kind: str | None) -> Row:
    changed = REORGANISED.get(subject)
    inside = None if region.strip() in _NONE else area_id(region)
    if inside in _PARTS_OF_LONDON:  # the type says which part; the region is the whole
        inside = LONDON
    what = _kind(subject, inside)
    if subject in _PARTS_OF_LONDON:
        inside = LONDON
    return {
        "subject": subject,
        "name": name,
        "kind": what,
        "council_type": TYPES.get(kind.strip(), kind.strip()) if kind else None,
        "region": inside,
        "gss": changed.gss if changed else LARGER.get(subject),
        "number": number or None,
        "valid_from": changed.begins if changed else None,
        "valid_to": changed.ends if changed else None,
        "successors": list(changed.successors) if changed else [],
    }


def _kind(subject: str, region: str | None) -> AreaKind:
    if subject == ENGLAND:
        return AreaKind.COUNTRY
    if subject in LARGER:
        return AreaKind.REGION
    return AreaKind.COUNCIL if region else AreaKind.OTHER


def _doubts(row: Row, listed: bool) -> Iterator[Finding]:
    if row["kind"] is AreaKind.OTHER:
        message = (
            f"{quote(row['name'])} is in no region and is no region that is known here; it is "
            "kept, and is no member of any group."
        )
        yield Finding("national-area-unknown", Severity.NOTE, message, raw=row["name"])
    if listed and row["kind"] is AreaKind.COUNCIL and row["council_type"] is None:
        message = f"{quote(row['name'])} is not in the code list, so that its type is not known."
        yield Finding("national-council-type-unknown", Severity.NOTE, message, raw=row["name"])
