"""Text that every file format can hold."""

import re

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", re.UNICODE
)
"""Control characters, halves of surrogate pairs and non-characters: what XML 1.0 forbids or
discourages. Tab and line breaks stay."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """The text with each character that XML forbids shown as a replacement character.

    Nothing is dropped in silence, and one stray character does not cost a whole picture or book.
    """
    return _FORBIDDEN.sub(REPLACEMENT, text)
