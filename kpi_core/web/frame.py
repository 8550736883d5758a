"""What every screen shares: title, menu, filters, and the view that a screen's body gets.

A page file only hands over its body. The frame then draws filters and body in one fragment, so
that a filter click reruns that part alone and the filters survive every way of moving about.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from kpi_core.errors import KpiError, UnknownVersionError
from kpi_core.selection import Choices, Filters
from kpi_core.selection.choices import Positions
from kpi_core.web import choice, load
from kpi_core.web import filters as shared
from kpi_core.web.address import Value, address
from kpi_core.web.markup import Safe, join, link, tag
from kpi_core.web.screens import APP_NAME, FAVICON, SCREENS, FilterPlace, Screen


@dataclass(frozen=True)
class View:
    """What a screen shows: the scorecard and the rows that meet the filters.

    Attributes:
        at: positions in ``scorecard.rows`` that meet the filters, in the report's order.
        kept: parameters of the address that a filter link leaves as they are, those of
            ``place`` among them.
    """

    screen: Screen
    scorecard: load.Scorecard
    filters: Filters
    at: Positions
    kept: Mapping[str, Value]

    @property
    def rows(self) -> pd.DataFrame:
        return self.scorecard.rows

    @property
    def choices(self) -> Choices:
        return self.scorecard.choices

    @cached_property
    def shown(self) -> pd.DataFrame:
        """The rows at those positions; a copy of every column, so not for what needs a few."""
        return self.rows.iloc[self.at]

    @property
    def place(self) -> dict[str, str | None]:
        """What an address has to say to stay with these figures: the report and the version."""
        asked = (choice.PARAMETER, choice.VERSION)
        return {name: one for name in asked if not isinstance(one := self.kept[name], tuple)}

    def param(self, name: str) -> str | None:
        """A parameter of the address other than the filters, such as ``indicator``."""
        return st.query_params.get(name)

    def address_with(self, filters: Filters | None = None, /, **values: Value) -> str:
        """A link to this screen with other filters or values and everything else as it is."""
        return address(self.screen.key, filters or self.filters, **{**self.kept, **values})

    def address(self, key: str, **values: Value) -> str:
        """A link to a screen that keeps filters, report and version, unless it names others."""
        return address(key, self.filters, **{**self.place, **values})


Part = Callable[[View], None]

FreePart = Callable[[str | None], None]
"""Draws a screen that needs no dataset; it gets the sentence that says why there is none."""


@dataclass(frozen=True)
class Body:
    """A screen's two parts: ``top`` stands above the filters, ``main`` below them."""

    main: Part
    top: Part | None = None


@dataclass(frozen=True)
class FreeBody:
    """A screen that also works where there is no dataset."""

    main: FreePart


_HANDED: ContextVar[Body | FreeBody] = ContextVar("handed over")


def hand_over(main: Part, *, top: Part | None = None) -> None:
    """What a page file calls, and all that it does: these functions draw the screen."""
    _HANDED.set(Body(main, top))


def hand_over_free(main: FreePart) -> None:
    """The same for a screen that needs no dataset."""
    _HANDED.set(FreeBody(main))


def run() -> None:
    """One run of the app: navigation, then the chosen screen inside the shared frame."""
    # The icon is set before the navigation: without one, page icons are fetched from outside.
    st.set_page_config(page_icon=FAVICON, layout="wide", initial_sidebar_state="collapsed")
    pages = {
        st.Page(entry.file, title=entry.title, url_path=entry.url, default=not entry.url): entry
        for entry in SCREENS
    }
    chosen = st.navigation(list(pages), position="hidden")
    screen = next(entry for page, entry in pages.items() if page.url_path == chosen.url_path)
    title(screen.title)
    chosen.run()
    _draw(screen, _HANDED.get())


def title(text: str) -> None:
    """Names the browser's tab; a screen calls it again for something closer, such as a title."""
    st.set_page_config(page_title=f"{text} – {APP_NAME}")


def heading(text: str, lead: str = "") -> None:
    """The screen's one main heading, with a sentence below it."""
    below = tag("p", lead, class_="kpi-lead") if lead else ""
    show(tag("h1", text, tabindex="-1"), below)


def show(*parts: Safe | str) -> None:
    """Puts made HTML on the screen; anything that no builder made is escaped."""
    st.html(join(parts))


