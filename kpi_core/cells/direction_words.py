"""Words and signs for a direction of travel: judgements, and movements that are none (D2)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kpi_core.cells import Problem
from kpi_core.cells.declared import from_symbol_font
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import plain, quote
from kpi_core.vocabulary import Direction, Missing, Movement, Polarity

_JUDGEMENTS: dict[str, Direction] = {
    **dict.fromkeys(
        ("improving", "improved", "better", "improvement", "getting better", "has improved"),
        Direction.IMPROVING,
    ),
    **dict.fromkeys(
        (
            *("maintained", "maintaining", "stayed the same", "same", "no change", "static"),
            *("stable", "the same", "unchanged", "steady", "no significant change", "consistent"),
            *("about the same", "remained the same", "little change", "not changed"),
        ),
        Direction.MAINTAINED,
    ),
    **dict.fromkeys(
        (
            *("declining", "declined", "deteriorating", "deteriorated", "worsening", "worse"),
            *("worsened", "getting worse", "decline", "deterioration", "has declined"),
        ),
        Direction.DECLINING,
    ),
}
_MOVEMENTS: dict[str, Movement] = {
    **dict.fromkeys(
        (
            *("up", "increasing", "increased", "increase", "rising", "risen", "higher", "upward"),
            *"↑⬆▲△⇑⇧↗⬈➚🔼⏫",
        ),
        Movement.UP,
    ),
    **dict.fromkeys(
        (
            *("down", "decreasing", "decreased", "decrease", "falling", "fallen", "lower"),
            *("downward", *"↓⬇▼▽⇓⇩↘⬊➘🔽⏬"),
        ),
        Movement.DOWN,
    ),
    **dict.fromkeys(("level", "flat", "sideways", "><", "<>", *"=→➡⮕⇒⇨►▶↔⬌⇔⟷➔"), Movement.LEVEL),
}
# Arrows of Wingdings, whose places in the font text extraction gives as letters with accents.
_WINGDINGS = {
    **dict.fromkeys("áéñäìö", Movement.UP),
    **dict.fromkeys("âêòæîø", Movement.DOWN),
    **dict.fromkeys("àèðó", Movement.LEVEL),
}
_PRIVATE = {chr(0xF000 + ord(letter)): way for letter, way in _WINGDINGS.items()}
_SIGNS = "".join(sorted(sign for sign in _MOVEMENTS if len(sign) == 1 and not sign.isalpha()))
_SIGN = re.compile(f"[{re.escape(_SIGNS)}]")
_PARTS = re.compile(r" ?(?:&|,|;|/|\(|\)|:| - |\band\b) ?")
_DEGREE = re.compile(r"^(?:slightly|significantly|marginally) | (?:slightly|significantly)$")
_SINCE = re.compile(
    r" (?:than|as|since|from|on|compared (?:to|with)) (?:the )?(?:last|previous|prior) "
    r"(?:year|quarter|month|period|report)(?:'s)?$"
)
_NOTHING_TO_COMPARE: dict[str, Missing] = {
    **dict.fromkeys(
        ("new", "new measure", "new indicator", "not comparable", "no comparison", "first year"),
        Missing.NOT_APPLICABLE,
    ),
    **dict.fromkeys(
        ("no previous data", "no trend", "no comparative data", "no comparable data", "unknown"),
        Missing.NOT_AVAILABLE,
    ),
}
_TWO_VALUED = ("not improving", "not improved", "not declining", "not worse", "no worse")


@dataclass(frozen=True)
class Said:
    """What the parts of a text say: at most one judgement, at most one movement."""

    word: Direction | None = None
    movement: Movement | None = None
    missing: Missing | None = None


def judge(movement: Movement, polarity: Polarity) -> Direction | None:
    """What a movement means (D2); None where neither way is better or the way is not known."""
    if movement is Movement.LEVEL:
        return Direction.MAINTAINED
    if not polarity.judges:
        return None
    better = (movement is Movement.UP) == (polarity.sign > 0)
    return Direction.IMPROVING if better else Direction.DECLINING


def direction_meaning(key: str) -> Said | None:
    """What a looked-up text means: "improving & decreasing" is a judgement and a movement.

    None where a part of it is not known or two parts disagree.
    """
    key = re.sub("[◄◀] ?[►▶]", "→", key)
    signs = _SIGN.findall(key)
    words = [word for part in _PARTS.split(_SIGN.sub(" ", key)) if (word := _spoken(part))]
    if missing := _missing(key):
        return Said(missing=missing)
    if key in _MOVEMENTS:
        signs, words = [key], []
    judged = {_JUDGEMENTS[word] for word in words if word in _JUDGEMENTS}
    moved = {_MOVEMENTS[word] for word in (*words, *signs) if word in _MOVEMENTS}
    known = all(word in _JUDGEMENTS or word in _MOVEMENTS for word in words)
    if not known or len(judged) > 1 or len(moved) > 1 or not (judged or moved):
        return None
    return Said(next(iter(judged), None), next(iter(moved), None))


def symbol_font_movements(column: Iterable[str]) -> dict[str, Movement]:
    """The letters of a direction column that are arrows of a symbol font, if all of them are.

    A single letter with an accent says nothing by itself; a column of nothing else is one of
    arrows. Cells without a word do not count.
    """
    texts = {plain(text) for text in column if not missing_from(text)}
    found = {text: _WINGDINGS[text] for text in texts if text in _WINGDINGS}
    others = texts - found.keys() - _PRIVATE.keys()
    return found | _PRIVATE if not others else dict(_PRIVATE)


def direction_problem(text: str, key: str) -> Problem:
    """Why a text is no direction."""
    if key in _TWO_VALUED:
        return Problem(
            f"{quote(text)} joins two directions, one of them maintained, and does not say which"
        )
    if from_symbol_font(text) or plain(text) in _WINGDINGS:
        return Problem(f"{quote(text)} may be an arrow of a symbol font, which way is not certain")
    return Problem(f"{quote(text)} is not a known direction of travel")


def _spoken(part: str) -> str:
    """One part as the word that it comes to: "slightly better than last year" is "better".

    A movement of performance is left whole, since it is a judgement in other words.
    """
    part = _DEGREE.sub("", _SINCE.sub("", part.strip())).strip()
    word = part.removesuffix(" trend").removesuffix(" performance").removeprefix("performance ")
    return word if word in _JUDGEMENTS else part.removesuffix(" trend")


def _missing(word: str) -> Missing | None:
    # the case of a single letter is lost here, and only in lower case does it say what is missing
    return _NOTHING_TO_COMPARE.get(word) or (missing_from(word) if len(word) > 1 else None)
