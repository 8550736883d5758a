"""The data dictionary: what each measure is called, counts, and which way is good."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kpi_core.cells.text import quote, squeeze
from kpi_core.findings import Finding
from kpi_core.national.lait.units import unit_of
from kpi_core.national.periods import Year
from kpi_core.vocabulary import Polarity, Severity, Unit

_POLARITIES: Mapping[str, Polarity] = {
    "High": Polarity.HIGHER_IS_BETTER,
    "Low": Polarity.LOWER_IS_BETTER,
    "-": Polarity.NEUTRAL,
    "NA": Polarity.UNKNOWN,
    "": Polarity.UNKNOWN,
}
_YEARS: Mapping[str, Year] = {
    "Financial Year": Year.FINANCIAL,
    "Academic Year": Year.ACADEMIC,
    "Calendar Year": Year.CALENDAR,
    "Annual (end of Sept)": Year.SEPTEMBER,
    "Annual - January": Year.JANUARY,
    "Annual": Year.FINANCIAL,
}
_ANNUAL, _YEAR_END = "Annual", "31 March"
"""``Annual`` does not say when its years end. Those of children's social care end on 31 March, as
all but one of its measures say themselves; the one that does not is a finding."""

_SERIALS = range(36526, 73051)  # 2000 to 2099
_SERIAL_ZERO = date(1899, 12, 30)
_MOST_PLACES = 10

NO_QUARTERS = "The publisher puts no councils into quarters by this measure."


@dataclass(frozen=True)
class Measure:
    """One measure as the dictionary describes it; what it does not say is None or unknown."""

    short: str
    name: str
    title: str
    position: int
    theme: str | None = None
    polarity: Polarity = Polarity.UNKNOWN
    unit: Unit = Unit.UNKNOWN
    decimals: int | None = None
    year: Year = Year.UNKNOWN
    year_words: str | None = None
    owner: str | None = None
    description: str | None = None
    link: str | None = None
    updated_on: date | None = None
    next_update_on: date | None = None
    caveats: tuple[str, ...] = ()


def measures(rows: Sequence[Mapping[str, str]]) -> tuple[dict[str, Measure], list[Finding]]:
    """Every measure by its short name; of two rows of one name the one updated last is taken."""
    found: dict[str, Measure] = {}
    twice: dict[str, Finding] = {}
    findings: list[Finding] = []
    for position, row in enumerate(rows, 1):
        short = row.get("Measure_short", "")
        if not short.strip():
            continue
        new = _measure(short, position, row)
        findings += _doubts(new, row) if short not in found else []
        if short not in found:
            found[short] = new
            continue
        twice[short] = _twice(short)
        if (new.updated_on or date.min) > (found[short].updated_on or date.min):
            found[short] = new
    return found, [*findings, *twice.values()]


def serial_day(text: str) -> date | None:
    """The day of a spreadsheet's serial number such as ``45809``; None for words and the rest."""
    body = text.strip()
    if not (body.isascii() and body.isdigit()) or int(body) not in _SERIALS:
        return None
    return _SERIAL_ZERO + timedelta(days=int(body))


def _measure(short: str, position: int, row: Mapping[str, str]) -> Measure:
    title = squeeze(row.get("Chart_title", "")) or squeeze(row.get("Measure", "")) or short
    description = _said(row, "Description")
    return Measure(
        short=short,
        name=title,
        title=squeeze(row.get("Measure", "")) or title,
        position=position,
        theme=_said(row, "Topic"),
        polarity=_POLARITIES.get(row.get("Polarity", "").strip(), Polarity.UNKNOWN),
        unit=unit_of(row.get("y_axis_name", ""), title),
        decimals=_places(row.get("dps", "")),
        year=_YEARS.get(row.get("Year_Type", "").strip(), Year.UNKNOWN),
        year_words=_said(row, "Year_Type"),
        owner=_said(row, "Data Owner (DO) /Supplier and Contact Details"),
        description=description,
        link=_link(row.get("Hyperlink(s)", "")),
        updated_on=serial_day(row.get("Last Update", "")),
        next_update_on=serial_day(row.get("Next Update", "")),
        caveats=tuple(_caveats(row)),
    )


def _doubts(measure: Measure, row: Mapping[str, str]) -> Iterator[Finding]:
    where = f"lait/{measure.short}"
    if row.get("Polarity", "").strip() not in _POLARITIES:
        said = quote(row["Polarity"])
        message = f"{said} says nothing known of which way is good; it is taken as unknown."
        yield Finding("national-polarity-unknown", Severity.NOTE, message, indicator=where)
    if measure.year_words == _ANNUAL and _YEAR_END not in (measure.description or ""):
        message = (
            f"The kind of year is given as {quote(_ANNUAL)}, which does not say when it ends; its "
            f"years are taken to end on {_YEAR_END}, as those of the others of this kind do."
        )
        yield Finding("national-year-assumed", Severity.NOTE, message, indicator=where)
    if measure.unit is Unit.UNKNOWN:
        message = (
            f"The unit is not known: the axis says {quote(row.get('y_axis_name', ''))} and the "
            f"title {quote(measure.name)}. Figures are shown without a unit."
        )
        yield Finding("national-unit-unknown", Severity.NOTE, message, indicator=where)


def _twice(short: str) -> Finding:
    message = (
        f"{quote(short)} stands twice in the dictionary; the row that was updated last is used, "
        "else the first one."
    )
    return Finding("national-measure-twice", Severity.NOTE, message, indicator=f"lait/{short}")


def _said(row: Mapping[str, str], key: str) -> str | None:
    text = row.get(key, "").strip()
    return None if text in ("", "-", "NA") else text


def _places(text: str) -> int | None:
    body = text.strip()
    known = body.isascii() and body.isdigit() and int(body) <= _MOST_PLACES
    return int(body) if known else None


def _link(text: str) -> str | None:
    first = next(iter(text.split()), "")
    return first if first.startswith(("https://", "http://")) else None


def _caveats(row: Mapping[str, str]) -> Iterator[str]:
    """What the dictionary says in place of a date when no figures follow, and of quarters."""
    text = squeeze(row.get("Next Update", ""))
    if text.startswith(("Discontinued", "No longer")):
        yield text
    if row.get("No_Quartile", "").strip() == "N":
        yield NO_QUARTERS
