"""The dataset's public contract, typed out here once more: a change of it is seen in this file."""

import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kpi_core import dataset as datasets
from kpi_core import schema
from kpi_core.build import BuildResult
from kpi_core.imports import Upload, read_draft

CONTRACT = {
    "observations": (
        "subject indicator period_label period_start?:date period_end?:date period_kind "
        "value?:double unit decimals?:int raw missing? mark? reported_by report source_cell "
        "reported_on?:date is_latest:bool numerator?:double denominator?:double lower?:double "
        "upper?:double"
    ),
    "indicators": (
        "organisation indicator name title plan? theme? polarity polarity_basis unit "
        "decimals?:int accumulation frequency? owner? caveats:list national_measure?"
    ),
    "ratings": (
        "organisation indicator period_label period_end?:date target?:double target_raw? "
        "declared_status? declared_status_raw? status_missing? computed_status? status_reason "
        "declared_direction? declared_direction_raw? direction_missing? computed_direction? "
        "direction_reason direction_basis? change?:double gap?:double gap_relative?:double scheme "
        "agrees_status?:bool agrees_direction?:bool commentary? report source_cell"
    ),
    "history_ratings": (
        "organisation indicator period_label period_end?:date computed_status? status_reason "
        "target?:double scheme"
    ),
    "findings": "report source_cell? indicator? rule severity message raw?",
    "reports": (
        "report organisation title period_label source_name sha256 format published_on?:date "
        "cells_read:int cells_kept:int cells_ignored:int findings:int"
    ),
    "extras": "organisation indicator report heading text source_cell",
    "releases": (
        "release source title publisher publisher_name licence link? published_on?:date "
        "files:list checksums:list measures:int areas:int cells:int figures:int"
    ),
    "areas": (
        "subject name kind council_type? region? gss? number? valid_from?:date valid_to?:date "
        "successors:list"
    ),
    "neighbours": (
        "organisation group neighbour_set set_title dated?:date rank:int neighbour closeness? "
        "release"
    ),
    "comparators": (
        "organisation indicator measure period_label period_end?:date group group_title "
        "neighbour_set? statistic value?:double reason? members:int with_data:int release "
        "own?:double gap?:double likeness? likeness_basis? likeness_reason"
    ),
    "standings": (
        "organisation indicator measure period_label period_end?:date value?:double councils:int "
        "rank?:int quartile? first_quartile?:double median?:double third_quartile?:double reason? "
        "release"
    ),
    "vintages": (
        "organisation report indicator measure subject group_title source_cell quoted:double "
        "quoted_text period_label period_end?:date expected_label? state fits:list fits_text? "
        "now_text? months_behind?:int together:list sentence"
    ),
    "later_figures": (
        "organisation indicator measure period_label period_end:date published_label "
        "reported?:double reported_text? published:double published_text difference?:double "
        "difference_text? within_rounding?:bool releases:list drift?:double drift_text? sentence "
        "report source_cell release"
    ),
}
"""Names in order; a question mark allows null; what has no type is text. Additions come after."""

TYPES = {
    "text": pa.string(),
    "double": pa.float64(),
    "int": pa.int32(),
    "date": pa.date32(),
    "bool": pa.bool_(),
    "list": pa.list_(pa.string()),
}

STATUS = "red amber green exceeded"
MISSING = (
    "blank dash not_available not_applicable awaited suppressed low unreliable not_collected "
    "not_due"
)
DIRECTION = "improving maintained declining"
BASIS = (
    "last_reported previous_period same_period_last_year previous_round start_of_plan regression"
)
UNIT = (
    "percent percentage_point rate_per_1000 rate_per_10000 rate_per_100000 count gbp days weeks "
    "hours ratio score text unknown"
)

WORDS = {
    "observations.period_kind": (
        "quarter financial_year calendar_year academic_year month half_year span rolling survey "
        "unknown"
    ),
    "observations.unit": UNIT,
    "observations.missing": MISSING,
    "observations.mark": "provisional revised estimated forecast break",
    "indicators.polarity": "higher_is_better lower_is_better neutral target_is_best unknown",
    "indicators.polarity_basis": "declared inferred catalogue",
    "indicators.unit": UNIT,
    "indicators.accumulation": "snapshot in_period year_to_date rolling annual unknown",
    "ratings.declared_status": STATUS,
    "ratings.computed_status": STATUS,
    "ratings.status_missing": MISSING,
    "ratings.declared_direction": DIRECTION,
    "ratings.computed_direction": DIRECTION,
    "ratings.direction_missing": MISSING,
    "ratings.direction_basis": BASIS,
    "ratings.movement": "up down level",
    "ratings.long_direction": DIRECTION,
    "ratings.long_direction_basis": BASIS,
    "ratings.comparison": "better level worse no_comparison",
    "ratings.outlook_kind": (
        "year_ended met_already missed_already needs_more room_left must_improve must_hold refused"
    ),
    "ratings.outlook_refusal": (
        "no_target target_is_no_number target_of_the_period_alone target_in_another_unit "
        "no_regular_periods no_figure no_polarity falls_within_the_year "
        "coverage_of_a_count_not_known target_for_each_period_or_their_total"
    ),
    "history_ratings.computed_status": STATUS,
    "findings.severity": "error warning note",
    "areas.kind": "country region council group_of_councils other",
    "comparators.statistic": "published mean median pooled",
    "comparators.likeness": "better similar worse higher lower",
    "comparators.likeness_basis": "interval spread",
    "standings.quartile": "a b c d",
    "vintages.state": "same_period earlier_period nothing_published not_compared",
}


