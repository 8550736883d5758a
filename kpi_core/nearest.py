"""The known word that a text most likely means: offered to a person, never used unasked."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKENESS = 60
"""Out of 100: from here on a word is near enough to be worth offering."""

LIKE_A_NAME = 85
"""The same for names of indicators, which share many of their words."""

LONGEST = 200
"""Characters that are compared; more tell nothing more and take much longer."""


def nearest(text: str, known: Iterable[str], likeness: int = LIKENESS) -> str | None:
    """The known text most like this one, whatever its case; None if none is near."""
    found = process.extractOne(
        text, list(known), scorer=fuzz.ratio, processor=_comparable, score_cutoff=likeness
    )
    return found[0] if found else None


def _comparable(text: str) -> str:
    return " ".join(text[:LONGEST].casefold().split())
