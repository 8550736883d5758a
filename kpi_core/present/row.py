"""One row of a scorecard: a rating and its figures turned into finished texts."""

from decimal import Decimal
from typing import Any, NamedTuple

from kpi_core.cells import Problem
from kpi_core.periods import Period, period_from_label
from kpi_core.present import words
from kpi_core.present.doubts import doubts
from kpi_core.rules.comparison import compare
from kpi_core.schema.outlook import OUTLOOK
from kpi_core.selection import on_screen
from kpi_core.vocabulary import (
    NOT_AVAILABLE,
    NOT_RATED,
    DirectionBasis,
    Missing,
    Movement,
    Polarity,
    Unit,
    status_symbol,
)


class Spark(NamedTuple):
    """A row's figures in the order of the periods; None where there is no figure."""

    values: tuple[float | None, ...]
    texts: tuple[str, ...]


def sort_key(label: str) -> Any:
    """Orders period labels in time; one that cannot be read comes first."""
    period = period_from_label(label)
    return () if isinstance(period, Problem) else period.sort_key


def scorecard_row(
    rating: dict[str, Any], figures: dict[str, dict[str, Any]], periods: tuple[str, ...]
) -> dict[str, Any]:
    unit, decimals = Unit(rating["unit"]), rating["decimals"]
    values = {label: value_of(figures.get(label)) for label in periods}
    row = {
        key: rating[key]
        for key in (
            *("organisation", "indicator", "title", "name", "theme", "plan", "owner", "action"),
            *("due_date", "unit", "decimals", "polarity", "period_label", "value", "target", "gap"),
            *("status_reason", "direction_reason", "commentary", "caveats", "findings", "change"),
            *("agrees_status", "agrees_direction", "comparator", "comparator_value", "comparison"),
            *("comparator_gap", "gap_relative", "accumulation", "polarity_basis", "source_cell"),
            *("bands", "target_low", "target_high", "what_would_change", "scheme"),
            *("fragile", "fragility_reason", *(column.name for column in OUTLOOK)),
        )
    }
    row |= _status_words(rating) | _longer_term(rating) | doubts(rating)
    row |= _latest(rating, values, unit, decimals) | _noted(figures.get(rating["period_label"]))
    row |= _year_ago(rating, values, unit, decimals)
    row |= _comparator(rating, unit, decimals)
    row |= {
        "value_text": words.value_text(rating["value"], unit, decimals),
        "target_text": _target_text(rating, unit, decimals),
        "gap_text": words.gap_text(rating["gap"], unit, decimals, "target"),
        "change_text": _since(rating, unit, decimals),
        "spark": Spark(
            tuple(values.values()),
            tuple(_figure_words(figures.get(label), unit, decimals) for label in periods),
        ),
    }
    row["search"] = _search_text(row)
    return row


def value_of(figure: dict[str, Any] | None) -> float | None:
    """The value of a figure row, None where there is none."""
    return figure["value"] if figure is not None and words.has(figure["value"]) else None


def _noted(figure: dict[str, Any] | None) -> dict[str, Any]:
    """Why there is no figure, and what its publisher notes on one that is there."""
    return {key: figure[key] if figure is not None else None for key in ("missing", "mark")}


def _figure_words(figure: dict[str, Any] | None, unit: Unit, decimals: int | None) -> str:
    value = value_of(figure)
    if value is not None:
        return words.value_text(value, unit, decimals)
    missing = figure["missing"] if figure is not None else None
    return missing_word(missing)


def missing_word(missing: object) -> str:
    """Why there is no figure, for a person."""
    return Missing(missing).word if isinstance(missing, str) else words.NO_FIGURE


def _status_words(rating: dict[str, Any]) -> dict[str, Any]:
    status = rating["declared_status"] or NOT_RATED
    direction = rating["declared_direction"] or NOT_AVAILABLE
    movement = _movement(rating)
    return {
        "status": status,
        "status_word": on_screen(status),
        "status_symbol": status_symbol(status),
        "computed_status_word": on_screen(rating["computed_status"] or NOT_RATED),
        "direction": direction,
        "direction_word": on_screen(direction),
        "computed_direction_word": on_screen(rating["computed_direction"] or NOT_AVAILABLE),
        "movement": movement.value if movement else None,
        "movement_arrow": movement.arrow if movement else "",
    }


