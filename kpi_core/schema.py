"""The public contract of the dataset: every table, column, type, unit and meaning, once.

The Parquet writer, the Data Package descriptor and the Methods screen all read this file. An
addition is fine; a change of meaning needs a new ``SCHEMA_VERSION``.
"""

from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa

from kpi_core import vocabulary as v

SCHEMA_VERSION = 1

TEXT = pa.string()
NUMBER = pa.float64()
WHOLE = pa.int32()
DAY = pa.date32()
YES_NO = pa.bool_()
TEXTS = pa.list_(pa.string())


@dataclass(frozen=True)
class Column:
    """One column: ``words`` lists the allowed values where the column is enumerated."""

    name: str
    type: pa.DataType
    meaning: str
    nullable: bool = False
    unit: str | None = None
    words: type[StrEnum] | None = None


@dataclass(frozen=True)
class Table:
    """One table: ``row`` completes the sentence "one row per ..."."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def arrow(self) -> pa.Schema:
        return pa.schema([pa.field(c.name, c.type, nullable=c.nullable) for c in self.columns])


def _c(name: str, type_: pa.DataType, meaning: str, **options: object) -> Column:
    """A column; a question mark after the name means that null is allowed."""
    nullable = name.endswith("?")
    return Column(name.rstrip("?"), type_, meaning, nullable=nullable, **options)  # type: ignore[arg-type]


NATIVE = "the indicator's own unit"
POINTS = "the indicator's own unit; percentage points where that is per cent"

OBSERVATIONS = Table(
    "observations",
    "measured figure, own or of a comparator, missing ones included",
    ("subject", "indicator", "period_label", "reported_by", "report", "source_cell"),
    (
        _c("subject", TEXT, "The organisation or group that the figure is about"),
        _c("indicator", TEXT, "Stable id of the indicator"),
        _c("period_label", TEXT, "Canonical period, such as 2019/20 Q4; unknown if not stated"),
        _c("period_start?", DAY, "First day of the period"),
        _c("period_end?", DAY, "Last day of the period"),
        _c("period_kind", TEXT, "Kind of period", words=v.PeriodKind),
        _c("value?", NUMBER, "The figure; percentages as printed (17.1, not 0.171)", unit=NATIVE),
        _c("unit", TEXT, "Unit of the figure", words=v.Unit),
        _c("decimals?", WHOLE, "Decimal places as printed"),
        _c("raw", TEXT, "The text exactly as printed"),
        _c("missing?", TEXT, "Why there is no figure", words=v.Missing),
        _c("mark?", TEXT, "The publisher's note on the figure", words=v.Mark),
        _c("reported_by", TEXT, "The organisation whose report carries the figure"),
        _c("report", TEXT, "Id of the report"),
        _c("source_cell", TEXT, "Where the figure stands in the report"),
        _c("reported_on?", DAY, "Publication date of the report, if known"),
        _c("is_latest", YES_NO, "Newest reported version of this subject, indicator and period"),
    ),
)

INDICATORS = Table(
    "indicators",
    "indicator of an organisation",
    ("organisation", "indicator"),
    (
        _c("organisation", TEXT, "Id of the organisation"),
        _c("indicator", TEXT, "Stable id of the indicator"),
        _c("name", TEXT, "Name exactly as printed"),
        _c("title", TEXT, "Short title for screens and charts"),
        _c("plan?", TEXT, "Plan or priority number as printed"),
        _c("theme?", TEXT, "Theme that groups indicators on screen"),
        _c("polarity", TEXT, "Which way is good", words=v.Polarity),
        _c("polarity_basis", TEXT, "Where the polarity came from", words=v.PolarityBasis),
        _c("unit", TEXT, "Unit of the indicator", words=v.Unit),
        _c("decimals?", WHOLE, "Decimal places to show"),
        _c("accumulation", TEXT, "What a figure covers", words=v.Accumulation),
        _c("frequency?", TEXT, "How often a figure is due"),
        _c("owner?", TEXT, "Who answers for the indicator"),
        _c("caveats", TEXTS, "Known limits, found in the name, the commentary or the catalogue"),
        _c("national_measure?", TEXT, "Id of the national measure that it joins"),
        _c("theme_basis?", TEXT, "Where the theme came from: report or catalogue"),
        _c("position", WHOLE, "Place in the organisation's own order, from 1"),
        _c("reference?", TEXT, "The council's own code for the indicator, as printed"),
    ),
)

RATINGS = Table(
    "ratings",
    "indicator, rated period and report, those not rated included",
    ("organisation", "indicator", "period_label", "report"),
    (
        _c("organisation", TEXT, "Id of the organisation"),
        _c("indicator", TEXT, "Stable id of the indicator"),
        _c("period_label", TEXT, "The rated period"),
        _c("period_end?", DAY, "Last day of the rated period; null where it is not stated"),
        _c("target?", NUMBER, "Target that the figure is held against", unit=NATIVE),
        _c("target_raw?", TEXT, "Target exactly as printed"),
        _c("declared_status?", TEXT, "Status that the council declared", words=v.Status),
        _c("declared_status_raw?", TEXT, "Declared status exactly as printed"),
        _c("status_missing?", TEXT, "Why no status was declared", words=v.Missing),
        _c("computed_status?", TEXT, "Status by the named scheme", words=v.Status),
        _c("status_reason", TEXT, "The arithmetic of the computed status, in words"),
        _c("declared_direction?", TEXT, "Direction as the council declared it", words=v.Direction),
        _c("declared_direction_raw?", TEXT, "Declared direction exactly as printed"),
        _c("direction_missing?", TEXT, "Why no direction was declared", words=v.Missing),
        _c("computed_direction?", TEXT, "Direction by the named scheme", words=v.Direction),
        _c("direction_reason", TEXT, "The arithmetic of the computed direction, in words"),
        _c(
            "direction_basis?", TEXT, "Which earlier point it is taken from", words=v.DirectionBasis
        ),
        _c(
            "change?", NUMBER, "Value minus the compared value, not turned by polarity", unit=POINTS
        ),
        _c("gap?", NUMBER, "Distance to target; positive is better than target", unit=POINTS),
        _c("gap_relative?", NUMBER, "Gap as a fraction of the target (-0.06875 is 6.875% short)"),
        _c("scheme", TEXT, "Ids and versions of the status and the direction scheme"),
        _c("agrees_status?", YES_NO, "Whether declared and computed status are the same"),
        _c("agrees_direction?", YES_NO, "Whether declared and computed direction are the same"),
        _c("commentary?", TEXT, "Commentary exactly as written"),
        _c("report", TEXT, "Id of the report"),
        _c("source_cell", TEXT, "Where the declared status stands in the report"),
        _c("value?", NUMBER, "The rated figure", unit=NATIVE),
        _c("compared_period?", TEXT, "Period that the direction is taken from"),
        _c("compared_value?", NUMBER, "Figure that the direction is taken from", unit=NATIVE),
        _c("benchmark_raw?", TEXT, "Benchmark cell exactly as printed"),
        _c("benchmark_group_raw?", TEXT, "Name of the benchmark group exactly as printed"),
        _c("comparator?", TEXT, "Subject of the comparator that the row names, else its only one"),
        _c("comparator_value?", NUMBER, "The comparator's figure", unit=NATIVE),
        _c("comparator_gap?", NUMBER, "Distance to it; positive is better", unit=POINTS),
        _c("comparison", TEXT, "How the figure stands against it", words=v.Comparison),
        _c("action?", TEXT, "Action named by the report or the catalogue"),
        _c("due_date?", TEXT, "Date by which the action is due, as given"),
    ),
)

HISTORY_RATINGS = Table(
    "history_ratings",
    "other period of an indicator, rated by us",
    ("organisation", "indicator", "period_label"),
    (
        _c("organisation", TEXT, "Id of the organisation"),
        _c("indicator", TEXT, "Stable id of the indicator"),
        _c("period_label", TEXT, "The period"),
        _c("period_end?", DAY, "Last day of the period; null where it is not stated"),
        _c("computed_status?", TEXT, "Status by the named scheme", words=v.Status),
        _c("status_reason", TEXT, "The arithmetic in words, or why there is no status"),
        _c("target?", NUMBER, "Target of that period, if known", unit=NATIVE),
        _c("scheme", TEXT, "Id and version of the status scheme"),
    ),
)

FINDINGS = Table(
    "findings",
    "thing worth a person's eye",
    ("report", "source_cell", "indicator", "rule"),
    (
        _c("report", TEXT, "Id of the report"),
        _c("source_cell?", TEXT, "Where in the report"),
        _c("indicator?", TEXT, "Indicator that it is about"),
        _c("rule", TEXT, "Stable name of the rule that found it"),
        _c("severity", TEXT, "How much it matters", words=v.Severity),
        _c("message", TEXT, "What was found and what to do"),
        _c("raw?", TEXT, "The text in question exactly as printed"),
    ),
)

REPORTS = Table(
    "reports",
    "file read",
    ("report",),
    (
        _c("report", TEXT, "Id of the report"),
        _c("organisation", TEXT, "Id of the organisation"),
        _c("title", TEXT, "Title of the report"),
        _c("period_label", TEXT, "The rated period"),
        _c("source_name", TEXT, "File name"),
        _c("sha256", TEXT, "Checksum of the file"),
        _c("format", TEXT, "Format it was read as"),
        _c("published_on?", DAY, "Publication date, if known"),
        _c("cells_read", WHOLE, "Cells that are not empty"),
        _c("cells_kept", WHOLE, "Of those, cells that became facts or findings"),
        _c("cells_ignored", WHOLE, "Of those, cells of repeated and other header lines"),
        _c("findings", WHOLE, "Findings about this report"),
        _c("organisation_name", TEXT, "Name of the organisation"),
        _c("organisation_basis?", TEXT, "How the organisation is known"),
        _c("period_end?", DAY, "Last day of the rated period"),
        _c("licence", TEXT, "Licence of the report"),
        _c("scheme", TEXT, "Ids and versions of the schemes that it is rated by"),
    ),
)

EXTRAS = Table(
    "extras",
    "cell under a heading that is not one of ours, or further figure of a cell, kept with its "
    "indicator",
    ("organisation", "indicator", "report", "source_cell", "heading"),
    (
        _c("organisation", TEXT, "Id of the organisation"),
        _c("indicator", TEXT, "Stable id of the indicator"),
        _c("report", TEXT, "Id of the report"),
        _c("heading", TEXT, "Heading that the cell stands under, with its period where it has one"),
        _c("text", TEXT, "The text exactly as printed"),
        _c("source_cell", TEXT, "Where the cell stands in the report"),
    ),
)

TABLES: tuple[Table, ...] = (
    OBSERVATIONS,
    INDICATORS,
    RATINGS,
    HISTORY_RATINGS,
    FINDINGS,
    REPORTS,
    EXTRAS,
)

ADDED = frozenset({"extras"})
"""Tables that versions written before them do not have."""
