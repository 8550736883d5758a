"""The name of a council inside a title, where one stands there."""

import re

LONGEST_TITLE = 1_000
"""A longer text is no title, and looking for a name in it takes as long as its square."""

_WORD = r"[A-Z][\w'’-]+"
_NAME = re.compile(
    rf"(?:The )?(?P<council>{_WORD} (?:(?:{_WORD}|and|of|upon|the|on) ){{0,6}}Council)\b"
    rf"|(?P<borough>(?:London|Royal) Borough of {_WORD}(?: (?:{_WORD}|and|upon)){{0,4}})"
)
_BEFORE = frozenset(
    (
        *("Quarterly", "Quarter", "Performance", "Report", "Reports", "Scorecard", "Scorecards"),
        *("Dashboard", "Corporate", "Plan", "Strategic", "Annual", "Monitoring", "Appendix"),
        *("Summary", "Indicators", "Measures", "Update", "The", "Our", "of"),
        *("for", "on"),
    )
)
"""Words of titles that stand before a council's name and are no part of it."""

_ANY = frozenset(
    (
        *("The", "Our", "This", "Your", "Full", "Each", "Every"),
        *("All", "Whole", "City", "County", "Borough", "District", "Parish"),
        *("Town", "Metropolitan", "Unitary", "Corporate", "Annual", "Local", "Full"),
        *("Council",),
    )
)
"""Words that are in no council's name alone: "The Council", "Full Council", "County Council"."""


def council_in(text: str) -> str | None:
    """The council that a title names, such as "Borsetshire County Council"."""
    if len(text) > LONGEST_TITLE:
        return None
    for match in _NAME.finditer(text):
        words = (match["council"] or match["borough"]).split()
        while words and words[0] in _BEFORE:
            words = words[1:]
        if set(words) - _ANY:
            return " ".join(words)
    return None