@st.fragment
def _draw(screen: Screen, body: Body | FreeBody) -> None:
    masthead = st.container(key="kpi-masthead")
    if isinstance(body, FreeBody):
        _free(body, _around(screen, masthead))
    else:
        try:
            _screen(screen, body, _asked(), masthead)
        except UnknownVersionError as problem:
            masthead.html(_menu(screen, Filters(), {}))
            _no_version(screen, problem)
        except KpiError as problem:
            masthead.html(_menu(screen, Filters(), {}))
            heading("The scorecard cannot be shown")
            way_out = link(address("import"), "Try a report on the Import screen")
            show(tag("p", problem, class_="kpi-notice"), tag("p", way_out, "."))
    # The last element of a run: links.js waits for a new number before it moves the focus.
    st.session_state["kpi-run"] = number = st.session_state.get("kpi-run", 0) + 1
    show(tag("span", "", class_="kpi-end", data_run=number))


def _asked() -> load.Scorecard:
    """The scorecard that the address names."""
    asked = st.query_params
    return load.scorecard(asked.get(choice.PARAMETER), asked.get(choice.VERSION))


def _no_version(screen: Screen, problem: UnknownVersionError) -> None:
    heading("The figures of this link are not kept here")
    said = (
        "The link names a version of the figures that this server does not hold. It may have been "
        "cleared away, or the address may be mistyped."
    )
    way_out = link(address(screen.key), "See the latest figures")
    show(tag("p", said, class_="kpi-notice"), tag("p", problem), tag("p", way_out, "."))


def _free(body: FreeBody, why_no_dataset: str | None) -> None:
    try:
        body.main(why_no_dataset)
    except KpiError as problem:
        show(tag("p", problem, class_="kpi-notice"))


def _around(screen: Screen, masthead: DeltaGenerator) -> str | None:
    """Menu and hidden filters of a screen that needs no dataset, and why there is none."""
    try:
        scorecard = _asked()
    except KpiError as problem:
        masthead.html(_menu(screen, Filters(), {}))
        return str(problem)
    unknown = shared.unknown(scorecard.choices)
    filters = shared.draw(scorecard.choices, screen.filters)
    masthead.html(_menu(screen, filters, _place(scorecard)))
    _name_unknown(unknown)
    return None


def _place(scorecard: load.Scorecard) -> dict[str, str | None]:
    """What every link of a screen says, so that it stays with the same figures."""
    version = st.query_params.get(choice.VERSION) or None
    return {choice.PARAMETER: choice.asked_for(scorecard), choice.VERSION: version}


def _name_unknown(unknown: list[str]) -> None:
    if unknown:
        words = f"The address asked for {', '.join(unknown)}, which this scorecard does not have."
        show(tag("p", words, class_="kpi-notice"))


def _screen(
    screen: Screen, body: Body, scorecard: load.Scorecard, masthead: DeltaGenerator
) -> None:
    choices, place = scorecard.choices, _place(scorecard)
    unknown = shared.unknown(choices)
    top = st.container(key="kpi-top")
    filters = shared.draw(choices, screen.filters)
    kept: dict[str, Value] = {
        name: tuple(st.query_params.get_all(name)) for name in screen.keeps
    } | place
    view = View(screen, scorecard, filters, choices.where(filters), kept)
    reports = choice.links(scorecard, screen, filters, kept)
    latest = address(screen.key, filters, **{**kept, choice.VERSION: None})
    asked = place[choice.VERSION]
    notice = choice.version_notice(asked, load.current(), latest) if asked else ""
    masthead.html(join([_menu(screen, filters, place), reports, notice]))
    if body.top:
        with top:
            body.top(view)
    if gone := choice.unknown(scorecard, st.query_params.get(choice.PARAMETER)):
        show(gone)
    _name_unknown(unknown)
    if screen.filters is not FilterPlace.HIDDEN:
        show(shared.summary(filters, len(view.at), len(choices.all), view.address_with(Filters())))
    body.main(view)


def _menu(screen: Screen, filters: Filters, place: Mapping[str, str | None]) -> Safe:
    items = [
        tag(
            "li",
            link(
                address(entry.key, filters, **place),
                entry.title,
                title=entry.help,
                aria_current="page" if entry is screen else None,
            ),
        )
        for entry in SCREENS
    ]
    name = tag("span", APP_NAME, class_="kpi-name")
    return join([name, tag("nav", tag("ul", *items), aria_label="Screens")])
