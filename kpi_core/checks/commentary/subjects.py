"""What a clause is about: the row's own performance, its own figure, or something else.

"Performance" rises when things get better, "the rate" when the number does. Anything that is not
said to be the row's own, in words of scorecards or of the indicator's own name, is something else.
"""

import re
from enum import Enum

from kpi_core.checks.commentary.times import TIME, Clock
from kpi_core.checks.telling import telling_words
from kpi_core.facts import IndicatorFacts
from kpi_core.vocabulary import Polarity, Unit


class Subject(Enum):
    """Whose movement a verb tells."""

    PERFORMANCE = "performance"
    FIGURE = "figure"
    NONE = "none"

    def sign(self, polarity: Polarity) -> int:
        """Which way "up" is of something called so: +1 the number's, 0 where nobody can know."""
        if self is Subject.FIGURE:
            return 1
        return int(polarity is Polarity.HIGHER_IS_BETTER and self is Subject.PERFORMANCE)


PERFORMANCE = frozenset({"performance", "position", "indicator", "measure", "kpi", "we", "council"})
FIGURES = frozenset({"figure", "result", "outturn", "value", "level", "data", "reading"})
OF_UNIT: dict[str, frozenset[str]] = {
    "number": frozenset({"number", "total", "count", "volume"}),
    "money": frozenset({"cost", "average", "spend", "total"}),
    "share": frozenset({"rate", "percentage", "proportion", "score", "average", "ratio"}),
}
"""Nouns that stand for the row's figure, by what it counts."""

_GRAMMAR = (
    "the our this that its it it's their a an of in for at to on by as across over during through "
    "throughout is are was were has have had been be does do did remain remains remained continues "
    "also however unfortunately pleasingly therefore still just only well again and per cent"
)
_SCORECARDS = (
    "overall current currently latest reported annual quarterly cumulative final actual full year "
    "end quarter month period now date provisional council's council’s 10,000 1,000 100,000"
)
PASSED_OVER = frozenset(_GRAMMAR.split()) | frozenset(_SCORECARDS.split())
"""Words that say nothing of what a clause is about."""

NOT_TELLING = frozenset(
    {"reduce", "increase", "maintain", "improve", "decrease"}
    | {"number", "proportion", "percentage", "rate"}
)
"""Words of an indicator's name that do not say what it counts."""

LEAST_OF_NAME = 0.5
"""Share of the name's telling words that a clause without a word of scorecards has to repeat."""

BOUNDARY = re.compile(
    r"(?P<free>[,;:(•)]|\s[-–]\s|\b(?:and|but|yet)\b)|"
    r"\b(?:whilst|while|although|though|however|because|so|which|who|that|where|as|than)\b",
    re.IGNORECASE,
)
"""Where a clause may begin. After a ``free`` one the subject of the sentence may go on."""

REACH = 160
"""How far back the subject of a verb may begin."""

A_SINGLE = re.compile(r"\s*an?\b", re.IGNORECASE)
"""A score in general, as in "a score of 1.0 means", is not the row's."""

AFTER_NUMBER = frozenset(
    {"against", "compared", "below", "above", "up", "down", "from", "and", "which", "but"}
)
"""Words that may follow a bare number without saying what it counts."""

_NEXT = re.compile(r" ([a-z’'-]+)", re.IGNORECASE)
_WORD = re.compile(r"[\w’'][\w’',]*")


class Voice:
    """Tells what the clauses of one row's commentary are about."""

    def __init__(self, facts: IndicatorFacts, clock: Clock) -> None:
        self._clock = clock
        self._name = telling_words(facts.indicator.name) - NOT_TELLING
        self._all = _singular(facts.indicator.name)
        unit = facts.indicator.unit
        kind = {Unit.COUNT: "number", Unit.GBP: "money"}.get(unit, "share")
        self._nouns = FIGURES | OF_UNIT[kind]
        self._counts = unit is Unit.COUNT

    def subject(self, sentence: str, at: int) -> Subject:
        """What the verb at ``at`` tells of: its clause's words, else those of the sentence."""
        since = max(0, at - REACH)
        starts = list(BOUNDARY.finditer(sentence, since, at))
        if since and not starts:
            return Subject.NONE
        clause = sentence[starts[-1].end() if starts else 0 : at]
        if it := _IT.search(clause):
            return self.first(sentence, at - len(it.group()))
        if self._words(clause):
            return self.of(clause)
        if not starts:  # "Better than target", "The year was better than target"
            return Subject.PERFORMANCE
        return self.first(sentence, starts[0].start()) if starts[-1]["free"] else Subject.NONE

    def is_own(self, phrase: str) -> bool:
        """Whether a phrase adds nothing that is not in the indicator's name."""
        said = telling_words(TIME.sub(" ", phrase))
        return said <= self._name | {"total", "overall", "full", "alone", "end", "final"}

    def counts(self, text: str, at: int) -> bool:
        """Whether the word after a bare number leaves it the row's: one of its name, or grammar."""
        word = _NEXT.match(text, at)
        allowed = _PASSED_OVER | AFTER_NUMBER | (self._all if self._counts else set())
        return word is None or _singular(word[1]) <= allowed

    def says_nothing(self, phrase: str) -> bool:
        """Whether a phrase holds only words of time and grammar."""
        return not self._words(phrase)

    def of(self, phrase: str) -> Subject:
        """What a phrase such as "the overall rate for the year" stands for."""
        if A_SINGLE.match(phrase):
            return Subject.NONE
        words = self._words(phrase)
        told, nouns = words & PERFORMANCE, words & self._nouns
        rest = words - told - nouns
        whole = len(self._name & telling_words(phrase)) >= LEAST_OF_NAME * len(self._name)
        if not rest <= self._all or (rest and (told or not whole)):
            return Subject.NONE
        if told:
            return Subject.PERFORMANCE
        return Subject.FIGURE if nouns or (self._counts and rest) else Subject.NONE

    def first(self, sentence: str, end: int) -> Subject:
        """The subject of the sentence's first clause: its words up to the first verb."""
        verb = VERB.search(sentence, 0, end)
        if verb is None:
            return Subject.NONE
        starts = list(BOUNDARY.finditer(sentence, 0, verb.start()))
        phrase = sentence[starts[-1].end() if starts else 0 : verb.start()]
        return self.of(phrase) if self._words(phrase) else Subject.NONE

    def _words(self, phrase: str) -> set[str]:
        """The words of a phrase but those of time and grammar, singular and plural as one."""
        return _singular(TIME.sub(" ", phrase)) - _PASSED_OVER


def _singular(text: str) -> set[str]:
    words = (word.strip("’',").removesuffix("s") for word in _WORD.findall(text.casefold()))
    return {word for word in words if word}


_PASSED_OVER = frozenset(word.removesuffix("s") for word in PASSED_OVER)
_IT = re.compile(
    r"\bit(?:['’]s)?(?: (?:has|is|was|does|did))?(?: also| still| now)?\s*$", re.IGNORECASE
)
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|do|remain\w*|stands|stood|continue\w*|"
    r"improved|declined|rose|fell|increased|decreased|reduced|met|missed|exceeded|achieved)\b",
    re.IGNORECASE,
)
