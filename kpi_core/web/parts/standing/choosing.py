"""The controls that say whom to compare with, how and when; their words stand in the address."""

from collections.abc import Container, Mapping, Sequence

import streamlit as st

from kpi_core.comparators.groups import CUSTOM, GroupChoice
from kpi_core.present.standing.choice import CHOSEN, MATCHES, STATISTICS, Comparing, Options
from kpi_core.web import markup as m
from kpi_core.web.address import Value
from kpi_core.web.frame import View, show

COMPARE, STATISTIC, PERIOD, SHOW, COUNCILS = "compare", "statistic", "match", "show", "councils"
CHOICES = (COMPARE, STATISTIC, PERIOD, SHOW, COUNCILS)
"""What the address says of the choice."""

LABELS = {
    COMPARE: "Compare with",
    STATISTIC: "Figure of the group",
    PERIOD: "Period",
    SHOW: "Councils shown",
    COUNCILS: "Councils to choose",
}

NOBODY = "No council is chosen yet. Choose one or more above to compare with them."

PART, GAPS, FAIR = "part", "Gap to each comparator", "Is the benchmark fair?"


def part() -> str:
    """Which part of the screen is shown, where there are national figures."""
    return str(
        st.segmented_control(
            *("Show", (GAPS, FAIR)), key=PART, default=GAPS, required=True, bind="query-params"
        )
    )


def kept(view: View) -> dict[str, Value]:
    """What the address says of the choice, for a link to the other screen that compares."""
    return {name: view.kept[name] for name in CHOICES}


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
    unknown = _unknown(there, years)
    with st.container(
        horizontal=True, gap="medium", vertical_alignment="bottom", key="kpi-compare"
    ):
        _select(list(there.compare), COMPARE, 320)
        _select(list(STATISTICS), STATISTIC, 200)
        _select([*MATCHES, *years], PERIOD, 160)
        if one:
            _select(list(there.show), SHOW, 320)
        if CHOSEN in (st.session_state.get(COMPARE), st.session_state.get(SHOW) if one else None):
            st.multiselect(
                LABELS[COUNCILS],
                list(there.councils),
                key=COUNCILS,
                placeholder="None yet",
                bind="query-params",
                width=420,
            )
    comparing = chosen(view)
    if unknown:
        words = f"The address asked for {', '.join(unknown)}, which cannot be chosen here."
        show(m.tag("p", words, class_="kpi-notice"))
    if comparing is not None and comparing.group == GroupChoice(CUSTOM):
        show(m.tag("p", NOBODY, class_="kpi-notice"))
    return comparing


def _unknown(there: Options, years: Sequence[str]) -> list[str]:
    """Words of the address that are no option; read before drawing, which drops them."""
    known: Mapping[str, Container[str]] = {
        COMPARE: there.compare,
        STATISTIC: STATISTICS,
        PERIOD: {*MATCHES, *years},
        SHOW: there.show,
        COUNCILS: there.councils,
    }
    return [
        f"{LABELS[name]}: {word}"
        for name, words in known.items()
        for word in st.query_params.get_all(name)
        if word not in words
    ]


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


def _select(words: list[str], key: str, width: int) -> None:
    st.selectbox(LABELS[key], words, key=key, index=0, bind="query-params", width=width)


def _word(key: str) -> str | None:
    value = st.session_state.get(key)
    return value if isinstance(value, str) else None
