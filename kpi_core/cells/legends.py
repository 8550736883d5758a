"""Legends printed in a report: what its letters, colours and shapes stand for.

A legend line is a sign and its meaning, ``G = On target``, ``★ Exceeded``; several may stand in
one text. A meaning that is not known teaches nothing, and a sign with two meanings none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kpi_core.cells.declared import key_of
from kpi_core.cells.direction_words import direction_meaning
from kpi_core.cells.missing import missing_from
from kpi_core.cells.status_words import COLOURS, LETTERS, beside, status_word
from kpi_core.vocabulary import Direction, Missing, Movement, Status

Meaning = TypeVar("Meaning")

LONGEST_LEGEND = 1000
_COLOUR = r"(?:dark |light )?(?:red|amber|yellow|orange|green|blue|gr[ea]y|purple|black|white)"
_SHAPE = r"[^\w\s()=:;,.'\"%&/\\\[\]£+<>-]{1,2}"
_BARE = rf"(?:{_COLOUR} )?(?:star|circle|triangle|square|diamond|tick|cross)|{_COLOUR}|{_SHAPE}"
# A letter needs a joint before its meaning, or each short word would be a sign.
_LINE = re.compile(
    r"(?:(?:rag |status )?(?:key|legend)|rag|where):? ?(?P<rest>.+)|(?P<whole>.+)", re.IGNORECASE
)
_SIGN = re.compile(
    rf"(?:\(?(?P<letter>[a-z]{{1,2}})\)? ?[=:-]|\(?(?P<bare>{_BARE})\)? ?[=:-]?) ?(?P<meaning>.+)"
)
_SHORT_SIGN = rf"(?:[a-z]{{1,2}}|{_COLOUR}(?: star)?|{_SHAPE})"
_NEXT = re.compile(
    rf"[;|\n\t]|,(?= ?(?:[a-z]{{1,2}}|{_BARE}) ?[=:-])|(?<=\S) (?={_SHORT_SIGN} ?=)", re.IGNORECASE
)
_NAMED = re.compile(r"(red|amber|yellow|orange|green)(?: (?:star|rating|status))?")

_BEYOND = r"(?:performance )?(?:is )?(?:more than|over|greater than|>) ?[0-9.]+ ?%.*"
_UP_TO = r"(?:performance )?(?:is )?(?:within|up to|less than|<) ?[0-9.]+ ?%.*"
_SHORT = r"\b(?:off|short of|outside|worse than|away from|of target)\b.*"
_TOLERANCE = r"(?:the )?(?:agreed |acceptable )?tolerances?\b.*"
_MEANINGS: tuple[tuple[re.Pattern[str], Status | Missing], ...] = tuple(
    (re.compile(form), meaning)
    for form, meaning in (
        (r".*\b(?:not available|no data)\b.*", Missing.NOT_AVAILABLE),
        (r".*\b(?:not due|annual measure)\b.*", Missing.NOT_DUE),
        (r".*\b(?:not applicable|not targeted|no target)\b.*", Missing.NOT_APPLICABLE),
        (r".*\b(?:not yet available|awaited|awaiting|to follow)\b.*", Missing.AWAITED),
        (_BEYOND + _SHORT, Status.RED),
        (_UP_TO + _SHORT, Status.AMBER),
        (rf".*\bwithin {_TOLERANCE}", Status.AMBER),
        (rf".*\boutside {_TOLERANCE}", Status.RED),
        (r"(?:performance )?(?:is )?on (?:the )?target", Status.GREEN),
        (r"(?:performance )?(?:is )?(?:exceeding|exceeds?) (?:the )?target", Status.EXCEEDED),
        (r"(?:performance )?(?:is )?(?:significantly )?off (?:the )?target", Status.RED),
    )
)


def legend_from(texts: Iterable[str]) -> dict[str, Status | Missing]:
    """What the signs of a status column stand for, as far as the texts explain them.

    Keys are signs as :class:`.words.StatusVocabulary` looks them up.
    """
    return _legend(texts, _status_meant)


def direction_legend_from(texts: Iterable[str]) -> dict[str, Direction | Movement | Missing]:
    """The same for a direction column: ``↑ Improving``, ``S = Same``, ``▲ value has increased``."""
    return _legend(texts, _direction_meant)


def _legend(
    texts: Iterable[str], meaning_of: Callable[[str, str], Meaning | None]
) -> dict[str, Meaning]:
    found: dict[str, set[Meaning]] = {}
    for sign, words in _lines(texts):
        meaning = meaning_of(sign, words)
        if meaning is not None:
            found.setdefault(sign, set()).add(meaning)
    return {sign: meanings.pop() for sign, meanings in found.items() if len(meanings) == 1}


def _lines(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each sign with the words printed for it, both ready to be looked up."""
    short = (text for text in texts if len(text) <= LONGEST_LEGEND)
    for piece in (piece for text in short for piece in _NEXT.split(text)):
        line = _LINE.fullmatch(key_of(piece))
        match = _SIGN.fullmatch(line["rest"] or line["whole"]) if line else None
        if match:
            yield match["letter"] or match["bare"], match["meaning"].strip(" .,)")


def _status_meant(sign: str, words: str) -> Status | Missing | None:
    """A colour means itself. For other signs the words decide, or the colour that they are."""
    if sign in COLOURS:
        return COLOURS[sign]
    named = _NAMED.fullmatch(words)
    known = COLOURS[named[1]] if named else status_word(words) if len(words) > 1 else None
    meant = known or next((meant for form, meant in _MEANINGS if form.fullmatch(words)), None)
    return beside(LETTERS.get(sign), meant) if isinstance(meant, Status) else meant


def _direction_meant(_: str, words: str) -> Direction | Movement | Missing | None:
    spoken = re.sub(r"^(?:performance|values?|figures?|results?) (?:is|are|has|have) ", "", words)
    said = direction_meaning(spoken)
    if said is None:
        return missing_from(words) if len(words) > 1 else None
    return said.word or said.missing or said.movement
