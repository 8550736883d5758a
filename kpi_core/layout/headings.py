"""What column headings mean: synonyms by role, matched without case, spaces or punctuation."""

import re
import unicodedata
from enum import StrEnum


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
    UNKNOWN = "unknown"


SYNONYMS: dict[Role, tuple[str, ...]] = {
    Role.INDICATOR: (
        *("indicator", "indicator description", "indicator name", "description", "measure"),
        *("measure name", "metric", "kpi", "kpi description", "key performance indicator", "pi"),
        *("performance measure", "performance indicator", "short desc", "short description"),
    ),
    Role.VALUE: ("", "value", "actual", "actual output", "outturn", "result", "performance"),
    Role.TARGET: (
        *("target", "year end target", "annual target", "full year target", "ambition"),
        *("standard", "target value"),
    ),
    Role.STATUS: (
        *("status", "status vs target", "status against target", "rag", "rag rating"),
        *("rag status", "performance status", "on target", "success", "grading"),
        "are we achieving our targets",
    ),
    Role.DIRECTION: (
        *("direction of travel", "direction", "dot", "trend", "short trend", "short term dot"),
        *("performance trend", "are we getting better"),
    ),
    Role.COMMENTARY: (
        *("commentary", "comment", "comments", "notes", "narrative", "explanation"),
        *("performance commentary", "supporting commentary"),
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
    Role.THEME: ("theme", "section", "service area", "area"),
    Role.OWNER: (
        *("owner", "lead", "lead officer", "responsible officer", "responsible department"),
        *("directorate", "team", "portfolio"),
    ),
    Role.ACTION: ("action", "actions", "corrective action", "management action", "next steps"),
    Role.DUE_DATE: ("due date", "due", "by when", "deadline", "action due", "completion date"),
}


def heading_key(text: str) -> str:
    """A heading without case, spaces, line breaks and punctuation: "Bench marking" is one word."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[^a-z0-9]", "", plain)


_ROLE_BY_KEY = {heading_key(name): role for role, names in SYNONYMS.items() for name in names}


def role_of(text: str) -> Role:
    """The role that a heading, its period already taken out, stands for."""
    return _ROLE_BY_KEY.get(heading_key(text), Role.UNKNOWN)
