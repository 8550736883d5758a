"""What a reader should know before relying on a row: agreement, caveats, and how firm it is."""

from collections.abc import Iterable, Mapping
from typing import Any

from kpi_core.checks.caveats import NO_CAVEAT, caveat_kinds
from kpi_core.present.words import has
from kpi_core.selection import on_screen
from kpi_core.vocabulary import Agreement, Firmness


def doubts(rating: Mapping[str, Any]) -> dict[str, Any]:
    """Columns of a scorecard row; ``agreement`` and ``caveat`` hold several words each.

    Args:
        rating: a row of ``ratings`` with the ``caveats`` of its indicator.
    """
    agreement = _agreement(rating["agrees_status"], rating["agrees_direction"])
    kinds = caveat_kinds(rating["caveats"])
    firmness = _firmness(rating)
    return {
        "agreement": agreement,
        "agreement_words": _listed(on_screen(word) for word in agreement),
        "caveat": kinds,
        "caveat_words": "" if kinds == (NO_CAVEAT,) else _listed(kinds),
        "firmness": firmness,
        "firmness_word": firmness.word if firmness else "",
    }


def _agreement(status: bool | None, direction: bool | None) -> tuple[Agreement, ...]:
    """What differs, each by itself; the same only where something could be compared."""
    if status is None and direction is None:
        return (Agreement.NOTHING_TO_COMPARE,)
    both = ((status, Agreement.DIFFERENT_STATUS), (direction, Agreement.DIFFERENT_DIRECTION))
    return tuple(word for agrees, word in both if agrees is False) or (Agreement.SAME,)


def _firmness(rating: Mapping[str, Any]) -> Firmness | None:
    """None where it was not worked out, as in a dataset of before there was such a column."""
    if rating["computed_status"] is None:
        return Firmness.NOT_RATED
    if not has(rating["fragile"]):
        return None
    return Firmness.COULD_TIP if rating["fragile"] else Firmness.FIRM


def _listed(words: Iterable[str]) -> str:
    """The first word as it is, the others as a sentence goes on: "Time lag; annual survey"."""
    first, *others = words
    return "; ".join([first, *(word[:1].lower() + word[1:] for word in others)])
