"""Commentary against its own row: figures, claims about the target, comparators (S10).

A figure in commentary that no cell of the row prints, even rounded, is a contradiction when the
sentence is about the row's own performance. Nothing is resolved: both sides are quoted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kpi_core.cells import Problem
from kpi_core.cells.comparators import parse_group
from kpi_core.checks.evidence import Evidence, about
from kpi_core.checks.sentences import sentences
from kpi_core.facts import IndicatorFacts, Observation
from kpi_core.findings import Finding
from kpi_core.formatting import figure_text, rounded
from kpi_core.periods import Period, find_period
from kpi_core.rules.assess import Assessment
from kpi_core.vocabulary import Severity, Status, Unit

PERCENTAGE = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>%|per ?cent\b|percentage points?\b|points?\b)"
)

_NAME = (
    r"\b(?P<name>statistical neighbours?|nearest neighbours?|SN|north[ -]west|NW|england|national|"
    r"eng)(?:ly)?\b"
)

GROUP_BEFORE = re.compile(
    _NAME + r"['’]?(?: (?:averages?|authorities|figures?|rate))?(?: (?:of|is|was|at))?\s*[:(]?\s*$",
    re.IGNORECASE,
)

GROUP_AFTER = re.compile(
    r"^\s*\(?(?:(?:for|in|across|among) )?(?:the |our )?(?:nearest )?" + _NAME, re.IGNORECASE
)

PERFORMANCE = re.compile(r"\b(?:performance|outturn|result|figure|rate|year)\b", re.IGNORECASE)

CLAIM = re.compile(
    r"\b(?P<claim>better than|ahead of|exceed(?:s|ed|ing)?|met|achieved|"
    r"worse than|short of|missed|failed to meet|not met)\s+(?:the |our |its )?target\b",
    re.IGNORECASE,
)

NEGATED = re.compile(r"(?:\b(?:not|never)|n['’]t)(?: yet| quite)?\s*$", re.IGNORECASE)

HOPED = re.compile(
    r"\b(?:will|would|should|could|may|might|if|expect\w*|aim\w*|plan\w*|hop(?:e|ing)|forecast\w*|"
    r"predict\w*|anticipat\w*|ambition|until|unless|before)\b",
    re.IGNORECASE,
)
"""Words before a claim that make it one about another time."""

LONGEST_SENTENCE = 2_000
"""Longer ones are lists without full stops, or noise, in which no figure is "right beside" a name.

They are kept as text like all commentary; looking for figures in them would take as long as the
square of their length.
"""

MISSES = ("worse than", "short of", "missed", "failed to meet", "not met")


@dataclass(frozen=True)
class Mention:
    """A figure in a sentence; ``group`` is the comparator named right beside it, if any."""

    value: Decimal
    decimals: int
    is_difference: bool
    group: str | None
    sentence: str


def mentions(text: str) -> Iterator[Mention]:
    """Every percentage or difference in points that a commentary names."""
    for sentence in sentences(text):
        if len(sentence) > LONGEST_SENTENCE:
            continue
        for match in PERCENTAGE.finditer(sentence):
            number = match["number"]
            group = GROUP_BEFORE.search(sentence[: match.start()])
            group = group or GROUP_AFTER.search(sentence[match.end() :])
            yield Mention(
                Decimal(number),
                len(number.partition(".")[2]),
                "point" in match["unit"],
                _group(group["name"]) if group else None,
                sentence,
            )


def figures(evidence: Evidence) -> Iterator[Finding]:
    """A figure said to be the row's own that no cell of the row prints."""
    for assessment, facts, quote in _with_commentary(evidence):
        if facts.indicator.unit is not Unit.PERCENT:
            continue
        current = facts.observed(evidence.report.period)
        for mention in mentions(quote):
            about_us = mention.group is None and PERFORMANCE.search(mention.sentence)
            if not about_us or current is None or current.value is None:
                continue
            if _of_another_time(mention.sentence, [o.period for o in facts.own]):
                continue
            if not _printed(mention, facts, assessment):
                message = (
                    f"The commentary says “{mention.sentence}”; the table prints "
                    f"{current.figure.raw.strip()} for {current.period.label}, and "
                    f"{_said(mention)} nowhere in the row. Ask the owner which is right."
                )
                yield _finding(assessment, "commentary-contradicts-value", message)


