"""Groups of councils named in running text, and what the row's benchmark cell quotes of them."""

import re

from kpi_core.cells import Problem
from kpi_core.cells.comparators import parse_group
from kpi_core.checks.commentary.numbers import FIGURE
from kpi_core.checks.commentary.said import Said
from kpi_core.facts import Observation
from kpi_core.formatting import figure_text

NAME = (
    r"\b(?P<name>statistical neighbours?|(?:cipfa )?nearest neighbours?|SNs?|north[ -]west|NW|"
    r"north[ -]east|yorkshire and (?:the )?humber(?:side)?|east midlands|west midlands|"
    r"east of england|london|south[ -]east|south[ -]west|england|national|eng)(?:ly)?\b"
)
"""The names that people write of the groups which benchmark cells quote."""

TAIL = (
    r"(?:['’]s?)?(?: (?:averages?|authorities|councils|figures?|rate|region|regional|benchmarks?|"
    r"LAs?|means?|medians?)){0,4}['’]?"
)
"""What may follow a group's name and adds nothing to it."""

GROUP = re.compile(NAME + TAIL + rf"(?:\s*\(?(?:of |at )?{FIGURE.pattern}\s*\)?)?", re.IGNORECASE)
"""A group, with the figure that is given for it, if any."""

ANY_OTHERS = re.compile(
    rf"{NAME}|\b(?:neighbours?|family|peers?|comparators?|benchmarks?|"
    r"other (?:councils|authorities)|regional(?:ly)?|cluster|quartile|averages? (?:of|"
    r"for)|others)\b",
    re.IGNORECASE,
)
"""Any mention of others."""


def quoted_of(said: Said, name: str) -> Observation | None:
    """What the row quotes of a group, in the indicator's own unit."""
    group = parse_group(name)
    if group is None or isinstance(group, Problem):
        return None
    unit = said.facts.indicator.unit
    own_unit = (o for o in said.facts.quoted if o.value is not None and o.unit == unit)
    return next((o for o in own_unit if o.subject.split("/")[0] == group), None)


def spoken(quoted: Observation) -> str:
    """A group as people say it."""
    plain = quoted.subject.split("/")[0].replace("-", " ")
    return plain.capitalize() if "neighbours" in plain else plain.title()


def as_quoted(quoted: Observation) -> str:
    """A group's figure as the benchmark cell has it, with its unit."""
    value = quoted.value
    return "" if value is None else figure_text(value, quoted.unit, quoted.figure.decimals)
