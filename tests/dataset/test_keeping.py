"""Versions are kept by count and age, and never cleared away while somebody reads them."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.dataset.keeping import Kept, Policy, opened, policy, prune, spare, versions
from kpi_core.dataset.place import DESCRIPTOR, place
from kpi_core.errors import UnknownVersionError, UsageError

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ROWS = "Indicator,Q1 2019/20,Q2 2019/20,Target,RAG\nIncrease things,{0},11,10,Green\n"


def kept(*days: int, current: int = 0, opened_minutes: int | None = None) -> list[Kept]:
    """Versions that are so many days old, the newest first."""
    read = None if opened_minutes is None else NOW - timedelta(minutes=opened_minutes)
    return [
        Kept(f"v1-{at:012x}", NOW - day * DAY, read, at == current) for at, day in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("by", "gone"),
    [
        (Policy(), []),
        (Policy(count=5), []),
        (Policy(count=4), []),
        (Policy(count=3), [3]),
        (Policy(count=1), [1, 2, 3]),
        (Policy(age=400 * DAY), []),
        (Policy(age=399 * DAY), [3]),
        (Policy(age=1 * DAY), [2, 3]),
        (Policy(count=1, age=399 * DAY), [3]),
        (Policy(count=4, age=1 * DAY), []),
    ],
)
def test_a_version_goes_only_where_both_limits_let_it(by: Policy, gone: list[int]) -> None:
    found = kept(0, 1, 2, 400)
    assert spare(found, by, NOW) == [found[at].version for at in gone]


def test_the_current_version_stays_however_old_it_is() -> None:
    found = kept(10, 20, 30, current=2)
    assert spare(found, Policy(count=1), NOW) == [found[1].version]


@pytest.mark.parametrize(("minutes", "stays"), [(0, True), (60, True), (61, False)])
def test_a_version_that_was_opened_within_the_hour_stays(minutes: int, stays: bool) -> None:
    found = kept(10, 20, opened_minutes=minutes)
    assert (spare(found, Policy(count=1), NOW) == []) is stays


def test_a_version_that_was_just_written_stays() -> None:
    young = Kept("v1-000000000001", NOW - timedelta(minutes=60), None, False)
    assert spare([*kept(0), young], Policy(count=1), NOW) == []


@given(some.lists(some.integers(0, 500), min_size=1, max_size=12), some.integers(1, 12))
def test_at_least_the_newest_of_the_count_and_the_current_stay(days: list[int], n: int) -> None:
    found = kept(*sorted(days))
    left = len(found) - len(spare(found, Policy(count=n), NOW))
    assert left >= min(n, len(found))


def test_the_host_sets_the_policy() -> None:
    assert policy({}) == Policy()
    assert policy({"KPI_KEEP_VERSIONS": "3", "KPI_KEEP_DAYS": "30"}) == Policy(3, 30 * DAY)
    assert "newest 3" in policy({"KPI_KEEP_VERSIONS": "3"}).sentence


@pytest.mark.parametrize("given_", ["0", "-1", "many", "1.5"])
def test_a_policy_that_cannot_be_is_said(given_: str) -> None:
    with pytest.raises(UsageError, match="KPI_KEEP_DAYS"):
        policy({"KPI_KEEP_DAYS": given_})


def built(folder: Path, figure: int) -> str:
    report = folder / "q2.csv"
    report.write_text(ROWS.format(figure), "utf-8")
    return build([report], folder / "dataset").version


def aged(folder: Path, version: str, days: int) -> None:
    """Make a version look as if it had been written and opened days ago."""
    then = (datetime.now(UTC) - days * DAY).timestamp()
    reads = (folder / "dataset" / "reads").glob(version)
    for path in (*(folder / "dataset" / version).iterdir(), *reads):
        os.utime(path, (then, then))


def test_an_older_version_keeps_its_figures_after_a_build_with_others(tmp_path: Path) -> None:
    old, new = built(tmp_path, 8), built(tmp_path, 9)
    found = datasets.read(tmp_path / "dataset", old).frame("observations")
    assert old != new
    assert found["value"].tolist()[0] == 8


def test_what_the_policy_lets_go_is_cleared_away_whole(tmp_path: Path) -> None:
    old, new = built(tmp_path, 8), built(tmp_path, 9)
    datasets.read(tmp_path / "dataset", old)
    aged(tmp_path, old, 2)
    where = place(tmp_path / "dataset")
    assert prune(where, Policy(count=1)) == [old]
    assert not (tmp_path / "dataset" / old).exists()
    assert not (tmp_path / "dataset" / "reads" / old).exists()
    assert [v.version for v in versions(where)] == [new]
    with pytest.raises(UnknownVersionError, match=old):
        datasets.read(tmp_path / "dataset", old)


def test_reading_a_version_keeps_it_from_being_cleared_away(tmp_path: Path) -> None:
    old = built(tmp_path, 8)
    built(tmp_path, 9)
    aged(tmp_path, old, 2)
    datasets.read(tmp_path / "dataset", old)
    assert prune(place(tmp_path / "dataset"), Policy(count=1)) == []


def test_a_build_clears_away_by_the_policy_of_the_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = built(tmp_path, 8)
    aged(tmp_path, old, 2)
    monkeypatch.setenv("KPI_KEEP_VERSIONS", "1")
    built(tmp_path, 9)
    assert not (tmp_path / "dataset" / old / DESCRIPTOR).exists()


def test_where_nothing_can_be_written_reading_goes_on(tmp_path: Path) -> None:
    version = built(tmp_path, 8)
    (tmp_path / "dataset" / "reads").write_text("a file where the folder would be")
    opened(place(tmp_path / "dataset"), version)
    assert datasets.read(tmp_path / "dataset", version).version == version


@pytest.mark.parametrize("name", ["v1-000000000000", "../../etc", "", "v1-zzz"])
def test_a_version_that_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    built(tmp_path, 8)
    if not name:
        assert datasets.read(tmp_path / "dataset", name).version
        return
    with pytest.raises(UnknownVersionError):
        datasets.read(tmp_path / "dataset", name)
