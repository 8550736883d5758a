"""The words of the domain, each said once. Members are the strings that the dataset stores.

Questions about a word are methods of its enum, so that no other file needs an if-chain. The
``word`` of a member is what a person reads on screen, in a URL and in an export.
"""

from kpi_core.vocabulary.benchmarks import (
    AreaKind,
    BothWays,
    LikenessBasis,
    PeriodMatch,
    QuartileBand,
    Statistic,
    TargetReach,
    Vintage,
)
from kpi_core.vocabulary.changes import ChangeKind
from kpi_core.vocabulary.figures import Accumulation, Mark, Missing, PeriodKind, Unit
from kpi_core.vocabulary.judgement import (
    NOT_AVAILABLE,
    NOT_RATED,
    Agreement,
    Comparison,
    Direction,
    DirectionBasis,
    Firmness,
    Movement,
    Polarity,
    PolarityBasis,
    Status,
    status_symbol,
)
from kpi_core.vocabulary.outlook import NoOutlook, OutlookKind
from kpi_core.vocabulary.reading import ColumnBasis, Severity, TableShape
from kpi_core.vocabulary.revisions import RevisionKind
from kpi_core.vocabulary.shorthand import Shorthand
from kpi_core.vocabulary.variation import (
    Assurance,
    GoalMark,
    IntervalMark,
    IntervalMethod,
    SpecialCause,
    TrendMark,
    Variation,
)
from kpi_core.vocabulary.word import Word

__all__ = [
    "NOT_AVAILABLE",
    "NOT_RATED",
    "Accumulation",
    "Agreement",
    "AreaKind",
    "Assurance",
    "BothWays",
    "ChangeKind",
    "ColumnBasis",
    "Comparison",
    "Direction",
    "DirectionBasis",
    "Firmness",
    "GoalMark",
    "IntervalMark",
    "IntervalMethod",
    "LikenessBasis",
    "Mark",
    "Missing",
    "Movement",
    "NoOutlook",
    "OutlookKind",
    "PeriodKind",
    "PeriodMatch",
    "Polarity",
    "PolarityBasis",
    "QuartileBand",
    "RevisionKind",
    "Severity",
    "Shorthand",
    "SpecialCause",
    "Statistic",
    "Status",
    "TableShape",
    "TargetReach",
    "TrendMark",
    "Unit",
    "Variation",
    "Vintage",
    "Word",
    "status_symbol",
]
