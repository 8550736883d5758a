"""How alike the names of an indicator and of a national measure are, whoever abbreviates what."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

LONGEST = 400
"""Characters that are compared; more tell nothing more and take much longer."""

_LOOKED_AFTER = (
    r"\b(?:lac|cla|looked[- ]after children|children (?:who (?:are|were) )?looked[- ]after|"
    r"children in care|cared for children)\b"
)
_SAID_ALIKE = (
    (_LOOKED_AFTER, "lookedafter"),
    (r"\b(?:cpps?|child protection plans?)\b", "protectionplan"),
    (r"\bcin\b", "children in need"),
    (r"\bsen\b", "special educational needs"),
    (r"\bs\.? ?42\b", "section 42"),
    (r"%|\bper ?cent(?:age)?\b|\bproportion\b|\brate\b|\bnumber\b", " "),
)
"""What councils and departments say in several ways."""

_GRAMMAR = (
    "a an and are as at be been by for from in is it of on or than that the their to was were "
    "which who with"
)
_VERBS = "increase reduce maintain improve decrease minimise maximise"
_SAYS_NOTHING = frozenset(_GRAMMAR.split()) | frozenset(_VERBS.split())
"""Words of grammar, and the verbs that scorecards begin with."""

_SHORTEST_PLURAL = 4


def plain_name(name: str) -> str:
    """The telling words of a name, in its order."""
    text = name[:LONGEST].casefold().replace("’", "'").replace("'", "")
    for form, instead in _SAID_ALIKE:
        text = re.sub(form, instead, text)
    words = (word for word in re.findall(r"[a-z]+|\d+", text) if word not in _SAYS_NOTHING)
    return " ".join(w.removesuffix("s") if len(w) >= _SHORTEST_PLURAL else w for w in words)


def without_remarks(name: str) -> str:
    """A name without what stands in brackets; the whole name where that leaves nothing."""
    return re.sub(r"\([^()]*\)", " ", name).strip() or name


def likeness(ours: Iterable[str], theirs: Iterable[str]) -> float:
    """The best likeness out of 100 of any of our names to any of theirs, word order apart.

    Args:
        ours: names as :func:`plain_name` gives them.
        theirs: likewise.
    """
    others = tuple(theirs)
    return max(
        (fuzz.token_sort_ratio(one, other) for one in ours for other in others if one and other),
        default=0.0,
    )
