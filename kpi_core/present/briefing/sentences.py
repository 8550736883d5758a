"""Each change in a sentence that could be read out: what it is now, and what it was.

A sentence follows the indicator's name and a colon. What stands beside it is a note: a target or
a scheme that is not the same on both sides (R8), and the arithmetic of what is ours.
"""

from collections.abc import Callable, Iterator, Sequence

from kpi_core.periods import UNKNOWN
from kpi_core.present.briefing.sides import Side
from kpi_core.vocabulary import ChangeKind

COMPUTED = "computed by us"

NO_STATUS = "not rated"


def said(kind: ChangeKind, then: Side, now: Side) -> str:
    """The sentence of a change that both sides tell."""
    if kind.of_status:
        return _status(then, now)
    return _OTHERS[kind](then, now)


def notes(kind: ChangeKind, then: Side, now: Side, between: Sequence[Side] = ()) -> tuple[str, ...]:
    """What keeps the two sides of a change from being quite alike, and how ours was worked out.

    Args:
        kind: of the change.
        then: the side that the present one is held against.
        now: the present one.
        between: later sides than that, which have no status, newest first.
    """
    if kind.of_status:
        passed = (_reason(side) for side in between)
        ours = (*_arithmetic(then, now), *_disputed(then, now))
        return (*_unlike(then, now, scheme=0), *passed, *ours)
    if kind in (ChangeKind.TURNED_DOWN, ChangeKind.TURNED_UP):
        return (*_unlike(then, now, scheme=1), *_disputed_turn(then, now))
    return ()


def not_compared(then: Side | None, now: Side) -> tuple[str, tuple[str, ...]]:
    """Why nothing can be said about a change of status, with the stored reasons."""
    here = f"{_word(now)}{_label(now)} {_in(now)}"
    if then is None:
        return f"{here}; the report has no earlier figure of the same kind.", ()
    was = f"it was {_word(then)}{_label(then)}" if then.status else "no status is known"
    reasons = [_reason(side) for side in (now, then) if side.status is None and side.why]
    return f"{here}; {was} {_when(then, now)}.", tuple(reasons)


def standing(side: Side) -> str:
    """How an indicator stands that only one side has: "red, 11 against a target of 5"."""
    return f"{_word(side)}{_label(side)}, {_held(side)}"


def gone(side: Side) -> str:
    """How an indicator stood that is not there any more."""
    return f"not in this report; it was {standing(side)} {_in(side)}."


def came(side: Side, how: str) -> str:
    """How an indicator stands that was not in the report before."""
    return f"{how}; {standing(side)}."


def _status(then: Side, now: Side) -> str:
    mixed = then.status_declared != now.status_declared
    return (
        f"{_word(now)}{_label(now, mixed=mixed)}, was {_word(then)}{_label(then, mixed=mixed)} "
        f"{_when(then, now)}; {_held(now)}, was {_was(then, now)}."
    )


def _turned(then: Side, now: Side) -> str:
    mixed = then.direction_declared != now.direction_declared

    def word(side: Side) -> str:
        declared = side.direction_declared
        label = "" if declared and not mixed else " (declared)" if declared else f" ({COMPUTED})"
        return f"{side.direction}{label}"

    return f"{word(now)}, was {word(then)} {_when(then, now)}; {now.figure}, was {then.figure}."


def _missing(then: Side, now: Side) -> str:
    return f"{now.figure} {_here(then, now)}, was {then.figure} {_when(then, now)}."


def _given(then: Side, now: Side) -> str:
    return f"{now.figure} {_here(then, now)}; there was {then.figure} {_when(then, now)}."


_OTHERS: dict[ChangeKind, Callable[[Side, Side], str]] = {
    ChangeKind.TURNED_DOWN: _turned,
    ChangeKind.TURNED_UP: _turned,
    ChangeKind.NEWLY_MISSING: _missing,
    ChangeKind.NOW_GIVEN: _given,
}


def _word(side: Side) -> str:
    return str(side.status.value) if side.status else NO_STATUS


def _label(side: Side, *, mixed: bool = False) -> str:
    """Whose word a status is: always said of ours, and of the council's where ours is beside it."""
    if side.status is None:
        return ""
    if not side.status_declared:
        return f" ({COMPUTED})"
    return " (declared)" if mixed else ""


def _held(side: Side) -> str:
    if side.value is None or not side.target_text:
        return side.figure
    return f"{side.figure} against a target of {side.target_text}"


def _was(then: Side, now: Side) -> str:
    same = then.target == now.target or not then.target_text
    return then.figure if same else f"{then.figure} against {then.target_text}"


def _in(side: Side) -> str:
    return "in a period that is not stated" if side.period == UNKNOWN.label else f"in {side.period}"


def _reason(side: Side) -> str:
    """Our stored reason with its period, which is left out where it is not stated."""
    return side.why if side.period == UNKNOWN.label else f"{side.period}: {side.why}"


def _when(then: Side, now: Side) -> str:
    alike = then.period in (now.period, UNKNOWN.label)
    return "in the earlier report" if alike else f"in {then.period}"


def _here(then: Side, now: Side) -> str:
    alike = now.period in (then.period, UNKNOWN.label)
    return "in this report" if alike else f"in {now.period}"


def _unlike(then: Side, now: Side, scheme: int) -> Iterator[str]:
    if scheme == 0 and then.target and now.target and then.target != now.target:
        yield (
            f"The targets differ: {now.target_text} {_here(then, now)}, {then.target_text} "
            f"{_when(then, now)}."
        )
    used = [side.schemes[scheme] for side in (now, then) if len(side.schemes) > scheme]
    if len(used) == 2 and used[0] != used[1]:
        yield f"The schemes differ: {used[0]} now, {used[1]} then."
    if then.unit is not now.unit:
        yield f"The figures are not alike: in {now.unit.word} now, in {then.unit.word} then."


def _arithmetic(then: Side, now: Side) -> Iterator[str]:
    for side in (now, then):
        if not side.status_declared and side.why:
            yield f"Computed by us {_in(side)}: {side.why}"


def _disputed(then: Side, now: Side) -> Iterator[str]:
    """Where our rule gives another colour than the declared one, so that it may be no change."""
    for side in (now, then):
        if side.status_declared and side.by_our_rule:
            yield f"Declared {_word(side)} {_in(side)}; by our rule {side.by_our_rule}: {side.why}"


def _disputed_turn(then: Side, now: Side) -> Iterator[str]:
    """The same for a direction; ours is explained as well where nothing was declared."""
    for side in (now, then):
        if side.turned_by_our_rule:
            yield f"Declared {side.direction} {_in(side)}; by our rule: {side.turn_why}"
        elif not side.direction_declared and side.turn_why:
            yield f"Computed by us {_in(side)}: {side.turn_why}"
