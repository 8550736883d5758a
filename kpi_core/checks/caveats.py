"""Caveats that stand in names and commentary: found, quoted and shown beside the number (S12, S13).

Each pattern is a known way of limiting a figure. What is quoted is the report's own phrase, once:
a phrase inside another one that is already quoted says nothing more.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kpi_core.checks.caveat_words import PATTERNS, labels
from kpi_core.checks.evidence import Evidence, about
from kpi_core.checks.misplaced import misplaced_sentences
from kpi_core.facts import IndicatorFacts, Quote
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity

BY_A_PERSON = "Noted in the catalogue"
NO_CAVEAT = "No caveat"
CAVEAT_KINDS = (*labels(), BY_A_PERSON, NO_CAVEAT)
"""Every kind that a row may be of; a row without a caveat is of the last one."""

_QUOTING = ": “"
_COMPILED = tuple((rule, label, re.compile(text, re.IGNORECASE)) for rule, label, text in PATTERNS)

DENIED = re.compile(
    r"\b(?:no|not|never|without|no longer|nor)(?: \w{1,20}){0,2}\s*$", re.IGNORECASE
)
"""Words before a caveat that take it back, as in "there is no time lag"."""

BEFORE = 40
"""Characters before a caveat in which such words are looked for."""


MOST = 30
"""Caveats of one indicator; a text with more limits nothing any further."""


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
    said = {sentence.partition(_QUOTING)[0] for sentence in sentences}
    known = [kind for kind in CAVEAT_KINDS[:-2] if kind in said]
    if said - set(known):
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
                said = any(phrase.casefold() in known for _, known in found)
                if (
                    len(found) < MOST
                    and not said
                    and not DENIED.search(text, max(0, match.start() - BEFORE), match.start())
                ):
                    found[rule, phrase.casefold()] = Caveat(rule, label, phrase, quote.cell)
    return list(found.values())
