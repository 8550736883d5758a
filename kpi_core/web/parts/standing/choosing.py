"""The controls that say whom to compare with, how and when; their words stand in the address."""

from collections.abc import Sequence

import streamlit as st

from kpi_core.present.standing.choice import CHOSEN, MATCHES, STATISTICS, Comparing
from kpi_core.web.frame import View

COMPARE, STATISTIC, PERIOD, SHOW, COUNCILS = "compare", "statistic", "match", "show", "councils"
CHOICES = (COMPARE, STATISTIC, PERIOD, SHOW, COUNCILS)
"""What the address says of the choice."""

PART, GAPS, FAIR = "part", "Gap to each comparator", "Is the benchmark fair?"


def part() -> str:
    """Which part of the screen is shown, where there are national figures."""
    return str(
        st.segmented_control(
            *("Show", (GAPS, FAIR)), key=PART, default=GAPS, required=True, bind="query-params"
        )
    )


def draw(view: View, years: Sequence[str] = (), *, one: bool = False) -> Comparing | None:
    """Draws the controls; None, and nothing, where the dataset has no national figures.

    Args:
        view: for the council and its groups.
        years: periods to choose from, besides the same and the latest one.
        one: whether one indicator is shown, with its councils.
    """
    published = view.scorecard.published
    if not published.national.any:
        return None
    there = published.options
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="bottom", key="kpi-compare"
    ):
        _select("Compare with", list(there.compare), COMPARE, 320)
        _select("Figure of the group", list(STATISTICS), STATISTIC, 200)
        _select("Period", [*MATCHES, *years], PERIOD, 160)
        if one:
            _select("Councils shown", list(there.show), SHOW, 320)
        if CHOSEN in (st.session_state.get(COMPARE), st.session_state.get(SHOW) if one else None):
            st.multiselect(
                "Councils to choose",
                list(there.councils),
                key=COUNCILS,
                placeholder="None yet",
                bind="query-params",
                width=420,
            )
    return chosen(view)


def chosen(view: View) -> Comparing | None:
    """What the controls say, once they are drawn; their values are checked again here."""
    published = view.scorecard.published
    if not published.national.any:
        return None
    word = {key: _word(key) for key in (COMPARE, STATISTIC, PERIOD, SHOW)}
    names = st.session_state.get(COUNCILS, ())
    return published.options.comparing(
        *(word[COMPARE], word[STATISTIC], word[PERIOD], word[SHOW]),
        names if isinstance(names, list | tuple) else (),
        word[PERIOD] if word[PERIOD] not in MATCHES else None,
    )


def _select(label: str, words: list[str], key: str, width: int) -> None:
    st.selectbox(label, words, key=key, index=0, bind="query-params", width=width)


def _word(key: str) -> str | None:
    value = st.session_state.get(key)
    return value if isinstance(value, str) else None
