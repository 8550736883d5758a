"""What a report declares in words, before and after it is understood."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Generic, TypeVar

from kpi_core.cells.text import plain, squeeze
from kpi_core.vocabulary import Direction, Missing, Movement, Status

Word = TypeVar("Word", Status, Direction)

LONGEST_WORDS = 120
"""Longer texts are commentary, not a declared word."""

_VARIANT = str.maketrans("", "", "\ufe0e\ufe0f")


@dataclass(frozen=True)
class Declared(Generic[Word]):
    """A declared word as printed (``raw``): exactly one of ``word`` and ``missing`` is set.

    ``respelled`` says that the word was known only after changing its case or spaces (``red``);
    sentence case and title case are both ordinary spellings. ``movement`` is what an arrow or a
    word such as "increasing" says of the number; where it stands alone, neither of the others is
    set, and only polarity turns it into a judgement (see :func:`.direction_words.judge`).
    """

    raw: str
    word: Word | None
    missing: Missing | None
    respelled: bool = False
    movement: Movement | None = None


def key_of(text: str) -> str:
    """A word as it is looked up: one case, one kind of blank, underscores as blanks."""
    return plain(plain(text).translate(_VARIANT).replace("_", " ")).casefold()


def without_footnote(key: str) -> str:
    """A looked-up word without the sign or number of a footnote, or a full stop, at its end."""
    return re.sub(r"(?<=\w) ?(?:[*†‡.¹²³]{1,2}|\[(?:note )?[0-9]{1,2}\])$", "", key)


def from_symbol_font(text: str) -> bool:
    """Whether a text is nothing but characters without a meaning outside their font."""
    shown = plain(text)
    return bool(shown) and all(unicodedata.category(sign) == "Co" for sign in shown)


def ordinary(text: str) -> bool:
    """Whether a text is in sentence case or title case, or between them, without stray blanks.

    A line break is where a column was too narrow, not a way of spelling.
    """
    line = text.replace("\r", "").replace("\n", " ")
    words = re.split(r"[\s_]", line)
    capitals = all(word in {word.lower(), word.capitalize(), "OK", "RAG:"} for word in words)
    return capitals and line == squeeze(line) and not line[:1].islower()


def split_gloss(key: str) -> tuple[str, str]:
    """A sign and what is printed beside it: ``green - on target``, ``green (on target)``.

    Without such a gloss the second part is empty. A slash parts two signs and is no gloss.
    """
    match = re.fullmatch(r"(.{1,30}?)(?: ?[:=] ?| - | ?\()(.+?)\)?", key)
    return (match[1].strip(), match[2].strip()) if match else (key, "")
