"""Writing TOML: any text as a string, a key or a comment, on one line and easy to read back.

What cannot be seen on a line, such as a line break or a mark that turns the direction of text,
is written as an escape, so that what a person reads is what the file says.
"""

import re

LONGEST_COMMENT = 200
"""Characters of one quoted text in a comment."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NO_CHARACTER = range(0xD800, 0xE000)
"""Halves of a UTF-16 pair: no text in any file format that we read, and not allowed in TOML."""


def string(text: str) -> str:
    """The text as a TOML string, quotation marks included."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def key(text: str) -> str:
    """The text as one part of a key, quoted where it has to be."""
    return text if _BARE.fullmatch(text) else string(text)


def strings(texts: tuple[str, ...] | list[str]) -> str:
    """A list of strings."""
    return "[" + ", ".join(string(text) for text in texts) + "]"


def said(text: str, longest: int = LONGEST_COMMENT) -> str:
    """The text as it may stand in a comment: one line of characters that can be seen."""
    head = text[: longest * 2]
    seen = " ".join("".join(c if c.isprintable() else " " for c in head).split())
    cut = len(seen) > longest or len(text) > len(head)
    return seen[: longest - 1].rstrip() + "…" if cut else seen


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code in _NO_CHARACTER:
        return "\ufffd"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
