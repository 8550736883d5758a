"""How sure the figure is: one sentence, a number to give on the spot, the statistics in a fold."""

import streamlit as st

from kpi_core.present.chance import ChanceReading, chance_reading
from kpi_core.present.measured import MOST_CASES
from kpi_core.rules.statistics.uncertainty import FAR, NEAR, rules
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show

PARAMETER = "out_of"
"""Key of the input and of the address."""

HELP = (
    "The denominator, such as the number of children or of visits. It is used on this screen "
    "alone and kept nowhere but in its address."
)


def draw(view: View, indicator: str) -> None:
    """The sentence, the question where there is one, and the statistical reading."""
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


def out_of() -> int | None:
    """The number in the address or in the input, if it is one that can be used."""
    given = st.session_state.get(PARAMETER)
    return int(given) if isinstance(given, int | float) and 1 <= given <= MOST_CASES else None


def _given(question: str) -> int | None:
    """The input, bound to the address; what cannot be used is said and counts as nothing."""
    asked_for = st.query_params.get(PARAMETER)
    number = st.number_input(
        question,
        min_value=1,
        max_value=MOST_CASES,
        value=None,
        step=1,
        key=PARAMETER,
        bind="query-params",
        placeholder="A whole number",
        help=HELP,
        width=360,
    )
    usable = number is not None and 1 <= number <= MOST_CASES
    if asked_for and not usable:
        said = f"The address asked for {asked_for[:40]!r} cases. Give a whole number from 1 to "
        show(m.tag("p", f"{said}{MOST_CASES:,}.", class_="kpi-notice"))
    return int(number) if number is not None and usable else None


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