def target_claims(evidence: Evidence) -> Iterator[Finding]:
    """Claims such as "better than target" beside a figure that misses it, or the opposite."""
    for assessment, facts, quote in _with_commentary(evidence):
        gap, target = assessment.rating.gap, facts.target
        current = facts.observed(evidence.report.period)
        if gap is None or target is None or current is None:
            continue
        for sentence in sentences(quote):
            claim = CLAIM.search(sentence)
            if _of_another_time(sentence, [current.period], claim):
                continue
            if claim and _claims_a_miss(sentence, claim) != (gap < 0):
                status = facts.status.word or assessment.rating.status
                declared = f", declared {status.word}" if isinstance(status, Status) else ""
                message = (
                    f"The commentary says “{claim.group()}”; the table prints "
                    f"{current.figure.raw.strip()} against a target of "
                    f"{target.figure.raw.strip()}{declared}. Ask the owner which is right."
                )
                yield _finding(assessment, "commentary-contradicts-status", message)


def comparator_figures(evidence: Evidence) -> Iterator[Finding]:
    """A comparator's figure in commentary that differs from the benchmark cell's."""
    for assessment, facts, quote in _with_commentary(evidence):
        differing = []
        for mention in mentions(quote):
            quoted = _quoted(facts, mention)
            if quoted is None or quoted.value is None:
                continue
            if not _close(mention, quoted.value):
                plain = (mention.group or "").replace("-", " ")
                name = plain.capitalize() if "neighbours" in plain else plain.title()
                said = figure_text(quoted.value, quoted.unit, quoted.figure.decimals)
                differing.append(f"{name} {_said(mention)} against {said}")
        if differing:
            message = (
                "The commentary and the benchmark cell give different figures (commentary "
                f"first): {'; '.join(differing)}. They may be of different years; say which."
            )
            yield _finding(assessment, "commentary-contradicts-benchmark", message)


def _with_commentary(evidence: Evidence) -> Iterator[tuple[Assessment, IndicatorFacts, str]]:
    for assessment in evidence.assessments:
        if assessment.facts.commentary is not None:
            yield assessment, assessment.facts, assessment.facts.commentary.text


def _of_another_time(
    sentence: str, periods: Sequence[Period], claim: re.Match[str] | None = None
) -> bool:
    """Whether a sentence is about a period other than these and their year, or about hopes."""
    if claim and HOPED.search(sentence[: claim.start()]):
        return True
    found = find_period(sentence)
    known = {label for p in periods for label in (p.label, p.financial_year_label)}
    return found is not None and not (isinstance(found[0], Period) and found[0].label in known)


def _group(name: str) -> str | None:
    parsed = parse_group(name)
    return None if isinstance(parsed, Problem) else parsed


def _quoted(facts: IndicatorFacts, mention: Mention) -> Observation | None:
    if mention.group is None or mention.is_difference:
        return None
    return next((o for o in facts.quoted if o.subject.split("/")[0] == mention.group), None)


def _printed(mention: Mention, facts: IndicatorFacts, assessment: Assessment) -> bool:
    """Whether the row prints the figure, or the difference, at the precision of either side."""
    if mention.is_difference:
        known = [assessment.rating.gap, assessment.travel.change, assessment.compared.gap]
        year_ago = [o.value for o in facts.own if o.value is not None]
        known += [a - b for a in year_ago for b in year_ago]
    else:
        known = [o.value for o in (*facts.own, *facts.quoted) if o.value is not None]
        known += [facts.target.value] if facts.target else []
    return any(_close(mention, abs(value)) for value in known if value is not None)


def _close(mention: Mention, value: Decimal) -> bool:
    """Equal once both are rounded to the coarser of the two precisions (S7)."""
    exponent = value.as_tuple().exponent  # a printed 16.0 is no 16
    printed = max(0, -exponent) if isinstance(exponent, int) else 0
    places = min(mention.decimals, max(printed, 1) if mention.decimals > 1 else printed)
    return rounded(value, places) == rounded(mention.value, places) or (
        rounded(value, mention.decimals) == mention.value
    )


def _claims_a_miss(sentence: str, claim: re.Match[str]) -> bool:
    negated = NEGATED.search(sentence[: claim.start()]) is not None
    return (claim["claim"].casefold() in MISSES) != negated


def _said(mention: Mention) -> str:
    unit = Unit.PERCENTAGE_POINT if mention.is_difference else Unit.PERCENT
    return figure_text(mention.value, unit, mention.decimals)


def _finding(assessment: Assessment, rule: str, message: str) -> Finding:
    quote = assessment.facts.commentary
    cell = quote.cell if quote else assessment.facts.name_cell
    raw = quote.text if quote else None
    return about(assessment, rule, Severity.WARNING, message, cell, raw)
