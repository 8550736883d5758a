"""Words, letters and signs for a status that mean the same in every report.

"OK", "warning", "alert", "data only" and "unknown" are those of the performance system that many
councils use.

Only wordings that judge are here. "Above target" is bad where less is better, "within target" is
met in one report and nearly met in the next: both are Problems until a legend or the catalogue
says what they mean.
"""

import re

from kpi_core.cells import Problem
from kpi_core.cells.declared import from_symbol_font, split_gloss
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import quote
from kpi_core.vocabulary import Missing, Status

COLOURS: dict[str, Status] = {
    "red": Status.RED,
    **dict.fromkeys(("amber", "yellow", "orange"), Status.AMBER),
    "green": Status.GREEN,
    **dict.fromkeys(("🔴", "🟥"), Status.RED),
    **dict.fromkeys(("🟠", "🟡", "🟧", "🟨"), Status.AMBER),
    **dict.fromkeys(("🟢", "🟩"), Status.GREEN),
}
LETTERS = {"r": Status.RED, "a": Status.AMBER, "g": Status.GREEN}

_JUDGEMENTS: dict[str, Status] = {
    **dict.fromkeys(
        (
            *("off track", "off target", "not on target", "not on track", "behind target"),
            *("not met", "target not met", "did not meet", "did not meet goal", "not met goal"),
            *("missed", "target missed", "missed target", "not achieved", "target not achieved"),
            *("significantly off target", "well off target", "worse than target", "failed"),
            *("alert", "not achieving target", "not achieving"),
        ),
        Status.RED,
    ),
    **dict.fromkeys(
        (
            *("close to target", "near target", "nearly met", "almost met", "narrowly missed"),
            *("partially met", "partly met", "partially achieved", "partly achieved"),
            *("slightly off target", "slightly off track", "within tolerance", "at risk"),
            *("warning", "achieved in part", "met in part"),
            *("target narrowly missed", "target partially met", "partially on track"),
        ),
        Status.AMBER,
    ),
    **dict.fromkeys(
        (
            *("on track", "on target", "on or better than target", "better than target"),
            *("met", "target met", "met goal", "met target", "met or exceeded", "target achieved"),
            *("achieved", "target met or exceeded", "progressing as planned"),
            *("ok", "on course", "achieving", "achieving target", "fully met", "fully achieved"),
            *("on schedule", "at or better than target", "met or better than target"),
        ),
        Status.GREEN,
    ),
    **dict.fromkeys(
        ("exceeded", "exceeding", "exceeded target", "exceeding target", "target exceeded"),
        Status.EXCEEDED,
    ),
}
_NOT_RATED: dict[str, Missing] = {
    **dict.fromkeys(
        (
            *("baseline year", "baseline", "for information only", "information only"),
            *("for information", "contextual", "contextual measure", "contextual only"),
            *("data only", "monitor only", "trend only", "no target", "no target set"),
            *("not targeted", "not rag rated", "no rag"),
        ),
        Missing.NOT_APPLICABLE,
    ),
    **dict.fromkeys(
        ("not scored", "not rated", "unknown", "grey", "gray", "⚪"), Missing.NOT_AVAILABLE
    ),
}
_SIDES = re.compile(
    r"(?:(?:slightly|just|well|far|significantly) )?(?:above|over|below|under)(?: the)?"
    r"(?: target| average)?|higher than target|lower than target"
)
_SHAPES = frozenset("★☆⭐●○⚫◉▲△▼▽■□◆◇✓✔✗✘✕✖×☑☒✅❌🔵⚠")
_COLOURS_OF_THEIR_OWN = ("blue", "purple", "gold", "silver")
_MIDDLE = ("within target", "within agreed limits", "within limits", "within range")
_LEAD = re.compile(r"(?:rag rating|rag status|rag|status|rating)(?: ?[:=-] ?| )(?=.)")


def status_word(key: str) -> Status | Missing | None:
    """What one looked-up text means by itself, its gloss not counted."""
    found = COLOURS.get(key) or LETTERS.get(key) or _JUDGEMENTS.get(key) or _NOT_RATED.get(key)
    # the case of a single letter is lost here, and only in lower case does it say what is missing
    return found or (missing_from(key) if len(key) > 1 else None)


def status_meaning(key: str) -> Status | Missing | None:
    """What a text means with the words beside it: "RAG: Red", "Blue - exceeded", "🟢 Green".

    A colour outranks the remark behind it, unless that names another colour. A letter has to
    agree with it.
    """
    key = _LEAD.sub("", key, count=1)
    found = status_word(key)
    if found:
        return found
    sign, gloss = _parted(key)
    named, remark = status_word(sign), _gloss_word(gloss)
    if named is None:
        return remark if sign in _COLOURS_OF_THEIR_OWN or set(sign) <= _SHAPES else None
    if isinstance(named, Missing):
        return named
    others = {COLOURS[word] for word in re.findall(r"\w+", gloss) if word in COLOURS}
    if sign in LETTERS and isinstance(remark, Status):
        others.add(beside(named, remark))
    return named if gloss and others <= {named} else None


def beside(named: Status | Missing | None, said: Status) -> Status:
    """What a wording says beside a sign: "G - exceeded" is a green of three colours, not a fourth.

    A letter or a colour that is green says that green is all that the report can show.
    """
    return Status.GREEN if named is Status.GREEN and said is Status.EXCEEDED else said


def status_problem(text: str, key: str) -> Problem:
    """Why a text is no status that can be known without a legend."""
    shown = quote(text)
    if key and set(key) <= _SHAPES:
        return Problem(f"{shown} is a sign that only a legend can explain")
    if from_symbol_font(text):
        return Problem(f"{shown} is a character of a symbol font, which means nothing without it")
    if _SIDES.fullmatch(key):
        return Problem(
            f"{shown} says on which side of the target the figure is, not whether that is good"
        )
    if key in _MIDDLE:
        return Problem(
            f"{shown} means met in some reports and nearly met in others: a legend has to say"
        )
    return Problem(f"{shown} is not a known status")


def _parted(key: str) -> tuple[str, str]:
    """Sign and gloss, where a shape needs no dash before its word."""
    if key[:1] in _SHAPES or key[:1] in COLOURS:
        return key[0], key[1:].strip(" -:=")
    return split_gloss(key)


def _gloss_word(gloss: str) -> Status | Missing | None:
    """A gloss is read as words: a letter or a shape in it says nothing."""
    return status_word(gloss) if len(gloss) > 1 else None
