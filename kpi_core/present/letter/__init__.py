"""What changed as a letter: headings, lines and lists, before they are text, HTML or Markdown."""

from kpi_core.present.letter.blocks import Block, Entries, Entry, Heading, Letter, Line
from kpi_core.present.letter.of_briefing import briefing_letter
from kpi_core.present.letter.of_versions import versions_letter

__all__ = [
    "Block",
    "Entries",
    "Entry",
    "Heading",
    "Letter",
    "Line",
    "briefing_letter",
    "versions_letter",
]
