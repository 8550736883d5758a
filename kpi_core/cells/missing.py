"""The one list of texts that stand where a figure or a word is missing (M1 to M3).

``n/a`` is read as not available: it is also short for "not applicable", but the weaker claim
holds in both readings. A single letter counts only in lower case, as releases of the Department
for Education print it; in capitals it is more likely a status (R, A, G) or a legend of its own.
A footnote's number alone (``[note 1]``) says as much: there is no figure, and the note says why.
"""

import re

from kpi_core.cells.text import plain
from kpi_core.vocabulary import Missing

_TEXTS: dict[Missing, tuple[str, ...]] = {
    Missing.BLANK: ("",),
    Missing.DASH: ("-", "--", "---"),
    Missing.NOT_AVAILABLE: (
        *("n/a", "na", "n.a.", "n.a", "#n/a", "null", ":", "..", "...", "[x]", "[w]"),
        *("not available", "data not available", "data not currently available", "no data"),
        *("not reported", "not provided", "unavailable", "no data available", "data unavailable"),
        *("not currently available", "not known", "no return", "measure not available"),
        *("n/k", "further information required", "no figure", "not submitted"),
    ),
    Missing.NOT_APPLICABLE: ("not applicable", "[z]"),
    Missing.AWAITED: (
        *("tbc", "tba", "to be confirmed", "to be advised", "pending", "not yet available"),
        *("awaited", "awaiting data", "data awaited", "awaiting", "not published yet"),
        *("to follow", "data to follow", "not yet published", "data not yet available"),
        *("available later", "data pending", "awaiting figures", "awaiting publication"),
    ),
    Missing.SUPPRESSED: ("*", "[c]", "suppressed", "confidential"),
    Missing.LOW: ("[k]", "[low]", "low"),
    Missing.UNRELIABLE: ("[u]", "unreliable"),
    Missing.NOT_COLLECTED: (
        *("not collected", "data not collected", "not measured", "no longer collected"),
        *("discontinued", "no longer reported", "no longer measured"),
    ),
    Missing.NOT_DUE: (
        *("not due", "not yet due", "annual measure", "annual indicator", "reported annually"),
        *("annual figure only", "not due this quarter", "not reported this quarter"),
    ),
}
_BY_TEXT = {text: missing for missing, texts in _TEXTS.items() for text in texts}
_LETTERS = {
    "c": Missing.SUPPRESSED,
    "k": Missing.LOW,
    "u": Missing.UNRELIABLE,
    "x": Missing.NOT_AVAILABLE,
    "z": Missing.NOT_APPLICABLE,
}
_NOTE_ALONE = re.compile(r"\[note [0-9]{1,3}\]|\(?see notes? [0-9]{1,3}\)?", re.IGNORECASE)
_NO_COMMENTARY = frozenset(
    ("no notes", "no note", "no comment", "no comments", "no commentary", "none", "nil")
)


def missing_from(text: str) -> Missing | None:
    """Why the cell holds nothing, or None if it holds something (which may be zero, M4)."""
    shown = plain(text)
    if _NOTE_ALONE.fullmatch(shown):
        return Missing.NOT_AVAILABLE
    return _LETTERS.get(shown) or _BY_TEXT.get(shown.casefold())


def no_commentary(text: str) -> bool:
    """Whether a commentary cell says only that there is none: "No notes", a dash, a blank."""
    return missing_from(text) is not None or plain(text).casefold().rstrip(".") in _NO_COMMENTARY
