"""A file's name as it may be shown and stored: it comes from a stranger, like all of the file."""

import unicodedata
from pathlib import PurePath

LONGEST_NAME = 255
"""Characters; no usual file system has longer ones."""

UNSEEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
"""Unicode categories without a picture: control characters, marks that turn the direction of
writing, halves of characters, line breaks."""


def shown(name: str) -> str:
    """The last part of a path, without what cannot be seen, and no longer than names are.

    The ending survives, since it says what the file was saved as. Nothing here is ever opened.
    """
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join("�" if unicodedata.category(sign) in UNSEEN else sign for sign in last)
    if not plain.strip(" ."):
        return "unnamed"
    if len(plain) <= LONGEST_NAME:
        return plain
    tail = PurePath(plain).suffix[:20]
    return f"{plain[: LONGEST_NAME - len(tail) - 1]}…{tail}"


def ending(name: str) -> str:
    """``xlsx`` of ``Q4.XLSX``; empty where there is none."""
    return PurePath(name).suffix.lstrip(".").lower()
