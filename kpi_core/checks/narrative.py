"""What a reader misses: an explanation, an action, a date. Notes, never errors (S16)."""

import re
from collections.abc import Iterator

from kpi_core.checks.evidence import Evidence, about
from kpi_core.findings import Finding
from kpi_core.vocabulary import Severity, Status

ACTION = re.compile(
    r"\b(?:will|continues? to|focus(?:ing|ed)?|established|prioritis\w+|review|improvement group|"
    r"action|plan(?:s|ned)? to|working (?:with|to)|being progressed|work continues|introduc\w+)\b",
    re.IGNORECASE,
)

DATE = re.compile(
    r"\b(?:20\d\d(?:/\d\d)?|Q[1-4]|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b|next (?:quarter|month|year))",
)


def missing_explanations(evidence: Evidence) -> Iterator[Finding]:
    """An indicator with a figure and no commentary, in a report that has a place for it."""
    if "commentary" not in evidence.report.period_cells:
        return
    for assessment in evidence.assessments:
        facts = assessment.facts
        if facts.commentary is None and any(o.value is not None for o in facts.own):
            message = "The row explains nothing: its commentary cell is empty."
            yield about(
                assessment, "explanation-missing", Severity.NOTE, message, facts.name_cell, None
            )


def red_without_action_or_date(evidence: Evidence) -> Iterator[Finding]:
    """A red row whose commentary and columns name no action, or no date."""
    for assessment in evidence.assessments:
        facts = assessment.facts
        if facts.status.word is not Status.RED:
            continue
        text = facts.commentary.text if facts.commentary else ""
        lacks = [
            what
            for what, found in (
                ("no action", facts.indicator.action or ACTION.search(text)),
                ("no date", facts.indicator.due_date or DATE.search(text)),
            )
            if not found
        ]
        if lacks:
            message = (
                f"The row is red and names {' and '.join(lacks)}. "
                "Say what will be done, by whom and by when."
            )
            cell = facts.commentary.cell if facts.commentary else facts.name_cell
            yield about(
                assessment, "red-without-action-or-date", Severity.NOTE, message, cell, text or None
            )
