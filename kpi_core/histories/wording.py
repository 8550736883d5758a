"""What makes two wordings of an indicator comparable, and what may never differ between them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import fuzz

from kpi_core.catalogue import name_key

_TOKEN = re.compile(r"[<>≤≥£]?[0-9][0-9.,]*\+?|[^\W\d_]+|%")

_COUNTED = ("one first once", "two second twice", "three third", "four fourth", "five", "six")
_NUMBERS = {word: str(at) for at, words in enumerate(_COUNTED, 1) for word in words.split()}

_VERBS = (
    "reduce decrease lower minimise increase raise improve maximise maintain ensure deliver achieve"
)
_LEADING = re.compile(rf"(?:to )?(?:{_VERBS.replace(' ', '|')}) ")

_LIGHT_WORDS = (
    "the an of to in within for and or on at by that which who are is be been were was have has "
    "had their its per cent percent percentage proportion share number num count total rate level %"
)
_LIGHT = frozenset(_LIGHT_WORDS.split())
"""Words that say how something is counted, or nothing: no reason to tell two names apart."""

_ALWAYS = (
    ("male males man men boy boys", "female females woman women girl girls"),
    ("adult adults", "child children childrens young youth"),
    ("primary", "secondary"),
    ("more greater higher above over", "fewer less lower below under"),
    ("before prior", "after following"),
    ("inpatient inpatients", "outpatient outpatients"),
    ("major", "minor"),
    ("internal", "external"),
    ("", "without not no non never excluding except"),
)
"""Pairs of opposites. Either name says one of them just where the other name does."""

_IF_SAID = (
    ("increase increased increasing raise maximise", "reduce reduced reducing decrease minimise"),
    ("percentage percent proportion share %", "number count num", "rate"),
    ("average mean", "median"),
    ("within", "outside beyond"),
)
"""Opposites that a name may leave out: two names that say them may not disagree."""

_NEGATING = ("un", "in", "im", "il", "ir", "non", "dis")

STEM = 0.6
"""Share of the longer word that an inflection leaves as it is: "referral" and "referred"."""

SHORTEST_STEM = 4
LONG_WORD = 8
TYPO = 88
"""Likeness, out of 100, at which two long words are one word with a slip of the key."""

Pole: TypeAlias = tuple[int, int]
"""Which opposites, and which of them."""


def _by_word(opposites: tuple[tuple[str, ...], ...]) -> dict[str, Pole]:
    return {
        word: (which, pole)
        for which, poles in enumerate(opposites)
        for pole, words in enumerate(poles)
        for word in words.split()
    }


_ALWAYS_BY_WORD, _IF_SAID_BY_WORD = _by_word(_ALWAYS), _by_word(_IF_SAID)


@dataclass(frozen=True)
class Wording:
    """A name taken apart once.

    ``text`` is what likeness is measured on: no leading verb, no light words, in alphabetical
    order. ``fixed`` has to be equal in two names that may be one indicator.
    """

    key: str
    text: str
    words: frozenset[str]
    fixed: tuple[tuple[str, ...], frozenset[Pole]]
    said: frozenset[Pole]

    @classmethod
    def of(cls, name: str) -> "Wording":
        key = name_key(name)
        every = _tokens(key)
        body = _tokens(_LEADING.sub("", key, count=1) if _LEADING.match(key) else key)
        numbers = tuple(word for word in every if word[-1].isdigit() or word[-1] == "+")
        content = sorted(word for word in body if word not in _LIGHT)
        fixed = (numbers, _said(body, _ALWAYS_BY_WORD))
        said = _said(every, _IF_SAID_BY_WORD)
        return cls(key, " ".join(content), frozenset(content), fixed, said)


def opposed(one: Wording, other: Wording) -> bool:
    """Whether the names say opposite things: of the way wanted, the count, or by a negation."""
    which = {pair for pair, _ in one.said} & {pair for pair, _ in other.said}
    if which - {pair for pair, _ in one.said & other.said}:
        return True
    mine, theirs = one.words - other.words, other.words - one.words
    return any(_negates(word, other) for word in mine for other in theirs)


def same_words(one: Wording, other: Wording) -> bool:
    """Whether each word is a form of one in the other name: none was gained, lost or swapped."""
    mine, theirs = one.words - other.words, other.words - one.words
    return not _some_unlike(mine, other.words) and not _some_unlike(theirs, one.words)


def _tokens(key: str) -> list[str]:
    found = (token.rstrip(".,").replace(",", "") for token in _TOKEN.findall(key.replace("'", "")))
    return [_NUMBERS.get(token, token) for token in found]


def _said(words: Iterable[str], opposites: Mapping[str, Pole]) -> frozenset[Pole]:
    return frozenset(opposites[word] for word in words if word in opposites)


def _some_unlike(words: Iterable[str], others: frozenset[str]) -> bool:
    """Whether any word here is no form of a word there."""
    return any(not any(_same_word(word, other) for other in others) for word in words)


def _negates(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and long.removesuffix(short) in _NEGATING


def _same_word(one: str, other: str) -> bool:
    """An inflection, or a slip in a long word; never a word and its negation."""
    if _negates(one, other):
        return False
    short, long = sorted((one, other), key=len)
    stem = next(
        (at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if stem >= SHORTEST_STEM and stem >= STEM * len(long):
        return True
    return len(short) >= LONG_WORD and fuzz.ratio(short, long) >= TYPO
