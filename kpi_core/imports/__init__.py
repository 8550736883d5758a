"""Trying a report before it is published: a draft in memory, corrections, publishing and undoing.

Nothing here touches a dataset but ``publish`` and ``undo``, and both leave every older version.
"""

from kpi_core.imports.changes import About, Change, changed, check, without
from kpi_core.imports.corrected import corrected_catalogue
from kpi_core.imports.draft import Draft, Upload, admit, read_draft
from kpi_core.imports.publishing import Published, base_catalogue, clashes, known, publish
from kpi_core.imports.undoing import undo, undoable

__all__ = [
    "About",
    "Change",
    "Draft",
    "Published",
    "Upload",
    "admit",
    "base_catalogue",
    "changed",
    "check",
    "clashes",
    "corrected_catalogue",
    "known",
    "publish",
    "read_draft",
    "undo",
    "undoable",
    "without",
]
