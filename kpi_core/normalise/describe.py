"""What lasts about an indicator: unit, polarity, accumulation; and a note for what was inferred."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpi_core.catalogue import Catalogue, IndicatorEntry
from kpi_core.cells import Problem
from kpi_core.cells.figures import Figure
from kpi_core.cells.names import accumulation_from, polarity_from, unit_from
from kpi_core.cells.polarity_words import parse_polarity
from kpi_core.cells.text import quote
from kpi_core.cells.unit_words import parse_unit
from kpi_core.facts import Indicator
from kpi_core.findings import Finding
from kpi_core.layout import Role
from kpi_core.normalise.corrections import polarity_differs, unit_differs
from kpi_core.normalise.identity import indicator_id
from kpi_core.vocabulary import Accumulation, Polarity, PolarityBasis, Severity, Unit


@dataclass(frozen=True)
class Printed:
    """What one row prints of its indicator.

    Attributes:
        name: exactly as printed.
        figures: the row's own figures and its target.
        columns: text by role for plan, theme, owner, unit, polarity and the like.
        accumulation: what the headings of the figures say of how they add up.
        target: the target's text.
        target_polarity: the way that its wording implies, None without a target.
    """

    name: str
    figures: tuple[Figure, ...]
    columns: Mapping[str, str | None]
    accumulation: Accumulation = Accumulation.UNKNOWN
    target: str = ""
    target_polarity: Polarity | None = None

    def column(self, role: Role) -> str | None:
        return self.columns.get(role)


def describe(
    printed: Printed, position: int, organisation: str, catalogue: Catalogue
) -> tuple[Indicator, list[Finding]]:
    """The indicator of one row; the catalogue wins over what is printed, and that over wording.

    Args:
        printed: what the row says.
        position: place in the report, from 1.
        organisation: id of the council.
        catalogue: what people know.
    """
    entry = catalogue.indicator(organisation, printed.name)
    known = entry or _unlisted(organisation, printed.name)
    unit, unit_notes = _unit(printed, known)
    polarity, basis, polarity_notes = _polarity(printed, known)
    theme = printed.column(Role.THEME)
    indicator = Indicator(
        organisation=organisation,
        id=indicator_id(printed.name, entry),
        name=printed.name,
        title=known.title,
        position=position,
        polarity=polarity,
        polarity_basis=basis,
        unit=unit,
        decimals=_decimals(printed.figures) if known.decimals is None else known.decimals,
        accumulation=_accumulation(printed, known),
        plan=printed.column(Role.PLAN),
        theme=theme or known.theme,
        theme_basis="report" if theme else ("catalogue" if known.theme else None),
        frequency=_frequency(printed, known),
        owner=printed.column(Role.OWNER) or known.owner,
        action=printed.column(Role.ACTION) or known.action,
        due_date=printed.column(Role.DUE_DATE) or known.due_date,
        caveats=known.caveats,
        national_measure=known.national_measure,
        reference=printed.column(Role.REFERENCE) or known.reference,
        standards=known.standards,
        no_national_measure=known.no_national_measure,
    )
    return indicator, [*unit_notes, *polarity_notes]


def _unlisted(organisation: str, name: str) -> IndicatorEntry:
    return IndicatorEntry(
        organisation=organisation, id="unlisted", names=(name,), title=name.strip()
    )


def _frequency(printed: Printed, known: IndicatorEntry) -> str | None:
    annual = "annual" if _accumulation(printed, known) is Accumulation.ANNUAL else None
    return printed.column(Role.FREQUENCY) or known.frequency or annual


def _accumulation(printed: Printed, known: IndicatorEntry) -> Accumulation:
    named = known.accumulation or accumulation_from(printed.name)
    return printed.accumulation if named is Accumulation.UNKNOWN else named


def _unit(printed: Printed, known: IndicatorEntry) -> tuple[Unit, list[Finding]]:
    """The catalogue's unit, else the sign most figures carry, else what is said of it (U1)."""
    if known.unit is not None:
        differs = unit_differs(known.unit, printed.figures)
        return known.unit, [differs] if differs is not None else []
    stated, notes = _stated_unit(printed)
    units = Counter(f.unit for f in printed.figures if f.value is not None)
    bare = units.pop(Unit.UNKNOWN, 0)
    unit = stated if stated is not Unit.UNKNOWN else unit_from(printed.name)
    stray = unit not in (Unit.UNKNOWN, *units) and bare > units.total()  # one % in a row of rates
    if units and not stray:
        return units.most_common(1)[0][0], notes
    if unit is Unit.UNKNOWN:
        message = (
            "The unit is not known: the figures carry no sign and the name does not say it. "
            "Give the indicator a unit in the catalogue."
        )
        return unit, [*notes, Finding("unit-unknown", Severity.NOTE, message, raw=printed.name)]
    if stated is not Unit.UNKNOWN:
        return unit, notes
    message = f"The figures carry no sign; the unit ({unit.word}) was taken from the name."
    return unit, [*notes, Finding("unit-inferred", Severity.NOTE, message, raw=printed.name)]


