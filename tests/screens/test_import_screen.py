"""The Import screen, headless: from a file to a preview, corrections, publishing and undoing."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.checks.titles import RULE_TITLES
from kpi_core.imports.draft import MOST_FILES
from kpi_core.web.screens import screen
from tests.imports.tables import HEADLESS, TABLE
from tests.screens.hostile import ATTACKS, write_report
from tests.screens.importing import ODD_WORD, choose, correct, field, pick, press
from tests.screens.reading import Shown, html_of, shown

OVERVIEW, QUALITY, IMPORT = (str(screen(key).file) for key in ("overview", "quality", "import"))

LATER = TABLE.replace("2019/20 Q4", "2020/21 Q1")


def test_the_screen_asks_for_a_file_and_shows_nothing_else(open_import) -> None:
    screen = shown(open_import())
    assert screen.parts["h2"] == ["1. Choose files"]


def test_a_file_that_takes_the_place_of_another_is_named(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    assert "took the place" not in shown(app).text
    assert "Q4.txt took the place of q4.csv: both would be the report 'q4'." in (
        shown(choose(app, ("Q4.txt", TABLE))).text
    )
    assert "took the place" not in shown(choose(app, ("Q4.txt", LATER))).text


def test_steps_are_headings_in_order(open_import) -> None:
    screen = shown(open_import(("q4.csv", TABLE)))
    assert screen.parts["h2"] == [
        *("1. Choose files", "2. What was understood", "3. What was unclear"),
        *("4. Preview", "5. Take it away"),
    ]


def test_every_decision_is_shown_with_its_cell(open_import) -> None:
    screen = shown(open_import(("q4.csv", TABLE)))
    columns = screen.table("Columns of the table at")
    assert columns.heads == ["Heading", "Read as", "Period", "Why", "Cell"]
    assert ["2019/20 Q4", "Figures", "2019/20 Q4", "by its heading", "line 1, column 4"] in (
        columns.rows
    )
    words = screen.table("Words of status")
    assert ["Red", "Status", "Red", "2", "line 2, column 6; line 4, column 6"] in words.rows
    assert len(screen.table("Units, and which way is good").rows) == 4
    assert "1 of 1 file read with 3 indicators: " in screen.text


def test_a_correction_is_seen_at_once_and_can_be_taken_back(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    assert targets(shown(app)) == ["No target"] * 3
    pick(app, "Column", "Goal (line 1, column 5)")
    pick(app, "Read as", "Target")
    screen = press(app, "Change this column")
    assert targets(screen) == ["16.0%", "95%", "5"]
    assert "Column “Goal” is read as: Target." in screen.text
    assert ["Goal", "Target", "", "as the catalogue says", "line 1, column 5"] in [
        [cell.strip() for cell in row] for row in screen.table("Columns of").rows
    ]
    assert targets(press(app, "Take back correction 1")) == ["No target"] * 3


def targets(screen: Shown) -> list[str]:
    (table,) = [t for t in screen.tables if "Gap to target" in t.heads]
    return [row[table.heads.index("Target")] for row in table.rows[1:]]


def test_an_indicator_is_corrected(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    correct(app, "An indicator")
    pick(app, "Indicator", "Homes rated inadequate")
    pick(app, "Which way is good", "Lower is better")
    screen = press(app, "Change this indicator")
    row = screen.table("Units, and which way is good").rows[3]
    assert row[2].strip().startswith("Lower is better")
    assert "Which way is good of “Homes rated inadequate”: Lower is better." in screen.text


def test_organisation_and_period_are_corrected_and_a_wrong_period_is_said(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    correct(app, "The whole report")
    field(app, "Rated period").set_value("soon").run()
    screen = press(app, "Change the report")
    assert "period: 'soon' is not a period." in screen.text
    field(app, "Organisation").set_value("Rutland").run()
    field(app, "Rated period").set_value("2019/20 Q3").run()
    screen = press(app, "Change the report")
    assert "Rutland, q4: period ending 31 December 2019" in screen.text


def test_a_word_becomes_a_change_and_a_correction(open_import) -> None:
    app = open_import(("q4.csv", ODD_WORD))
    correct(app, "A word")
    assert app.selectbox(key="kpi-fix-q4-word").options[0] == "Aubergine (status)"
    pick(app, "Read as", "Amber")
    assert "Status word “Aubergine” is read as: Amber." in press(app, "Change this word").text


def test_nothing_chosen_is_said(open_import) -> None:
    app = open_import(("q4.csv", ODD_WORD))
    correct(app, "A word")
    assert "Nothing was given" in press(app, "Change this word").text


def test_a_file_of_unknown_headings_can_be_mended_on_the_screen(open_import) -> None:
    app = open_import(("q4.csv", HEADLESS))
    screen = shown(app)
    assert "4. Preview" not in screen.parts["h2"]
    for column, role in (("What", "Name of the indicator"), ("Aim", "Target"), ("Now", "Figures")):
        (box,) = [s for s in app.selectbox if s.label == "Column"]
        pick(app, "Column", next(o for o in box.options if o.startswith(column)))
        pick(app, "Read as", role)
        screen = press(app, "Change this column")
    assert "4. Preview" in screen.parts["h2"]
    assert "Homes rated inadequate" in screen.text


def test_files_that_cannot_be_read_stand_beside_the_others(open_import) -> None:
    screen = shown(open_import(("q4.csv", TABLE), ("bad.csv", b"\x00")))
    assert "1 of 2 files read with 3 indicators: 1 error" in screen.text
    assert "bad.csv: this is not a text file" in screen.text
    assert screen.parts["h3"][:2] == ["1. q4.csv", "2. bad.csv"]


def test_a_file_can_be_taken_out(open_import) -> None:
    app = open_import(("q4.csv", TABLE), ("bad.csv", b"\x00"))
    assert "1 of 1 file read" in press(app, "Remove file 2").text
    assert press(app, "Remove file 1").parts["h2"] == ["1. Choose files"]


def test_one_file_too_many_is_said(open_import) -> None:
    files = [(f"q{at}.csv", TABLE) for at in range(MOST_FILES + 1)]
    assert f"at most {MOST_FILES} files" in shown(open_import(*files)).text


def test_a_pasted_table_is_a_file(open_import) -> None:
    app = open_import()
    assert "no text to read" in press(app, "Read the pasted table").text
    app.text_area[0].set_value(TABLE.replace(",", "\t")).run()
    screen = press(app, "Read the pasted table")
    assert "1. pasted-table.tsv" in screen.parts["h3"]
    assert "Homes rated inadequate" in screen.text


def test_a_draft_stays_while_one_looks_elsewhere_and_no_other_screen_has_it(open_import) -> None:
    app = open_import(("only-here.csv", LATER.replace("Homes", "Huts")))
    app.switch_page(OVERVIEW).run()
    assert "Huts" not in html_of(app)
    app.switch_page(QUALITY).run()
    assert "only-here" not in html_of(app)
    app.switch_page(IMPORT).run()
    assert "Huts rated inadequate" in html_of(app)


def test_another_session_does_not_have_the_draft(open_import) -> None:
    open_import(("q4.csv", TABLE))
    assert shown(open_import()).parts["h2"] == ["1. Choose files"]


def test_without_a_dataset_a_draft_is_read_all_the_same(open_import, tmp_path: Path) -> None:
    screen = shown(open_import(("q4.csv", TABLE), at=tmp_path / "none"))
    assert "There is no dataset" in screen.text
    assert "4. Preview" in screen.parts["h2"]


def test_publishing_is_off_unless_the_host_allows_it(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    assert "Publishing is switched off on this server" in shown(app).text
    assert not [b for b in app.button if "ublish" in b.label or "Undo" in b.label]


def test_publish_look_and_undo(open_import, place: Path) -> None:
    before = datasets.current_version(place)
    app = open_import(("q1.csv", LATER), publish=True)
    field(app, "Note for the log").set_value("5*4*3, agreed with finance").run()
    screen = press(app, "Publish this draft")
    assert "5*4*3, agreed with finance" in screen.text
    assert " UTC" in screen.text
    assert f"Published as version {datasets.current_version(place)}" in screen.text
    assert screen.parts["h2"] == ["1. Choose files", "The last import"]
    app.switch_page(OVERVIEW).run()
    assert "2020/21 Q1" in html_of(app)
    app.switch_page(IMPORT).run()
    assert "The last import is undone." in press(app, "Undo the last import").text
    assert datasets.current_version(place) == before


def test_a_button_of_before_publishing_was_switched_off_does_nothing(
    open_import, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_import(("q1.csv", LATER), publish=True)
    before = datasets.current_version(place)
    monkeypatch.setenv("KPI_ALLOW_PUBLISH", "")
    press(app, "Publish this draft")
    assert datasets.current_version(place) == before
    monkeypatch.setenv("KPI_ALLOW_PUBLISH", "1")
    press(app.run(), "Publish this draft")
    published = datasets.current_version(place)
    assert published != before
    monkeypatch.setenv("KPI_ALLOW_PUBLISH", "")
    press(app, "Undo the last import")
    assert datasets.current_version(place) == published


def test_another_content_of_a_report_is_replaced_only_when_said(open_import, place: Path) -> None:
    app = open_import(("built.csv", LATER), publish=True)
    assert "already has a report 'built'" in press(app, "Publish this draft").text
    app.multiselect(key="kpi-import-replaces").select("built.csv").run()
    press(app, "Publish this draft")
    reports = datasets.read(place).frame("reports")
    assert reports["period_label"].tolist() == ["2020/21 Q1"]


def test_what_publishing_will_leave_out_is_said_before(open_import) -> None:
    app = open_import(("built.csv", TABLE), ("q1.csv", LATER), ("x.csv", b"\x00"), publish=True)
    text = shown(app).text
    assert "Left out, since they cannot be read: x.csv." in text
    assert "Left out, since the dataset has them already: built.csv." in text


def test_a_new_kind_of_finding_is_shown_without_being_asked_for(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    screen = shown(choose(app, ("x.csv", b"\x00")))
    assert RULE_TITLES["report-unreadable"] in screen.text


def test_text_of_a_draft_is_only_text(open_import, tmp_path: Path) -> None:
    report, _ = write_report(tmp_path)
    app = open_import((report.name, report.read_bytes()), publish=True)
    screen = shown(app)
    for attack in ATTACKS:
        assert attack in screen.text
    for kind in ("markdown", "button", "download_button", "expander", "text_input", "caption"):
        for element in app.get(kind):
            assert not [a for a in ATTACKS if a in str(element.proto)], kind
