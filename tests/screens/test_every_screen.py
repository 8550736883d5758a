"""Every screen over the shipped report: it opens, keeps filters, and says what it cannot show."""

import pytest

from kpi_core.selection import FILTER_FIELDS, Filters, choose
from kpi_core.web.screens import APP_NAME, SCREENS, FilterPlace
from tests.screens.reading import Shown, shown

INDICATOR = "repeat-child-protection-plans"

EVERY = pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.key)


@EVERY
def test_a_screen_opens_with_one_heading_and_the_menu(open_screen, entry) -> None:
    screen = shown(open_screen(entry.key))
    assert len(screen.heading) > 5
    menu = [link.name for link in screen.links if link.name in {s.title for s in SCREENS}]
    assert menu == [s.title for s in SCREENS]


def test_a_filter_that_every_indicator_meets_is_not_offered(open_screen, card) -> None:
    """The plan is 2 throughout the shipped report."""
    assert not card.choices.several("plan")
    assert "Showing 18 of 18 indicators." in shown(open_screen("overview", plan=["2"])).text


OFFERED = [field for field in FILTER_FIELDS if field.key != "plan"]


@EVERY
@pytest.mark.parametrize("field", OFFERED, ids=lambda field: field.key)
def test_each_filter_holds_from_the_address_on_every_screen(
    open_screen, card, entry, field
) -> None:
    word = field.words(card.rows)[0]
    screen = shown(open_screen(entry.key, **{field.key: [word]}))
    carried = [link for link in screen.links if link.name == "Methods"]
    assert getattr(carried[0].filters, field.key) == (word,)
    if entry.filters is not FilterPlace.HIDDEN:
        left = len(choose(card.rows, Filters(**{field.key: (word,)})))
        assert f"Showing {left} of 18 indicators." in screen.text
        assert f"Filters: {field.label}: {word}." in screen.text


@EVERY
def test_unknown_filter_values_are_named_and_change_nothing(open_screen, entry) -> None:
    wrong = {field.key: [f"No such {field.key}"] for field in FILTER_FIELDS}
    screen = shown(open_screen(entry.key, **wrong))
    for field in FILTER_FIELDS:
        assert f"{field.label}: No such {field.key}" in screen.text
    if entry.filters is not FilterPlace.HIDDEN:
        assert "Showing 18 of 18 indicators." in screen.text


@EVERY
@pytest.mark.parametrize("found", [{"q": "no indicator says this"}, {"status": ["Not rated"]}])
def test_a_screen_with_few_or_no_rows_says_so(open_screen, entry, found) -> None:
    """One indicator is not rated and has no outturn; the text is found in none."""
    screen = shown(open_screen(entry.key, **found))
    if entry.filters is not FilterPlace.HIDDEN:
        left = 0 if "q" in found else 1
        assert f"Showing {left} of 18 indicators." in screen.text
        assert any(link.name == "Clear filters" for link in screen.links)


@pytest.mark.parametrize("view", ["Table", "Grid", "Status by quarter", "No such view"])
@pytest.mark.parametrize("q", ["", "no indicator says this"])
def test_every_view_of_the_overview_opens_with_and_without_rows(open_screen, view, q) -> None:
    screen = shown(open_screen("overview", view=view, q=q))
    assert ("No indicator meets these filters" in screen.text) == bool(q)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"sort": "No such order"}, "Showing 18 of 18"),
        ({"page": "99"}, "Showing 18 of 18"),
        ({"q": "x" * 5_000}, "Showing 0 of 18"),
        ({"status": ["Red", "Red", "Purple"]}, "Showing 8 of 18"),
        ({"version": "../../etc/passwd"}, "The figures of this link are not kept here"),
    ],
)
def test_nonsense_in_the_address_is_harmless(open_screen, asked, said) -> None:
    assert said in shown(open_screen("overview", **asked)).text


@pytest.mark.parametrize("wanted", ["no-such-id", "<script>alert(1)</script>", "../x", "5*4*3"])
def test_an_unknown_indicator_is_named_and_the_list_offered(open_screen, wanted) -> None:
    screen = shown(open_screen("indicator", indicator=wanted))
    assert f"“{wanted}”" in screen.text
    offered = [link for link in screen.links if link.query.get("indicator", [""])[0] != wanted]
    assert len([link for link in offered if "indicator" in link.query]) == 18


@pytest.mark.parametrize("at", range(18))
def test_every_indicator_has_a_screen_that_names_it_and_gives_reasons(
    open_screen, card, at
) -> None:
    row = card.rows.iloc[at]
    app = open_screen("indicator", indicator=row["indicator"])
    screen = shown(app)
    assert screen.heading == row["title"]
    for words in (row["name"], row["status_reason"], row["direction_reason"], row["value_text"]):
        assert words in screen.text
    assert app.get("vega_lite_chart")


def test_an_indicator_outside_the_filter_still_opens(open_screen) -> None:
    screen = shown(open_screen("indicator", indicator=INDICATOR, status=["Green"]))
    assert screen.heading == "Repeat child protection plans"


def test_previous_and_next_stay_within_the_filter(open_screen, card) -> None:
    filters = Filters(direction=("Declining",))
    first, second, third = choose(card.rows, filters)["indicator"]
    around = {first: [None, second], second: [first, third], third: [second, None]}
    for indicator, expected in around.items():
        screen = shown(open_screen("indicator", indicator=indicator, direction=["Declining"]))
        for word, other in zip(("Previous", "Next"), expected, strict=True):
            steps = [link for link in screen.links if link.name.startswith(word)]
            assert [link.query["indicator"][0] for link in steps] == ([other] if other else [])
            assert all(link.filters == filters for link in steps)


@EVERY
def test_each_screen_names_the_tab(open_screen, entry, monkeypatch) -> None:
    import streamlit

    named: list[str] = []
    real = streamlit.set_page_config
    monkeypatch.setattr(
        streamlit,
        "set_page_config",
        lambda **given: (named.append(given.get("page_title", "")), real(**given)),
    )
    shown(open_screen(entry.key, indicator=INDICATOR))
    thing = "Repeat child protection plans" if entry.key == "indicator" else entry.title
    assert named[-1] == f"{thing} – {APP_NAME}"


@EVERY
def test_no_dataset_yet_is_said_with_the_command(open_screen, tmp_path, entry) -> None:
    screen = shown(open_screen(entry.key, place=tmp_path / "nothing here"))
    assert "kpi build" in screen.text
    assert "nothing here" in screen.text
    menu, others = screen.links[: len(SCREENS)], screen.links[len(SCREENS) :]
    assert [link.name for link in menu] == [s.title for s in SCREENS]
    assert [link.href for link in others] == ([] if entry.key == "import" else ["import"])
    assert len(screen.parts["h1"]) == 1


@EVERY
def test_a_picture_of_figures_has_words(open_screen, entry) -> None:
    app = open_screen(entry.key, indicator=INDICATOR)
    screen = shown(app)
    pictures = [value for tag, name, value in screen.attributes if (tag, name) == ("img", "alt")]
    assert screen.parts.get("img", []) == [""] * len(pictures)
    assert all(pictures)
    for chart in app.get("vega_lite_chart"):
        assert '"description": "' in chart.proto.spec or '"description":"' in chart.proto.spec


def test_these_tests_notice_html_that_is_not_whole() -> None:
    with pytest.raises(AssertionError):
        Shown("<p><b></p>")
