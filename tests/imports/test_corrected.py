"""The catalogue to take away: whole, readable, and giving what the draft gives."""

from pathlib import Path

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.catalogue import Catalogue
from kpi_core.imports import About, Change, Upload, corrected_catalogue, read_draft
from tests.imports.tables import HEADLESS, upload
from tests.screens.hostile import ATTACKS, write_report

TABLES = ("observations", "indicators", "ratings", "history_ratings")


def again(text: str) -> Catalogue:
    return catalogues.read(text.encode(), "catalogue.toml")


def test_a_catalogue_that_is_written_is_read_back_the_same(report_path: Path) -> None:
    known = catalogues.load(report_path.parents[1] / "catalogue.toml")
    assert again(catalogues.write(known)).model_dump(exclude={"content"}) == known.model_dump(
        exclude={"content"}
    )
    assert catalogues.write(Catalogue()) == ""


def test_hostile_words_are_written_and_read_back(tmp_path: Path) -> None:
    _, path = write_report(tmp_path)
    known = catalogues.load(path)
    assert again(catalogues.write(known)).indicators == known.indicators


CHANGES = {
    "nothing": (),
    "a column": (Change("q4", About.COLUMN, "Goal", "role", "target"),),
    "an indicator": (
        Change("q4", About.INDICATOR, "Homes rated inadequate", "polarity", "lower_is_better"),
        Change("q4", About.INDICATOR, "Homes rated inadequate", "unit", "count"),
    ),
    "the report": (
        Change("q4", About.REPORT, "", "organisation", 'A "quoted" council'),
        Change("q4", About.REPORT, "", "period", "2019/20 Q3"),
    ),
    "words": tuple(Change("q4", About.STATUS_WORD, attack, "read_as", "red") for attack in ATTACKS),
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_the_draft_read_with_its_catalogue_gives_the_same_figures(
    changes: tuple[Change, ...],
) -> None:
    draft = read_draft([upload()], changes)
    known = again(corrected_catalogue(draft))
    redone = read_draft([upload()], (), known)
    for name in TABLES:
        columns = [c for c in draft.dataset.tables[name].column_names if not c.endswith("basis")]
        mine, theirs = (d.dataset.tables[name].select(columns) for d in (draft, redone))
        if name == "indicators":  # a suggestion shortens titles
            mine, theirs = mine.drop(["title"]), theirs.drop(["title"])
        assert mine.equals(theirs), name


def test_a_draft_of_files_that_cannot_be_read_has_a_catalogue_too() -> None:
    draft = read_draft([upload("plain.csv", HEADLESS), Upload("x.csv", b"")])
    assert again(corrected_catalogue(draft)) is not None


def test_what_was_known_is_in_it(report_path: Path) -> None:
    base = catalogues.load(report_path.parents[1] / "catalogue.toml")
    known = again(corrected_catalogue(read_draft([upload()], (), base)))
    assert set(base.reports) <= set(known.reports)
    assert {entry.id for entry in base.indicators} <= {entry.id for entry in known.indicators}
