"""The same view gives the same file, byte for byte, whenever it is made."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from kpi_core.build import BuildResult
from kpi_core.packs import FORMATS, make_pack, unheard
from kpi_core.packs.sealed import sealed
from kpi_core.present.scorecard import Scorecard
from kpi_core.selection import Filters
from tests.packs.conftest import RED

EACH = pytest.mark.parametrize("output", FORMATS)


@EACH
def test_made_again_it_is_the_same(card: Scorecard, red: Mapping[str, bytes], output: str) -> None:
    assert make_pack(card, RED, output, unheard) == red[output]


def test_made_by_another_process_it_is_the_same(
    dataset: BuildResult, red: Mapping[str, bytes], root: Path, tmp_path: Path
) -> None:
    """Nothing hangs on the order of a set, on a process or on a folder."""
    for output in FORMATS:
        out = tmp_path / f"red.{output}"
        code = "from kpi_core.cli import main; main()"
        told = ["export", "pack", "--format", output, "--status", "red", "--out", str(out)]
        subprocess.run(
            [sys.executable, "-c", code, *told],
            cwd=root,
            env={**os.environ, "KPI_DATASET": str(dataset.location), "PYTHONHASHSEED": "7"},
            check=True,
            capture_output=True,
        )
        assert out.read_bytes() == red[output], output


def test_other_filters_give_another_pack(card: Scorecard, red: Mapping[str, bytes]) -> None:
    assert make_pack(card, Filters(status=("Amber",)), "pdf", unheard) != red["pdf"]


def test_an_archive_is_sealed_without_its_times_and_with_all_that_is_in_it() -> None:
    def archive(year: int) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as file:
            for name in ("b.xml", "a.xml"):
                file.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), name * 100)
        return made.getvalue()

    assert archive(2020) != archive(2021)
    assert sealed(archive(2020)) == sealed(archive(2021))
    with zipfile.ZipFile(io.BytesIO(sealed(archive(2020)))) as file:
        assert file.namelist() == ["b.xml", "a.xml"]
        assert file.read("a.xml") == b"a.xml" * 100
