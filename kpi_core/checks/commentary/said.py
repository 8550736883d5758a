"""Sentences of commentary beside the row they stand in, and the findings made of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kpi_core.checks.commentary.silence import silent_from
from kpi_core.checks.commentary.subjects import BOUNDARY, Subject, Voice
from kpi_core.checks.commentary.times import Clock, Time
from kpi_core.checks.evidence import Evidence, about
from kpi_core.checks.misplaced import misplaced_sentences
from kpi_core.checks.sentences import sentences
from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.findings import Finding
from kpi_core.rules.assess import Assessment
from kpi_core.vocabulary import Severity

LONGEST_SENTENCE = 2_000
"""Longer ones are lists without full stops, or noise, in which nothing is claimed for certain.

They are kept as text like all commentary; looking for claims in them would take as long as the
square of their length.
"""

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)['‘][^'’]{20,}['’](?!\w)")
"""Words quoted from elsewhere, such as the definition of the indicator."""


@dataclass(frozen=True)
class Said:
    """One sentence beside its row. ``text`` is the sentence without its quotations.

    Attributes:
        current: the figure of the rated period, None where it is missing or in another unit.
        opens: whether it is the first sentence, so that "it" is the indicator.
        after_another_time: whether the sentence before it speaks of another period.
    """

    assessment: Assessment
    sentence: str
    text: str
    clock: Clock
    voice: Voice
    current: Observation | None
    opens: bool
    after_another_time: bool

    @property
    def facts(self) -> IndicatorFacts:
        return self.assessment.facts

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Every time that the sentence names."""
        return tuple(self.clock.times(self.text))

    @cached_property
    def silent_from(self) -> int:
        return silent_from(self.text)

    @cached_property
    def _boundaries(self) -> list[tuple[int, int]]:
        return [match.span() for match in BOUNDARY.finditer(self.text)]

    def named(self, start: int, end: int) -> list[Time]:
        """The times that a part of the sentence names."""
        return [time for time in self.times if time.start >= start and time.end <= end]

    def elsewhere(self, start: int = 0, end: int | None = None) -> bool:
        """Whether the sentence, or a part of it, names any time but the rated one."""
        end = len(self.text) if end is None else end
        return any(not time.now for time in self.named(start, end))

    def subject(self, at: int, phrase: str | None = None) -> Subject:
        """What the claim that begins at ``at`` is about; nothing where it is not certain.

        Args:
            at: where the claim's verb begins.
            phrase: the words that say what it is about, where they do not stand before the verb.
        """
        if at >= self.silent_from:
            return Subject.NONE
        if self.opens and IT.fullmatch(self.text, 0, at):
            return Subject.PERFORMANCE
        return self.voice.subject(self.text, at) if phrase is None else self.voice.of(phrase)

    def subject_of_sentence(self, at: int) -> bool:
        """Whether the sentence with a phrase at ``at`` begins with the row, or with the phrase."""
        if at >= self.silent_from:
            return False
        first = self.voice.first(self.text, at)
        return first is not Subject.NONE or self.voice.says_nothing(self.text[:at])

    def clause_start(self, at: int) -> int:
        """Where the clause with ``at`` begins."""
        before = bisect_right(self._boundaries, at, key=lambda span: span[1])
        return self._boundaries[before - 1][1] if before else 0

    def clause_end(self, at: int) -> int:
        """Where the clause that reaches to ``at`` ends."""
        after = bisect_left(self._boundaries, at, key=lambda span: span[0])
        return self._boundaries[after][0] if after < len(self._boundaries) else len(self.text)

    def narrowed(self, at: int) -> bool:
        """Whether what follows in the clause names a part, a place or anything else not the row."""
        rest = self.text[at : self.clause_end(at)]
        return NARROWING.match(rest) is not None and not self.voice.is_own(rest)


IT = re.compile(r"(?:it|this)(?:['’]s)?\s*", re.IGNORECASE)

NARROWING = re.compile(
    r"\s*(?:\w+ly )?(?:for|in|at|across|among|amongst|within|by|of|when|from|on|to|with)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)  # several checks ask about the same report, one after the other
def told(evidence: Evidence) -> tuple[Said, ...]:
    """Every sentence that may claim something, in the order of the report.

    Left out are sentences that seem to belong to another row (S16), and endless ones.
    """
    elsewhere = misplaced_sentences(evidence)
    return tuple(
        said
        for assessment in evidence.assessments
        if assessment.facts.commentary is not None
        for said in _of_row(evidence, assessment, elsewhere)
    )


def _of_row(
    evidence: Evidence, assessment: Assessment, elsewhere: frozenset[str]
) -> Iterator[Said]:
    facts = assessment.facts
    clock = Clock(facts, evidence.report.period)
    voice = Voice(facts, clock)
    current = facts.observed(evidence.report.period)
    if current is not None and (current.value is None or current.unit != facts.indicator.unit):
        current = None
    earlier = False
    parts = sentences(facts.commentary.text if facts.commentary else "")
    for place, sentence in enumerate(parts):
        if len(sentence) > LONGEST_SENTENCE:
            continue
        text = " ".join(QUOTED.sub(" ", sentence).split())
        said = Said(assessment, sentence, text, clock, voice, current, place == 0, earlier)
        if sentence not in elsewhere:
            yield said
        earlier = said.elsewhere()


def contradiction(said: Said, rule: str, message: str) -> Finding:
    """A warning about the commentary cell, with the whole commentary as it stands."""
    quote = said.facts.commentary
    cell = quote.cell if quote else said.facts.name_cell
    raw = quote.text if quote else None
    return about(said.assessment, rule, Severity.WARNING, message, cell, raw)


def printed(observation: Observation) -> str:
    """A figure of the table as it is printed there."""
    return observation.figure.raw.strip()
