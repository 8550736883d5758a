"""What a column heading says of how its figures add up over time (Y2)."""

import re

from kpi_core.cells.text import plain, squeeze
from kpi_core.vocabulary import Accumulation

LONGEST_HEADING = 1000

_ROLLING = (
    r"(?:12|twelve)[- ]months? rolling|rolling(?: (?:12|twelve)[- ]?months?| year)?"
    r"|[0-9][- ]years? (?:rolling )?average|moving average"
)
_SNAPSHOT = (
    r"(?:position |snapshot )?as (?:at|of)|position at|snapshot|^at$"
    r"|at (?:the )?(?:(?:month|quarter|period|year)[- ])?end(?: of)?"
)
_TO_DATE = r"(?:(?:year[- ])?to[- ]date|ytd|cumulative(?: (?:to date|totals?))?)(?: (?:to|at|for))?"
_HINTS = tuple(
    (accumulation, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
    for accumulation, pattern in (
        (Accumulation.ROLLING, _ROLLING),
        (Accumulation.YEAR_TO_DATE, _TO_DATE),
        (
            Accumulation.IN_PERIOD,
            r"(?:in[- ](?:the )?|discrete )(?:month|quarter|period)|(?:month|quarter|period) only",
        ),
        (Accumulation.ANNUAL, r"full[- ]year|whole[- ]year|annual"),
        (Accumulation.SNAPSHOT, _SNAPSHOT),
    )
)


def coverage_from(heading: str) -> tuple[Accumulation, str]:
    """How the figures under a heading add up, and the heading without the words that say so.

    ``YTD target`` gives year to date and ``target``. Words that say two different things say
    nothing: the heading comes back whole, with UNKNOWN.
    """
    text = plain(heading[:LONGEST_HEADING])
    found = [(kind, match) for kind, form in _HINTS for match in form.finditer(text)]
    if len({kind for kind, _ in found}) != 1:
        return Accumulation.UNKNOWN, heading
    left = text
    for _, match in found[::-1]:
        left = f"{left[: match.start()]} {left[match.end() :]}"
    left = re.sub(r"[(\[] ?[)\]]", "", left)
    return found[0][0], squeeze(left).strip(" -:;,/|_")
