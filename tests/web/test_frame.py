"""The shell: frame, filters from the address, unknown values, and what a filter click does."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from kpi_core.errors import DatasetError
from kpi_core.web import load
from kpi_core.web.screens import SCREENS, FilterPlace

Shell = Callable[..., AppTest]


def text(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(element.value for element in app.html)


@pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.key)
def test_every_screen_stands_in_the_frame(shell: Shell, entry) -> None:
    shown = text(shell(entry.key))
    assert '<nav aria-label="Screens">' in shown
    assert f'aria-current="page">{entry.title}</a>' in shown
    assert shown.count("<h1") == 1
    assert ("Showing 4 of 4" in shown) == (entry.filters is not FilterPlace.HIDDEN)


@pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.key)
def test_filters_of_the_address_hold_on_every_screen(shell: Shell, entry) -> None:
    """Also where a screen shows none: an undrawn widget would drop its parameter."""
    app = shell(entry.key, status=["Red"], direction=["Improving"])
    assert app.get_by_key("status").value == ["Red"]
    shown = text(app)
    assert "[admissions]" in shown
    assert "[repeat-plans]" not in shown
    assert "methods?status=Red&amp;direction=Improving" in shown


def test_several_values_of_one_filter_mean_any_of_them(shell: Shell) -> None:
    shown = text(shell(status=["Red", "Green"], q="as"))
    assert "Showing 1 of 4 indicators." in shown
    assert "Filters: Status: Red or Green; Text: as." in shown


def test_an_unknown_value_is_named_and_left_out(shell: Shell) -> None:
    shown = text(shell(status="Purple<b>"))
    assert "asked for Status: Purple&lt;b&gt;, which" in shown
    assert "Showing 4 of 4" in shown


def test_a_filter_click_changes_rows_count_and_links(shell: Shell) -> None:
    app = shell("indicator", indicator="admissions")
    app.get_by_key("status").set_value(["Red"]).run()
    shown = text(app)
    assert "Showing 2 of 4" in shown
    assert 'href="benchmarks?status=Red"' in shown


def test_clear_filters_keeps_the_indicator(shell: Shell) -> None:
    app = shell("indicator", indicator="admissions", status="Red")
    assert '<a href="indicator?indicator=admissions" class="kpi-go">Clear filters</a>' in text(app)


def test_a_filter_with_one_value_is_not_shown(shell: Shell) -> None:
    app = shell()
    keys = {widget.key for widget in [*app.get("pills"), *app.multiselect]}
    assert keys == {"status", "direction", "theme", "year_ago"}


def test_words_from_a_report_are_options_that_stay_literal(shell: Shell) -> None:
    """Pills read Markdown, a multiselect does not."""
    app = shell()
    assert app.multiselect(key="theme").options == ["Children", "Adults *and* $x$"]


def test_no_dataset_is_a_state_of_the_screen(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_yet(*_: object) -> None:
        raise DatasetError("There is no dataset yet. Run 'kpi build <report>'.")

    monkeypatch.setattr(load, "scorecard", none_yet)
    shown = text(shell())
    assert "Run &#x27;kpi build &lt;report&gt;&#x27;." in shown
    assert '<nav aria-label="Screens">' in shown


def test_no_module_shadows_the_standard_library(root) -> None:
    """Streamlit puts the shell's folder at the head of the import path."""
    import sys

    here = {file.stem for file in (root / "kpi_core" / "web").glob("*.py")} - {"__init__"}
    assert not here & sys.stdlib_module_names
