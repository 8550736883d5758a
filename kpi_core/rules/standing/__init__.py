"""Where a figure stands among others of its kind: its rank, its quarter, and what is like it.

Pure and exact: figures in, places and sentences out. Nothing here knows a council or a file.
"""

from kpi_core.rules.standing.bands import Bands, bands
from kpi_core.rules.standing.likeness import NO_OTHER, SIZE_MATTERS, Likeness, likeness
from kpi_core.rules.standing.methods import LINEAR, METHODS, TILES, Method
from kpi_core.rules.standing.rank import Rank, no_rank, rank, ranks
from kpi_core.rules.standing.realism import Realism, achieves, both_ways, realism
from kpi_core.rules.standing.spread import Spread, spread
from kpi_core.rules.standing.words import deviations, rules

__all__ = [
    "LINEAR",
    "METHODS",
    "NO_OTHER",
    "SIZE_MATTERS",
    "TILES",
    "Bands",
    "Likeness",
    "Method",
    "Rank",
    "Realism",
    "Spread",
    "achieves",
    "bands",
    "both_ways",
    "deviations",
    "likeness",
    "no_rank",
    "rank",
    "ranks",
    "realism",
    "rules",
    "spread",
]
