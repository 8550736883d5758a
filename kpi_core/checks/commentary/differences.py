"""Differences in points, and shares beside their counts, against the row's arithmetic (S7, U2)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kpi_core.checks.commentary.figures import RULE, nowhere
from kpi_core.checks.commentary.groups import ANY_OTHERS, quoted_of
from kpi_core.checks.commentary.numbers import FIGURE, Mention, mention, same
from kpi_core.checks.commentary.said import Said, contradiction, printed, told
from kpi_core.checks.commentary.subjects import Subject
from kpi_core.checks.evidence import Evidence
from kpi_core.findings import Finding
from kpi_core.formatting import rounded
from kpi_core.vocabulary import Unit

DIFFERENCE = re.compile(
    r"\b(?:is|was|are|were|has|have)(?: (?:just|only|now|still|also|exactly|increased|decreased|"
    r"improved|fallen|risen|declined|dropped|reduced|up|down|by|an? (?:increase|decrease|"
    rf"improvement|reduction|rise|fall|drop) of|a)){{0,3}} {FIGURE.pattern}",
    re.IGNORECASE,
)
"""A verb of the row's own, and the difference that it gives."""

SHARE = re.compile(
    rf"{FIGURE.pattern}\s*\((?P<part>\d{{1,6}}) (?:out )?of (?:the )?(?P<whole>\d{{1,6}})\b"
    r"[^()]{0,60}\)",
    re.IGNORECASE,
)
"""A percentage with its numerator and denominator in brackets."""


def differences(evidence: Evidence) -> Iterator[Finding]:
    """A difference in percentage points that is none between figures of the row."""
    for said in told(evidence):
        if said.facts.indicator.unit is not Unit.PERCENT or said.current is None:
            continue
        for match in DIFFERENCE.finditer(said.text):
            given = mention(match)
            if given.is_difference and _is_own(said, match, given) and not _differs(said, given):
                yield nowhere(said, given)


def shares(evidence: Evidence) -> Iterator[Finding]:
    """The row's percentage beside a numerator and a denominator that give another one."""
    for said in told(evidence):
        current = said.current
        if current is None or current.value is None:
            continue
        for match in SHARE.finditer(said.text):
            given, whole = mention(match), Decimal(match["whole"])
            if given.unit is not Unit.PERCENT or not whole or not same(given, current.value):
                continue
            share = Decimal(match["part"]) / whole * 100
            if abs(share - given.value) >= Decimal(1).scaleb(-given.decimals):
                message = (
                    f"The commentary says “{match.group()}”, and {match['part']} of "
                    f"{match['whole']} is {rounded(share, max(1, given.decimals))}%; the table "
                    f"prints {printed(current)} for {current.period.label}. Ask the owner which "
                    "is right."
                )
                yield contradiction(said, RULE, message)


def _is_own(said: Said, match: re.Match[str], given: Mention) -> bool:
    """Whether a difference is said to be the row's, over times and against others that it has."""
    if said.subject(match.start()) is Subject.NONE:
        return False
    start, end = said.clause_start(match.start()), said.clause_end(given.end)
    if any(not time.now and not time.readings for time in said.named(start, end)):
        return False
    others = ANY_OTHERS.finditer(said.text, start, end)
    return all(other["name"] and quoted_of(said, other["name"]) for other in others)


def _differs(said: Said, given: Mention) -> bool:
    """Whether the row has such a difference: of two of its figures, or of one and its target."""
    own = [o.value for o in said.facts.own if o.value is not None]
    known = [a - b for a in own for b in own]
    others = [*said.facts.quoted, *said.facts.other_targets, said.facts.target]
    known += [a - o.value for o in others if o is not None and o.value is not None for a in own]
    return any(same(given, abs(value)) for value in known)
