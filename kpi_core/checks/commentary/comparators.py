"""Claims about others, and their figures, against the benchmark cells as quoted (S8, S9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from kpi_core.checks.commentary.groups import GROUP, NAME, TAIL, as_quoted, quoted_of, spoken
from kpi_core.checks.commentary.numbers import Mention, apart, mention, mentions, same
from kpi_core.checks.commentary.said import Said, contradiction, printed, told
from kpi_core.checks.commentary.subjects import Subject
from kpi_core.checks.evidence import Evidence
from kpi_core.facts import Observation
from kpi_core.findings import Finding
from kpi_core.formatting import share_text
from kpi_core.vocabulary import Polarity

RULE = "commentary-contradicts-benchmark"

IN_LINE_WITHIN = Decimal("0.10")
"""Share of the comparator's figure by which ours may differ and still be in line with it."""

BESIDE = 80
"""How far from a figure the name of its group may stand."""

GROUP_BEFORE = re.compile(NAME + TAIL + r"(?: (?:of|is|was|at))?\s*[:(]?\s*$", re.IGNORECASE)
GROUP_AFTER = re.compile(
    r"^\s*\(?(?:(?:for|in|across|among) )?(?:the |our )?(?:nearest )?" + NAME, re.IGNORECASE
)


class Claim(Enum):
    """How the row is said to stand against others."""

    BETTER = 2
    WORSE = -2
    ABOVE = 1
    BELOW = -1
    LEVEL = 0


WORDS: dict[Claim, str] = {
    Claim.BETTER: r"better than|ahead of|outperform(?:s|ing|ed)?|compares? favourably (?:with|to)",
    Claim.WORSE: r"worse than|behind|poorer than|compares? unfavourably (?:with|to)",
    Claim.ABOVE: r"above|higher than|exceeds|greater than",
    Claim.BELOW: r"below|lower than|less than|under",
    Claim.LEVEL: (
        r"in line with|the same as|similar to|level with|on a par with|comparable (?:to|with)|"
        r"consistent with"
    ),
}
"""The words of each claim, as they stand before the name of a group."""

_WORDS = "|".join(f"(?P<{claim.name}>{words})" for claim, words in WORDS.items())
CLAIM = re.compile(
    r"(?:\b(?:is|are|was|were|has|have|remains?|remained|does|do|continues to be|been|be)\b)?"
    r"(?P<negated>\s*\bnot|n['’]t)?"
    r"(?:\s*\b(?:\w+ly|well|much|far|still|also|just|now|be|remain|been|"
    r"[\d.]+ ?(?:%|percentage points?|points?))){0,4}"
    rf"\s*\b(?:{_WORDS})\b",
    re.IGNORECASE,
)
LINK = re.compile(
    r"(?:[\s,]|\b(?:either|both|the|our|most|recent|latest|current|published|that|those|of|for|in|"
    r"across|average|averages|rate|figure|and|or|its)\b){0,16}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Other:
    """A group in a claim: what the benchmark cell quotes, and the figure that the claim gives."""

    quoted: Observation
    given: Decimal | None
    words: str


def comparator_figures(evidence: Evidence) -> Iterator[Finding]:
    """A comparator's figure in commentary that differs from the benchmark cell's."""
    differing: dict[str, tuple[Said, list[str]]] = {}
    for said in told(evidence):
        if said.elsewhere() or not said.facts.quoted:
            continue
        for given in mentions(said.text):
            found = quoted_beside(said, given)
            if found is not None and not same(given, found.value or given.value):
                _, names = differing.setdefault(said.facts.indicator.id, (said, []))
                names.append(f"{spoken(found)} {given.text(found.unit)} against {as_quoted(found)}")
    for said, names in differing.values():
        message = (
            "The commentary and the benchmark cell give different figures (commentary first): "
            f"{'; '.join(names)}. They may be of different years; say which."
        )
        yield contradiction(said, RULE, message)


def comparator_claims(evidence: Evidence) -> Iterator[Finding]:
    """Claims such as "better than England" that the quoted figures do not bear out."""
    for said in told(evidence):
        if said.current is None or not said.facts.quoted or said.elsewhere():
            continue
        for match in CLAIM.finditer(said.text):
            subject = said.subject(match.start())
            claim = next(c for c in Claim if match[c.name])
            if subject is Subject.NONE or match["negated"]:
                continue
            for other in _others(said, match.end()):
                if _wrong(said, claim, subject, other):
                    yield _finding(said, match, other)


def _others(said: Said, at: int) -> Iterator[Other]:
    """The groups that are listed from here on, those that the row quotes."""
    found: list[tuple[str, Observation | None, Decimal | None]] = []
    while (link := LINK.match(said.text, at)) and (group := GROUP.match(said.text, link.end())):
        quoted = quoted_of(said, group["name"])
        given = mention(group).value if group["number"] else None
        found.append((group.group(), quoted, given))
        at = group.end()
    if found and not said.narrowed(at):
        yield from (Other(q, given, words) for words, q, given in found if q is not None)


def _wrong(said: Said, claim: Claim, subject: Subject, other: Other) -> bool:
    """Whether neither the quoted figure nor the one that the claim gives bears it out."""
    current, polarity = said.current, said.facts.indicator.polarity
    if current is None or current.value is None or other.quoted.value is None:
        return False
    against = [other.quoted.value] + ([other.given] if other.given is not None else [])
    return all(_contradicts(claim, subject, polarity, current.value, v) for v in against)


def _contradicts(
    claim: Claim, subject: Subject, polarity: Polarity, ours: Decimal, theirs: Decimal
) -> bool:
    if not apart(ours, theirs):
        return False
    if claim is Claim.LEVEL:
        return abs(ours - theirs) > IN_LINE_WITHIN * abs(theirs)
    sign = polarity.sign if claim in (Claim.BETTER, Claim.WORSE) else subject.sign(polarity)
    claimed = (1 if claim.value > 0 else -1) * sign
    return claimed not in (0, 1 if ours > theirs else -1)


def quoted_beside(said: Said, given: Mention) -> Observation | None:
    """The quoted figure of the group whose name stands right beside a figure."""
    before = GROUP_BEFORE.search(said.text[max(0, given.start - BESIDE) : given.start])
    group = before or GROUP_AFTER.search(said.text[given.end : given.end + BESIDE])
    quoted = quoted_of(said, group["name"]) if group else None
    if quoted is None or given.is_difference or not given.is_in(quoted.unit):
        return None
    return quoted


def _finding(said: Said, match: re.Match[str], other: Other) -> Finding:
    current = said.current
    assert current is not None
    message = (
        f"The commentary says “{match.group().strip()}” of {spoken(other.quoted)}; the table "
        f"prints {printed(current)} for {current.period.label}, and the benchmark cell "
        f"{as_quoted(other.quoted)}. They may be of different years; say which."
    )
    return contradiction(said, RULE, message)


def allowances() -> tuple[str, ...]:
    """What is still in line with others, in finished words."""
    within = share_text(IN_LINE_WITHIN)
    return (f"“In line with” holds up to and including {within} of the comparator’s figure.",)
