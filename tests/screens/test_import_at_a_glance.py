"""The Import screen at a glance: what matters stands first, and beside what was pressed."""

from streamlit.testing.v1 import AppTest

from kpi_core.checks.titles import rule_title
from kpi_core.web.parts.found import MOST_ALIKE
from kpi_core.web.parts.preview import IN_THE_CATALOGUE
from kpi_core.web.parts.understood import OPEN_ROWS
from tests.formats.document_writers import to_html
from tests.imports.tables import HEADLESS, TABLE
from tests.screens.importing import ODD_WORD, correct, field, pick, press
from tests.screens.reading import Shown, shown


def test_how_much_was_recognised_stands_before_what_is_folded(open_import) -> None:
    screen = shown(open_import(("q4.csv", ODD_WORD)))
    said = "Words of status and direction: 3 of 4 understood. Not understood: “Aubergine”."
    assert screen.text.index(said) < screen.text.index("Columns of the table at")


def test_a_long_list_is_folded_and_a_short_one_is_not(open_import) -> None:
    many = "".join(f"Reduce waste of kind {at},1,2,3,4,Red,Declining\n" for at in range(OPEN_ROWS))
    for text, open_ in ((TABLE, True), (TABLE + many, False)):
        folded = open_import(("q4.csv", text)).expander
        (units,) = [e for e in folded if e.label.startswith("Units")]
        assert units.proto.expanded is open_


def test_what_came_of_a_correction_is_said_in_its_form(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    pick(app, "Column", "Goal (line 1, column 5)")
    pick(app, "Read as", "Target")
    press(app, "Change this column")
    assert said_in_form(app) == "Changed. Column “Goal” is read as: Target."
    correct(app, "The whole report")
    press(app, "Change the report")
    assert said_in_form(app) == "Nothing is changed: it is read like this already."
    field(app, "Rated period").set_value("soon").run()
    press(app, "Change the report")
    assert "'soon' is not a period" in said_in_form(app)
    assert "Taken back. Column “Goal”" in press(app, "Take back correction 1").text
    assert said_in_form(app) == ""


def said_in_form(app: AppTest) -> str:
    (form,) = [e for e in app.expander if e.label.startswith("Correct")]
    notices = [html.value for html in form.get("html") if 'role="status"' in html.value]
    return Shown("".join(notices)).text


def test_a_file_that_is_no_table_at_all_has_no_form(open_import) -> None:
    app = open_import(("bad.csv", b"\x00"), ("plain.csv", HEADLESS))
    (form,) = [e for e in app.expander if e.label.startswith("Correct")]
    assert form.label == "Correct what was understood of file 2"
    assert form.proto.expanded
    assert "It takes a column that is read as the name" in shown(app).text


def test_figures_for_no_period_are_said_to_be_compared_with_nothing(open_import) -> None:
    app = open_import(("q4.csv", TABLE))
    pick(app, "Column", "Goal (line 1, column 5)")
    assert "Figures without a period" not in shown(app).text
    pick(app, "Read as", "Figures")
    assert "Figures without a period" in shown(app).text
    field(app, "Period of its figures").set_value("2020/21").run()
    assert "Figures without a period" not in shown(app).text


def test_a_heading_of_several_columns_is_said_before_it_is_changed(open_import) -> None:
    app = open_import(("q4.csv", "Measure,2019/20 Q4,Goal,GOAL\nReduce waste,5,4,3\n"))
    pick(app, "Column", "Measure (line 1, column 1)")
    assert "columns have this heading" not in shown(app).text
    pick(app, "Column", "GOAL (line 1, column 4)")
    said = "2 columns have this heading. The change is made in all of them."
    assert said in shown(app).text


def test_many_findings_of_one_kind_do_not_bury_another(open_import) -> None:
    many = "".join(f"Homes of kind {at},1,2,3,4,Red,Declining\n" for at in range(MOST_ALIKE))
    app = open_import(("q4.csv", TABLE + many))
    findings = shown(app).table("Findings by cell")
    assert findings.heads == ["What was found and what to do", "Severity", "As printed", "Where"]
    title = rule_title("polarity-unknown")
    assert sum(row[0].endswith(title) for row in findings.rows) == MOST_ALIKE
    assert "Of one kind at most 10 are shown" in shown(app).text
    pick(app, "Kind of finding", f"{title}: {MOST_ALIKE + 1}")
    assert len(shown(app).table("Findings by cell").rows) == 1 + MOST_ALIKE + 1


def test_tables_that_were_read_alike_are_shown_once(open_import) -> None:
    tables = [[["Measure", "2019/20 Q4"], [f"Reduce {what}", "5"]] for what in ("waste", "litter")]
    page = b"".join(to_html(table) for table in tables)
    captions = [table.caption for table in shown(open_import(("q4.html", page))).tables]
    (columns,) = [caption for caption in captions if caption.startswith("Columns of")]
    assert columns.endswith("1 row. 1 more like it, the last at table 2, row 1 to row 2")


def test_the_catalogue_is_explained_where_a_finding_speaks_of_it(open_import) -> None:
    assert IN_THE_CATALOGUE in shown(open_import(("q4.csv", TABLE))).text
    assert IN_THE_CATALOGUE not in shown(open_import(("q4.csv", HEADLESS))).text
