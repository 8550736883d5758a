"""A publisher's notes on a figure that is there: provisional, revised and so on (M2)."""

import re

from kpi_core.cells.text import plain
from kpi_core.vocabulary import Mark

_MARKS: dict[str, Mark | None] = {
    **dict.fromkeys(("p", "prov", "provisional"), Mark.PROVISIONAL),
    **dict.fromkeys(("r", "rev", "revised"), Mark.REVISED),
    **dict.fromkeys(("e", "est", "estimate", "estimated"), Mark.ESTIMATED),
    **dict.fromkeys(("f", "forecast"), Mark.FORECAST),
    **dict.fromkeys(("b", "break"), Mark.BREAK),
    "final": None,  # says that a figure carries none of the others
}
_MARKED = re.compile(
    r"(?P<body>.*\S) ?(?:\[(?P<square>[a-z]+)\]|\((?P<round>[a-z]+)\))", re.IGNORECASE
)
_BARE = re.compile(r"[\[(]?([a-z]+)\.?[\])]?", re.IGNORECASE)


def mark_from(text: str) -> Mark | None:
    """The mark that a text such as ``[p]``, ``(Rev)`` or ``prov`` stands for, if it is one."""
    match = _BARE.fullmatch(plain(text))
    return _MARKS.get(match[1].lower()) if match else None


def split_mark(body: str) -> tuple[str, Mark | None]:
    """A plain text without the mark in brackets at its end, and that mark.

    ``(Final)`` is taken off as well and stands for none. A bracket that is no mark stays.
    """
    match = _MARKED.fullmatch(body)
    word = (match["square"] or match["round"]).lower() if match else ""
    return (match["body"], _MARKS[word]) if match and word in _MARKS else (body, None)


def split_heading_mark(rest: str) -> tuple[str, Mark | None]:
    """The same for what is left of a heading, which may be the mark alone, without brackets."""
    bare = _BARE.fullmatch(rest)
    if bare and bare[1].lower() in _MARKS:
        return "", _MARKS[bare[1].lower()]
    return split_mark(rest)
