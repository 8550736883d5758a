"""What a briefing takes from each report: its own words, like with like, and whose each word is."""

from pathlib import Path

import pytest

from kpi_core.build import check, pack
from kpi_core.present.briefing import Briefing, briefing
from kpi_core.present.briefing.sides import LATER
from kpi_core.present.scorecard import scorecard

TARGET = "2019/20 Target"


def told(folder: Path, *tables: tuple[str, str], report: str | None = None) -> Briefing:
    """The briefing on the reports of one council: the quarter of each, and its table."""
    entries, files = [], []
    for quarter, text in tables:
        files.append(folder / f"north-{quarter}.csv")
        files[-1].write_text(text, "utf-8")
        entries.append(
            f'[reports.north-{quarter}]\norganisation = "north"\ntitle = "Report {quarter}"\n'
            f'period = "2019/20 {quarter.upper()}"\n'
        )
    (folder / "c.toml").write_text("".join(entries), "utf-8")
    return briefing(scorecard(pack(check(files, folder / "c.toml")).dataset("memory"), report))


def test_R7_where_nothing_is_declared_both_sides_are_ours(tmp_path: Path) -> None:
    head = f"Indicator,Unit,2019/20 Q3,2019/20 Q4,{TARGET}\n"
    made = told(
        tmp_path,
        ("q3", f"Indicator,Unit,2019/20 Q3,{TARGET}\nReduce waits,Number,9,10\n"),
        ("q4", f"{head}Reduce waits,Number,9,12,10\n"),
    )
    (change,) = [change for change in made.changes if change.kind and change.kind.of_status]
    assert change.said.startswith("red (computed by us), was green (computed by us) in 2019/20 Q3;")
    now, then = change.notes
    assert now.startswith("Computed by us in 2019/20 Q4: 12 against a target of 10 or lower")
    assert then.startswith("Computed by us in 2019/20 Q3: 9 against a target of 10 or lower")


def test_D4_a_quarter_is_not_held_against_a_year(tmp_path: Path) -> None:
    text = f"Indicator,Unit,2018/19,2019/20 Q4,{TARGET},Status\nReduce waits,Number,9,12,10,Red\n"
    made = told(tmp_path, ("q4", text))
    assert made.changes == ()
    (without,) = made.not_compared
    assert without.said == "red in 2019/20 Q4; the report has no earlier figure of the same kind."


def test_U1_figures_in_two_units_keep_them_and_say_so(tmp_path: Path) -> None:
    made = told(
        tmp_path,
        ("q3", f"Indicator,Unit,2019/20 Q3,{TARGET},Status\nReduce waits,Days,9,10,Green\n"),
        ("q4", f"Indicator,Unit,2019/20 Q4,{TARGET},Status\nReduce waits,%,12%,10%,Red\n"),
    )
    (change,) = [change for change in made.changes if change.kind and change.kind.of_status]
    assert "12% against a target of 10%, was 9 days" in change.said
    assert "The figures are not alike: in per cent now, in days then." in change.notes


@pytest.mark.parametrize(("later", "said"), [("90", False), ("120", True)])
def test_G2_a_later_restatement_is_said_where_an_older_report_is_told(
    tmp_path: Path, later: str, said: bool
) -> None:
    """What the older report printed stays its figure; the status is that of the newest one."""
    head = f"Indicator,Unit,2019/20 Q2,2019/20 Q3,{TARGET},Status\n"
    last = f"Indicator,Unit,2019/20 Q2,2019/20 Q3,2019/20 Q4,{TARGET},Status\n"
    made = told(
        tmp_path,
        ("q3", f"{head}Reduce waits,Number,90,104,100,Amber\n"),
        ("q4", f"{last}Reduce waits,Number,{later},104,104,100,Amber\n"),
        report="north-q3",
    )
    (change,) = made.changes
    assert change.said.endswith("was 90.")
    (note,) = change.notes
    assert f"{later} against a target of 100" in note
    assert note.endswith(LATER) is said


def test_a_report_is_not_held_against_that_of_another_council(tmp_path: Path) -> None:
    table = "Indicator,2019/20 Q{0},2019/20 Target,Status\nReduce waits,9,10,Green\n"
    entries = []
    for council, quarter in (("north", 4), ("south", 3)):
        (tmp_path / f"{council}.csv").write_text(table.format(quarter), "utf-8")
        entries.append(
            f'[reports.{council}]\norganisation = "{council}"\ntitle = "Report"\n'
            f'period = "2019/20 Q{quarter}"\n'
        )
    (tmp_path / "c.toml").write_text("".join(entries), "utf-8")
    stored = pack(check(sorted(tmp_path.glob("*.csv")), tmp_path / "c.toml")).dataset("memory")
    made = briefing(scorecard(stored, "north"))
    assert (made.earlier, made.kept, len(made.not_compared)) == (None, 0, 1)
