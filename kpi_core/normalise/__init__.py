"""From a grid of cells to typed facts. Each cell that is not empty ends as a fact or a finding."""

from kpi_core.normalise.report import normalise

__all__ = ["normalise"]
