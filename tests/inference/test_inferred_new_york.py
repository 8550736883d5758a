"""New York declares what met its target: found as met or not met, whatever rows disagree."""

import io
from pathlib import Path

import pandas as pd
import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.inference import Inferred, infer
from tests.inference.by_hand import key

NAME = "nyc_mmr_indicators_fy2016-2023.csv"


@pytest.fixture(scope="module")
def content(shared_data: Path) -> bytes:
    return (shared_data / "scorecards" / NAME).read_bytes()


@pytest.fixture(scope="module")
def found(content: bytes) -> Inferred:
    return infer(read_report(content, NAME, Catalogue()).report)


def test_met_or_not_met_is_found_and_the_rows_that_disagree_are_counted(
    content: bytes, found: Inferred
) -> None:
    (scheme,) = found.status.found
    assert key(scheme) == ("none",)
    printed = pd.read_csv(io.BytesIO(content), keep_default_na=False, dtype=str)
    declared = printed[printed["Success"].isin(["Met_Goal", "Did_Not_Meet"])]
    value, target = (pd.to_numeric(declared[name]) for name in ("2023", "Target.MMR"))
    met = ((value >= target) & (declared["Desired.Direction"] == "Up")) | (
        (value <= target) & (declared["Desired.Direction"] == "Down")
    )
    disagree = int((met != (declared["Success"] == "Met_Goal")).sum())
    assert len(scheme.fit.misfits) == disagree
    assert scheme.total == len(declared) == 351


def test_no_width_of_an_amber_band_is_claimed(found: Inferred) -> None:
    assert found.status.note is not None
    assert "the width of an amber band cannot be told" in found.status.note


def test_no_direction_is_declared(found: Inferred) -> None:
    assert found.direction.reason is not None
    assert found.direction.tried == ()
