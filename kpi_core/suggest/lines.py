"""Lines of the suggested catalogue: said, or offered as a comment."""

from collections.abc import Iterable
from enum import StrEnum

from kpi_core.catalogue import toml

PLACEHOLDER = "?"
"""Stands where a person has to put a word; it is refused if it is left."""


def line(key: str, value: str, why: str = "") -> str:
    """``key = value``, both already TOML, with the reason behind it."""
    return f"{key} = {value}" + (f"  # {toml.said(why)}" if why else "")


def offered(key: str, value: str, why: str = "") -> str:
    """The same line without effect, for a person to complete or to confirm."""
    return f"# {line(key, value, why)}"


def words(kinds: Iterable[type[StrEnum]], without: Iterable[str] = ()) -> str:
    """The words that a person may choose from."""
    return ", ".join(word.value for kind in kinds for word in kind if word not in without)
