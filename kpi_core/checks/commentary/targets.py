"""Claims such as "better than target" or "is green" against the row's target and status (S10)."""

import re
from collections.abc import Iterator
from enum import Enum

from kpi_core.checks.commentary.numbers import FIGURE, apart, mention, same
from kpi_core.checks.commentary.said import Said, contradiction, printed, told
from kpi_core.checks.commentary.subjects import Subject
from kpi_core.checks.evidence import Evidence
from kpi_core.findings import Finding
from kpi_core.vocabulary import Polarity, Status

RULE = "commentary-contradicts-status"
RULE_OF_FIGURES = "commentary-contradicts-value"


class Claim(Enum):
    """What is said of the target."""

    MET = "met"
    MISSED = "missed"
    ON = "on"
    ABOVE = "above"
    BELOW = "below"


WORDS: dict[Claim, str] = {
    Claim.MET: r"better than|ahead of|exceed(?:s|ed|ing)?|met|achieved|surpass(?:ed|es)|hit",
    Claim.MISSED: (
        r"worse than|short of|missed|failed to (?:meet|achieve)|not (?:met|achieved)|off|behind|"
        r"adrift of|outside(?: of)?"
    ),
    Claim.ON: r"on|in line with|at",
    Claim.ABOVE: r"above|over|higher than",
    Claim.BELOW: r"below|under|lower than",
}
"""The words of each claim, as they stand before "the target"."""

_WORDS = "|".join(f"(?P<{claim.name}>{words})" for claim, words in WORDS.items())
_ADVERB = r"(?:\w+ly|well|just|slightly|far|much|now|still|also|comfortably|yet|quite|currently)"
_WHOSE = (
    r"(?:the |our |its |this |their |agreed |annual |year[- ]end |quarterly |local |council |"
    r"corporate |set ){0,4}"
)
ACTIVE = re.compile(
    r"(?:\b(?:has|have|is|are|was|were|remains?|remained|does|(?P<did>did))(?:\b|(?=n['’]t)))?\s*"
    rf"(?P<negated>(?:\bnot|\bnever|n['’]t)\s+)?(?:{_ADVERB}\s+){{0,3}}"
    rf"(?P<claim>\b(?:{_WORDS}|(?P<base>meet|achieve|hit|reach))\s+{_WHOSE}target\b)",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    rf"(?P<claim>\b(?P<whose>{_WHOSE})target (?:of {FIGURE.pattern} )?(?:has|was|is)"
    rf"(?P<negated>\s+not|n['’]t|\s+never)?(?:\s+(?:been|{_ADVERB})){{0,4}}\s+"
    r"(?:(?P<MET>met|exceeded|achieved|surpassed|hit|reached)|(?P<MISSED>missed))\b)",
    re.IGNORECASE,
)
SET = re.compile(
    rf"(?P<claim>\b(?:against|with|to|than|above|below|met|missed|the|a|our|its|this|in) {_WHOSE}"
    r"target"
    rf"(?: (?:is|was|of|set at|figure of)){{1,3}} {FIGURE.pattern})(?! or)",
    re.IGNORECASE,
)
"""The row's target, given as a figure."""

STATUS = re.compile(
    r"(?P<claim>\b(?:is|remains|has been|stays)(?: (?:now|currently|still|therefore|"
    r"(?:RAG[- ])?rated(?: as)?|reported(?: as)?|shown as|showing as|assessed as|at)){0,4}"
    r" (?P<status>red|amber|green))\b(?! (?:waste|space|bin|energy|belt|route|flag))",
    re.IGNORECASE,
)
NOT_OVER = re.compile(r"\s*(?:to|that|which|for|of|at|in|among)\b(?!\s+[£\d])", re.IGNORECASE)
"""After "target": "on target to", "the target for boys"."""

BY_OTHERS = re.compile(r"\s*by\b", re.IGNORECASE)
"""After "the target was met"."""


def target_claims(evidence: Evidence) -> Iterator[Finding]:
    """Claims such as "better than target" beside a figure that misses it, or the opposite."""
    for said in told(evidence):
        if said.current is None or said.elsewhere():
            continue
        for match in ACTIVE.finditer(said.text):
            if _is_own(said, match) and _wrong(said, _claimed(match), said.subject(match.start())):
                yield _finding(said, match)
        for match in PASSIVE.finditer(said.text):
            lead = said.text[said.clause_start(match.start()) : match.start()]
            subject = said.subject(match.start(), "performance")
            if (
                said.voice.says_nothing(lead)
                and _is_own(said, match)
                and _wrong(said, _claimed(match), subject)
            ):
                yield _finding(said, match)


