"""The published files of Explore local statistics, read whole."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from kpi_core.national import Release, read_release
from tests.national.lait_published import files_in, published
from tests.national.releases import assert_fits, one, said

LINES = {
    "adult-obesity-prevalence": 3_510,
    "children-in-relative-poverty": 2_472,
    "claimant-count": 10_325,
    "gcses-in-english-and-maths": 3_387,
    "homicide-offences": 504,
}
CWAC = "cheshire-west-and-chester"


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    return shared_data / "benchmarks" / "ons_els"


@pytest.fixture(scope="module")
def release(folder: Path) -> Release:
    return read_release(files_in(folder), lambda _: None)


def test_every_line_of_every_file_is_there(release: Release) -> None:
    places = Counter(
        text.partition(".csv")[0] for text in release.figures["source_cell"].to_pylist()
    )
    assert places == LINES
    assert release.figures.num_rows == sum(LINES.values()) == 20_198


def test_the_tables_have_the_form_of_the_contract(release: Release, folder: Path) -> None:
    names = [file.name for file in files_in(folder)]
    assert_fits(release, sorted(names, key=lambda name: (name.endswith(".json"), name)))
    assert release.measures.num_rows == 6
    assert set(release.measures["decimals"].to_pylist()) == {1}
    for rule in ("period-unknown", "figure-unreadable", "measure-unknown", "mark-unknown"):
        assert not said(release, f"national-{rule}")


def test_M1_blanks_have_the_reason_of_their_status(release: Release) -> None:
    reasons = Counter(release.figures["missing"].to_pylist())
    assert reasons == {None: 20_039, "not_available": 150, "unreliable": 9}


def test_each_figure_and_its_limits_are_those_of_the_file(release: Release, folder: Path) -> None:
    source = pd.read_csv(folder / "adult-obesity-prevalence.csv", encoding="utf-8-sig")
    frame = release.figures.to_pandas()
    ours = frame[frame["indicator"] == "ons/adult-obesity-prevalence"]
    for column, name in (("value", "observation"), ("lower", "lci_95"), ("upper", "uci_95")):
        assert sorted(ours[column].tolist()) == sorted(source[name].tolist())
    assert ours["period_label"].nunique() == source["period"].nunique() == 10
    assert ours["period_start"].map(str).str.endswith("-11-16").all()


@pytest.mark.parametrize(
    ("measure", "subject", "period", "value"),
    [
        ("adult-obesity-prevalence", "england", "2015-11-16 to 2016-11-15", 22.6262),
        ("gcses-in-english-and-maths", "england", "academic year 2016/17", 71.572),
        ("claimant-count", "united-kingdom", "2025", 3.9),
        (
            *("homicide-offences", "england-and-wales", "2014/15 to 2016/17"),
            9.968657469759508,
        ),
    ],
)
def test_figures_as_the_files_print_them(
    release: Release, measure: str, subject: str, period: str, value: float
) -> None:
    assert one(release, f"ons/{measure}", subject, period)["value"] == pytest.approx(
        value, rel=1e-14
    )


def test_G3_areas_of_one_name_are_kept_apart_and_councils_are_those_of_england(
    release: Release, shared_data: Path
) -> None:
    areas = {row["subject"]: row for row in release.areas.to_pylist()}
    assert areas["west-midlands"]["kind"] == "region"
    assert areas["west-midlands-e47000007"]["kind"] == "group_of_councils"
    assert areas["north-of-tyne-e47000011"]["successors"] == ["north-east-e47000014"]
    assert areas["north-of-tyne-e47000011"]["valid_to"] is None
    ended = {id_: row["valid_to"] for id_, row in areas.items() if row["valid_to"] is not None}
    assert areas["allerdale"]["successors"] == ["cumberland"]
    assert f"{ended['allerdale']} {ended['suffolk-coastal']}" == "2023-03-31 2019-03-31"
    assert len(ended) == 43
    councils = {row["gss"][0] for row in areas.values() if row["kind"] == "council"}
    assert councils == {"E"}
    upper = {
        subject
        for subject, row in areas.items()
        if row["kind"] == "council" and row["gss"][:3] != "E07"
    }
    theirs = published(shared_data / "benchmarks" / "lait").areas
    assert upper <= set(theirs["subject"].to_pylist())
    assert areas[CWAC]["gss"] == "E06000050"
