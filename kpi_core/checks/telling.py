"""Words that tell what a text is about: without grammar, and without the words of scorecards."""

import re

SHORTEST_WORD = 3

_GRAMMAR = (
    "and any are been but each for from had has have however its not our she such than that the "
    "their there these they this those under very was were where which whilst while who will with "
    "within you your also all can may more most per some"
)

_SCORECARDS = (
    "indicator performance target measure figure result year quarter change average statistical "
    "neighbour nearest national england"
)

STOPWORDS = frozenset(_GRAMMAR.split()) | frozenset(_SCORECARDS.split())
"""Words of grammar, and words of every scorecard whatever it is about."""


def telling_words(text: str) -> set[str]:
    """The telling words of a text, singular and plural as one."""
    found = re.findall(r"[a-z]+", text.casefold())
    return {w.removesuffix("s") for w in found if len(w) >= SHORTEST_WORD} - STOPWORDS
