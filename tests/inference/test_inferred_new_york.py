"""New York declares what met its target: found as met or not met, whatever rows disagree."""

import io
from pathlib import Path

import pandas as pd
import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, read
from kpi_core.inference import Inferred, infer
from kpi_core.suggest import suggest
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


@pytest.mark.parametrize("own", ["met-or-not-met", "suggested"])
def test_R7_by_its_own_scheme_every_declared_status_is_reproduced(content: bytes, own: str) -> None:
    """The goal is met or it is not: 351 of 351 agree, so no disagreement is left to explain."""
    catalogue = f"[reports.nyc]\norganisation = 'nyc'\ntitle = 'NYC'\nstatus_scheme = '{own}'\n"
    if own == "suggested":
        catalogue = suggest([read_report(content, "nyc.csv", Catalogue()).report])
    rated = read_report(content, "nyc.csv", read(catalogue.encode(), "catalogue")).assessments
    compared = [a for a in rated if a.agrees_status is not None]
    disagreeing = [a.rating.reason for a in compared if not a.agrees_status]
    assert (len(compared), disagreeing) == (351, [])


def test_R7_by_a_band_of_five_per_cent_each_disagreement_has_its_arithmetic(content: bytes) -> None:
    found = read_report(content, "nyc.csv", Catalogue())
    disagreeing = [a for a in found.assessments if a.agrees_status is False]
    assert len(disagreeing) == 35
    assert {(a.facts.status.word, a.rating.status) for a in disagreeing} == {("red", "amber")}
    explained = [f.message for f in found.findings if f.rule == "status-disagrees"]
    assert len(explained) == 35
    assert all("amber is within 5% of the target" in message for message in explained)
