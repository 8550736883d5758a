"""A draft: files and corrections in memory, the same facts as a build would give."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.catalogue import Catalogue
from kpi_core.errors import ReportError
from kpi_core.imports import About, Change, Upload, admit, read_draft
from kpi_core.imports import draft as limits
from kpi_core.present.scorecard import scorecard
from tests.imports.tables import HEADLESS, TABLE, upload

TARGET = Change("q4", About.COLUMN, "Goal", "role", "target")


def targets(files: list[Upload], changes: list[Change]) -> list[str]:
    card = scorecard(read_draft(files, changes).dataset)
    return list(card.rows["target_text"])


def test_a_draft_and_a_build_of_the_same_file_are_the_same_version(tmp_path: Path) -> None:
    path = tmp_path / "q4.csv"
    path.write_text(TABLE, "utf-8")
    built = build([path], tmp_path / "out")
    draft = read_draft([upload()])
    assert draft.packed.version == built.version
    read = datasets.read(tmp_path / "out")
    assert all(draft.dataset.tables[name].equals(table) for name, table in read.tables.items())
    folder = tmp_path / "out" / built.version
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == dict(draft.packed.files)


def test_a_column_that_is_corrected_is_read_as_said_and_back_again() -> None:
    assert targets([upload()], []) == ["No target"] * 3
    assert targets([upload()], [TARGET]) == ["16.0%", "95%", "5"]
    assert targets([upload()], []) == ["No target"] * 3


def test_a_file_without_known_headings_is_read_once_its_columns_are_said() -> None:
    file = upload("plain.csv", HEADLESS)
    broken = read_draft([file])
    assert broken.report(file) is None
    assert broken.problem(file).startswith("plain.csv: ")
    assert [cell.text for cell in broken.headings(file)] == ["What", "Now", "Aim"]
    changes = [
        Change("plain", About.COLUMN, "What", "role", "indicator"),
        Change("plain", About.COLUMN, "Now", "role", "value", "2019/20 Q4"),
        Change("plain", About.COLUMN, "Aim", "role", "target"),
    ]
    mended = read_draft([file], changes, previous=broken)
    report = mended.report(file)
    assert report is not None
    assert [i.name for i in (f.indicator for f in report.report.indicators)] == [
        *("Reduce repeat plans", "Homes rated inadequate"),
    ]
    assert report.report.period.label == "2019/20 Q4"


def test_a_file_that_cannot_be_read_stands_beside_those_that_can() -> None:
    bad = Upload("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00")
    draft = read_draft([bad, upload()])
    assert draft.problem(bad).startswith("picture.csv: the file is a picture")
    assert draft.report(upload()) is not None
    assert "report-unreadable" in draft.dataset.frame("findings")["rule"].tolist()


def test_files_that_all_cannot_be_read_are_still_a_draft_with_findings() -> None:
    draft = read_draft([Upload("picture.csv", b"\x00")])
    assert draft.dataset.frame("findings")["rule"].tolist() == ["report-unreadable"]


def test_what_was_read_of_the_organisation_is_kept_when_something_else_is_corrected() -> None:
    file = upload("q4.csv", f"Cheshire East Council\n{TABLE}")
    plain, changed = read_draft([file]), read_draft([file], [TARGET])
    for draft in (plain, changed, read_draft([file], [TARGET], previous=changed)):
        facts = draft.reports[0].report
        assert (facts.organisation, facts.organisation_name, facts.organisation_basis) == (
            *("cheshire-east-council", "Cheshire East Council"),
            "taken from a title in the file",
        )
        assert facts.title == "q4"


def test_an_organisation_that_is_named_is_no_longer_inferred() -> None:
    name = Change("q4", About.REPORT, "", "organisation", "East Riding of Yorkshire Council")
    facts = read_draft([upload()], [name]).reports[0].report
    assert facts.organisation == "east-riding-of-yorkshire-council"
    assert facts.organisation_name == "East Riding of Yorkshire Council"
    assert "organisation-inferred" not in {finding.rule for finding in facts.findings}


def test_an_indicator_is_corrected_under_the_organisation_that_was_named() -> None:
    """Also where the organisation is corrected after the indicator."""
    homes = "Homes rated inadequate"
    changes = [
        Change("q4", About.INDICATOR, homes, "polarity", "lower_is_better"),
        Change("q4", About.INDICATOR, homes, "title", "Inadequate homes"),
        Change("q4", About.REPORT, "", "organisation", "East Riding"),
        Change("q4", About.REPORT, "", "period", "2019/20 Q3"),
    ]
    (report,) = read_draft([upload()], changes).reports
    known = report.report.indicators[2].indicator
    assert (known.id, known.title, known.polarity) == (
        *("homes-rated-inadequate", "Inadequate homes", "lower_is_better"),
    )
    assert (known.organisation, known.polarity_basis) == ("east-riding", "catalogue")
    assert report.report.period.label == "2019/20 Q3"


def test_what_the_catalogue_says_is_carried_on(report_path: Path) -> None:
    from kpi_core import catalogue as catalogues

    base = catalogues.load(report_path.parents[1] / "catalogue.toml")
    file = Upload(report_path.name, report_path.read_bytes())
    name = "Increase the number of concluded Section 42 Safeguarding Enquiries"
    change = Change(file.report, About.INDICATOR, name, "title", "Enquiries")
    facts = read_draft([file], [change], base).reports[0].report
    assert facts.title == "Council Plan performance, 2019/20 quarter 4"
    known = next(i.indicator for i in facts.indicators if i.indicator.name == name)
    assert (known.id, known.title, known.theme, known.accumulation) == (
        *("section-42-enquiries", "Enquiries", "Adult safeguarding and care", "year_to_date"),
    )


def test_changes_about_a_file_that_is_gone_are_gone() -> None:
    assert read_draft([upload("other.csv")], [TARGET]).changes == ()


def test_an_empty_catalogue_is_the_default() -> None:
    assert read_draft([upload()]).base == Catalogue()


def test_a_file_of_the_same_report_takes_the_place_of_the_earlier_one() -> None:
    files = admit(admit((), upload()), upload("Q4.tsv"))
    assert [file.name for file in files] == ["Q4.tsv"]


@pytest.mark.parametrize(
    ("held", "new", "said"),
    [
        (limits.MOST_FILES, 1, "at most 12 files"),
        (0, limits.MOST_BYTES_EACH + 1, "at most 25 MB are read here"),
        (2, limits.MOST_BYTES_EACH, "more than 50 MB"),
    ],
)
def test_a_draft_is_bounded(held: int, new: int, said: str) -> None:
    size = limits.MOST_BYTES_EACH if held == 2 else 1
    files = tuple(Upload(f"{at}.csv", b"x" * size) for at in range(held))
    with pytest.raises(ReportError, match=said):
        admit(files, Upload("new.csv", b"x" * new))


def test_a_draft_may_be_full_to_the_brim() -> None:
    files: tuple[Upload, ...] = ()
    for at in range(limits.MOST_BYTES // limits.MOST_BYTES_EACH):
        files = admit(files, Upload(f"{at}.csv", b"x" * limits.MOST_BYTES_EACH))
    assert len(files) == 2


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\x.csv", "/abs.csv", "a\0b.csv", ".csv"])
def test_a_name_is_only_ever_a_name(name: str) -> None:
    draft = read_draft([Upload(name, TABLE.encode())])
    assert len(draft.reports) + len(draft.reading.unread) == 1


def test_a_column_that_is_not_to_be_used_stays_so_whatever_its_cells_say() -> None:
    away = Change("q4", About.COLUMN, "How well?", "role", "unknown")
    (report,) = read_draft([upload()], [away]).reports
    assert all(item.status.raw is None for item in report.report.indicators)
    kept = [[extra.text for extra in item.extras] for item in report.report.indicators]
    assert ["16.0%", "Red"] in kept
    rules = [(f.rule, f.raw) for f in report.findings]
    assert ("column-not-recognised", "How well?") not in rules
    assert ("column-not-recognised", "Goal") in rules
