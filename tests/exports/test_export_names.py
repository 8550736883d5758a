"""File names say organisation, what, period and filters, in plain ASCII."""

import string

from hypothesis import given
from hypothesis import strategies as st

from kpi_core.exports import file_name
from kpi_core.exports.names import slug


def test_a_name_says_whose_what_when_and_which() -> None:
    name = file_name(
        "cheshire-west-and-chester", "scorecard", "2019/20 Q4", "csv", ["Red", "Declining"]
    )
    assert name == "cheshire-west-and-chester_scorecard_2019-20-q4_red-declining.csv"


def test_no_filters_leave_no_empty_part() -> None:
    assert file_name("Ynys Môn", "trend", "2019/20", "png") == "ynys-mon_trend_2019-20.png"


@given(st.text(), st.text(), st.text(), st.lists(st.text()))
def test_any_text_gives_a_safe_name(who: str, what: str, when: str, filters: list[str]) -> None:
    name = file_name(who, what, when, "csv", filters)
    assert set(name) <= set(string.ascii_lowercase + string.digits + "-_.")
    assert name.endswith(".csv")
    assert ".." not in name
    assert len(name) <= 255


def test_a_slug_of_nothing_readable_is_empty() -> None:
    assert slug("../汉字") == ""
