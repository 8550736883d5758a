"""Words of movement, such as "improved since last quarter", against the row's own movement (D2).

A movement is tested over the period that the words name, as those figures are printed. "Performance
fell" says that things got worse, "the rate fell" that the number did; where which way is good is
not known, or low is good, "performance rose" could mean either and is passed over.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from kpi_core.checks.commentary.numbers import apart
from kpi_core.checks.commentary.said import Said, contradiction, printed, told
from kpi_core.checks.commentary.subjects import Subject
from kpi_core.checks.commentary.times import TIME, Readings
from kpi_core.checks.evidence import Evidence
from kpi_core.facts import Observation
from kpi_core.findings import Finding
from kpi_core.formatting import share_text
from kpi_core.vocabulary import Accumulation, Polarity

RULE = "commentary-contradicts-value"

UNCHANGED_WITHIN = Decimal("0.05")
"""Share of the earlier figure by which one may differ and still be called the same."""

DOUBLED_FROM = Decimal("1.5")
"""Times the earlier figure from which a rise may be called a doubling, and the same for a half."""


class Move(Enum):
    """What a word says that a figure, or how good it is, did."""

    UP = 1
    DOWN = -1
    BETTER = 2
    WORSE = -2
    SAME = 0
    DOUBLED = 3
    HALVED = -3


WORDS: dict[Move, str] = {
    Move.BETTER: r"improv(?:ed|ing|ement)|better|recovered",
    Move.WORSE: r"worsened|worse|deteriorat(?:ed|ing|ion)",
    Move.UP: (r"increased?|risen|rose|rise|grown|grew|gone up|went up|up|higher|climbed"),
    Move.DOWN: (
        r"decreased?|fallen|fell|fall|dropped|drop|reduced|reduction|gone down|went down|down|"
        r"lower|declined?|dipped"
    ),
    Move.SAME: r"the same|unchanged|identical",
    Move.DOUBLED: r"doubled",
    Move.HALVED: r"halved",
}
"""The words of each movement, as they stand after "has", "is" or "an"."""

_MOVE = "|".join(f"(?P<{move.name}>{words})" for move, words in WORDS.items())
_AUXILIARY = (
    r"(?:(?:(?:has|have) (?:been|shown|seen|remained|stayed)|has|have|is|are|was|were|remains?|"
    r"remained|stays|stayed|does|did|shows?|showed|represents)(?:\b|(?=n['’]t)))?"
)
_SIZE = r"£?\d[\d.,]* ?(?:%|percentage points?|points?|per ?cent|days)?"
_AMOUNT = (
    r"(?:\s+(?:\w+ly|again|further|a little|somewhat|slight|this (?:quarter|year|month)|"
    rf"in (?:the )?(?:quarter|year)|(?:(?:by|of) )?{_SIZE}|from {_SIZE} to {_SIZE})){{0,3}}"
)
_IN = r"(?: in (?P<of>[a-z][^,;:.\d]{2,60}?))?"
_AGAINST = (
    r"(?:since|on|from|than|over|as|compared (?:to|with)|in comparison (?:to|with)|"
    r"when compared (?:to|with)|against|relative to|versus)"
)
_OF = (
    r"(?: (?:that of|that in|that at|the|our|levels?|figures?|results?|outturn|performance|"
    r"position|those|of|in|at|for|achieved|seen|reported|both)){0,6}"
)
CLAIM = re.compile(
    rf"(?<!\w){_AUXILIARY}(?P<negated>\s*\bnot|n['’]t)?"
    rf"(?:\s*\b(?:\w+ly|well|much|far|now|also|still|just|{_SIZE}|an?|slight|sharp|further|steady|significant|marked|small|clear|overall|as)\b){{0,4}}\s*\b(?:{_MOVE})\b"
    rf"{_AMOUNT}{_IN}{_AMOUNT}\s+{_AGAINST}{_OF}\s+(?={TIME.pattern})",
    re.IGNORECASE,
)
EACH = re.compile(
    rf"(?<!\w){_AUXILIARY}(?:\s*\b(?:\w+ly|an?|steady)\b){{0,4}}\s*\b(?:{_MOVE})\b"
    r"(?: (?:in|at|during|over))? (?:each|every) (?:reporting )?(?:quarter|period)"
    r"(?: (?:of|in|throughout|during) (?:the|this) year)?",
    re.IGNORECASE,
)


def movements(evidence: Evidence) -> Iterator[Finding]:
    """A movement that the row's figures did not make."""
    for said in told(evidence):
        if said.current is None:
            continue
        for match in CLAIM.finditer(said.text):
            finding = _tested(said, match)
            if finding is not None:
                yield finding
        for match in EACH.finditer(said.text):
            finding = _tested_each(said, match)
            if finding is not None:
                yield finding


