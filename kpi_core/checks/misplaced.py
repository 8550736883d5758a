"""Sentences that seem to belong to another row: an inference, so a note and never an error (S16).

A sentence is suspicious when next to nothing of it recurs in its own row and a good part of it
does in another. Words count by how few rows use them, so that "children" says little and
"police" says much.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Set

from kpi_core.checks.evidence import Evidence, about
from kpi_core.checks.sentences import sentences
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

SHORTEST_WORD = 3

_GRAMMAR = (
    "and any are been but each for from had has have however its not our she such than that the "
    "their there these they this those under very was were where which whilst while who will with "
    "within you your also all can may more most per some"
)

_SCORECARDS = (
    "indicator performance target measure figure result year quarter change average statistical "
    "neighbour nearest national england"
)

STOPWORDS = frozenset(_GRAMMAR.split()) | frozenset(_SCORECARDS.split())
"""Words of grammar, and words of every scorecard whatever it is about."""


def sentences_elsewhere(evidence: Evidence) -> Iterator[tuple[int, str, int, list[str]]]:
    """Yields (row, sentence, other row, shared words) for each suspicious sentence."""
    rows = [assessment.facts for assessment in evidence.assessments]
    if len(rows) < MIN_ROWS:
        return
    words = [_words(_all_text(facts)) for facts in rows]
    rows_with = Counter(word for row in words for word in row)
    weight = {word: math.log(len(rows) / count) for word, count in rows_with.items()}
    for at, facts in enumerate(rows):
        parts = sentences(facts.commentary.text) if facts.commentary else []
        for sentence in parts if len(parts) > 1 else []:
            said = _words(sentence)
            own = _words(" ".join([facts.indicator.name, *(p for p in parts if p != sentence)]))
            if _covered(said, own, weight) > MOST_OF_OWN_ROW:
                continue
            others = ((_covered(said, w, weight), i) for i, w in enumerate(words) if i != at)
            covered, other = max(others)
            if covered >= LEAST_OF_OTHER_ROW and len(said & words[other]) >= ENOUGH:
                yield at, sentence, other, sorted(said & words[other])


def misplaced_sentences(evidence: Evidence) -> frozenset[str]:
    """The suspicious sentences, so that they count as no caveat of the row they stand in."""
    return frozenset(sentence for _, sentence, _, _ in sentences_elsewhere(evidence))


def text_of_another_row(evidence: Evidence) -> Iterator[Finding]:
    """A note for each suspicious sentence, naming the row that it may belong to."""
    for at, sentence, other, shared in sentences_elsewhere(evidence):
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


def _words(text: str) -> set[str]:
    """The telling words of a text, singular and plural as one."""
    found = re.findall(r"[a-z]+", text.casefold())
    return {w.removesuffix("s") for w in found if len(w) >= SHORTEST_WORD} - STOPWORDS


def _covered(said: Set[str], row: Set[str], weight: dict[str, float]) -> float:
    """The share of a sentence's weight that a row repeats."""
    whole = sum(weight.get(word, 0) for word in said)
    return sum(weight.get(word, 0) for word in said & row) / whole if whole else 1.0
