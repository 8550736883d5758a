"""A dataset that is damaged or unfinished is a sentence on the screen, never a traceback."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screens.reading import shown


def _version(place: Path) -> Path:
    return place / (place / "CURRENT").read_text("utf-8").strip()


def _lose_a_table(place: Path) -> None:
    (_version(place) / "ratings.parquet").unlink()


def _change_a_byte(place: Path) -> None:
    file = _version(place) / "observations.parquet"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)


def _cut_short(place: Path) -> None:
    file = _version(place) / "indicators.parquet"
    file.write_bytes(file.read_bytes()[:100])


def _break_the_descriptor(place: Path) -> None:
    (_version(place) / "datapackage.json").write_text("{", "utf-8")


def _name_no_version(place: Path) -> None:
    (place / "CURRENT").write_text("../../elsewhere\n", "utf-8")


def _name_a_missing_version(place: Path) -> None:
    (place / "CURRENT").write_text("v1-000000000000\n", "utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        _lose_a_table,
        _change_a_byte,
        _cut_short,
        _break_the_descriptor,
        _name_no_version,
        _name_a_missing_version,
    ],
)
def test_a_damaged_dataset_is_said_in_words_with_what_to_do(
    open_screen, dataset, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    place = tmp_path / "dataset"
    shutil.copytree(dataset.location, place)
    damage(place)
    screen = shown(open_screen(place=place))
    assert screen.heading == "The scorecard cannot be shown"
    assert "kpi build" in screen.text
    assert "Traceback" not in screen.text
    assert "link" not in screen.text  # nobody followed one that names a version


def test_a_link_to_a_kept_version_works_while_the_current_one_is_missing(
    open_screen, dataset, tmp_path: Path
) -> None:
    place = tmp_path / "dataset"
    shutil.copytree(dataset.location, place)
    kept = _version(place).name
    _name_a_missing_version(place)
    assert "cannot be shown" not in shown(open_screen(place=place, version=kept)).heading
    missing = shown(open_screen(place=place, version="v1-000000000000"))
    assert missing.heading == "The scorecard cannot be shown"
    other = shown(open_screen(place=place, version="v1-111111111111"))
    assert other.heading == "The figures of this link are not kept here"
