"""A letter as lines for a terminal."""

from collections.abc import Iterator

from kpi_core.present.letter import Entries, Letter


def text_lines(letter: Letter) -> Iterator[str]:
    """The letter without its title; changes are indented, and what to know about them more so."""
    for block in letter.blocks:
        if not isinstance(block, Entries):
            yield block.text
            continue
        for entry in block.items:
            yield f"  {entry.text}"
            for note in entry.notes:
                yield f"    {note}"