def _tested(said: Said, match: re.Match[str]) -> Finding | None:
    named = TIME.match(said.text, match.end())
    current = said.current
    if named is None or current is None:
        return None
    time = said.clock.read(named)
    start = said.clause_start(match.start())
    if not time.readings or said.elsewhere(start, match.start()):
        return None
    if _continues(said, named.end()) or not _comparable(said, named):
        return None
    move = _move(match)
    subject = said.subject(match.start(), match["of"])
    if not _contradicted(said, move, bool(match["negated"]), subject, time.readings):
        return None
    claim = said.text[match.start() : named.end()].strip()
    return contradiction(said, RULE, _message(claim, current, time.readings))


def _continues(said: Said, at: int) -> bool:
    """Whether more is said of the earlier figure than a noun: another time, a part, a place."""
    end = said.clause_end(at)
    rest = _FIGURE_NOUNS.sub("", said.text[at:end])
    return said.elsewhere(at, end) or not (_NOTHING.fullmatch(rest) or said.voice.is_own(rest))


_FIGURE_NOUNS = re.compile(
    r"^(?:['’]s)?(?: (?:performance|position|figures?|outturn|results?|levels?|score|rate))?"
)
_NOTHING = re.compile(
    r"\s*[.!)]*\s*|\s+(?:when|at which|due|owing|thanks|following|after|despite)\b.*"
)


def _comparable(said: Said, named: re.Match[str]) -> bool:
    """A count that runs through the year compares with a year ago only (D4, S11)."""
    kind = said.facts.indicator.accumulation
    if kind is Accumulation.YEAR_TO_DATE:
        return named.lastgroup in ("year_before", "last_year")
    return kind is not Accumulation.ANNUAL or named.lastgroup in ("last_year", "last_round")


def _move(match: re.Match[str]) -> Move:
    return next(move for move in Move if match[move.name])


def _contradicted(
    said: Said, move: Move, negated: bool, subject: Subject, readings: Readings
) -> bool:
    """Whether every reading goes against the claim."""
    current, polarity = said.current, said.facts.indicator.polarity
    if subject is Subject.NONE or current is None or current.value is None:
        return False
    values = [o.value for o in readings if o.value is not None]
    return all(_against(move, negated, subject, polarity, value, current.value) for value in values)


def _against(
    move: Move,
    negated: bool,
    subject: Subject,
    polarity: Polarity,
    then: Decimal,
    now: Decimal,
) -> bool:
    """Whether a figure that went from ``then`` to ``now`` cannot be said to have moved so."""
    if move in (Move.SAME, Move.DOUBLED, Move.HALVED):
        return not negated and then > 0 and now > 0 and _not_so_much(move, then, now)
    if not apart(now, then):
        return False
    sign = polarity.sign if move in (Move.BETTER, Move.WORSE) else subject.sign(polarity)
    up = 1 if now > then else -1
    claimed = (1 if move.value > 0 else -1) * sign
    return claimed != 0 and (up != claimed) is not negated


def _not_so_much(move: Move, then: Decimal, now: Decimal) -> bool:
    if move is Move.SAME:
        return apart(now, then) and abs(now - then) > UNCHANGED_WITHIN * then
    return now < DOUBLED_FROM * then if move is Move.DOUBLED else now * DOUBLED_FROM > then


def _tested_each(said: Said, match: re.Match[str]) -> Finding | None:
    """A movement said to go on in each quarter of the year."""
    period = said.assessment.facts.own
    current = said.current
    if current is None or said.facts.indicator.accumulation is Accumulation.YEAR_TO_DATE:
        return None
    year = current.period.financial_year_label
    of_year = [
        o
        for o in period
        if o.value is not None
        and o.period.kind is current.period.kind
        and o.period.financial_year_label == year
        and o.period.sort_key <= current.period.sort_key
    ]
    subject, move = said.subject(match.start()), _move(match)
    if subject is Subject.NONE or _continues(said, match.end()):
        return None
    polarity = said.facts.indicator.polarity
    for then, now in pairwise(of_year):
        if then.value is None or now.value is None:
            continue
        if _against(move, False, subject, polarity, then.value, now.value):
            claim = match.group().strip()
            return contradiction(said, RULE, _message(claim, now, (then,)))
    return None


def _message(claim: str, current: Observation, readings: Readings) -> str:
    before = " and ".join(f"{printed(o)} for {o.period.label}" for o in readings)
    return (
        f"The commentary says “{claim}”; the table prints {before} and {printed(current)} for "
        f"{current.period.label}. Ask the owner which is right."
    )


def allowances() -> tuple[str, ...]:
    """What is still called the same, and what doubled, in finished words."""
    within, times = share_text(UNCHANGED_WITHIN), f"{DOUBLED_FROM:f}"
    return (
        f"“The same” holds up to and including {within} of the earlier figure.",
        f"“Doubled” holds from {times} times the earlier figure on, “halved” the other way round.",
    )
