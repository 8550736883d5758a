"""How printed text is made comparable, and how it is quoted back to a person."""

import re

_BLANKS = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_DASHES = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-")
)
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"))
LONGEST_QUOTE = 60


def squeeze(text: str) -> str:
    """One ordinary space for each run of blanks of any kind, invisible ones included."""
    return _BLANKS.sub(" ", text).strip()


def plain(text: str) -> str:
    """Squeezed, with every dash a hyphen and every apostrophe straight. Case is kept.

    Digits of other scripts stay as they are, so that no parser takes them for a number.
    """
    return squeeze(text).translate(_DASHES).translate(_APOSTROPHES)


def quote(text: str) -> str:
    """The text in quotation marks for a message, cut where it is long."""
    short = squeeze(text)
    if len(short) > LONGEST_QUOTE:
        short = short[: LONGEST_QUOTE - 1] + "…"
    return f"'{short}'"
