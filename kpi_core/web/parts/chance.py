"""How sure the figure is: one sentence, a number to give on the spot, the statistics in a fold."""

import re

import streamlit as st

from kpi_core.present.chance import ChanceReading, chance_reading
from kpi_core.present.measured import MOST_CASES, rated_cases
from kpi_core.rules.statistics.cases import Cases
from kpi_core.rules.statistics.uncertainty import FAR, NEAR, rules
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show

PARAMETER = "out_of"
"""Key of the input and of the address."""

HELP = (
    "The denominator, such as the number of children or of visits. It is used on this screen "
    "alone and kept nowhere but in its address."
)


def draw(view: View, indicator: str) -> int | None:
    """The sentence, the question where there is one, and the statistical reading.

    Returns:
        How many cases the figure is out of, as the dataset or else the person says.
    """
    show(m.tag("h3", "How sure is the figure?"))
    place = st.container()
    asked = chance_reading(view.scorecard, indicator).question
    given = _given(asked) if asked else None
    found = chance_reading(view.scorecard, indicator, given)
    with place:
        show(m.tag("p", found.sentence, class_="kpi-notice" if found.refused else None))
    if not found.refused:
        with st.expander("The statistics of this figure", key="kpi-chance", type="compact"):
            show(_statistics(found))
    cases = rated_cases(view.scorecard, indicator, given)
    return cases.denominator if isinstance(cases, Cases) else None


def usable(given: str) -> bool:
    """Whether a text of the address is a whole number that can be used."""
    return re.fullmatch("[0-9]{1,8}", given) is not None and 1 <= int(given) <= MOST_CASES


def _given(question: str) -> int | None:
    """The input, bound to the address; what cannot be used is said and counts as nothing.

    It is not bound to such an address: a number without end would stop the screen.
    """
    asked = st.query_params.get(PARAMETER)
    bound = not asked or usable(asked)
    if not bound:
        del st.query_params[PARAMETER]
        said = f"The address asked for {str(asked)[:40]!r} cases. Give a whole number from 1 to "
        show(m.tag("p", f"{said}{MOST_CASES:,}.", class_="kpi-notice"))
    number = st.number_input(
        question,
        min_value=1,
        max_value=MOST_CASES,
        value=None,
        step=1,
        key=PARAMETER,
        bind="query-params" if bound else None,
        placeholder="A whole number",
        help=HELP,
        width=360,
    )
    # The limits of an input hold in the browser only.
    return int(number) if number is not None and 1 <= number <= MOST_CASES else None


def _statistics(found: ChanceReading) -> m.Safe:
    items = m.tag("ul", m.join(m.tag("li", detail) for detail in found.details))
    if not found.held:
        return items
    rows = [[held.name, held.text, held.near, held.far] for held in found.held]
    heads: list[m.Column | str] = ["Held against", m.Column("Figure", number=True)]
    heads += [f"Ours is, at {NEAR}", f"Ours is, at {FAR}"]
    return m.join([items, m.table("Our figure's interval against others", heads, rows)])


def methods() -> m.Safe:
    """How intervals are made, from the constants that make them."""
    items = m.join(m.tag("li", sentence) for sentence in rules())
    return m.join([m.tag("h3", "How sure one figure is"), m.tag("ul", items)])
