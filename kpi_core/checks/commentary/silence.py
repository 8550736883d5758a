"""Words that make a sentence say nothing for certain about this row and this period.

A claim is tested only where no careful reader could take it otherwise. Every entry is a kind of
wording, how to say it to a person, and the words themselves; the Methods screen lists them.
"""

import re
from typing import NamedTuple


class Silence(NamedTuple):
    """A kind of wording after which nothing is claimed for certain."""

    name: str
    explained: str
    pattern: str


SILENT_BEFORE: tuple[Silence, ...] = (
    Silence(
        "hope",
        "hopes, plans and forecasts, such as “we expect to” or “will”",
        r"will|would|should|could|can|may|might|expect\w*|aim\w*|plan(?:s|ned|ning)? to|"
        r"hop(?:e|es|ed|ing)|forecast\w*|predict\w*|anticipat\w*|ambition\w*|intend\w*|seek\w*|"
        r"striv\w+|project(?:ed|ions?)|trajectory|on (?:track|course|target) to|in order to|"
        r"to ensure|able to|work\w* (?:hard )?to|continu\w+ to (?!be)|need\w* to|likely|until|"
        r"before|once|when|how|whether|focus\w*|priorit\w+|efforts?|get(?:ting)? back|"
        r"back (?:on|to)",
    ),
    Silence(
        "speech",
        "what others said, such as “residents tell us that”",
        r"tells? us|told us|says?|said|feels?|felt|feedback|believes?|thinks?|"
        r"perce(?:ive\w*|ption)|"
        r"inspectors?|ofsted|audit(?:ors?)?|appears?|seems?|suggests?",
    ),
    Silence(
        "other indicator",
        "another indicator, such as “KPI 12” or “a related measure”",
        r"(?:KPI|PI|indicator|measure) ?[A-Z]{0,3}\d+|"
        r"(?:related|linked|other|another|similar|separate|previous|new|proxy) "
        r"(?:indicators?|measures?|targets?|KPIs?)",
    ),
)
"""Kinds that silence what comes after them in a sentence."""

SILENT_ANYWHERE: tuple[Silence, ...] = (
    Silence(
        "condition",
        "conditions and exceptions, such as “if” or “excluding”",
        r"if|unless|without|exclud\w+|except\w*|were it not|but for|had (?:we|it|the)|"
        r"provided that|assuming|adjust\w+|discount\w+|allowing for|in theory|hypothetical\w*|"
        r"based on|had been|rather than|instead of",
    ),
    Silence(
        "part",
        "a part of the people or places counted, such as “of those” or “for boys”",
        r"of (?:these|those|which|whom)|for (?:boys|girls|men|women|males?|females?|adults|"
        r"children|pupils|those|people|residents in|clients)|amongst?|boys|girls|male|female|"
        r"aged|year[- ]olds?|locality|localities|wards?|districts?|teams? in|schools? in|"
        r"sub-?groups?|cohorts?|some (?:areas|teams|schools|services)|in the (?:north|south|east|"
        r"west)(?!(?:[ -]|ern )?(?:west|east))|each of|most of|half of|individual (?:months|weeks)",
    ),
    Silence("question", "questions", r"\?"),
)
"""Kinds that silence a whole sentence."""

APPROXIMATE = Silence(
    "about",
    "a figure given roughly, such as “around 70%” or “over a third”",
    r"(?:about|around|approx\w*|roughly|nearly|almost|circa|c\.|some|over|under|more than|"
    r"less than|fewer than|at least|at most|up to|between|close to|in the region of|"
    r"above|below)",
)
"""A kind that silences a figure right after it."""


def _compiled(kinds: tuple[Silence, ...]) -> re.Pattern[str]:
    worded = "|".join(kind.pattern for kind in kinds if kind.name != "question")
    return re.compile(rf"\b(?:{worded})\b", re.IGNORECASE)


_BEFORE, _ANYWHERE = _compiled(SILENT_BEFORE), _compiled(SILENT_ANYWHERE)
_ROUGHLY = re.compile(rf"\b{APPROXIMATE.pattern}\s*$", re.IGNORECASE)


def silent_from(sentence: str) -> int:
    """The place in a sentence from which on nothing is claimed for certain; its length for none."""
    if _ANYWHERE.search(sentence) or sentence.endswith("?"):
        return 0
    found = _BEFORE.search(sentence)
    return found.end() if found else len(sentence)


def roughly(sentence: str, at: int) -> bool:
    """Whether a figure that begins at ``at`` is given as an approximation."""
    return _ROUGHLY.search(sentence[max(0, at - 30) : at]) is not None


def wordings() -> tuple[str, ...]:
    """Every kind of wording that is passed over, in finished words."""
    return tuple(k.explained for k in (*SILENT_BEFORE, *SILENT_ANYWHERE, APPROXIMATE))
