"""Short titles: without the verb phrase and brackets, at most 60 characters, cut at a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.suggest.titles import LONGEST_TITLE, short_title, short_titles


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Reduce the proportion of repeat referrals", "Repeat referrals"),
        ("Increase the rate of adoption", "Adoption"),
        ("Increase number of visits", "Visits"),
        ("To increase the % of visits", "Visits"),
        ("Improve waiting times", "Waiting times"),
        ("Reduction in the number of falls", "Falls"),
        ("Reduce waits (days)", "Waits"),
        ("Waits [annual] for care (3 year average)", "Waits for care"),
        ("Reducecost", "Reducecost"),
        ("Reduce", "Reduce"),
        ("(all)", "(all)"),
        ("Percentage of visits", "Percentage of visits"),
        ("  spaced \n out  ", "Spaced out"),
        ("a" * 60, "A" + "a" * 59),
        ("a" * 61, "A" + "a" * 58 + "…"),
        ("b " * 30, ("b " * 30).strip().capitalize()),
        (
            "Increase the proportion of children who wait less than 14 months for care",
            "Children who wait less than 14 months for care",
        ),
        (
            "Children who become subject of a Child Protection Plan for a second time",
            "Children who become subject of a Child Protection Plan…",
        ),
    ],
)
def test_a_title_is_what_is_measured(name: str, title: str) -> None:
    assert short_title(name) == title


@given(st.text(min_size=1).filter(lambda name: name.strip() != ""))
def test_any_name_has_a_title_of_at_most_60_characters(name: str) -> None:
    title = short_title(name)
    assert title == name or 0 < len(title) <= LONGEST_TITLE


def test_names_that_would_share_a_title_keep_theirs_whole() -> None:
    names = ["Reduce the number of waits", "Reduce the rate of waits", "Reduce falls"]
    assert short_titles(names) == {names[0]: names[0], names[1]: names[1], names[2]: "Falls"}
