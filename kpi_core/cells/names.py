"""What the text of an indicator's name says about it (P2, S12, U1).

Everything read here is an inference from wording: the normaliser notes it as such, and the
catalogue can overrule it. What the words do not say stays UNKNOWN.
"""

import re

from kpi_core.cells.text import plain
from kpi_core.vocabulary import Accumulation, Polarity, Unit

LONGEST_NAME = 1000
"""Characters of a name that are read; what stands beyond says nothing more of unit or period."""

_LEADING_VERB = re.compile(r"[\W\d_]*(?:to )?([a-z]+)(?![\w-])", re.IGNORECASE)
_VERBS = {
    **dict.fromkeys(
        ("reduce", "reducing", "reduction", "decrease", "decreasing", "lower", "minimise", "cut"),
        Polarity.LOWER_IS_BETTER,
    ),
    **dict.fromkeys(
        ("increase", "increasing", "improve", "improving", "raise", "raising", "maximise"),
        Polarity.HIGHER_IS_BETTER,
    ),
}
# To improve a wait or a cost is to make it smaller, so the verb alone does not tell the way.
_LESS_IS_MORE = re.compile(r"\b(?:times?|days|weeks|hours|wait\w*|delays?|costs?)\b", re.IGNORECASE)

_RATE = re.compile(r"\bper (1,?000|10,?000|100,?000)\b", re.IGNORECASE)
_RATES = {"1000": Unit.RATE_PER_1000, "10000": Unit.RATE_PER_10000, "100000": Unit.RATE_PER_100000}
_DURATION = r"\b(?:average|mean|median|number of|no\. of|total)\b[^,;:()%]*\b{}\b"
_UNITS = (
    (re.compile(r"%|\b(?:proportion|percentage|percent|per cent)\b", re.IGNORECASE), Unit.PERCENT),
    (re.compile(_DURATION.format("days"), re.IGNORECASE), Unit.DAYS),
    (re.compile(_DURATION.format("weeks"), re.IGNORECASE), Unit.WEEKS),
    (re.compile(_DURATION.format("hours"), re.IGNORECASE), Unit.HOURS),
    (re.compile(r"\bratio of\b", re.IGNORECASE), Unit.RATIO),
    (re.compile(r"\b(?:number|count|no\.) of\b", re.IGNORECASE), Unit.COUNT),
    (re.compile(r"£"), Unit.GBP),
    (re.compile(r"\bscore\b", re.IGNORECASE), Unit.SCORE),
)

_ACCUMULATIONS = (
    (
        re.compile(
            r"\brolling\b|\b(?:[0-9]+|two|three|four|five|twelve)[- ](?:year|month|quarter)s?'? "
            r"average\b",
            re.IGNORECASE,
        ),
        Accumulation.ROLLING,
    ),
    (
        re.compile(r"\byear[- ]to[- ]date\b|\bytd\b|\bcumulative\b", re.IGNORECASE),
        Accumulation.YEAR_TO_DATE,
    ),
    (
        # "Annual health assessment" is a thing counted, not a way of counting.
        re.compile(
            r"\bannual (?:survey|measure|indicator|figure|return)\b|\(annual\)"
            r"|\b(?:reported|measured|collected) annually\b",
            re.IGNORECASE,
        ),
        Accumulation.ANNUAL,
    ),
)


def polarity_from(name: str) -> Polarity:
    """The way that the leading verb asks for; UNKNOWN for "Maintain" and for no known verb."""
    text = plain(name[:LONGEST_NAME])
    match = _LEADING_VERB.match(text)
    verb = match[1].lower() if match else ""
    if verb.startswith("improv") and _LESS_IS_MORE.search(text):
        return Polarity.UNKNOWN
    return _VERBS.get(verb, Polarity.UNKNOWN)


def unit_from(name: str) -> Unit:
    """The unit that the name states. "Per 10,000" outranks all; else the first phrase counts."""
    text = plain(name[:LONGEST_NAME])
    rate = _RATE.search(text)
    if rate:
        return _RATES[rate[1].replace(",", "")]
    found = [(match.start(), unit) for form, unit in _UNITS if (match := form.search(text))]
    return min(found, key=lambda place: place[0])[1] if found else Unit.UNKNOWN


def accumulation_from(name: str) -> Accumulation:
    """What a figure covers, where the name says so (Y2)."""
    text = plain(name[:LONGEST_NAME])
    return next((kind for form, kind in _ACCUMULATIONS if form.search(text)), Accumulation.UNKNOWN)
