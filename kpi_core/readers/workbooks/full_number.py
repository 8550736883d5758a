"""Stored numbers without the dust of binary arithmetic, in full and in the form of a text."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

DIGITS = 15
"""What a double holds exactly, and what spreadsheets keep of a number."""

LARGEST_POWER = 308
"""No double is larger; a text that says so would take memory without end to write out."""

_NUMBER = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]*\.?[0-9]+(?:E[+-]?[0-9]{1,3})?", re.IGNORECASE
)


def as_decimal(stored: float | str) -> Decimal | None:
    """The number with fifteen digits: 17.100000000000001 is 17.1. None if it is no number."""
    try:
        number = Decimal(str(stored))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > LARGEST_POWER:
        return None if number else Decimal(0)
    last = number.adjusted() - DIGITS + 1
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < last:
        number = round(number.scaleb(-last)) * Decimal(1).scaleb(last)
    return number


def plain_number(number: Decimal) -> str:
    """All its digits, no exponent and no zeros at the end: ``347``, ``0.1713``, ``-5``."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def in_full(text: str, number: Decimal, scales: Iterable[Decimal]) -> str | None:
    """The shown text with the whole stored number in it: ``17.13%`` for ``17.1%`` of 0.1713.

    None where the text shows all of it, or where not exactly one number of the text can be told
    to be the stored one, rounded.

    Args:
        text: as shown, such as ``17.1%``.
        number: as stored, such as 0.1713.
        scales: what the shown number may be of the stored one, such as 100.
    """
    wholes = [abs(number) * scale for scale in scales]
    matches = [
        (match, whole)
        for match in _NUMBER.finditer(text)
        if (whole := _rounded_from(match[0], wholes)) is not None
    ]
    if len(matches) != 1:
        return None
    match, whole = matches[0]
    if whole == _printed(match[0]):
        return None
    written = plain_number(whole)
    if "," in match[0]:
        units, point, part = written.partition(".")
        written = f"{int(units):,}{point}{part}"
    if number < 0 and not set(text) & set("-("):
        written = f"-{written}"  # some programs show no sign before a zero
    return text[: match.start()] + written + text[match.end() :]


def _rounded_from(shown: str, wholes: Iterable[Decimal]) -> Decimal | None:
    """The first of the numbers that gives the shown one when rounded to its decimals."""
    printed = _printed(shown)
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int), "the pattern lets only finite numbers through"
    half = Decimal(1).scaleb(exponent) / 2
    return next((whole for whole in wholes if abs(whole - printed) <= half), None)


def _printed(shown: str) -> Decimal:
    return Decimal(shown.replace(",", ""))