def promised(table: str) -> list[pa.Field]:
    fields = []
    for word in CONTRACT[table].split():
        name, _, kind = word.partition(":")
        fields.append(
            pa.field(name.rstrip("?"), TYPES[kind or "text"], nullable=name.endswith("?"))
        )
    return fields


def files(dataset: BuildResult) -> Path:
    return Path(dataset.location) / dataset.version


@pytest.mark.parametrize("table", CONTRACT)
def test_the_schema_keeps_names_types_nulls_and_order(table: str) -> None:
    (found,) = [t.arrow for t in schema.TABLES if t.name == table]
    ours = [field for field in found if field.name in {f.name for f in promised(table)}]
    assert ours == promised(table)


@pytest.mark.parametrize("table", CONTRACT)
def test_the_files_hold_exactly_the_schema(dataset: BuildResult, table: str) -> None:
    (declared,) = [t.arrow for t in schema.TABLES if t.name == table]
    written = pq.read_schema(files(dataset) / f"{table}.parquet")
    assert written.equals(declared)


def test_a_version_holds_every_table_and_the_descriptor(dataset: BuildResult) -> None:
    assert {path.name for path in files(dataset).iterdir()} == {
        *(f"{table}.parquet" for table in CONTRACT),
        "datapackage.json",
    }


def test_enumerated_columns_have_exactly_these_words() -> None:
    found = {
        f"{table.name}.{column.name}": " ".join(column.words)
        for table in schema.TABLES
        for column in table.columns
        if column.words
    }
    assert found == WORDS


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_columns_hold_no_null_and_no_word_that_is_not_allowed(
    dataset: BuildResult, table: schema.Table
) -> None:
    rows = datasets.read(dataset.location).tables[table.name]
    for column in table.columns:
        values = rows.column(column.name).to_pylist()
        assert column.nullable or None not in values, column.name
        if column.words:
            assert set(values) - {None} <= {str(word) for word in column.words}, column.name


@pytest.mark.parametrize("name", sorted(CONTRACT.keys() - {"findings"}))
def test_keys_are_unique(dataset: BuildResult, name: str) -> None:
    """Not of findings: one rule may find two things in one cell."""
    (table,) = [table for table in schema.TABLES if table.name == name]
    rows = datasets.read(dataset.location).tables[table.name].select(list(table.key)).to_pylist()
    keys = [tuple(row.values()) for row in rows]
    assert len(set(keys)) == len(keys)


def test_the_further_figures_of_one_cell_are_told_apart() -> None:
    rows = ["Measure,2018/19 Q4,2019/20 Q4", "Reduce waits,7.7 (7.6) (7.5),80% (12/15)"]
    made = read_draft([Upload("q4.csv", "\n".join(rows).encode())]).dataset.tables["extras"]
    assert [(row["heading"], row["text"]) for row in made.to_pylist()] == [
        ("2018/19 Q4, second figure", "7.6"),
        ("2018/19 Q4, third figure", "7.5"),
        ("2019/20 Q4, numerator", "12"),
        ("2019/20 Q4, denominator", "15"),
    ]
    (extras,) = [table for table in schema.TABLES if table.name == "extras"]
    keys = [tuple(row.values()) for row in made.select(list(extras.key)).to_pylist()]
    assert len(set(keys)) == len(keys)


def test_the_descriptor_is_a_data_package_that_matches_its_files(dataset: BuildResult) -> None:
    package = json.loads((files(dataset) / "datapackage.json").read_text("utf-8"))
    assert package["profile"] == "data-package"
    assert package["version"] == dataset.version
    assert package["schema_version"] == 1
    names = [resource["name"] for resource in package["resources"]]
    assert names == [table.replace("_", "-") for table in CONTRACT]
    for resource in package["resources"]:
        content = (files(dataset) / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert fields == pq.read_schema(files(dataset) / resource["path"]).names


FRICTIONLESS = {"string", "number", "integer", "date", "boolean", "array"}


def test_the_descriptor_gives_every_column_type_meaning_and_constraints(
    dataset: BuildResult,
) -> None:
    package = json.loads((files(dataset) / "datapackage.json").read_text("utf-8"))
    for resource, table in zip(package["resources"], schema.TABLES, strict=True):
        for field, column in zip(resource["schema"]["fields"], table.columns, strict=True):
            assert field["type"] in FRICTIONLESS
            assert field["description"]
            assert field.get("constraints", {}).get("required", False) is not column.nullable
            assert field.get("unit") == column.unit


def test_the_descriptor_names_the_source_with_its_checksum(
    dataset: BuildResult, report_path: Path
) -> None:
    package = json.loads((files(dataset) / "datapackage.json").read_text("utf-8"))
    (source,) = package["sources"]
    digest = hashlib.sha256(report_path.read_bytes()).hexdigest()
    assert (source["path"], source["hash"]) == (report_path.name, f"sha256:{digest}")
    assert source["licence"] == "not stated in the report"


def test_the_descriptor_keeps_the_schemes_that_rated_it(dataset: BuildResult) -> None:
    package = json.loads((files(dataset) / "datapackage.json").read_text("utf-8"))
    schemes = package["rating_schemes"]
    assert schemes["status"]["relative-5"]["amber_within"] == "0.05"
    assert schemes["direction"]["last-reported-one-sided-5"]["worse_within"] == "0.05"
