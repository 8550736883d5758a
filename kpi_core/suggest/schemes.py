"""The schemes that a report is to be rated by: those that reproduce what it declares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kpi_core.catalogue import (
    DEFAULT_DIRECTION_SCHEME,
    DEFAULT_STATUS_SCHEME,
    Catalogue,
    DeadBand,
    DirectionScheme,
    SchemeKind,
    StatusScheme,
    toml,
)
from kpi_core.facts import ReportFacts
from kpi_core.formatting import share_text
from kpi_core.inference import Answer, Storable, infer, storable
from kpi_core.inference.further_words import said
from kpi_core.inference.sentences import fitted_share
from kpi_core.suggest import several_limits
from kpi_core.suggest.lines import line, offered
from kpi_core.vocabulary import DirectionBasis

OURS = "Inferred from what a report declares: our reading, not the council's stated policy."

CANNOT_BE_SAID = "what fits, as 'kpi schemes infer' says, cannot be said in a catalogue"


@dataclass(frozen=True)
class Tables:
    """Names in ``known`` and those that are new, with the lines of each new table."""

    section: str
    key: str
    default: str
    known: Mapping[str, StatusScheme | DirectionScheme]
    made: dict[str, tuple[str, ...]]

    def line(self, answer: Answer) -> str:
        """The line of one report; a table that it needs is added to ``made``."""
        kept = f"the default; others stand in [{self.section}]"
        found = storable(answer)
        several = self._several(answer)
        if several is not None:
            return several
        if not found:
            told = CANNOT_BE_SAID if answer.found else "which scheme fits cannot be told"
            why = kept if answer.reason is not None else f"{kept}; {told}"
            return offered(self.key, toml.string(self.default), why)
        for name, scheme in self.known.items():
            fit = next((item for item in found if _has(item, scheme)), None)
            if fit is not None and name == self.default:
                why = f"the default; its {_size(scheme)} fits: {_why(answer, fit)}"
                return offered(self.key, toml.string(name), why)
            if fit is not None:
                return line(self.key, toml.string(name), _why(answer, fit))
        return self._new(answer, found)

    def _new(self, answer: Answer, found: Sequence[Storable]) -> str:
        for fit in found:
            if fit.simplest is not None:
                made = tuple(_table(fit, fit.simplest))
                name = self._added(_name(fit, fit.simplest), made)
                return line(self.key, toml.string(name), _why(answer, fit))
        why = f"the default; {CANNOT_BE_SAID}"
        return offered(self.key, toml.string(self.default), why)

    def _several(self, answer: Answer) -> str | None:
        """A scheme of several limits, where no single band says it all."""
        for scheme in answer.further:
            text = several_limits.table(scheme, OURS)
            if text is not None:
                first = f"{several_limits.kind(scheme).value.replace('_', '-')}-inferred"
                return line(self.key, toml.string(self._added(first, text)), said(scheme))
        return None

    def _added(self, first: str, text: tuple[str, ...]) -> str:
        """The name of a new table, which reports of the same scheme share."""
        name, at = first, 1
        while name in self.known or self.made.get(name, text) != text:
            at += 1
            name = f"{first}-{at}"
        self.made[name] = text
        return name


@dataclass(frozen=True)
class Suggested:
    """Lines by report id, and the new tables that they name."""

    lines: Mapping[str, tuple[str, str]]
    tables: tuple[tuple[str, ...], ...]


def suggested_schemes(reports: Sequence[ReportFacts], known: Catalogue) -> Suggested:
    """Schemes of the reports that the catalogue does not list yet."""
    status = Tables("status_schemes", "status_scheme", DEFAULT_STATUS_SCHEME, _statuses(known), {})
    direction = Tables(
        *("direction_schemes", "direction_scheme", DEFAULT_DIRECTION_SCHEME),
        _directions(known),
        {},
    )
    lines = {}
    for report in reports:
        if report.report not in known.reports:
            found = infer(report)
            lines[report.report] = status.line(found.status), direction.line(found.direction)
    made = (
        (f"[{tables.section}.{toml.key(name)}]", *text)
        for tables in (status, direction)
        for name, text in tables.made.items()
    )
    return Suggested(lines, tuple(made))


def _statuses(known: Catalogue) -> dict[str, StatusScheme]:
    """By name, the default first."""
    default = DEFAULT_STATUS_SCHEME
    return {default: known.status_scheme(default), **known.status_schemes}


def _directions(known: Catalogue) -> dict[str, DirectionScheme]:
    default = DEFAULT_DIRECTION_SCHEME
    return {default: known.direction_scheme(default), **known.direction_schemes}


def _has(fit: Storable, scheme: StatusScheme | DirectionScheme) -> bool:
    if isinstance(scheme, DirectionScheme):
        return fit.allows(scheme)
    plain = scheme.kind is SchemeKind.RELATIVE and not scheme.green_within
    return plain and fit.contains(Fraction(scheme.amber_within or 0))


def _size(scheme: StatusScheme | DirectionScheme) -> str:
    if isinstance(scheme, StatusScheme):
        return share_text(scheme.amber_within or 0)
    relative = scheme.band is DeadBand.RELATIVE
    return share_text(scheme.worse_within) if relative else f"{scheme.worse_within:f}"


def _why(answer: Answer, fit: Storable) -> str:
    others = len(answer.found) > 1
    also = "; others fit too, see 'kpi schemes infer'" if others else ""
    return f"{fitted_share(answer, fit)}{also}; our reading"


def _name(fit: Storable, tolerance: Decimal) -> str:
    if not fit.bases:
        return f"relative-{_digits(tolerance * 100)}" if tolerance else "met-or-not-met"
    basis = fit.bases[0].value.replace("_", "-")
    if not tolerance:
        return f"{basis}-no-dead-band"
    sides = "symmetric" if fit.symmetric else "one-sided"
    if fit.band is DeadBand.RELATIVE:
        return f"{basis}-{sides}-{_digits(tolerance * 100)}"
    return f"{basis}-{sides}-{_digits(tolerance)}-in-its-unit"


def _digits(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", "-")


def _table(fit: Storable, tolerance: Decimal) -> Iterator[str]:
    if fit.bases:
        if fit.bases[0] is not DirectionBasis.LAST_REPORTED:
            yield line("basis", toml.string(fit.bases[0].value))
        if fit.band is DeadBand.ABSOLUTE:
            yield line("band", toml.string(fit.band.value))
        yield line("worse_within", f"{tolerance:f}")
        if fit.symmetric:
            yield line("better_within", f"{tolerance:f}")
    else:
        yield line("amber_within", f"{tolerance:f}")
    yield line("description", toml.string(OURS))
