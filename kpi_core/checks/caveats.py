"""Caveats that stand in names and commentary: found, quoted and shown beside the number (S12, S13).

Each pattern is a known way of limiting a figure. What is quoted is the report's own phrase.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kpi_core.checks.evidence import Evidence, about
from kpi_core.checks.misplaced import misplaced_sentences
from kpi_core.facts import IndicatorFacts, Quote
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity

PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("caveat-time-lag", "Time lag", r"[\w\s-]{0,20}?time lag(?: of [\d\s–-]+ \w+| on \w+)?"),
    ("caveat-annual-survey", "Annual survey", r"annual survey"),
    ("caveat-provisional", "Provisional first", r"provisional results? \w+[^);]*"),
    ("caveat-rolling-average", "Average over years", r"(?<!\d)\d+[ -]year average"),
    (
        "caveat-target-not-fit",
        "Target in doubt",
        r"target\b[^.]{0,40}\bnot fit for purpose[^.]*",
    ),
    (
        "caveat-definition-change",
        "Definition changes",
        r"indicator will change[^.]*|from 20\d\d/\d\d the service will be measuring[^.]*",
    ),
    ("caveat-reorganisation", "Reorganisation", r"(?:realignment|restructur\w+|reorgani\w+)[^.]*"),
    (
        "caveat-cohort",
        "Limited to some people",
        r"for children who (?:are|were) [^)]*|not in care six months after[^)]*",
    ),
    ("caveat-other-source", "Another body's data", r"this is a \w+ measure[^.]*"),
)

BY_A_PERSON = "Noted in the catalogue"
NO_CAVEAT = "No caveat"
CAVEAT_KINDS = (*(label for _, label, _ in PATTERNS), BY_A_PERSON, NO_CAVEAT)
"""Every kind that a row may be of; a row without a caveat is of the last one."""

_QUOTING = ": “"
_COMPILED = tuple((rule, label, re.compile(text, re.IGNORECASE)) for rule, label, text in PATTERNS)


@dataclass(frozen=True)
class Caveat:
    """One caveat: ``label`` in our words, ``phrase`` in the report's."""

    rule: str
    label: str
    phrase: str
    cell: str

    @property
    def sentence(self) -> str:
        return f"{self.label}{_QUOTING}{self.phrase}”"


def caveat_kinds(sentences: Iterable[str]) -> tuple[str, ...]:
    """The kinds of some caveats as the dataset keeps them, each once and in a fixed order."""
    labels = {sentence.partition(_QUOTING)[0] for sentence in sentences}
    known = [kind for kind in CAVEAT_KINDS[:-2] if kind in labels]
    if labels - set(known):
        known.append(BY_A_PERSON)
    return tuple(known) or (NO_CAVEAT,)


def stated_caveats(evidence: Evidence) -> Iterator[Finding]:
    """A note for every caveat in a name or a commentary."""
    elsewhere = misplaced_sentences(evidence)
    for assessment in evidence.assessments:
        for caveat in caveats_of(assessment.facts, elsewhere):
            message = f"{caveat.label}. Read the figure with this in mind: “{caveat.phrase}”."
            yield about(assessment, caveat.rule, Severity.NOTE, message, caveat.cell, caveat.phrase)


def caveats_of(facts: IndicatorFacts, elsewhere: frozenset[str] = frozenset()) -> list[Caveat]:
    """The caveats of one indicator, name first; sentences of another row are left out."""
    name = Quote(facts.indicator.name, facts.name_cell)
    quotes = [name] + ([facts.commentary] if facts.commentary else [])
    found: dict[tuple[str, str], Caveat] = {}
    for quote in quotes:
        text = quote.text
        for sentence in elsewhere:
            text = text.replace(sentence, " ")
        for rule, label, pattern in _COMPILED:
            for match in pattern.finditer(text):
                phrase = match.group().strip(" (,;")
                found.setdefault((rule, phrase.casefold()), Caveat(rule, label, phrase, quote.cell))
    return list(found.values())
