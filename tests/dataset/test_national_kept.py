"""National releases are kept with a dataset, and in every version that is built from then on."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from kpi_core import dataset as datasets
from kpi_core import schema
from kpi_core.build import build
from kpi_core.dataset.batches import log, recorded, standing
from kpi_core.dataset.place import Place, place
from kpi_core.errors import DatasetError, UsageError
from kpi_core.imports import publish, read_draft, undo
from kpi_core.imports.releases import kept_releases, remove_release
from tests.dataset.releases import ENGLAND, OURS, REPEAT, WAITS, add_releases, release
from tests.imports.tables import TABLE, upload

RESTATED = ("Repeat", "2020", OURS, "17.4")

LINKED = """
[organisations.cheshire-west-and-chester]
name = "Cheshire West and Chester Council"

[reports.built]
organisation = "cheshire-west-and-chester"
title = "Performance"

[[indicators]]
organisation = "cheshire-west-and-chester"
id = "repeat-plans"
names = ["Reduce repeat plans"]
title = "Repeat plans"
national_measure = "lait/Repeat"
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "built.csv"
    path.write_text(TABLE.replace("Goal", "Target"), "utf-8")
    return path


@pytest.fixture
def where(report: Path, tmp_path: Path) -> Place:
    """A dataset of one report, one of whose indicators joins a national measure."""
    known = tmp_path / "linked.toml"
    known.write_text(LINKED, "utf-8")
    build([report], tmp_path / "dataset", known)
    return place(tmp_path / "dataset")


def rows(where: Place, table: str) -> list[dict[str, Any]]:
    """Every row of a table of the current version, as the file holds it."""
    version = datasets.current_version(where.name)
    return list(pq.read_table(Path(where.name) / version / f"{table}.parquet").to_pylist())


def national(where: Place) -> list[dict[str, Any]]:
    return [row for row in rows(where, "observations") if row["report"].startswith("lait-")]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_figure_and_every_missing_one_comes_back(where: Place) -> None:
    given = release()
    add_releases(where, [given])
    assert national(where) == given.figures.to_pylist()
    for table, part in (("areas", given.areas), ("neighbours", given.neighbours)):
        assert rows(where, table) == part.to_pylist()
    assert [r for r in rows(where, "indicators") if r["indicator"] == REPEAT] == [
        given.measures.to_pylist()[0]
    ]
    messages = [r["message"] for r in rows(where, "findings") if r["report"] == given.id]
    assert messages == [finding.message for finding in given.findings]


def test_no_figure_and_no_measure_has_two_ids(where: Place) -> None:
    add_releases(where, [release()])
    for table in (schema.OBSERVATIONS, schema.INDICATORS):
        keys = [tuple(row[name] for name in table.key) for row in rows(where, table.name)]
        assert len(set(keys)) == len(keys)
    own = [r for r in rows(where, "observations") if r["indicator"] == "repeat-plans"]
    assert {row["report"] for row in own} == {"built"}
    (measure,) = [r for r in rows(where, "indicators") if r["indicator"] == REPEAT]
    assert measure["organisation"] == "department-for-education"


def test_the_release_is_described_with_its_files(where: Place) -> None:
    given = release()
    add_releases(where, [given])
    (row,) = rows(where, "releases")
    assert (row["release"], row["measures"], row["areas"]) == (given.id, 2, 4)
    assert (row["cells"], row["figures"]) == (8, 7)
    assert dict(zip(row["files"], row["checksums"], strict=True)) == {
        file.name: file.checksum for file in given.files
    }
    package = datasets.read(where.name).descriptor
    mine = [source for source in package["sources"] if source.get("release") == given.id]
    assert [(s["path"], s["hash"], s["licence"]) for s in mine] == [
        (file.name, file.checksum, given.licence) for file in given.files
    ]
    assert [kept["id"] for kept in package["releases"]] == [given.id]


