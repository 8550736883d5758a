"""The shared filters: widgets bound to the URL, and the sentence that says what they show.

Options come from ``selection.FILTER_FIELDS``. Fixed words are pills; words that come from a report
are options of a multiselect, which shows them literally, where pills would read them as Markdown.
Values are checked again here, because a widget's limits hold in the browser only.
"""

import streamlit as st

from kpi_core.selection import FILTER_FIELDS, Choices, FilterField, Filters, from_words
from kpi_core.web.markup import Safe, join, link, tag
from kpi_core.web.screens import FilterPlace

FIRST = ("status", "direction")
"""Fields in the open; the others are one click away."""


def draw(choices: Choices, place: FilterPlace) -> Filters:
    """Draws the filters at a screen's place and returns what they say.

    They are drawn on every screen, hidden by the style sheet where a screen does not use them:
    a bound parameter leaves the URL as soon as its widget is not drawn.
    """
    fields = [field for field in FILTER_FIELDS if choices.several(field.key)]
    with st.container(key=f"kpi-filters-{place.value}", gap="small"):
        if place is FilterPlace.FOLDED:
            with st.expander("Filters", key="kpi-fold", type="compact"):
                return _chosen(fields, choices, fields)
        return _chosen(fields, choices, [field for field in fields if field.key in FIRST])


def _chosen(fields: list[FilterField], choices: Choices, first: list[FilterField]) -> Filters:
    values: dict[str, object] = {}
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        for field in first:
            values[field.key] = _widget(field, choices.words(field.key))
        values["q"] = st.text_input(
            "Find in the indicators",
            key="q",
            type="search",
            max_chars=200,
            live=True,
            placeholder="Words",
            bind="query-params",
            width=260,
        )
    others = [field for field in fields if field not in first]
    if others:
        # Not a popover: what a closed one holds is not on the page, and its values leave the URL.
        with (
            st.expander("More filters", key="kpi-more", type="compact"),
            st.container(horizontal=True, gap="medium", vertical_alignment="bottom"),
        ):
            for field in others:
                values[field.key] = _widget(field, choices.words(field.key))
    known = {field.key: _known(values.get(field.key), choices.words(field.key)) for field in fields}
    return from_words(known | {"q": str(values["q"] or "")[:200]})


def _widget(field: FilterField, words: list[str]) -> object:
    if field.options:
        return st.pills(
            field.label,
            words,
            selection_mode="multi",
            key=field.key,
            wrap=True,
            bind="query-params",
        )
    return st.multiselect(
        field.label, words, key=field.key, placeholder="All", bind="query-params", width=320
    )


def _known(given: object, words: list[str]) -> list[str]:
    return [word for word in words if word in given] if isinstance(given, list | tuple) else []


def unknown(choices: Choices) -> list[str]:
    """Filter values in the address that are no option, as "Status: Purple", read before drawing.

    Streamlit drops them from the address without a word; the reader of an old or mistyped link
    should hear of it.
    """
    return [
        f"{field.label}: {value}"
        for field in FILTER_FIELDS
        for value in st.query_params.get_all(field.key)
        if value not in choices.words(field.key)
    ]


def summary(filters: Filters, shown: int, total: int, clear: str) -> Safe:
    """The line that says what is being shown: "Showing 1 of 18 indicators. Filters: ..."."""
    count = f"Showing {shown:,} of {total:,} indicators."
    if not filters.any:
        return tag("p", count, class_="kpi-count", tabindex="-1")
    words = tag("span", f" Filters: {filters.sentence()}. ")
    return tag(
        "p",
        join([count, words, link(clear, "Clear filters")]),
        class_="kpi-count",
        tabindex="-1",
    )
