"""Where is it heading: what is needed, the estimate, or the reason for neither, on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.downloads import Viewed, scorecard_rows
from kpi_core.present.outlook import NOT_KEPT, outlook_reading
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.rules.outlook import method
from kpi_core.selection import Filters
from tests.rules.outlook.looking import STEADY, up_to
from tests.screens.reading import Shown, html_of, shown

MORE = "Increase the number of x (cumulative)"
LESS = "Reduce the proportion of x"
SNAPSHOT = "20% 22% 19% 21% 20% 22% 19% 21% 20% 22%"

Read = Callable[..., Shown]


@pytest.fixture
def read(open_screen, tmp_path: Path) -> Read:
    """``read(MORE, "85 167", "348")``: the Indicator screen of one line, rated in 2019/20 Q2."""

    def run(
        name: str,
        figures: str,
        target: str,
        rated: str = "2019/20 Q2",
        heading: str = "Target",
        beside: str = "",
    ) -> Shown:
        columns = {f"{label}{beside}": text for label, text in up_to(rated, figures).items()}
        other = ["Reduce the other", *(["1"] * len(columns)), ""]
        lines = [["Indicator", *columns, heading], [name, *columns.values(), target], other]
        (tmp_path / "report.csv").write_text("\n".join(map(",".join, lines)), "utf-8")
        build([tmp_path / "report.csv"], tmp_path / "out")
        indicator, _ = prepare(datasets.read(tmp_path / "out")).rows["indicator"]
        return shown(open_screen("indicator", tmp_path / "out", indicator=indicator))

    return run


def test_R5_what_is_needed_comes_first_and_the_estimate_is_called_one(read: Read) -> None:
    seen = read(MORE, STEADY, "348")
    assert "Where is it heading?" in seen.text
    assert (
        "167 so far in 2019/20 against a target of 348 or higher: 181 more needed in the 2 "
        "quarters left, 90.5 in each on average. So far 83.5 came in each quarter on average."
    ) in seen.parts["p"]
    assert (
        "Estimate: past variation suggests 304.8 to 356.8 for 2019/20 Q4, on trial limits from 10 "
        "figures. The target of 348 lies within what past variation suggests, so it may be met or "
        "missed by chance alone."
    ) in seen.parts["p"]
    assert seen.table("Position and what is left of the year").rows[1:] == [
        ["So far", "167"],
        ["Target", "348"],
        ["Still needed", "181"],
        ["In each quarter left", "90.5"],
        ["In each quarter so far", "83.5"],
        ["In each of the same quarters a year before", "81"],
        ["By last year's profile, an estimate", "336.1"],
        ["Past variation suggests, an estimate", "304.8 to 356.8"],
    ]


def test_Y6_a_percentage_shows_its_gap_beside_the_usual_change(read: Read) -> None:
    seen = read(f"{LESS} at quarter end (snapshot)", SNAPSHOT, "15%")
    rows = dict(seen.table("Position and what is left of the year").rows[1:])
    assert rows["Still to make up"] == "7 points"
    assert rows["Usual change from one quarter to the next"] == "2 points"
    assert "the gap is 3.5 times that" in seen.text
    assert "lies outside what past variation suggests: to meet it, something has to" in seen.text


@pytest.mark.parametrize(
    ("name", "figures", "target", "reason"),
    [
        (MORE, "85 167", "", "no target is known for the end of the year"),
        (MORE, "85 167", "300-350", "the target (300-350) is a range"),
        (MORE, "85 167", "£348", "the target (£348) is in pounds"),
        (MORE, "85 _", "348", "there is no figure for 2019/20 Q2"),
        (MORE, "85 84", "348", "cannot fall within it, and this one does"),
        ("The number of x (cumulative)", "85 167", "348", "it is not known which way is good"),
        ("Increase the number of x", "85 167", "348", "whether this count runs through the year"),
    ],
)
def test_each_refusal_stands_on_the_screen_in_the_place_of_the_table(
    read: Read, name: str, figures: str, target: str, reason: str
) -> None:
    seen = read(name, figures, target)
    assert "Nothing is said of the end of the year: " in seen.text
    assert reason in seen.text
    assert not [t for t in seen.tables if "left of the year" in t.caption]


@pytest.mark.parametrize(
    ("rated", "heading", "reason"),
    [
        ("2019/20 Q2", "2019/20 Q2 Target", "the target is for 2019/20 Q2 alone"),
        ("2017/18 to 2019/20", "Target", "is no quarter, month, half year or year"),
    ],
)
def test_refusals_that_hang_on_the_period_stand_there_too(
    read: Read, rated: str, heading: str, reason: str
) -> None:
    assert reason in read(LESS, "20%", "15%", rated, heading).text


def test_a_count_of_each_quarter_and_a_target_of_the_year_are_not_added_up(read: Read) -> None:
    seen = read("Increase the number of x", "85 82", "348", beside=" (in the quarter)")
    assert "whether the target is for each quarter or for all of the year" in seen.text


@pytest.mark.parametrize(
    ("name", "figures", "target", "reason"),
    [
        (MORE, "85 167", "348", "in one quarter alone is known of 2, and at least 5 are needed"),
        (MORE, "80 155 _ 330 78 160 _ 241 85 167", "348", "only 3 of the figures follow right"),
        (MORE, "80 155 140 330 78 160 241 322 85 167", "348", "the count goes down within a year"),
        (MORE, "80 155 240 330 78 160 241 322 85 300", "348", "the latest figure is out of the"),
        (LESS, "20% 22% 19%", "15%", "3 figures are reported, and at least 5 are needed"),
        (LESS, "20% 20% 20% 20% 20%", "15%", "the figures do not change"),
        (LESS, "20% 22% 19%[b] 20% 22%", "15%", "marks a break in the series"),
        (f"{LESS} (annual survey)", SNAPSHOT, "15%", "one round a year"),
        (f"{LESS} (rolling 12 month average)", SNAPSHOT, "15%", "averages over a longer time"),
        (f"{LESS} (cumulative)", "20% 22%", "15%", "counts everything since the start of the year"),
    ],
)
def test_X5_X6_each_reason_for_no_range_stands_in_the_place_of_the_estimate(
    read: Read, name: str, figures: str, target: str, reason: str
) -> None:
    seen = read(name, figures, target)
    (said,) = [text for text in seen.parts["p"] if text.startswith("No range: ")]
    assert reason in said
    labels = [row[0] for row in seen.table("left of the year").rows]
    assert "Past variation suggests, an estimate" not in labels


def test_the_method_is_one_click_away_and_on_methods(open_screen) -> None:
    app = open_screen("indicator", indicator="section-42-enquiries")
    assert "How the outlook is worked out" in [made.label for made in app.expander]
    methods = html_of(open_screen("methods"))
    for page in (html_of(app), methods):
        assert "By last year&#x27;s profile" in page
    assert "How the end of the year is looked at" in methods


def test_a_changed_constant_changes_the_sentence_on_methods(
    open_screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(method, "LEAST_CHANGES", 7)
    assert "at least 7 changes" in html_of(open_screen("methods"))


def test_S11_section_42_at_q4_ended_the_year_one_short(open_screen) -> None:
    seen = shown(open_screen("indicator", indicator="section-42-enquiries"))
    assert (
        "The year has ended; the outturn is the year-end position: 347 against a target of 348 or "
        "higher, target missed by 1."
    ) in seen.parts["p"]
    assert seen.table("left of the year").rows[1:] == [
        ["Outturn", "347"],
        ["Target", "348"],
        ["Distance from the target", "1"],
    ]


def test_the_download_of_the_overview_has_the_outlook(card) -> None:
    frame = scorecard_rows(Viewed(card, Filters())).frame.set_index("Indicator id")
    row = frame.loc["section-42-enquiries"]
    assert row["Where the year is heading"].startswith("The year has ended; the outturn is")
    assert row["Needed by the end of the year"] == 1


def test_a_dataset_of_before_says_so(card) -> None:
    row = card.row("section-42-enquiries").copy()
    row["outlook"] = row["outlook_notes"] = row["so_far"] = None
    made = outlook_reading(row)
    assert (made.sentence, made.lines[:1], made.notes) == (NOT_KEPT, (), ())
