"""Publishing adds to what is there, can be undone, and loses nothing, whoever else publishes."""

import json
import threading
from pathlib import Path

import pytest

from kpi_core import catalogue as catalogues
from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.dataset import OvertakenError
from kpi_core.dataset.batches import log, standing
from kpi_core.dataset.place import Place, place
from kpi_core.errors import DatasetError
from kpi_core.imports import (
    About,
    Change,
    Draft,
    Upload,
    base_catalogue,
    publish,
    read_draft,
    undo,
    undoable,
    undoing,
)
from tests.imports.tables import TABLE, upload

LATER = TABLE.replace("2019/20 Q4", "2020/21 Q1")

TARGET = Change("q4", About.COLUMN, "Goal", "role", "target")


@pytest.fixture
def where(tmp_path: Path) -> Place:
    """A dataset of one report, built the ordinary way."""
    path = tmp_path / "built.csv"
    path.write_text(TABLE.replace("Goal", "Target"), "utf-8")
    build([path], tmp_path / "dataset")
    return place(tmp_path / "dataset")


def draft(where: Place, *files: Upload, changes: tuple[Change, ...] = ()) -> Draft:
    return read_draft(files, changes, base_catalogue(where, None))


def reports(where: Place) -> list[str]:
    return sorted(datasets.read(where.name).frame("reports")["report"])


def test_a_draft_joins_the_reports_that_are_there(where: Place) -> None:
    before = datasets.current_version(where.name)
    done = publish(draft(where, upload("q1.csv", LATER)), where, "first try")
    assert datasets.current_version(where.name) == done.version != before
    assert reports(where) == ["built", "q1"]
    assert datasets.read(where.name, before).frame("reports")["report"].tolist() == ["built"]


def test_corrections_are_published_with_the_file(where: Place) -> None:
    publish(draft(where, upload(), changes=(TARGET,)), where)
    ratings = datasets.read(where.name).frame("ratings")
    assert ratings[ratings["report"] == "q4"]["target"].tolist() == [16, 95, 5]


def test_the_published_tables_are_those_of_the_preview(tmp_path: Path) -> None:
    where = place(tmp_path / "new")
    made = draft(where, upload(), changes=(TARGET,))
    publish(made, where)
    read = datasets.read(where.name)
    assert all(made.dataset.tables[name].equals(table) for name, table in read.tables.items())


def test_the_content_that_is_replaced_can_come_back_under_another_name(where: Place) -> None:
    """The dataset has it, but would not have it any more once the other file replaced it."""
    publish(draft(where, upload("q4.csv", LATER)), where)
    both = draft(where, upload("q4.csv"), upload("q1.csv", LATER))
    done = publish(both, where, replaces=["q4"])
    assert done.known == ()
    assert reports(where) == ["built", "q1", "q4"]
    undo(where)
    assert reports(where) == ["built", "q4"]


def test_a_later_build_includes_what_was_imported(where: Place, tmp_path: Path) -> None:
    done = publish(draft(where, upload(), changes=(TARGET,)), where)
    result = build([tmp_path / "built.csv"], where.name)
    assert result.version == done.version
    assert reports(where) == ["built", "q4"]
    assert undoable(where) == done.batch


def test_a_file_that_is_named_in_a_build_wins_over_the_imported_one(
    where: Place, tmp_path: Path
) -> None:
    publish(draft(where, upload()), where)
    newer = tmp_path / "q4.csv"
    newer.write_text(LATER, "utf-8")
    build([newer], where.name)
    assert datasets.read(where.name).frame("reports")["period_label"].tolist() == ["2020/21 Q1"]


def test_undoing_returns_to_the_very_version_and_keeps_the_other(where: Place) -> None:
    before = datasets.current_version(where.name)
    done = publish(draft(where, upload()), where, "a note")
    assert undo(where) == before == datasets.current_version(where.name)
    assert undoable(where) is None
    assert datasets.read(where.name, done.version).version == done.version
    assert [(e["what"], e["batch"], e["note"], e["after"]) for e in log(where)] == [
        ("published", done.batch.id, "a note", done.version),
        ("undone", done.batch.id, "", before),
    ]


def test_batches_are_undone_in_turn_and_can_be_published_again(where: Place) -> None:
    first = publish(draft(where, upload()), where)
    second = publish(draft(where, upload("q1.csv", LATER)), where)
    assert undo(where) == first.version
    again = publish(draft(where, upload("q1.csv", LATER)), where)
    assert again.version == second.version
    assert undo(where) == first.version
    undo(where)
    assert reports(where) == ["built"]
    with pytest.raises(DatasetError, match="no import to undo"):
        undo(where)


