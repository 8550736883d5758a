r"""A letter as Markdown. Nothing of a report's text is Markdown: what would be is escaped.

CommonMark lets a backslash stand before any punctuation. Escaped is what means something within a
line, also in the dialects of GitHub and of wikis (tables, strikethrough, mathematics, short names
of emoji, addresses that become links by themselves), and what does so only where a line begins.
"""

import re
from collections.abc import Iterator

from kpi_core.present.letter import Block, Entries, Entry, Heading, Letter
from kpi_core.present.printable import printable

_WITHIN = re.compile(r"[\\`*_\[\]<>&|~$^={}!#@]|:(?=\S)|(?<=[Ww]{3})\.")
_AT_THE_START = re.compile(r"^(\d*)([-+.)])")


def markdown(letter: Letter) -> str:
    """The letter with headings and lists; ends with a line break."""
    parts = [f"# {escaped(letter.title)}", *(_block(block) for block in letter.blocks)]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """A text as one line that every reader of Markdown shows as it is."""
    one_line = " ".join(printable(text).split())
    return _AT_THE_START.sub(r"\1\\\2", _WITHIN.sub(r"\\\g<0>", one_line))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}"
    if isinstance(block, Entries):
        return "\n".join(line for entry in block.items for line in _entry(entry))
    return escaped(block.text)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"- {escaped(entry.text)}"
    for note in entry.notes:
        yield f"  - {escaped(note)}"
