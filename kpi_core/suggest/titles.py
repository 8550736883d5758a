"""Short titles for indicators, cut from their names."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kpi_core.cells.names import LONGEST_NAME
from kpi_core.cells.text import squeeze

LONGEST_TITLE = 60

_ACTION = re.compile(
    r"(?:to )?(?:reduc(?:e|ing|tion in)|decreas(?:e|ing|e in)|lower(?:ing)?|minimis(?:e|ing)|cut"
    r"|increas(?:e|ing|e in)|improv(?:e|ing|ement in)|rais(?:e|ing)|maximis(?:e|ing)"
    r"|maintain(?:ing)?) "
    r"(?:the )?(?:(?:overall |total )?(?:proportion|percentage|per ?cent|%|rate|number|no\.|share)"
    r" of (?:the )?)?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r" ?(?:\([^()]*\)|\[[^\[\]]*\])")
_HANGING = re.compile(
    r"(?:[\s,;:–-]+(?:a|an|and|are|as|at|by|for|from|in|is|of|on|or|per|that|the|to|who|whose"
    r"|with|within|which|[0-9.,]+))*[\s,;:–-]*$",
    re.IGNORECASE,
)


def short_titles(names: Sequence[str]) -> Mapping[str, str]:
    """A title for each name. Names that would share a title keep theirs whole."""
    short = {name: short_title(name) for name in names}
    counted = Counter(title.casefold() for title in short.values())
    return {
        name: title if counted[title.casefold()] == 1 else squeeze(name) or name
        for name, title in short.items()
    }


def short_title(name: str) -> str:
    """Without "Reduce the proportion of" and what stands in brackets; at most 60 characters."""
    text = squeeze(name[:LONGEST_NAME])
    bare = squeeze(_BRACKETS.sub("", text)) or text
    core = _ACTION.sub("", bare, count=1) if _ACTION.match(bare) else bare
    core = core.strip(" .,;:–-") or text
    return _cut(core[:1].upper() + core[1:]) or name


def _cut(text: str) -> str:
    if len(text) <= LONGEST_TITLE:
        return text
    head = text[:LONGEST_TITLE]
    words = head.rpartition(" ")[0]
    kept = _HANGING.sub("", words)
    return f"{kept or head[:-1]}…"
