"""Counts on the screens equal the dataset, and every count leads to just what it counts."""

import pytest

from kpi_core.selection import Filters, choose
from tests.screens.reading import Link, Shown, shown

STATUS = {"Red": 8, "Amber": 5, "Green": 4, "Not rated": 1}
DIRECTION = {"Improving": 11, "Maintained": 3, "Declining": 3, "Not available": 1}


def counted(screen: Shown) -> list[tuple[Link, int]]:
    """Links to filters whose text is a number, with that number."""
    return [
        (link, int(link.name.replace(",", "")))
        for link in screen.links
        if link.name.replace(",", "").isdecimal() and "both" not in link.query
    ]


def test_the_overview_counts_18_by_status_and_by_direction(open_screen, card) -> None:
    screen = shown(open_screen())
    named = {link.said: number for link, number in counted(screen)}
    for word, number in (STATUS | DIRECTION).items():
        assert named[f"{word}: {number}"] == number
    assert named["All: 18"] == 18
    assert "8 of 18 indicators are red; 3 are declining" in screen.heading
    assert screen.listed == card.rows["indicator"].tolist()


def test_status_by_direction_adds_up_both_ways(open_screen, card) -> None:
    table = shown(open_screen()).table("Status by direction")
    head, *rows = table.rows
    for row in rows:
        *parts, total = (int(cell) for cell in row[1:])
        assert sum(parts) == total
    for column in range(1, len(head)):
        *parts, total = (int(row[column]) for row in rows)
        assert sum(parts) == total
    assert int(rows[-1][-1]) == len(card.rows) == 18


def test_red_by_comparison_is_1_better_1_level_3_worse_3_without(open_screen) -> None:
    table = shown(open_screen("benchmarks")).table("Status by comparison")
    (red,) = [row for row in table.rows if "Red" in row[0]]
    assert red[1:] == ["1", "1", "3", "3", "8"]


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("overview", {}),
        ("overview", {"status": ["Red"]}),
        ("overview", {"q": "care", "theme": ["Domestic abuse"]}),
        ("benchmarks", {}),
        ("benchmarks", {"direction": ["Improving"]}),
    ],
)
def test_every_count_equals_what_its_link_leads_to(open_screen, card, key, query) -> None:
    """A count is about the whole scorecard, so its link sets its own filters and no other."""
    counts = counted(shown(open_screen(key, **query)))
    assert len(counts) > 15
    for link, number in counts:
        assert number == len(choose(card.rows, link.filters)), link
        if link.filters != Filters():
            assert number > 0


def test_what_a_count_leads_to_shows_as_many_rows(open_screen) -> None:
    """The same, but through the screen that the link opens."""
    for link, number in counted(shown(open_screen()))[::4]:
        screen = shown(open_screen("overview", **link.query))
        assert f"Showing {number} of 18 indicators." in screen.text
        assert len(screen.listed) == number


def test_a_count_of_what_is_already_shown_is_marked(open_screen) -> None:
    html = shown(open_screen("overview", status=["Red"], direction=["Declining"]))
    marked = [a for a in html.attributes if a[:2] == ("a", "aria-current")]
    assert [value for *_, value in marked].count("true") >= 1


@pytest.mark.parametrize("status", [[], ["Red"], ["Green", "Amber"], ["Not rated"]], ids="-".join)
def test_rows_link_to_their_indicator_and_keep_the_filters(open_screen, card, status) -> None:
    filters = Filters(status=tuple(sorted(status, key=list(STATUS).index)))
    links = [link for link in shown(open_screen(status=status)).links if "indicator" in link.query]
    rows = choose(card.rows, filters)
    assert [link.query["indicator"] for link in links] == [[i] for i in rows["indicator"]]
    assert [link.name for link in links] == rows["title"].tolist()
    assert all(link.filters == filters for link in links)


def test_the_grid_has_the_rows_of_the_table(open_screen, card) -> None:
    grid = open_screen("overview", view="Grid", status=["Red"]).dataframe[0].value
    rows = choose(card.rows, Filters(status=("Red",)))
    assert grid["Indicator"].tolist() == rows["title"].tolist()
    assert grid["Outturn"].tolist() == rows["value"].tolist()


@pytest.mark.parametrize(
    ("by", "first"),
    [
        ("Report order", "Repeat child protection plans"),
        ("Name", "Adoption: under 14 months to placement"),
    ],
)
def test_the_list_can_be_sorted(open_screen, by, first) -> None:
    links = [link for link in shown(open_screen(sort=by)).links if "indicator" in link.query]
    assert links[0].name == first
    assert len(links) == 18


def test_data_quality_counts_every_cell_of_the_report(open_screen) -> None:
    row = shown(open_screen("quality")).table("Cells that are not empty").rows[1]
    assert row[1:4] == ["287", "222", "65"]


def test_declared_and_computed_agree_17_of_17(open_screen) -> None:
    table = shown(open_screen("quality")).table("How often our rules")
    assert [row[1:] for row in table.rows[1:]] == [["17", "0", "1"]] * 3


@pytest.mark.parametrize("severity", ["warning", "note"])
def test_findings_are_counted_filtered_and_lead_to_their_indicator(
    open_screen, card, severity
) -> None:
    findings = card.dataset.frame("findings")
    some = (findings["severity"] == severity).sum()
    screen = shown(open_screen("quality", severity=[severity.capitalize()]))
    assert f"Showing {some} of {len(findings)} findings." in screen.text
    assert len(screen.table("Findings by cell").rows) == some + 1
    linked = [link.query["indicator"][0] for link in screen.links if "indicator" in link.query]
    assert linked
    assert set(linked) <= set(card.position)
