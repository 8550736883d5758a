"""Is the change real: limits, signals and their words for one indicator, or why there are none."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from kpi_core.formatting import size_text
from kpi_core.present import words
from kpi_core.present.annual import trend
from kpi_core.present.neighbours import Neighbours, Slot, neighbours
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.series import UNIT_TITLES
from kpi_core.present.variation_words import Line, finding, notes, reading
from kpi_core.present.versions import figure_versions
from kpi_core.rules.statistics.fitness import unfit
from kpi_core.rules.statistics.possible import kept, possible
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.rules.statistics.ruleset import SCREENED, Ruleset
from kpi_core.rules.statistics.special_causes import Signal
from kpi_core.rules.statistics.summaries import assurance, variation
from kpi_core.rules.statistics.xmr import Xmr, moving_ranges, xmr
from kpi_core.vocabulary import Accumulation, Assurance, Polarity, Unit, Variation


@dataclass(frozen=True)
class VariationReading:
    """What the variation chart and its section read.

    ``points`` has one row per period: period_label, value (NaN when missing), value_text,
    missing_word, range_text, kind (a ``Variation``; empty for a gap or without limits), reading.
    ``lines`` are upper limit, mean, lower limit; ``near`` the two outer lines. All three are
    empty where ``refusal`` says why there are no limits.
    """

    title: str
    unit_label: str
    decimals: int
    suffix: str
    points: pd.DataFrame
    lines: tuple[Line, ...]
    near: tuple[float, ...]
    target: float | None
    target_label: str
    trial: bool
    refusal: str
    variation: Variation | None
    assurance: Assurance | None
    finding: str
    notes: tuple[str, ...]
    trend: str
    ruleset: Ruleset


def variation_reading(
    card: Scorecard, indicator: str, ruleset: Ruleset = SCREENED
) -> VariationReading:
    """Reads the whole history of one indicator of the scorecard."""
    row = card.row(indicator)
    versions = figure_versions(card.dataset, card.organisation, indicator)
    series = neighbours(versions, row["period_label"])
    made = _made(series, Accumulation(row["accumulation"]), ruleset)
    unit, decimals = Unit(row["unit"]), words.places(row["decimals"])
    look = _Look(unit, decimals, Polarity(row["polarity"]))
    target = float(row["target"]) if words.has(row["target"]) else None
    chart = made if isinstance(made, Xmr) else None
    lines = _lines(chart, series, look) if chart else ()
    level = None if target is None else Decimal(str(target))
    return VariationReading(
        title=row["title"],
        unit_label=UNIT_TITLES.get(unit, unit.word[0].upper() + unit.word[1:]),
        decimals=decimals or 0,
        suffix=unit.suffix,
        points=_points(series, chart, look),
        lines=lines,
        near=_near(chart, lines),
        target=target,
        target_label=f"Latest target {row['target_text']}" if target is not None else "",
        trial=chart is not None and chart.limits.trial,
        refusal=made.sentence if isinstance(made, Refusal) else "",
        variation=variation(chart, look.polarity) if chart else None,
        assurance=assurance(chart, level, look.polarity) if chart else None,
        finding=_finding(made, series, lines, look),
        notes=notes(chart, row, lines, cases_known=_cases_known(series)),
        trend=trend(series, row),
        ruleset=ruleset,
    )


@dataclass(frozen=True)
class _Look:
    """How figures are written and judged."""

    unit: Unit
    decimals: int | None
    polarity: Polarity

    def text(self, value: float) -> str:
        return words.value_text(value, self.unit, self.decimals)

    def line_text(self, value: float) -> str:
        """A level lies between figures: one decimal at least."""
        return words.value_text(value, self.unit, max(self.decimals or 0, 1))


def _made(series: Neighbours, accumulation: Accumulation, ruleset: Ruleset) -> Xmr | Refusal:
    refusal = unfit(accumulation, series.kind, broken=series.broken)
    return refusal or xmr([slot.value for slot in series.slots], ruleset)


def _lines(chart: Xmr, series: Neighbours, look: _Look) -> tuple[Line, ...]:
    known = [slot.value for slot in series.slots if slot.value is not None]
    bounds = possible(known, look.unit)
    trial = "Trial " if chart.limits.trial else ""
    made = []
    for name, exact in (
        (f"{trial}upper limit".capitalize(), chart.limits.upper),
        ("Mean", chart.limits.mean),
        (f"{trial}lower limit".capitalize(), chart.limits.lower),
    ):
        shown = kept(exact, bounds)
        text = look.line_text(float(shown))
        made.append(Line(name, float(shown), text, float(exact)))
    return tuple(made)


def _near(chart: Xmr | None, lines: tuple[Line, ...]) -> tuple[float, ...]:
    """The outer lines, as far as they are within the limits shown."""
    if chart is None:
        return ()
    both = (float(chart.limits.near_lower), float(chart.limits.near_upper))
    return tuple(level for level in both if lines[2].shown < level < lines[0].shown)


def _points(series: Neighbours, chart: Xmr | None, look: _Look) -> pd.DataFrame:
    slots = series.slots
    figures = [None if slot.value is None else Fraction(slot.value) for slot in slots]
    signals = chart.signals if chart else (None,) * len(slots)
    rows = [
        {
            "period_label": slot.period.label,
            "value": float("nan") if slot.value is None else float(slot.value),
            "value_text": words.NO_FIGURE if slot.value is None else look.text(float(slot.value)),
            "missing_word": slot.missing_word,
            "range_text": _size(size, look),
            "kind": _kind(slot, signal, look) if chart else "",
            "reading": reading(signal, chart.ruleset) if chart and slot.value is not None else "",
        }
        for slot, size, signal in zip(slots, moving_ranges(figures), signals, strict=True)
    ]
    columns = ["period_label", "value", "value_text", "missing_word", "range_text", "kind"]
    return pd.DataFrame(rows, columns=[*columns, "reading"])


def _size(size: Fraction | None, look: _Look) -> str:
    return "" if size is None else size_text(float(size), look.unit, look.decimals)


def _kind(slot: Slot, signal: Signal | None, look: _Look) -> str:
    if slot.value is None:
        return ""
    return Variation.of(signal.side if signal else 0, look.polarity).value


def _finding(made: Xmr | Refusal, series: Neighbours, lines: tuple[Line, ...], look: _Look) -> str:
    if isinstance(made, Refusal):
        return made.sentence
    slot = series.slots[made.latest]
    said = f"{look.text(float(slot.value or 0))} in {slot.period.label}"
    between = (lines[2].text, lines[1].text, lines[0].text)
    return finding(made, variation(made, look.polarity), said, between)


def _cases_known(series: Neighbours) -> bool:
    """Whether it is known of every figure how many cases it is out of."""
    seen = [slot.seen for slot in series.slots if slot.seen is not None]
    return all(words.has(record["denominator"]) for record in seen)
