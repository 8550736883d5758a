"""What column headings mean: synonyms by role, matched without case, spaces or punctuation."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from kpi_core.layout import part_headings


class Role(StrEnum):
    """What a column holds."""

    INDICATOR = "indicator"
    VALUE = "value"
    TARGET = "target"
    STATUS = "status"
    DIRECTION = "direction"
    COMMENTARY = "commentary"
    BENCHMARK = "benchmark"
    BENCHMARK_GROUP = "benchmark_group"
    COMPARATOR = "comparator"
    PLAN = "plan"
    THEME = "theme"
    OWNER = "owner"
    ACTION = "action"
    DUE_DATE = "due_date"
    REFERENCE = "reference"
    PERIOD = "period"
    PREVIOUS = "previous"
    UNIT = "unit"
    POLARITY = "polarity"
    FREQUENCY = "frequency"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    LOWER = "lower_limit"
    UPPER = "upper_limit"
    UNKNOWN = "unknown"


PARTS = (Role.NUMERATOR, Role.DENOMINATOR, Role.LOWER, Role.UPPER)
"""What a figure is made of, and the limits of its confidence interval."""

SYNONYMS: dict[Role, tuple[str, ...]] = {
    Role.INDICATOR: (
        *("indicator", "indicator description", "indicator name", "description", "measure"),
        *("measure name", "metric", "kpi", "kpi description", "key performance indicator", "pi"),
        *("performance measure", "performance indicator", "short desc", "short description"),
        *("measure description", "indicator title", "kpi name", "name of indicator", "pi title"),
        *("short name", "pi name", "pi description", "measure title", "kpi title", "title"),
    ),
    Role.VALUE: (
        *("value", "actual", "actual output", "outturn", "result", "performance", "current"),
        *("current value", "current performance", "latest", "latest value", "observation"),
        *("actual performance", "current period", "this period", "this quarter", "figure"),
        *("latest performance", "current outturn", "achieved", "actual result", "latest outturn"),
        *("current quarter", "current month", "current year", "this month", "this year"),
        *("latest result", "latest quarter", "latest data", "latest figure", "performance to date"),
    ),
    Role.TARGET: (
        *("target", "year end target", "annual target", "full year target", "ambition"),
        *("standard", "target value", "current target", "trajectory", "threshold"),
    ),
    Role.STATUS: (
        *("status", "status vs target", "status against target", "rag", "rag rating"),
        *("rag status", "performance status", "on target", "success", "grading", "current status"),
        *("on track", "on course", "are we on track", "met target", "target met"),
        *("are we achieving our targets", "traffic light", "performance against target"),
    ),
    Role.DIRECTION: (
        *("direction of travel", "direction", "dot", "trend", "short trend", "short term dot"),
        *("performance trend", "are we getting better", "short term trend", "travel"),
    ),
    Role.COMMENTARY: (
        *("commentary", "comment", "comments", "notes", "narrative", "explanation"),
        *("performance commentary", "supporting commentary", "note", "reason for deviation"),
    ),
    Role.BENCHMARK: (
        *("benchmark", "benchmarking", "benchmarking result", "latest benchmarking result"),
        *("latest benchmark", "benchmark value", "comparator", "comparator value"),
    ),
    Role.BENCHMARK_GROUP: (
        *("benchmarking result for", "benchmark group", "benchmark for", "comparator group"),
        *("benchmarked against", "comparison group", "benchmarking group"),
    ),
    Role.PLAN: ("plan", "plan number", "priority", "priority number", "objective", "outcome"),
    Role.THEME: ("theme", "section", "service area", "area", "service", "category"),
    Role.OWNER: (
        *("owner", "lead", "lead officer", "responsible officer", "responsible department"),
        *("directorate", "team", "portfolio", "department", "managed by", "assigned to"),
        *("portfolio holder", "cabinet member", "lead member", "head of service", "service lead"),
        *("accountable officer", "responsible director", "lead director"),
    ),
    Role.ACTION: ("action", "actions", "corrective action", "management action", "next steps"),
    Role.DUE_DATE: (
        *("due date", "due", "by when", "deadline", "action due", "completion date"),
        *("target date",),
    ),
    Role.REFERENCE: (
        *("ref", "reference", "code", "kpi ref", "pi ref", "indicator ref", "measure ref", "id"),
        *("pi code", "kpi code", "indicator code", "ref no", "kpi no", "reference number"),
        *("kpi id",),
    ),
    Role.PERIOD: (
        *("period", "reporting period", "time period", "quarter", "year", "month", "years"),
        *("financial year", "data period", "date", "period label"),
    ),
    Role.PREVIOUS: (
        *("previous", "previous value", "previous performance", "last period", "prior period"),
        *("previous quarter", "last quarter", "previous period", "previous outturn", "last year"),
        *("previous year", "prior year", "same quarter last year", "same period last year"),
    ),
    Role.UNIT: ("unit", "units", "unit of measure", "format", "data type"),
    Role.POLARITY: (
        *("polarity", "good is", "desired direction", "aim to", "good performance", "better is"),
        *("good to be", "high or low is good"),
    ),
    Role.FREQUENCY: ("frequency", "reporting frequency", "how often"),
    Role.NUMERATOR: part_headings.NUMERATOR,
    Role.DENOMINATOR: part_headings.DENOMINATOR,
    Role.LOWER: part_headings.LOWER,
    Role.UPPER: part_headings.UPPER,
}

DATED_VALUES = (
    *("outcome", "cumulative", "year to date", "ytd", "in month", "in quarter", "score"),
    *("year end", "end of year", "full year", "annual", "baseline", "out turn", "data"),
)
"""Words that, beside a period, head a column of figures."""

_FILLERS = (
    "the of for a an our this current latest overall council performance year end full annual "
    "against vs q1 q2 q3 q4 quarter period and supporting officer s score level set key"
)
FILLERS = frozenset(_FILLERS.split())
"""Words that change nothing in what a heading means."""

NEARLY = 88
"""Likeness in per cent from which a misspelled heading is taken for a known one."""

MOST_LETTERS = 2
"""Letters that a misspelled heading may have more or fewer."""

SHORTEST_MISSPELLED = 6
"""Letters. Below that, one letter makes another word."""


_RAISED = re.compile("[⁰¹²³⁴-⁹]")


def heading_key(text: str) -> str:
    """A heading without case, spaces, line breaks and punctuation: "Bench marking" is one word.

    Nor does the raised number of a footnote count: "Target¹" is a target.
    """
    plain = unicodedata.normalize("NFKC", _RAISED.sub("", text)).casefold()
    return re.sub(r"[^a-z0-9]", "", plain)


_ASIDE = re.compile(r"(?P<first>[^(/]+)(?:\((?P<bracket>[^()]*)\)|/(?P<second>.*))", re.DOTALL)

_ROLE_BY_KEY = {heading_key(name): role for role, names in SYNONYMS.items() for name in names}
_DATED_KEYS = frozenset(heading_key(word) for word in DATED_VALUES)
_OTHERS = tuple(names for role, names in SYNONYMS.items() if role not in PARTS)
_WORDS = {word for names in (*_OTHERS, DATED_VALUES) for name in names for word in name.split()} - {
    "of",
    "the",
    "to",
    "a",
    "is",
    "are",
    "we",
    "our",
    "on",
    "for",
    "by",
    "or",
    "in",
    "no",
    "name",
}
# No part of a figure: "Lower 90% CI" is a letter away from 95, "Upper" two from "Lower".
_LONG_KEYS = tuple(
    key
    for key, role in _ROLE_BY_KEY.items()
    if len(key) >= SHORTEST_MISSPELLED and role not in PARTS
)


def has_heading_word(text: str) -> bool:
    """Whether one of its words stands in a known heading, in the singular or the plural."""
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKC", text).casefold())
    return any(word in _WORDS or word.removesuffix("s") in _WORDS for word in words)


def role_of(text: str, dated: bool = False) -> Role:
    """The role that a heading, its period already taken out, stands for.

    ``dated`` says that the heading named a period: "outcome" is then a figure and no plan.
    """
    key = heading_key(text)
    if dated and (not key or key in _DATED_KEYS):
        return Role.VALUE
    return _ROLE_BY_KEY.get(key, Role.UNKNOWN)


@lru_cache(maxsize=4096)
def near_role(text: str) -> Role:
    """The role of a heading that is nearly a known one: misspelled, or with words that add nothing.

    "Comentary", "Overall RAG rating" and "Q4 council target" are; "Target date" and "Unit of
    appropriation" are not, since their other words change the meaning.
    """
    if _is_value_with_aside(text):
        return Role.VALUE
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKC", text).casefold())
    kept = heading_key("".join(word for word in words if word not in FILLERS))
    if kept and kept in _ROLE_BY_KEY:
        return _ROLE_BY_KEY[kept]
    key = heading_key(text)
    if len(key) < SHORTEST_MISSPELLED:
        return Role.UNKNOWN
    alike = [known for known in _LONG_KEYS if abs(len(known) - len(key)) <= MOST_LETTERS]
    found = process.extractOne(key, alike, scorer=fuzz.ratio, score_cutoff=NEARLY)
    return _ROLE_BY_KEY[found[0]] if found is not None else Role.UNKNOWN


def _is_value_with_aside(text: str) -> bool:
    """Whether a heading such as "Current (previous)" names figures and what stands below them."""
    aside = _ASIDE.fullmatch(text.strip())
    if aside is None or role_of(aside["first"]) is not Role.VALUE:
        return False
    bracket, second = aside["bracket"], aside["second"]
    if second is not None:
        return role_of(second) is Role.PREVIOUS
    return role_of(bracket) in (Role.PREVIOUS, Role.VALUE, Role.UNIT, Role.UNKNOWN, *PARTS)


def begins_with_role(text: str) -> Role:
    """The role of the first word alone ("Target.MMR"): a hint that the cells have to confirm."""
    words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKC", text).casefold())
    return _ROLE_BY_KEY.get(words[0], Role.UNKNOWN) if words else Role.UNKNOWN
