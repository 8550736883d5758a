"""Figures that a commentary gives as the row's own, held against what the row prints (S7, S10).

A figure that no cell of the row prints, even rounded, is a contradiction when the sentence says
that it is the row's own. One that the sentence gives for another period is held against that one.
Nothing is resolved: both sides are quoted.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from kpi_core.checks.commentary.numbers import FIGURE, Mention, mention, same
from kpi_core.checks.commentary.said import Said, contradiction, printed, told
from kpi_core.checks.commentary.silence import roughly
from kpi_core.checks.commentary.subjects import VERB, Subject
from kpi_core.checks.commentary.times import Readings
from kpi_core.checks.evidence import Evidence
from kpi_core.findings import Finding

RULE = "commentary-contradicts-value"

_MOVED = (
    r"(?:increased|risen|rose|grown|improved|fallen|fell|decreased|reduced|dropped|declined|"
    r"gone (?:up|down)|up|down)"
)
_SAYS = (
    r"(?P<verb>\b(?:is|was|are|were|has been|stands at|stood at|remains(?: at)?|remained(?: at)?|"
    r"reached|(?:ended|finished)(?: the (?:year|quarter))?(?: at| on)|came in at|of|"
    rf"(?:has |have |is |was )?{_MOVED}(?: from [^,;]{{1,30}}?)? to)|[:=])"
)
OWN = re.compile(
    rf"{_SAYS}\s+(?:(?:now|currently|also|only|exactly) )?{FIGURE.pattern}", re.IGNORECASE
)
"""A verb that gives the row's figure, and the figure."""

AT = re.compile(
    rf"\bat {FIGURE.pattern},? (?P<of>[^,;:.]{{3,60}}?) (?P<verb>is|was|remains?|has)\b",
    re.IGNORECASE,
)
"""The figure before the words that say whose it is."""

PAST = re.compile(r"(?:was|were|stood|remained|reached|ended|finished|came)\b", re.IGNORECASE)
"""Verbs of a figure that may belong to the period of the sentence before."""

_NOUN = r"(?:figure|outturn|result|performance|position|level|score)"
AFTER_TIME = re.compile(
    rf"(?:(?:['’]s)?(?: {_NOUN})? of |['’]s (?:{_NOUN} )?(?:of )?){FIGURE.pattern}", re.IGNORECASE
)
IN_BRACKETS = re.compile(rf" ?\({FIGURE.pattern}\)", re.IGNORECASE)
BEFORE_TIME = re.compile(rf"\bfrom {FIGURE.pattern} (?:(?:in|at|for) )?$", re.IGNORECASE)
NEAR = 60
"""How far before a time the figure of that time may stand."""


def figures(evidence: Evidence) -> Iterator[Finding]:
    """A figure said to be the row's own that the row does not print."""
    for said in told(evidence):
        if said.current is None:
            continue
        for match in (*OWN.finditer(said.text), *AT.finditer(said.text)):
            given = mention(match)
            own = said.subject(match.start(), match.groupdict().get("of"))
            if own is not Subject.NONE and _is_exact(said, given):
                yield from _against_table(said, match, given)


def earlier_figures(evidence: Evidence) -> Iterator[Finding]:
    """A figure given for an earlier period that the row prints another one for."""
    for said in told(evidence):
        for time in said.times:
            given = _beside(said.text, time.start, time.end) if time.readings else None
            if given is None or not _is_exact(said, given) or _is_named(given, time.readings):
                continue
            start = said.clause_start(min(given.start, time.start))
            verb = VERB.search(said.text, start, given.start)
            if verb and said.subject(verb.start()) is not Subject.NONE:
                yield _at_another_time(said, given, time.readings)


def _beside(text: str, start: int, end: int) -> Mention | None:
    """The figure that is given for a time, right behind it or right before it."""
    after = AFTER_TIME.match(text, end) or IN_BRACKETS.match(text, end)
    match = after or BEFORE_TIME.search(text, max(0, start - NEAR), start)
    return mention(match) if match else None


def _is_exact(said: Said, given: Mention) -> bool:
    """Whether a figure may be the row's, and is given exactly and for nothing narrower."""
    in_unit = given.is_in(said.facts.indicator.unit)
    if not in_unit or roughly(said.text, given.start) or said.narrowed(given.end):
        return False
    return given.unit is not None or said.voice.counts(said.text, given.end)


def _is_named(given: Mention, readings: Readings) -> bool:
    return any(o.value is not None and same(given, o.value) for o in readings)


def _against_table(said: Said, match: re.Match[str], given: Mention) -> Iterator[Finding]:
    """Against the period that the clause names, else against every cell of the row."""
    start, end = said.clause_start(match.start()), said.clause_end(given.end)
    times = said.named(start, end)
    others = [time for time in times if not time.now]
    if not others:
        carried = said.after_another_time and not times and PAST.match(match["verb"])
        unsure = said.elsewhere(0, start) or carried
        if not unsure and not any(same(given, value) for value in _values(said)):
            yield nowhere(said, given)
    elif len(times) == 1 and (named := others[0].readings) and not _is_named(given, named):
        yield _at_another_time(said, given, named)


def _values(said: Said) -> list[Decimal]:
    facts = said.facts
    cells = [*facts.own, *facts.quoted, *facts.other_targets, facts.target]
    return [o.value for o in cells if o is not None and o.value is not None]


def nowhere(said: Said, given: Mention) -> Finding:
    """The finding of a figure or a difference that the row does not print."""
    current = said.current
    prints = f"{printed(current)} for {current.period.label}" if current else "no figure"
    message = (
        f"The commentary says “{said.sentence}”; the table prints {prints}, and "
        f"{given.text(said.facts.indicator.unit)} nowhere in the row. Ask the owner which is right."
    )
    return contradiction(said, RULE, message)


def _at_another_time(said: Said, given: Mention, readings: Readings) -> Finding:
    prints = " and ".join(f"{printed(o)} for {o.period.label}" for o in readings)
    message = (
        f"The commentary says “{said.sentence}”; the table prints {prints}, not "
        f"{given.text(said.facts.indicator.unit)}. Ask the owner which is right."
    )
    return contradiction(said, RULE, message)
