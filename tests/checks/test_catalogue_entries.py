"""Entries of the catalogue that no report has are notes, with the nearest name."""

from pathlib import Path

from kpi_core.build import check
from kpi_core.findings import Finding

HEADER = "Indicator,2019/20 Q4,2019/20 Target,Status\n"
ENTRY = """
[[indicators]]
organisation = "{organisation}"
id = "{id}"
names = ["{name}"]
title = "T"
"""
REPORTS = "".join(
    f'[reports.q{at}]\norganisation = "o"\ntitle = "T"\nperiod = "2019/20 Q{at}"\n' for at in (3, 4)
)


def notes(folder: Path, *entries: tuple[str, str, str], reports: dict[str, str]) -> list[Finding]:
    catalogue = folder / "catalogue.toml"
    written = (ENTRY.format(organisation=o, id=i, name=n) for o, i, n in entries)
    catalogue.write_text(REPORTS + "".join(written))
    for name, rows in reports.items():
        (folder / f"{name}.csv").write_text(HEADER.replace("Q4", name.upper()) + rows)
    reading = check([folder / f"{name}.csv" for name in reports], catalogue)
    return [f for f in reading.findings if f.rule == "catalogue-indicator-unused"]


WAITS, VISITS = "Reduce waits for care,1,2,Red\n", "Visits to parks,1,2,Red\n"


def test_an_entry_without_a_row_is_a_note_on_the_newest_report(tmp_path: Path) -> None:
    entries = ("o", "waits", "Reduce waits for caer"), ("o", "visits", "Visits to parks")
    (note,) = notes(tmp_path, *entries, reports={"q4": WAITS + VISITS, "q3": VISITS})
    assert (note.report, note.severity, note.raw) == ("q4", "note", "Reduce waits for caer")
    assert "lists 'waits'" in note.message
    assert "The nearest row is 'Reduce waits for care'" in note.message


def test_a_row_that_another_entry_lists_is_not_offered(tmp_path: Path) -> None:
    entries = ("o", "waits", "Reduce waits for caer"), ("o", "other", "Reduce waits for care")
    (note,) = notes(tmp_path, *entries, reports={"q4": WAITS})
    assert "Add the wording of the report to its names" in note.message


def test_an_entry_is_used_if_any_report_has_it(tmp_path: Path) -> None:
    entries = ("o", "waits", "REDUCE  waits for care"), ("o", "visits-to-parks", "Trips")
    assert notes(tmp_path, *entries, reports={"q3": WAITS, "q4": VISITS}) == []


def test_entries_of_other_organisations_are_left_alone(tmp_path: Path) -> None:
    assert notes(tmp_path, ("p", "waits", "Waits"), reports={"q4": WAITS}) == []
