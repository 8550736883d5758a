"""The Changes screen: one report, several, none of a kind, and long lists."""

from pathlib import Path

import pytest

from kpi_core.build import build
from kpi_core.web.parts.briefing import MOST_SHOWN
from tests.histories.every_change import write_every_change
from tests.screens.reading import shown


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("every")
    files, catalogue = write_every_change(folder)
    build(files, folder / "dataset", catalogue)
    return folder / "dataset"


def test_one_report_says_that_the_next_will_be_compared(open_screen) -> None:
    screen = shown(open_screen("changes"))
    assert screen.heading.startswith("1 new red, 2 worse but not red, 3 recoveries; 9 of 18")
    assert "There is no earlier report of this organisation" in screen.text
    assert (
        "Repeat child protection plans: red (declared), was green (computed by us)" in screen.text
    )
    assert "It takes a second report to tell: reversals to declining" in screen.text
    assert "Showing 6 of 6 changes." in screen.text


def test_every_kind_has_a_heading_with_its_count_in_words(open_screen, every: Path) -> None:
    screen = shown(open_screen("changes", every))
    assert screen.parts["h2"][:4] == [
        "One new red",
        "One worse but not red",
        "One recovery",
        "One better still",
    ]
    assert len(screen.parts["h2"]) == 18
    assert "Looked for and not found" not in screen.text


def test_the_name_of_an_indicator_is_a_link_to_its_screen(open_screen, every: Path) -> None:
    screen = shown(open_screen("changes", every, status=["Red"]))
    link = screen.link("Reduce missed bins")
    assert link.href.startswith("indicator?")
    assert link.query["status"] == ["Red"]
    gone = shown(open_screen("changes", every)).link("Reduce potholes")
    assert gone.query["report"] == ["upper-tamar-q3"]


def test_filters_apply_to_the_list_and_what_they_hide_is_counted(open_screen, every: Path) -> None:
    screen = shown(open_screen("changes", every, status=["Red"]))
    assert "Showing 3 of 17 changes. Hidden by the filters: 1 worse but not red" in screen.text
    assert screen.parts["h2"] == [
        "One new red",
        "One reversal to declining",
        "One reversal to improving",
    ]
    assert screen.heading.startswith("1 new red, 1 worse but not red")  # of the whole report


def test_an_earlier_report_is_held_against_the_one_before_it(open_screen, every: Path) -> None:
    screen = shown(open_screen("changes", every, report="upper-tamar-q3"))
    assert screen.heading == "No status changed; 15 of 16 indicators keep their status"
    assert "2019/20 Q3 against the report before, Scorecard, quarter 2 (2019/20 Q2)" in screen.text
    assert "Looked for and not found: new reds" in screen.text


def test_nothing_new_is_said(open_screen, tmp_path: Path) -> None:
    entries = []
    for quarter in (3, 4):
        periods = ["2019/20 Q3", "2019/20 Q4"][: quarter - 2]
        figures = ",".join(["9"] * len(periods))
        text = (
            f"Indicator,{','.join(periods)},2019/20 Target,Status\nIncrease x,{figures},9,Green\n"
        )
        (tmp_path / f"north-q{quarter}.csv").write_text(text, "utf-8")
        entries.append(
            f'[reports.north-q{quarter}]\norganisation = "north"\ntitle = "Q{quarter}"\n'
            f'period = "2019/20 Q{quarter}"\n'
        )
    (tmp_path / "c.toml").write_text("".join(entries), "utf-8")
    build(sorted(tmp_path.glob("*.csv")), tmp_path / "out", tmp_path / "c.toml")
    screen = shown(open_screen("changes", tmp_path / "out"))
    assert screen.heading == "No status changed; 1 of 1 indicator keeps its status"
    assert "Showing 0 of 0 changes." in screen.text
    assert "h2" not in screen.parts


def test_a_long_list_shows_the_first_and_says_how_many_there_are(
    open_screen, tmp_path: Path
) -> None:
    rows = "".join(f"Increase thing {n},9,1,9,Red\n" for n in range(MOST_SHOWN + 7))
    text = f"Indicator,2019/20 Q3,2019/20 Q4,2019/20 Target,Status\n{rows}"
    (tmp_path / "long.csv").write_text(text, "utf-8")
    build([tmp_path / "long.csv"], tmp_path / "out")
    screen = shown(open_screen("changes", tmp_path / "out"))
    assert screen.parts["h2"] == ["107 new reds"]
    assert "The first 100 of 107; all are in the download." in screen.text
    assert len(screen.parts["li"]) - len([t for t in screen.parts["li"] if "thing" not in t]) == 100


def test_what_each_kind_means_is_one_click_away(open_screen) -> None:
    screen = shown(open_screen("changes"))
    assert screen.parts["summary"] == ["What each kind of change means"]
    assert "A better colour after red or amber." in screen.text
