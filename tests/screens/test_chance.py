"""How sure the figure is, on the screen: the sentence, the number given on the spot, the fold."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kpi_core.build import build
from kpi_core.present.measured import MOST_CASES, rated_cases
from kpi_core.present.scorecard import Scorecard
from kpi_core.rules.statistics import uncertainty
from kpi_core.rules.statistics.cases import Cases
from kpi_core.web.parts import chance
from tests.screens.conftest import OpenScreen
from tests.screens.reading import Shown, shown

PLANS = "repeat-child-protection-plans"
UNKNOWN = "it is not known how many cases the percentage is out of"
HEADER = "Indicator,2019/20 Q4,Numerator,Denominator,Lower CI,Upper CI,Target"

Read = Callable[[str], Shown]


@pytest.fixture
def read(open_screen: OpenScreen, tmp_path: Path) -> Read:
    """``read("Reduce x,17.1%,49,286,,,16%")``: the Indicator screen of one row."""

    def run(row: str) -> Shown:
        path = tmp_path / "report.csv"
        path.write_text(f"{HEADER}\n{row}\n", "utf-8")
        build([path], tmp_path / "out")
        return shown(open_screen("indicator", tmp_path / "out", indicator="reduce-x"))

    return run


def test_T1_without_the_whole_the_reason_stands_there_and_the_number_is_asked_for(
    open_screen: OpenScreen,
) -> None:
    app = open_screen("indicator", indicator=PLANS)
    assert UNKNOWN in shown(app).text
    assert app.number_input(key="out_of").label == "How many cases is the percentage out of?"
    assert app.number_input(key="out_of").value is None


def test_T1_T3_a_number_given_on_the_spot_makes_the_interval_and_is_named_as_yours(
    open_screen: OpenScreen,
) -> None:
    app = open_screen("indicator", indicator=PLANS, out_of="286")
    said = shown(app)
    assert (
        "With your figure of 286, chance alone explains anything from 13.2% to 21.9%, so it "
        "cannot be told from the target of 16.0%."
    ) in said.text
    assert "17.1% is 49 of 286 (your figure, kept nowhere)." in said.text
    rows = {row[0]: row[1:] for row in said.table("Our figure's interval against others").rows}
    assert rows["England (period not stated)"] == ["20.0%", "Similar", "Similar"]
    app.number_input(key="out_of").set_value(2860).run()
    assert "With your figure of 2,860" in shown(app).text


@pytest.mark.parametrize(
    "given",
    [
        *("0", "-1", "10000001", "abc", "1.5", "1e3", "inf", "1e999", "nan", "9" * 400),
        *("<script>alert(1)</script>", "=1+1", "٢٨٦", "286 ", "None"),
    ],
)
def test_what_is_no_usable_number_in_the_address_is_said_and_counts_as_nothing(
    open_screen: OpenScreen, given: str
) -> None:
    said = shown(open_screen("indicator", indicator=PLANS, out_of=given))
    assert "Give a whole number from 1 to 10,000,000." in said.text
    assert UNKNOWN in said.text
    assert "script" not in said.tags


@pytest.mark.parametrize(
    ("given", "usable"),
    [("0", False), ("1", True), (str(MOST_CASES), True), (str(MOST_CASES + 1), False)],
)
def test_the_limits_of_the_number_belong_to_it(given: str, usable: bool) -> None:
    assert chance.usable(given) is usable


def test_T1_a_number_that_cannot_give_the_figure_is_refused_with_both(
    open_screen: OpenScreen,
) -> None:
    said = shown(open_screen("indicator", indicator=PLANS, out_of="7"))
    assert "no whole number out of 7 gives the figure of 17.1%" in said.text


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "Reduce x,17.1%,49,286,,,16%",
            "With 286 cases, chance alone explains anything from 13.2% to 21.9%, so it cannot",
        ),
        ("Reduce x,17.1%,49,286,,,10%", "so the target of 10.0% is missed by more than chance."),
        ("Reduce x,17.1%,49,286,,,30%", "so the target of 30.0% is met by more than chance."),
        ("Reduce x,17.1%,49,286,10%,25%,30%", "By the report's own confidence limits, chance"),
        ("Reduce x,17.1%,,,,,", UNKNOWN),
        ("Reduce x,£17,,,,,£16", "a figure in pounds needs the spread of its cases"),
        ("Reduce x,n/a,,,,,16%", "there is no figure for 2019/20 Q4"),
    ],
)
def test_T1_T3_the_sentence_or_the_reason_for_each_kind_of_row(
    read: Read, row: str, said: str
) -> None:
    assert said in read(row).text


def test_nothing_is_asked_where_the_report_gives_the_whole(
    open_screen: OpenScreen, read: Read, tmp_path: Path
) -> None:
    assert "49 of 286, 13.2% to 21.9%" in read("Reduce x,17.1%,49,286,,,16%").text
    app = open_screen("indicator", tmp_path / "out", indicator="reduce-x", out_of="5")
    assert not [element for element in app.number_input if element.key == "out_of"]
    assert "With 286 cases" in shown(app).text


@pytest.mark.parametrize("at", range(18))
def test_every_shipped_indicator_has_an_interval_or_a_reason(
    open_screen: OpenScreen, card: Scorecard, at: int
) -> None:
    said = shown(open_screen("indicator", indicator=card.rows.iloc[at]["indicator"])).text
    assert ("chance alone explains anything from" in said) is ("No interval: " not in said)


def test_a_number_given_here_decides_what_would_change_the_status(
    open_screen: OpenScreen,
) -> None:
    plain = shown(open_screen("indicator", indicator=PLANS)).text
    assert "It is firm." in plain
    assert "of 286 cases" not in plain
    given = shown(open_screen("indicator", indicator=PLANS, out_of="286")).text
    assert "It could tip. Out of 286 cases" in given
    assert "about 4 fewer of 286 cases (45 instead of about 49)" in given


def test_the_cases_of_a_row_are_the_dataset_s_or_those_given(card: Scorecard) -> None:
    assert rated_cases(card, PLANS, 286) == Cases(49, 286, 100, derived=True)
    assert not isinstance(rated_cases(card, PLANS), Cases)


def test_methods_says_how_intervals_are_made_from_the_constants(
    open_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = shown(open_screen("methods")).text
    assert all(sentence in said for sentence in uncertainty.rules())
    monkeypatch.setattr(uncertainty, "LEAST_COUNT", 12)
    assert "from 12 cases on" in chance.methods()


def test_the_number_given_also_says_how_many_cases_would_change_the_status(
    open_screen: OpenScreen,
) -> None:
    said = shown(open_screen("indicator", indicator=PLANS, out_of="286")).text
    assert "of 286 cases" in said
    assert "of 286 cases" not in shown(open_screen("indicator", indicator=PLANS)).text
