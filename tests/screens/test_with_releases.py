"""With national figures in the dataset every screen opens, and shows of the report what it did."""

from pathlib import Path

import pytest

from kpi_core.build import build
from kpi_core.dataset.place import VERSION, place
from kpi_core.web.screens import SCREENS
from tests.dataset.releases import add_releases, release
from tests.screens.conftest import OpenScreen
from tests.screens.reading import shown

INDICATOR = "repeat-child-protection-plans"

OF_THE_REPORT = ("overview", "changes")
"""Screens that hold nothing but what reports say."""


@pytest.fixture(scope="module")
def national(report_path: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("national")
    build([report_path], out, root / "data" / "catalogue.toml")
    add_releases(place(out), [release()])
    return out


@pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.key)
def test_every_screen_opens(open_screen: OpenScreen, national: Path, entry) -> None:
    app = open_screen(entry.key, national, indicator=INDICATOR)
    assert not app.exception
    assert len(shown(app).heading) > 5


@pytest.mark.parametrize("key", OF_THE_REPORT)
def test_what_the_report_says_is_shown_as_before(
    open_screen: OpenScreen, national: Path, key: str
) -> None:
    """All of it, but for the name of the version."""
    without, with_them = (
        VERSION.sub("", shown(open_screen(key, at)).text) for at in (None, national)
    )
    assert with_them == without


def test_the_quality_screen_has_all_of_before_and_what_only_a_release_can_tell(
    open_screen: OpenScreen, national: Path
) -> None:
    """The small release lacks eight measures that the catalogue links to: eight notes more."""
    without, with_them = (
        {tuple(row) for table in shown(open_screen("quality", at)).tables for row in table.rows}
        for at in (None, national)
    )
    assert without - with_them == set()
    ((kind, *counts),) = with_them - without
    assert kind.endswith("catalogue-measure-unknown")
    assert counts == ["Note", "8"]
