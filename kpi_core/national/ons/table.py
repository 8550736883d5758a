"""One file of figures: every line is one observation of one area."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kpi_core.cells import Problem
from kpi_core.cells.marks import mark_from
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import quote, squeeze
from kpi_core.cells.unit_words import parse_unit
from kpi_core.national.collected import Area, Collected, Measured, Observed
from kpi_core.national.csv_table import CsvTable
from kpi_core.national.gss import area_of
from kpi_core.national.numbers import Stored
from kpi_core.national.ons.metadata import About, Known
from kpi_core.national.ons.periods import period_of
from kpi_core.national.printed import printed, slug
from kpi_core.periods import UNKNOWN, Period
from kpi_core.vocabulary import AreaKind, Missing, Severity, Unit

NEEDED = frozenset(("areacd", "areanm", "indicator", "period", "observation", "measure", "unit"))
_OBSOLETE = re.compile(r"obsolete code since ((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_REPLACED = re.compile(r"([A-Z][0-9]{8}) ([^()]+?)(?=,? and [A-Z][0-9]{8}|, [A-Z][0-9]{8}|\)|$)")

Row = Mapping[str, str]


class _Reader:
    def __init__(self, table: CsvTable, known: Known, found: Collected) -> None:
        self._table, self._known, self._found = table, known, found
        self._unknown: Counter[str] = Counter()
        self._notes: Counter[str] = Counter()
        self._status: Counter[str] = Counter()
        self._ended: set[str] = set()
        self._rows = [dict(zip(table.header, line, strict=True)) for line in table.lines]
        self._ids = _ids(self._rows)

    def read(self) -> None:
        for at, row in enumerate(self._rows):
            self._table.require(at, self._table.index("indicator"))
            self._table.require(at, self._table.index("areanm"), self._table.index("areacd"))
            id_ = self._ids[_series(row)]
            if id_ not in self._found.measures:
                self._found.measures[id_] = self._measure(id_, row)
            self._line(at, row, id_)
        self._findings()

    def _line(self, at: int, row: Row, id_: str) -> None:
        period = self._period(row["period"])
        note = row.get("notes", "")
        obsolete = bool(_OBSOLETE.match(note))
        if note and not obsolete:
            self._notes[note.rstrip(". ")] += 1
        area = _area(row, note if obsolete else "")
        if area.ends is not None:
            self._ended.add(area.name)
        self._found.see(area, period, weight=not obsolete)
        cell, raw = self._value(row)
        limits = (printed(row.get(name, "")).value for name in ("lci_95", "uci_95"))
        lower, upper = limits
        self._found.add(
            Observed(
                subject=area.subject,
                measure=id_,
                period=period,
                period_raw=row["period"],
                raw=raw,
                place=self._table.place(at, "observation"),
                value=cell.value,
                missing=cell.missing,
                mark=mark_from(row.get("status", "")) if cell.value is not None else None,
                lower=lower if cell.value is not None else None,
                upper=upper if cell.value is not None else None,
                weight=not obsolete,
            ),
            cell,
            self._table.name,
        )

    def _value(self, row: Row) -> tuple[Stored, str]:
        """A blank observation has its reason in the status, which is then what was printed."""
        observation, status = row["observation"], squeeze(row.get("status", ""))
        cell = printed(observation)
        if not status:
            return cell, observation
        if cell.missing is Missing.BLANK:
            reason = missing_from(status)
            known = reason is not None
            return Stored(None, missing=reason or Missing.BLANK, understood=known), status
        if mark_from(status) is None:
            self._status[status] += 1
        return cell, observation

    def _period(self, text: str) -> Period:
        period = period_of(text)
        if isinstance(period, Problem):
            self._unknown[period.reason] += 1
            return UNKNOWN
        return period

    def _measure(self, id_: str, row: Row) -> Measured:
        about = self._known.of(row["indicator"], self._table.name)
        if about is None:
            message = f"No JSON beside this file describes {quote(row['indicator'])}."
            self._found.note("national-measure-unknown", message, self._table.name)
            about = About(row["indicator"])
        unit = _unit(row["unit"], about)
        if unit is Unit.UNKNOWN:
            message = (
                f"{quote(row['unit'])} is a unit that figures are not kept in; they are kept as "
                "printed, and the description says what they are."
            )
            self._found.note("national-unit-unknown", message, self._table.name)
        return _measured(id_, row, about, unit)

    def _findings(self) -> None:
        name, note = self._table.name, self._found.note
        for reason, count in self._unknown.items():
            message = f"{reason}; the period of {count:,} lines is not known."
            note("national-period-unknown", message, name, Severity.WARNING)
        for text, count in self._notes.items():
            note("national-note", f"{count:,} lines carry the note {quote(text)}.", name)
        if self._ended:
            message = (
                f"The notes name the year in which {len(self._ended)} councils ended, such as "
                f"{min(self._ended)}, and no day; it is taken to be 31 March."
            )
            note("national-end-inferred", message, name)
        for text, count in self._status.items():
            message = f"{count:,} figures carry the status {quote(text)}, which is not known here."
            note("national-mark-unknown", message, name, Severity.WARNING)


def collect(table: CsvTable, known: Known, found: Collected) -> None:
    """Add all figures, measures and areas of a file, and what is unclear in it."""
    found.findings += table.findings
    _Reader(table, known, found).read()


def _series(row: Row) -> tuple[str, str, str]:
    return row["indicator"], row["measure"], row["unit"]


def _ids(rows: Sequence[Row]) -> dict[tuple[str, str, str], str]:
    """``ons/claimant-count``; of several measures of an indicator each has its own in its id."""
    series = list(dict.fromkeys(map(_series, rows)))
    kinds = Counter(name for name, _ in {one[:2] for one in series})
    units = Counter(one[:2] for one in series)
    found = {}
    for name, kind, unit in series:
        parts = ["ons", slug(name)]
        parts += [slug(kind)] if kinds[name] > 1 else []
        parts += [slug(unit)] if units[name, kind] > 1 else []
        found[name, kind, unit] = "/".join(filter(None, parts))
    return found


def _unit(printed_unit: str, about: About) -> Unit:
    if about.suffix == "%":
        return Unit.PERCENT
    if about.prefix == "£":
        return Unit.GBP
    unit = parse_unit(printed_unit)
    return Unit.UNKNOWN if isinstance(unit, Problem) else unit


def _measured(id_: str, row: Row, about: About, unit: Unit) -> Measured:
    told = (about.subtitle, about.description, f"Unit: {row['unit']}." if row["unit"] else None)
    beside = f" {about.beside}" if about.beside and unit is Unit.UNKNOWN else ""
    return Measured(
        id=id_,
        name=row["indicator"],
        title=f"{about.label or row['indicator']}{beside}",
        unit=unit,
        decimals=about.decimals,
        caveats=about.caveats,
        description=" ".join(filter(None, told)) or None,
        owner=about.owner,
        link=about.link,
        updated_on=about.updated_on,
    )


def _area(row: Row, obsolete: str) -> Area:
    """The area, with those that took its place where the note on its code names others.

    The note has only the year; councils of England end with the financial year, on 31 March.
    """
    area = area_of(row["areanm"], row["areacd"])
    since = _OBSOLETE.match(obsolete)
    after = dict.fromkeys(area_of(name, code).subject for code, name in _REPLACED.findall(obsolete))
    others = tuple(subject for subject in after if subject != area.subject)
    if since is None or not others:
        return area
    ends = date(int(since[1]), 3, 31) if area.kind is AreaKind.COUNCIL else None
    return replace(area, successors=others, ends=ends)
