"""The cached load: one scorecard per report of a dataset version, shared and never changed.

This is the one place where the screens get their data. The pointer to the current version is read
on every run (some microseconds), so a new build shows at the next click; the tables are read and
the words prepared once per version.
"""

import streamlit as st

from kpi_core import dataset
from kpi_core.dataset.place import CURRENT, place
from kpi_core.places import default_catalogue, default_dataset, default_reports, named_dataset
from kpi_core.present.briefing import Briefing
from kpi_core.present.briefing import briefing as make_briefing
from kpi_core.present.scorecard import Scorecard, report_ids
from kpi_core.present.scorecard import scorecard as prepare

__all__ = ["Scorecard", "briefing", "build_first", "current", "load", "read", "scorecard"]


MOST_REPORTS = 12
"""Prepared scorecards that are kept: reports that people look at, in a few dataset versions."""


def current() -> str:
    """The name of the current dataset version.

    Raises:
        DatasetError: there is no dataset where one was named, or it cannot be read.
    """
    location = default_dataset()
    if named_dataset() is None:
        build_first(location)
    return dataset.current_version(location)


def scorecard(report: str | None = None, version: str | None = None) -> Scorecard:
    """A prepared scorecard.

    Args:
        report: its id; the newest report where none is named or the dataset has none of that id.
        version: of the dataset; the current one where none is named.

    Raises:
        UnknownVersionError: the dataset does not hold the named version; a current one that is
            missing is a damaged dataset.
        DatasetError: there is no dataset where one was named, or it cannot be read.
    """
    newest = current()
    location, version = default_dataset(), version or newest
    if report is not None and report not in report_ids(read(location, version))[1:]:
        report = None
    return load(location, version, report)


@st.cache_resource(max_entries=3, show_spinner=False)
def read(location: str, version: str) -> dataset.Dataset:
    """One version's tables. Two stay beside the current one for links to older ones."""
    return dataset.read(location, version)


@st.cache_resource(max_entries=MOST_REPORTS, show_spinner=False)
def load(location: str, version: str, report: str | None) -> Scorecard:
    """One report of a version, prepared."""
    return prepare(read(location, version), report)


def _named(card: Scorecard) -> tuple[str, str]:
    return card.dataset.version, str(card.report["report"])


@st.cache_resource(max_entries=MOST_REPORTS, show_spinner=False, hash_funcs={Scorecard: _named})
def briefing(card: Scorecard) -> Briefing:
    """What is new in one report of a version, found once."""
    return make_briefing(card)


@st.cache_resource(show_spinner="Reading the report for the first time")
def build_first(location: str) -> None:
    """Builds the shipped report where nobody named a dataset and none is there yet."""
    if not place(location).exists(CURRENT):
        from kpi_core.build import build

        build(default_reports(), location, default_catalogue())
