"""Letters as text for a terminal and as Markdown; as HTML they are written in ``kpi_core.web``."""

from kpi_core.exports.letters.markdown import markdown
from kpi_core.exports.letters.text import text_lines

__all__ = ["markdown", "text_lines"]
