"""Which column means what: found by the meaning of the headings, never by position."""

from kpi_core.layout.headings import Role
from kpi_core.layout.recognise import Column, Layout, Section, sections

__all__ = ["Column", "Layout", "Role", "Section", "sections"]
