"""``kpi versions`` lists what is kept and clears away what the policy lets go."""

import os
from pathlib import Path

import pytest

from kpi_core.build import build
from tests.cli.conftest import Kpi
from tests.imports.tables import TABLE


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, str, str]:
    """A dataset with an old and a current version; the old one is two days old."""
    made = []
    for figure in ("91%", "92%"):
        report = tmp_path / "built.csv"
        report.write_text(TABLE.replace("91%", figure), "utf-8")
        made.append(build([report], tmp_path / "dataset").version)
    for path in (tmp_path / "dataset" / made[0]).iterdir():
        os.utime(path, (path.stat().st_mtime - 2 * 86400,) * 2)
    return tmp_path / "dataset", made[0], made[1]


def test_versions_are_listed_newest_first(kpi: Kpi, two: tuple[Path, str, str]) -> None:
    place, old, new = two
    done = kpi("versions", "list", "--dataset", str(place))
    lines = done.stdout.splitlines()
    assert lines[0].startswith(f"{new} (current), written ")
    assert lines[1].startswith(f"{old}, written ")
    assert lines[2] == "Every version of the figures is kept."


def test_pruning_follows_the_policy(
    kpi: Kpi, two: tuple[Path, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, old, _ = two
    done = kpi("versions", "prune", "--dataset", str(place))
    assert done.stdout.startswith("Nothing was cleared away.")
    monkeypatch.setenv("KPI_KEEP_VERSIONS", "1")
    done = kpi("versions", "prune", "--dataset", str(place))
    assert done.stdout.startswith(f"Cleared away: {old}.")


def test_a_policy_that_cannot_be_exits_2(
    kpi: Kpi, two: tuple[Path, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_KEEP_DAYS", "soon")
    done = kpi("versions", "list", "--dataset", str(two[0]))
    assert done.returncode == 2
    assert "KPI_KEEP_DAYS is 'soon'" in done.stderr


def test_without_a_dataset_it_says_which_command_makes_one(kpi: Kpi, tmp_path: Path) -> None:
    done = kpi("versions", "list", "--dataset", str(tmp_path / "none"))
    assert done.returncode == 1
    assert "kpi build" in done.stderr
