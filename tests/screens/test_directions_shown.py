"""Both terms of a direction on the screens, and datasets of before there were two."""

import hashlib
import io
import json
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kpi_core.build import BuildResult, build
from kpi_core.catalogue import DirectionScheme
from kpi_core.rules.direction import rules_of
from tests.screens.reading import Shown, Table, shown

INDICATOR = "front-door-decisions-in-1-day"

NEW = {
    "ratings": (
        *("movement", "long_direction", "long_direction_reason", "long_direction_basis"),
        *("long_change", "long_compared_period"),
    ),
    "reports": ("long_scheme",),
}

CATALOGUE = """
[reports.cheshire-west-and-chester-2019-20-q4]
organisation = "x"
title = "T"
direction_scheme = "both-ways"
long_direction_scheme = "{longer}"
[direction_schemes.both-ways]
basis = "previous_period"
band = "absolute"
worse_within = 3
better_within = 1.5
[direction_schemes.line]
basis = "regression"
window = 5
least_points = 3
worse_within = 0.07
[direction_schemes.plan]
basis = "start_of_plan"
start = "2018/19 Q4"
worse_within = 0.02
"""


def why(screen: Shown) -> dict[str, list[str]]:
    table: Table = screen.table("Declared by the council, and computed by us beside it")
    return {row[0]: row[1:] for row in table.rows if len(row) > 1}


def test_S18_the_indicator_shows_both_terms_and_the_year_ago(open_screen, card) -> None:
    rows = why(shown(open_screen("indicator", indicator=INDICATOR)))
    row = card.row(INDICATOR)
    assert rows["Direction of travel"] == ["Improving", "Improving", row["direction_reason"]]
    assert rows["Direction, longer term"] == [
        *("not declared", "Declining", row["long_direction_reason"]),
    ]
    assert "70.8%" in row["long_direction_reason"]
    assert rows["Against a year ago"][1] == "Worse"


@pytest.fixture(scope="module")
def before(dataset: BuildResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped dataset as a program wrote it that knew one term only."""
    place = tmp_path_factory.mktemp("before") / "dataset"
    shutil.copytree(dataset.location, place)
    described = place / dataset.version / "datapackage.json"
    content = json.loads(described.read_text("utf-8"))
    del content["rating_schemes"]["long_direction"]
    for scheme in content["rating_schemes"]["direction"].values():
        for key in ("band", "better_within", "start", "window", "least_points"):
            del scheme[key]
    for table, columns in NEW.items():
        path = place / dataset.version / f"{table}.parquet"
        stream = io.BytesIO()
        pq.write_table(pq.read_table(path).drop_columns(list(columns)), stream)
        path.write_bytes(stream.getvalue())
        for resource in content["resources"]:
            if resource["path"] == path.name:
                resource["hash"] = f"sha256:{hashlib.sha256(stream.getvalue()).hexdigest()}"
    described.write_text(json.dumps(content), "utf-8")
    return place


def test_a_dataset_of_before_shows_its_one_term(open_screen, before: Path) -> None:
    rows = why(shown(open_screen("indicator", before, indicator=INDICATOR)))
    assert "Direction, longer term" not in rows
    assert rows["Direction of travel"][1] == "Improving"
    methods = shown(open_screen("methods", before))
    assert "Over the longer term" not in methods.text
    assert "Any gain is improving." in methods.text
    overview = shown(open_screen("overview", before))
    assert "↑" in overview.text


def test_D3_the_methods_are_those_of_the_schemes(open_screen, card) -> None:
    text = shown(open_screen("methods")).text
    for kind in ("direction", "long_direction"):
        for sentence in rules_of(DirectionScheme.model_validate(card.schemes[kind])):
            assert sentence in text
    assert str(card.report["long_scheme"]) in text


@pytest.mark.parametrize(
    ("longer", "phrase", "reason"),
    [
        ("line", "the figures of the 5 latest periods; it needs 3", "a line fitted to 5 figures"),
        ("plan", "Compared with the start of the plan, 2018/19 Q4", "the start of the plan"),
    ],
)
def test_D1_D3_another_scheme_changes_methods_and_reasons(
    open_screen, report_path: Path, tmp_path: Path, longer: str, phrase: str, reason: str
) -> None:
    catalogue = tmp_path / "catalogue.toml"
    catalogue.write_text(CATALOGUE.format(longer=longer), "utf-8")
    build([report_path], tmp_path / "dataset", catalogue)
    text = shown(open_screen("methods", tmp_path / "dataset")).text
    assert phrase in text
    assert "Compared with the period right before" in text
    assert "A loss of more than 3 in the indicator's own unit" in text
    found = shown(open_screen("overview", tmp_path / "dataset"))
    (address,) = {
        link.query["indicator"][0] for link in found.links if "1 working day" in link.name
    }
    rows = why(shown(open_screen("indicator", tmp_path / "dataset", indicator=address)))
    assert reason in rows["Direction, longer term"][2]
    assert "more than the 1.5 points that counts as maintained" in rows["Direction of travel"][2]
