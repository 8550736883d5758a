"""Sentences that seem to belong to another row: an inference, so a note and never an error (S16).

A sentence is suspicious when next to nothing of it recurs in its own row and a good part of it
does in another. Words count by how few rows use them, so that "children" says little and
"police" says much.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kpi_core.checks.evidence import Evidence, about
from kpi_core.checks.sentences import sentences
from kpi_core.checks.telling import telling_words
from kpi_core.facts import IndicatorFacts
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity

MOST_OF_OWN_ROW = 0.05
"""Share of a sentence's weight that its own row may repeat."""

LEAST_OF_OTHER_ROW = 0.2
"""Share that another row must repeat."""

ENOUGH = 2
"""Words that the sentence must share with the other row."""

MIN_ROWS = 4
"""With fewer rows there is no telling which words are common."""

MOST_ROWS = 50
"""A word of more rows than this tells nothing, however long the report is."""


class Suspicion(NamedTuple):
    """A sentence of one row that another row says more of; rows by their number."""

    row: int
    sentence: str
    other: int
    shared: tuple[str, ...]


@lru_cache(maxsize=1)  # three checks ask about the same report, one after the other
def suspicions(evidence: Evidence) -> tuple[Suspicion, ...]:
    """Every suspicious sentence of a report."""
    rows = [assessment.facts for assessment in evidence.assessments]
    if len(rows) < MIN_ROWS:
        return ()
    words = [telling_words(_all_text(facts)) for facts in rows]
    rows_with: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(words):
        for word in row:
            rows_with[word].append(at)
    weight = {
        word: math.log(len(rows) / len(found)) if len(found) <= MOST_ROWS else 0.0
        for word, found in rows_with.items()
    }
    found = (_suspicion(at, rows[at], words, rows_with, weight) for at in range(len(rows)))
    return tuple(suspicion for of_row in found for suspicion in of_row)


def _suspicion(
    at: int,
    facts: IndicatorFacts,
    words: list[set[str]],
    rows_with: Mapping[str, list[int]],
    weight: Mapping[str, float],
) -> Iterator[Suspicion]:
    parts = sentences(facts.commentary.text) if facts.commentary else []
    told = {sentence: telling_words(sentence) for sentence in parts}
    name = telling_words(facts.indicator.name)
    uses = Counter(word for said in told.values() for word in said)
    for sentence, said in told.items() if len(parts) > 1 else ():
        whole = sum(weight.get(word, 0) for word in said)
        repeated = (word for word in said if word in name or uses[word] > 1)
        own = sum(weight.get(word, 0) for word in repeated)
        if not whole or own / whole > MOST_OF_OWN_ROW:
            continue
        covered: dict[int, float] = defaultdict(float)
        for word in said:
            for other in rows_with[word] if weight.get(word) else ():
                covered[other] += weight[word]
        covered.pop(at, None)
        best = max(covered, key=lambda other: (covered[other], other), default=at)
        shared = said & words[best]
        if covered[best] / whole >= LEAST_OF_OTHER_ROW and len(shared) >= ENOUGH:
            yield Suspicion(at, sentence, best, tuple(sorted(shared)))


def misplaced_sentences(evidence: Evidence) -> frozenset[str]:
    """The suspicious sentences, so that they count as no caveat of the row they stand in."""
    return frozenset(suspicion.sentence for suspicion in suspicions(evidence))


def text_of_another_row(evidence: Evidence) -> Iterator[Finding]:
    """A note for each suspicious sentence, naming the row that it may belong to."""
    for at, sentence, other, shared in suspicions(evidence):
        assessment = evidence.assessments[at]
        title = evidence.assessments[other].facts.indicator.title
        message = (
            f"This sentence may belong to “{title}”, with which it shares {', '.join(shared)}. "
            "Nothing in its own row is about that. This is inferred; move it if it is so."
        )
        quote = assessment.facts.commentary
        cell = quote.cell if quote else assessment.facts.name_cell
        yield about(assessment, "text-may-belong-elsewhere", Severity.NOTE, message, cell, sentence)


def _all_text(facts: IndicatorFacts) -> str:
    return f"{facts.indicator.name} {facts.commentary.text if facts.commentary else ''}"