def test_an_indicator_stands_among_the_councils_of_its_measure(where: Place) -> None:
    add_releases(where, [release()])
    (now,) = [r for r in rows(where, "standings") if r["period_label"] == "2019/20"]
    assert (now["indicator"], now["value"], now["councils"]) == ("repeat-plans", 17.1, 2)
    england = [r for r in rows(where, "comparators") if r["group"] == "england"]
    assert 21.9 in [row["value"] for row in england]


def test_the_same_imports_give_the_same_version_and_the_same_bytes(
    where: Place, report: Path, tmp_path: Path
) -> None:
    done = add_releases(where, [release(), release(RESTATED)])
    build([report], tmp_path / "other", tmp_path / "linked.toml")
    other = place(tmp_path / "other")
    add_releases(other, [release()])
    again = add_releases(other, [release(RESTATED)])
    assert again.version == done.version
    first, second = (Path(one.name) / done.version for one in (where, other))
    assert contents(first) == contents(second)


def test_a_later_build_includes_the_releases(where: Place, report: Path, tmp_path: Path) -> None:
    done = add_releases(where, [release()])
    assert build([report], where.name, tmp_path / "linked.toml").version == done.version


def test_publishing_and_undoing_a_report_keep_the_releases(where: Place) -> None:
    done = add_releases(where, [release()])
    draft = read_draft([upload("other.csv")])
    published = publish(draft, where)
    assert len(national(where)) == 8
    assert {row["report"] for row in rows(where, "reports")} == {"built", "other"}
    assert undo(where) == done.version != published.version


def test_a_report_published_before_is_undone_and_the_releases_stay(where: Place) -> None:
    publish(read_draft([upload("other.csv")]), where)
    add_releases(where, [release()])
    undo(where)
    assert [row["report"] for row in rows(where, "reports")] == ["built"]
    assert len(national(where)) == 8


def test_a_restated_figure_stands_beside_the_first_and_is_the_latest(where: Place) -> None:
    first, second = release(), release(RESTATED)
    add_releases(where, [first])
    add_releases(where, [second])
    both = [r for r in national(where) if r["indicator"] == REPEAT]
    ours = [r for r in both if r["subject"] == "cheshire-west-and-chester"]
    assert [(r["period_label"], r["value"], r["report"], r["is_latest"]) for r in ours] == [
        ("2018/19", 15.9, first.id, False),
        ("2018/19", 15.9, second.id, True),
        ("2019/20", 17.1, first.id, False),
        ("2019/20", 17.4, second.id, True),
    ]
    figures = datasets.read(where.name).national.figures(REPEAT)
    now = figures[figures["period_label"] == "2019/20"].set_index("subject")["value"]
    assert now["cheshire-west-and-chester"] == 17.4
    assert len(figures) == len(both) / 2


def test_the_order_of_import_decides_which_is_the_latest(where: Place) -> None:
    add_releases(where, [release(RESTATED)])
    add_releases(where, [release()])
    figures = datasets.read(where.name).national.figures(REPEAT)
    assert 17.1 in figures["value"].tolist()
    assert 17.4 not in figures["value"].tolist()


def test_a_figure_that_only_the_earlier_release_has_stays_the_latest(where: Place) -> None:
    add_releases(where, [release()])
    later = release(only=(("Repeat", "2021", ENGLAND, "22.0"),))
    add_releases(where, [later])
    figures = datasets.read(where.name).national.figures(REPEAT)
    assert len(figures) == 7
    assert set(figures["report"]) == {release().id, later.id}


def test_an_area_is_told_by_all_releases_together(where: Place) -> None:
    """The later one has a council less, and loses nobody that the first one knows."""
    add_releases(where, [release()])
    before = rows(where, "areas")
    add_releases(where, [release(only=(("Repeat", "2021", ENGLAND, "22.0"),))])
    assert rows(where, "areas") == before
    assert len(rows(where, "neighbours")) == 1


def test_the_same_files_again_change_nothing(where: Place) -> None:
    done = add_releases(where, [release()])
    again = add_releases(where, [release()])
    assert (again.version, again.changed) == (done.version, False)
    assert len(log(where)) == 1


