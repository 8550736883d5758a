"""The kinds of status scheme: one function for the bands, one for the words, one line each."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kpi_core.catalogue import SchemeKind, StatusScheme
from kpi_core.rules.rating.goal import Goal
from kpi_core.rules.rating.held import Held, Plan
from kpi_core.rules.rating.kinds.by_distance import (
    absolute,
    absolute_rules,
    relative,
    relative_rules,
)
from kpi_core.rules.rating.kinds.by_standard import agreed, agreed_rules, floor, floor_rules
from kpi_core.rules.rating.kinds.not_worse import not_worse, not_worse_rules
from kpi_core.rules.rating.kinds.plain import contextual, contextual_rules, met, met_rules
from kpi_core.rules.rating.measure import Measure


class Kind(NamedTuple):
    """``plan`` gives the bands of a goal, or why there are none; ``rules`` says them in words."""

    name: str
    plan: Callable[[StatusScheme, Goal, Held, Measure], Plan | str]
    rules: Callable[[StatusScheme], tuple[str, ...]]


KINDS: Mapping[SchemeKind, Kind] = MappingProxyType(
    {
        SchemeKind.RELATIVE: Kind("a band that is a share of the target", relative, relative_rules),
        SchemeKind.ABSOLUTE: Kind("a band in the indicator's own unit", absolute, absolute_rules),
        SchemeKind.FLOOR: Kind("a floor for each indicator", floor, floor_rules),
        SchemeKind.AGREED: Kind("a tolerance agreed for each indicator", agreed, agreed_rules),
        SchemeKind.NOT_WORSE: Kind("amber only if not worse", not_worse, not_worse_rules),
        SchemeKind.MET: Kind("met or not met", met, met_rules),
        SchemeKind.CONTEXTUAL: Kind("context, without a colour", contextual, contextual_rules),
    }
)
