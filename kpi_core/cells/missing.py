"""The one list of texts that stand where a figure or a word is missing (M1 to M3).

``n/a`` is read as not available: it is also short for "not applicable", but the weaker claim
holds in both readings. A single letter counts only in lower case, as releases of the Department
for Education print it; in capitals it is more likely a status (R, A, G) or a legend of its own.
"""

from kpi_core.cells.text import plain
from kpi_core.vocabulary import Missing

_TEXTS: dict[Missing, tuple[str, ...]] = {
    Missing.BLANK: ("",),
    Missing.DASH: ("-", "--"),
    Missing.NOT_AVAILABLE: (
        *("n/a", "na", "n.a.", "n.a", "#n/a", "null", ":", "..", "...", "[x]"),
        *("not available", "data not available", "data not currently available", "no data"),
        *("not reported", "not provided", "unavailable"),
    ),
    Missing.NOT_APPLICABLE: ("not applicable", "[z]"),
    Missing.AWAITED: (
        *("tbc", "tba", "to be confirmed", "to be advised", "pending", "not yet available"),
        *("awaited", "awaiting data", "data awaited", "awaiting", "not published yet"),
    ),
    Missing.SUPPRESSED: ("*", "[c]", "suppressed", "confidential"),
    Missing.LOW: ("[k]", "[low]", "low"),
    Missing.UNRELIABLE: ("[u]", "unreliable"),
    Missing.NOT_COLLECTED: ("not collected", "data not collected", "not measured"),
    Missing.NOT_DUE: ("not due", "not yet due"),
}
_BY_TEXT = {text: missing for missing, texts in _TEXTS.items() for text in texts}
_LETTERS = {
    "c": Missing.SUPPRESSED,
    "k": Missing.LOW,
    "u": Missing.UNRELIABLE,
    "x": Missing.NOT_AVAILABLE,
    "z": Missing.NOT_APPLICABLE,
}


def missing_from(text: str) -> Missing | None:
    """Why the cell holds nothing, or None if it holds something (which may be zero, M4)."""
    shown = plain(text)
    return _LETTERS.get(shown) or _BY_TEXT.get(shown.casefold())