def test_what_is_removed_is_not_in_the_next_version_and_still_in_the_older(where: Place) -> None:
    before = datasets.current_version(where.name)
    given = release()
    done = add_releases(where, [given])
    version, gone = remove_release(where, given.id)
    assert (version, gone.id) == (before, given.id)
    assert national(where) == []
    assert kept_releases(where) == ()
    assert len(datasets.read(where.name, done.version).national.figures(WAITS)) == 2
    assert [event["what"] for event in log(where)] == ["release imported", "release removed"]


def test_a_release_that_is_not_there_cannot_be_removed(where: Place) -> None:
    given = release()
    add_releases(where, [given])
    with pytest.raises(UsageError, match=f"no release 'lait-0'. It has {given.id}."):
        remove_release(where, "lait-0")


def test_where_there_is_no_dataset_nothing_is_added(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="Run 'kpi build' first"):
        add_releases(place(tmp_path / "none"), [release()])


def test_a_damaged_part_is_told_of_and_mended_by_the_same_files(where: Place, report: Path) -> None:
    given = release()
    done = add_releases(where, [given])
    (kept,) = kept_releases(where)
    part = Path(where.name) / "inputs" / kept.parts["observations"].removeprefix("sha256:")
    part.write_bytes(part.read_bytes()[:-1])
    with pytest.raises(DatasetError, match=r"observations of 'Local.* damaged .*Import the files"):
        build([report], where.name)
    assert datasets.current_version(where.name) == done.version
    assert len(datasets.read(where.name).national.figures(REPEAT)) == 6
    assert not add_releases(where, [given]).changed
    build([report], where.name)


def test_a_part_that_is_gone_is_told_of(where: Place, report: Path) -> None:
    add_releases(where, [release()])
    (kept,) = kept_releases(where)
    (Path(where.name) / "inputs" / kept.parts["areas"].removeprefix("sha256:")).unlink()
    with pytest.raises(DatasetError, match=r"does not hold the areas of .*kpi benchmarks remove"):
        build([report], where.name)


def test_releases_outlive_a_current_version_that_cannot_be_read(
    where: Place, report: Path, tmp_path: Path
) -> None:
    done = add_releases(where, [release()])
    (Path(where.name) / done.version / "datapackage.json").write_text("{", "utf-8")
    assert [kept.id for kept in recorded(where).releases] == [release().id]
    assert build([report], where.name, tmp_path / "linked.toml").version == done.version


def test_a_version_of_before_national_figures_still_opens(where: Place) -> None:
    """Without their tables, and without a word of whose rows stand in front."""
    version = datasets.current_version(where.name)
    folder = Path(where.name) / version
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    new = ("releases", "areas", "neighbours", "comparators", "standings")
    kept = [resource for resource in package["resources"] if resource["name"] not in new]
    for resource in kept:
        resource.pop("report_rows", None)
    package["resources"] = kept
    (folder / "datapackage.json").write_text(json.dumps(package), "utf-8")
    for name in new:
        (folder / f"{name}.parquet").unlink()
    old = datasets.read(where.name)
    assert len(old.tables["observations"]) == 9
    assert len(old.tables["indicators"]) == 3
    assert not old.national.any
    assert old.national.figures(REPEAT).empty
    now = standing(where)
    assert now is not None
    assert now.releases == ()


def test_a_lost_race_is_tried_again_and_overwrites_nothing(
    where: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody publishes a report while the releases are being built."""
    from kpi_core.imports import releases

    build_anew, turns = releases.build_anew, []

    def overtaken(*given: Any) -> str:
        if not turns:
            turns.append(1)
            publish(read_draft([upload("other.csv")]), where)
        return build_anew(*given)

    monkeypatch.setattr(releases, "build_anew", overtaken)
    add_releases(where, [release()])
    assert {row["report"] for row in rows(where, "reports")} == {"built", "other"}
    assert len(national(where)) == 8