def _movement(rating: dict[str, Any]) -> Movement | None:
    """As stored; of a version of before it was, from the sign of the change."""
    if rating["movement"] is not None:
        return Movement(rating["movement"])
    return None if rating["change"] is None else Movement.of(rating["change"])


def _latest(
    rating: dict[str, Any], values: dict[str, float | None], unit: Unit, decimals: int | None
) -> dict[str, Any]:
    """The newest figure there is, and how many quarters before the rated period it is."""
    rated = period_from_label(rating["period_label"])
    with_value = [label for label, value in values.items() if value is not None]
    known = [label for label in with_value if sort_key(label) <= sort_key(rating["period_label"])]
    if not known or isinstance(rated, Problem):
        return {"latest_period": None, "latest_text": words.NO_FIGURE, "age": None}
    newest = known[-1]
    age = _quarters_between(newest, rated)
    return {
        "latest_period": newest,
        "latest_text": words.value_text(values[newest], unit, decimals),
        "age": age,
    }


def _quarters_between(label: str, rated: Period) -> int | None:
    period = period_from_label(label)
    if isinstance(period, Problem) or period.end is None or rated.end is None:
        return None
    months = (rated.end.year - period.end.year) * 12 + rated.end.month - period.end.month
    return round(months / 3)


def _longer_term(rating: dict[str, Any]) -> dict[str, Any]:
    return {
        "long_direction_word": on_screen(rating["long_direction"] or NOT_AVAILABLE),
        **{
            key: rating[key]
            for key in ("long_direction_reason", "long_change", "long_compared_period")
        },
    }


def _year_ago(
    rating: dict[str, Any], values: dict[str, float | None], unit: Unit, decimals: int | None
) -> dict[str, Any]:
    """Against the same period of the year before (S18)."""
    rated = period_from_label(rating["period_label"])
    before = None if isinstance(rated, Problem) else rated.year_before()
    then = values.get(before.label) if before is not None else None
    now = rating["value"]
    compared = compare(_exact(now), _exact(then), Polarity(rating["polarity"]))
    change = None if now is None or then is None else float(Decimal(str(now)) - Decimal(str(then)))
    return {
        "year_ago": compared.comparison.value,
        "year_change": change,
        "year_change_text": words.change_text(change, unit, decimals),
        "year_ago_period": before.label if before is not None else None,
        "year_ago_text": words.value_text(then, unit, decimals),
    }


def _exact(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _target_text(rating: dict[str, Any], unit: Unit, decimals: int | None) -> str:
    if rating["target_low"] is not None:
        ends = (rating["target_low"], rating["target_high"])
        return " to ".join(words.value_text(end, unit, decimals) for end in ends)
    if rating["target"] is None:
        return words.NO_TARGET
    return words.value_text(rating["target"], unit, decimals)


def _since(rating: dict[str, Any], unit: Unit, decimals: int | None) -> str:
    text = words.change_text(rating["change"], unit, decimals)
    if not text:
        return ""
    if rating["direction_basis"] == DirectionBasis.PREVIOUS_ROUND:
        return f"{text} since the previous round"
    by = " by a fitted line" if rating["direction_basis"] == DirectionBasis.REGRESSION else ""
    return f"{text}{by} since {rating['compared_period']}"


def _comparator(rating: dict[str, Any], unit: Unit, decimals: int | None) -> dict[str, Any]:
    """The comparator that the row names, else its only one (B5)."""
    if not rating["comparator"]:
        return {"comparator_name": None, "comparator_text": None, "comparator_gap_text": ""}
    name = words.group_name(rating["comparator"])
    against = name[0].lower() + name[1:] if "neighbours" in name else name
    return {
        "comparator_name": name,
        "comparator_text": words.value_text(rating["comparator_value"], unit, decimals),
        "comparator_gap_text": words.gap_text(rating["comparator_gap"], unit, decimals, against),
    }


def _search_text(row: dict[str, Any]) -> str:
    parts = (row["title"], row["name"], row["theme"], row["owner"], row["commentary"])
    return " ".join(part for part in parts if part).casefold()