def set_targets(evidence: Evidence) -> Iterator[Finding]:
    """A target given as a figure that is not the row's target."""
    for said in told(evidence):
        target = said.facts.target
        if target is None or target.value is None or said.elsewhere():
            continue
        known = [t.value for t in (target, *said.facts.other_targets) if t.value is not None]
        for match in SET.finditer(said.text):
            given = mention(match)
            in_unit = target.unit == said.facts.indicator.unit and given.is_in(target.unit)
            if not in_unit or any(same(given, value) for value in known):
                continue
            if _is_own(said, match) and said.subject_of_sentence(match.start()):
                message = (
                    f"The commentary says “{match['claim']}”; the table prints a target of "
                    f"{printed(target)}. Ask the owner which is right."
                )
                yield contradiction(said, RULE_OF_FIGURES, message)


def status_claims(evidence: Evidence) -> Iterator[Finding]:
    """A commentary that names another colour than the row declares."""
    for said in told(evidence):
        declared = said.facts.status
        if declared.word is None or said.elsewhere():
            continue
        for match in STATUS.finditer(said.text):
            if said.subject(match.start()) is Subject.NONE or said.narrowed(match.end()):
                continue
            said_green = match["status"].casefold() == Status.GREEN and declared.word.met
            if match["status"].casefold() != declared.word and not said_green:
                raw = (declared.raw or "").strip()
                message = (
                    f"The commentary says “{match['claim']}”; the table declares {raw}. Ask the "
                    "owner which is right."
                )
                yield contradiction(said, RULE, message)


def _is_own(said: Said, match: re.Match[str]) -> bool:
    """Whether nothing makes it another target than the row's, or the target of a part."""
    rest = said.text[match.end() : said.clause_end(match.end())]
    if match.re is PASSIVE and BY_OTHERS.match(rest):
        return False
    return NOT_OVER.match(rest) is None or said.voice.is_own(rest)


def _claimed(match: re.Match[str]) -> Claim | None:
    """The claim that is made; a negated one is its opposite, where it has one."""
    groups = match.groupdict()
    if groups.get("base"):  # "did not meet the target"; "to meet the target" claims nothing
        return Claim.MISSED if match["did"] and match["negated"] else None
    claim = next(c for c in Claim if groups.get(c.name))
    if not match["negated"]:
        return claim
    return {Claim.MET: Claim.MISSED, Claim.MISSED: Claim.MET}.get(claim)


def _wrong(said: Said, claim: Claim | None, subject: Subject) -> bool:
    """Whether the figure is on the other side of the target for certain."""
    current, target = said.current, said.facts.target
    polarity = said.facts.indicator.polarity
    if subject is Subject.NONE or current is None or target is None or not polarity.judges:
        return False
    if current.value is None or target.value is None or said.assessment.rating.gap is None:
        return False
    gap = polarity.sign * (current.value - target.value)
    if claim is Claim.ON:
        return gap < 0 and _status(said) is Status.RED
    if claim is None or not (gap == 0 or apart(current.value, target.value)):
        return False
    if claim in (Claim.ABOVE, Claim.BELOW):
        claim = _judged(claim, subject, polarity)
    return claim is not None and (claim is Claim.MISSED) != (gap < 0)


def _judged(claim: Claim, subject: Subject, polarity: Polarity) -> Claim | None:
    """What "above target" means of a rate or of performance; None where it could be either."""
    up = subject.sign(polarity) * polarity.sign
    if up == 0:
        return None
    return Claim.MET if (claim is Claim.ABOVE) == (up > 0) else Claim.MISSED


def _status(said: Said) -> Status | None:
    return said.facts.status.word or said.assessment.rating.status


def _finding(said: Said, match: re.Match[str]) -> Finding:
    current, target, status = said.current, said.facts.target, _status(said)
    assert current is not None
    assert target is not None
    declared = f", declared {status.word}" if status is not None else ""
    message = (
        f"The commentary says “{match['claim'].strip()}”; the table prints {printed(current)} "
        f"against a target of {printed(target)}{declared}. Ask the owner which is right."
    )
    return contradiction(said, RULE, message)
