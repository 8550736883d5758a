"""Who an indicator is: its stable id, unit, polarity and the rest that lasts over reports."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from kpi_core.catalogue import Catalogue, IndicatorEntry, name_key
from kpi_core.cells.figures import Figure
from kpi_core.cells.names import accumulation_from, polarity_from, unit_from
from kpi_core.facts import Indicator, IndicatorFacts
from kpi_core.findings import Finding
from kpi_core.normalise.corrections import polarity_differs, unit_differs
from kpi_core.normalise.source import slug
from kpi_core.vocabulary import Accumulation, Polarity, PolarityBasis, Severity, Unit

LONGEST_ID = 80


def indicator_id(name: str, entry: IndicatorEntry | None) -> str:
    """The catalogue's id, else the name as a slug of at most 80 characters (G1).

    A longer slug is cut and ends in eight characters of its checksum.
    """
    if entry is not None:
        return entry.id
    whole = slug(name)
    if len(whole) <= LONGEST_ID:
        return whole
    # long names often differ only at their ends
    tail = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[: LONGEST_ID - 9].rstrip('-')}-{tail}"


def same_indicator(facts: IndicatorFacts, first: IndicatorFacts) -> Finding:
    """A repeated name is an error; two names that only give one id are worth a note (G1)."""
    repeated = name_key(facts.indicator.name) == name_key(first.indicator.name)
    what = "names the same indicator as" if repeated else "has a name that gives the same id as"
    return Finding(
        "indicator-duplicated" if repeated else "indicator-id-numbered",
        Severity.ERROR if repeated else Severity.NOTE,
        f"{facts.name_cell} {what} {first.name_cell}. Both are kept, this one as "
        f"{facts.indicator.id!r}; remove one, or tell them apart in the catalogue.",
        raw=facts.indicator.name,
        source_cell=facts.name_cell,
    )


def describe(
    name: str,
    position: int,
    organisation: str,
    figures: Sequence[Figure],
    columns: dict[str, str | None],
    catalogue: Catalogue,
) -> tuple[Indicator, list[Finding]]:
    """The indicator of one line, and a note for everything that was inferred.

    Args:
        name: exactly as printed.
        position: place in the report, from 1.
        organisation: id of the council.
        figures: the line's own figures and its target.
        columns: the line's plan, theme, owner, action and due date, where it has them, and what
            its headings say of how figures add up.
        catalogue: what people know; it always wins.
    """
    entry = catalogue.indicator(organisation, name)
    known = entry or IndicatorEntry(
        organisation=organisation, id="unlisted", names=(name,), title=name.strip()
    )
    unit, unit_note = _unit(name, figures, known)
    polarity, basis, polarity_note = _polarity(name, known)
    accumulation = known.accumulation or accumulation_from(name)
    if accumulation is Accumulation.UNKNOWN:
        accumulation = Accumulation(columns.get("accumulation") or Accumulation.UNKNOWN)
    indicator = Indicator(
        organisation=organisation,
        id=indicator_id(name, entry),
        name=name,
        title=known.title,
        position=position,
        polarity=polarity,
        polarity_basis=basis,
        unit=unit,
        decimals=_decimals(figures) if known.decimals is None else known.decimals,
        accumulation=accumulation,
        plan=columns.get("plan"),
        theme=columns.get("theme") or known.theme,
        theme_basis="report" if columns.get("theme") else ("catalogue" if known.theme else None),
        frequency=known.frequency or ("annual" if accumulation is Accumulation.ANNUAL else None),
        owner=columns.get("owner") or known.owner,
        action=columns.get("action") or known.action,
        due_date=columns.get("due_date") or known.due_date,
        caveats=known.caveats,
        national_measure=known.national_measure,
        reference=columns.get("reference") or known.reference,
    )
    return indicator, [note for note in (unit_note, polarity_note) if note is not None]


def _unit(
    name: str, figures: Sequence[Figure], known: IndicatorEntry
) -> tuple[Unit, Finding | None]:
    """The catalogue's unit, else the sign most figures carry, else what the name says (U1)."""
    if known.unit is not None:
        return known.unit, unit_differs(known.unit, figures)
    units = Counter(f.unit for f in figures if f.value is not None)
    bare = units.pop(Unit.UNKNOWN, 0)
    unit = unit_from(name)
    stray = unit not in (Unit.UNKNOWN, *units) and bare > units.total()  # one % in a row of rates
    if units and not stray:
        return units.most_common(1)[0][0], None
    if unit is Unit.UNKNOWN:
        message = (
            "The unit is not known: the figures carry no sign and the name does not say it. "
            "Give the indicator a unit in the catalogue."
        )
        return unit, Finding("unit-unknown", Severity.NOTE, message, raw=name)
    message = f"The figures carry no sign; the unit ({unit.word}) was taken from the name."
    return unit, Finding("unit-inferred", Severity.NOTE, message, raw=name)


def _polarity(name: str, known: IndicatorEntry) -> tuple[Polarity, PolarityBasis, Finding | None]:
    """The catalogue's polarity, else the one of the leading verb, marked as inferred (P2)."""
    if known.polarity is not None:
        return known.polarity, PolarityBasis.CATALOGUE, polarity_differs(known.polarity, name)
    polarity = polarity_from(name)
    verb = name.split(maxsplit=1)[0] if name.split() else ""
    if polarity is Polarity.UNKNOWN:
        message = (
            f"Which way is good is not known: the name begins with {verb!r}. Without it the "
            "indicator is not rated; give it a polarity in the catalogue."
        )
        finding = Finding("polarity-unknown", Severity.WARNING, message, raw=name)
    else:
        way = polarity.word.lower()
        message = f"{way.capitalize()} was inferred from the first word, {verb!r}; please confirm."
        finding = Finding("polarity-inferred", Severity.NOTE, message, raw=name)
    return polarity, PolarityBasis.INFERRED, finding


def _decimals(figures: Iterable[Figure]) -> int | None:
    """Decimals to show: as many as any figure needs, and as few as were printed (U4, S7)."""
    values = [(f.value, f.decimals or 0) for f in figures if f.value is not None]
    if not values:
        return None
    needed = 0
    for value, _ in values:
        exponent = value.normalize().as_tuple().exponent
        needed = max(needed, -exponent if isinstance(exponent, int) else 0)
    return max(needed, min(printed for _, printed in values))