def _stated_unit(printed: Printed) -> tuple[Unit, list[Finding]]:
    """What the row's unit column says."""
    text = printed.column(Role.UNIT)
    unit = parse_unit(text) if text is not None else Unit.UNKNOWN
    if unit is Unit.COUNT and any(f.value is not None and f.value % 1 for f in printed.figures):
        unit = Problem(f"{quote(text or '')} says what is counted, and the figures are no counts")
    if isinstance(unit, Problem):
        message = f"{unit.reason}. The text is kept and no unit is taken from it."
        return Unit.UNKNOWN, [Finding("unit-unreadable", Severity.NOTE, message, raw=text)]
    return unit, []


def _polarity(
    printed: Printed, known: IndicatorEntry
) -> tuple[Polarity, PolarityBasis, list[Finding]]:
    """The catalogue's polarity, else the declared one, else what name and target imply (P2)."""
    if known.polarity is not None:
        differs = polarity_differs(known.polarity, printed.name)
        return known.polarity, PolarityBasis.CATALOGUE, [differs] if differs is not None else []
    text = printed.column(Role.POLARITY)
    declared = parse_polarity(text) if text is not None else Polarity.UNKNOWN
    notes = []
    if isinstance(declared, Problem):
        message = f"{declared.reason}. The text is kept and no polarity is taken from it."
        notes.append(Finding("polarity-unreadable", Severity.WARNING, message, raw=text))
    elif declared is not Polarity.UNKNOWN:
        return declared, PolarityBasis.DECLARED, []
    polarity, finding = _implied_polarity(printed)
    return polarity, PolarityBasis.INFERRED, [*notes, finding]


def _implied_polarity(printed: Printed) -> tuple[Polarity, Finding]:
    """By the leading verb, else by a target such as "at least 70%"; marked as inferred."""
    name = printed.name
    verb = name.split(maxsplit=1)[0] if name.split() else ""
    polarity, said = polarity_from(name), f"the first word, {verb!r}"
    by_target = printed.target_polarity or Polarity.UNKNOWN
    if polarity is Polarity.UNKNOWN and by_target is not Polarity.UNKNOWN:
        polarity, said = by_target, f"the target, {quote(printed.target)}"
    if polarity is Polarity.UNKNOWN:
        message = (
            f"Which way is good is not known: the name begins with {verb!r}. Without it the "
            "indicator is not rated; give it a polarity in the catalogue."
        )
        return polarity, Finding("polarity-unknown", Severity.WARNING, message, raw=name)
    way = polarity.word.lower()
    if by_target not in (Polarity.UNKNOWN, polarity):
        message = (
            f"{way.capitalize()} was inferred from {said}, and the target, "
            f"{quote(printed.target)}, reads as {by_target.word.lower()}. Correct one of them, or "
            "give the indicator a polarity in the catalogue."
        )
        return polarity, Finding("polarity-differs-from-target", Severity.WARNING, message, name)
    message = f"{way.capitalize()} was inferred from {said}; please confirm."
    return polarity, Finding("polarity-inferred", Severity.NOTE, message, raw=name)


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