def test_what_is_published_while_somebody_undoes_is_not_undone(
    where: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(draft(where, upload()), where)
    seen = standing(where)
    done = publish(draft(where, upload("q1.csv", LATER)), where)
    with monkeypatch.context() as patched:
        patched.setattr(undoing, "standing", lambda _: seen)
        with pytest.raises(OvertakenError, match="changed by somebody else"):
            undo(where)
    assert datasets.current_version(where.name) == done.version


def test_undoing_after_another_build_takes_only_the_import_out(
    where: Place, tmp_path: Path
) -> None:
    publish(draft(where, upload()), where)
    more = tmp_path / "more.csv"
    more.write_text(LATER, "utf-8")
    build([tmp_path / "built.csv", more], where.name)
    undo(where)
    assert reports(where) == ["built", "more"]


def test_the_first_import_makes_a_dataset_and_undoing_it_leaves_none(tmp_path: Path) -> None:
    where = place(tmp_path / "new")
    done = publish(draft(where, upload()), where)
    assert undo(where) is None
    assert standing(where) is None
    assert datasets.read(where.name, done.version).version == done.version


def test_a_file_that_is_there_already_is_not_added_twice(where: Place) -> None:
    publish(draft(where, upload()), where)
    done = publish(draft(where, upload(), upload("q1.csv", LATER)), where)
    assert done.known == ("q4.csv",)
    assert [file.name for file in done.batch.files] == ["q1.csv"]
    with pytest.raises(DatasetError, match="already has every file"):
        publish(draft(where, upload()), where)


def test_the_same_content_under_another_name_is_recognised(where: Place) -> None:
    publish(draft(where, upload()), where)
    with pytest.raises(DatasetError, match="already has every file"):
        publish(draft(where, upload("copy.csv")), where)


def test_another_content_of_the_same_report_is_refused_unless_it_replaces(where: Place) -> None:
    publish(draft(where, upload()), where)
    before = datasets.current_version(where.name)
    newer = draft(where, upload("q4.csv", LATER))
    with pytest.raises(DatasetError, match=r"q4\.csv: the dataset already has a report 'q4'"):
        publish(newer, where)
    assert datasets.current_version(where.name) == before
    publish(newer, where, replaces=["q4"])
    labels = datasets.read(where.name).frame("reports")["period_label"]
    assert sorted(labels) == ["2019/20 Q4", "2020/21 Q1"]
    assert undo(where) == before


def test_a_report_that_was_replaced_comes_back_when_others_built_meanwhile(
    where: Place, tmp_path: Path
) -> None:
    publish(draft(where, upload("built.csv", LATER)), where, replaces=["built"])
    assert reports(where) == ["built"]
    other = tmp_path / "other.csv"
    other.write_text(LATER.replace("2020/21 Q1", "2020/21 Q2"), "utf-8")
    build([other], where.name)
    undo(where)
    labels = datasets.read(where.name).frame("reports").set_index("report")["period_label"]
    assert labels.to_dict() == {"built": "2019/20 Q4", "other": "2020/21 Q2"}


def test_what_a_build_could_not_read_is_still_said_afterwards(where: Place, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\x00")
    build([tmp_path / "built.csv", bad], where.name)
    before = datasets.current_version(where.name)
    publish(draft(where, upload()), where)
    findings = datasets.read(where.name).frame("findings")
    assert findings[findings["rule"] == "report-unreadable"]["report"].tolist() == ["bad"]
    assert undo(where) == before
    publish(draft(where, upload("bad.csv")), where)
    assert "report-unreadable" not in datasets.read(where.name).frame("findings")["rule"].tolist()


def test_a_file_that_cannot_be_read_is_left_out(where: Place) -> None:
    done = publish(draft(where, upload(), Upload("bad.csv", b"\x00")), where)
    assert [file.name for file in done.batch.files] == ["q4.csv"]


@pytest.mark.parametrize(
    "name", ["../../../escape.csv", "/etc/x.csv", "..\\..\\x.csv", "CURRENT.csv"]
)
def test_names_reach_no_other_file(where: Place, tmp_path: Path, name: str) -> None:
    publish(draft(where, Upload(name, TABLE.encode())), where)
    outside = {p.name for p in tmp_path.iterdir()}
    assert outside == {"built.csv", "dataset"}
    stored = {p.name for p in (tmp_path / "dataset" / "inputs").iterdir()}
    assert all(len(name) == 64 for name in stored)
    last = name.replace("\\", "/").rpartition("/")[2]
    assert last in datasets.read(where.name).frame("reports")["source_name"].tolist()


def test_publishing_at_once_loses_nobody(where: Place) -> None:
    quarters = [f"20{20 + at}/{21 + at} Q1" for at in range(6)]
    drafts = [
        draft(where, upload(f"r{at}.csv", TABLE.replace("2019/20 Q4", quarter)))
        for at, quarter in enumerate(quarters)
    ]
    gone: list[BaseException] = []

    def go(mine: Draft) -> None:
        while True:
            try:
                publish(mine, where)
            except datasets.OvertakenError:
                continue
            except BaseException as problem:
                gone.append(problem)
                raise
            return

    threads = [threading.Thread(target=go, args=(mine,)) for mine in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not gone
    assert reports(where) == ["built", *(f"r{at}" for at in range(6))]
    assert len(log(where)) == 6


def test_a_build_during_which_somebody_publishes_includes_it(
    where: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kpi_core import build as building

    real, done = building.read_all, []

    def slow(*given: object) -> building.Reading:
        reading = real(*given)  # type: ignore[arg-type]
        if not done:
            done.append(True)
            monkeypatch.setattr(building, "read_all", real)
            publish(draft(where, upload()), where)
        return reading

    monkeypatch.setattr(building, "read_all", slow)
    build([tmp_path / "built.csv"], where.name)
    assert reports(where) == ["built", "q4"]


def test_a_damaged_copy_is_refused_and_nothing_is_changed(where: Place) -> None:
    before = datasets.current_version(where.name)
    for kept in Path(where.path("inputs")).iterdir():
        kept.write_bytes(b"something else")
    with pytest.raises(DatasetError, match="checksum is wrong"):
        publish(draft(where, upload()), where)
    assert datasets.current_version(where.name) == before


def test_a_dataset_of_an_earlier_program_says_what_to_do(where: Place) -> None:
    descriptor = Path(where.path(datasets.current_version(where.name), "datapackage.json"))
    described = json.loads(descriptor.read_bytes())
    del described["catalogue"]
    descriptor.write_text(json.dumps(described), "utf-8")
    with pytest.raises(DatasetError, match="Run 'kpi build' once with its reports"):
        publish(read_draft([upload()]), where)


def test_imports_outlive_a_damaged_version(where: Place, tmp_path: Path) -> None:
    """A build that mends the dataset still includes them: the log tells which."""
    publish(draft(where, upload()), where)
    version = datasets.current_version(where.name)
    Path(where.path(version, "datapackage.json")).write_text("{", "utf-8")
    build([tmp_path / "built.csv"], where.name)
    assert reports(where) == ["built", "q4"]


def test_the_catalogue_of_the_dataset_is_the_one_that_drafts_start_from(
    report_path: Path, tmp_path: Path
) -> None:
    catalogue = report_path.parents[1] / "catalogue.toml"
    build([report_path], tmp_path / "out", catalogue)
    found = base_catalogue(place(tmp_path / "out"), None)
    assert found == catalogues.load(catalogue)


def test_published_corrections_are_what_the_next_draft_starts_from(where: Place) -> None:
    publish(draft(where, upload(), changes=(TARGET,)), where)
    assert base_catalogue(where, None).reports["q4"].columns["Goal"].role == "target"
    later = Change("q4", About.STATUS_WORD, "Amber", "read_as", "red")
    done = publish(draft(where, upload(), changes=(later,)), where)
    assert done.batch.files == ()
    entry = base_catalogue(where, None).reports["q4"]
    assert (entry.columns["Goal"].role, entry.status_words) == ("target", {"Amber": "red"})


def test_a_place_that_cannot_be_written_is_a_sentence(
    where: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = datasets.current_version(where.name)
    made = draft(where, upload())

    def full(_self: Place, _content: bytes, *_parts: str) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Place, "write", full)
        with pytest.raises(DatasetError, match="No space left"):
            publish(made, where)
    publish(made, where)
    with monkeypatch.context() as patched:
        patched.setattr(Place, "write", full)
        with pytest.raises(DatasetError, match="No space left"):
            undo(where)
    undo(where)
    assert datasets.current_version(where.name) == before


def test_a_publishing_that_is_killed_before_its_log_can_still_be_undone(
    where: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kpi_core.imports import publishing

    before = datasets.current_version(where.name)
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "tell", lambda *_: None)
        publish(draft(where, upload()), where)
    assert reports(where) == ["built", "q4"]
    assert undo(where) == before
