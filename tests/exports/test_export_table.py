"""The scorecard and one indicator's values as tables with spelled-out headers."""

import pandas as pd

from kpi_core.exports import FORMATS, scorecard_table, values_table
from kpi_core.exports.table import SCORECARD_HEADERS
from kpi_core.present.caption import Caption

CAPTION = Caption("Scorecard", "", "Council", "Source", "2019/20 Q4", "None", "v1")


def rows() -> pd.DataFrame:
    """Two indicators: one with everything, one without figure, owner or comparator."""
    full = dict.fromkeys(SCORECARD_HEADERS, "words") | {
        "unit": "percent",
        "value": 17.1,
        "target": 16.0,
        "gap": -1.1,
        "change": 5.6,
        "long_change": 1.1,
        "year_change": 1.1,
        "comparator_value": 21.0,
        "comparator_gap": 3.9,
        **dict.fromkeys(("needed", "needed_each", "range_low", "range_high"), 1.5),
        "caveats": ["Time lag", "Provisional"],
        "commentary": "=Better than target.\nSecond line.",
    }
    bare = dict.fromkeys(full) | {
        "title": "Adoptions",
        "unit": "rate_per_10000",
        "caveats": [],
        "value_text": "No figure",
    }
    return pd.DataFrame([full, bare])


def test_headers_are_spelled_out_and_numbers_stay_numbers() -> None:
    frame = scorecard_table(rows(), CAPTION).frame
    assert list(frame.columns[:7]) == [
        *("Indicator", "Full name", "Theme", "Plan", "Period", "Outturn", "Outturn in words"),
    ]
    assert frame["Outturn"].tolist()[0] == 17.1
    assert frame["Gap to target (positive is better)"].dtype == "float64"
    assert frame["Unit"].tolist() == ["per cent", "per 10,000"]
    assert frame["Caveats"].tolist()[0] == "Time lag; Provisional"


def test_a_missing_figure_is_empty_and_its_reason_stands_beside_it() -> None:
    frame = scorecard_table(rows(), CAPTION).frame
    assert pd.isna(frame["Outturn"][1])
    assert frame["Outturn in words"][1] == "No figure"
    assert frame.loc[1, ["Owner", "Caveats", "Comparator"]].isna().all()


def test_columns_have_one_type_with_any_rows_chosen() -> None:
    """A script that reads the file sees the same types whatever the filters were."""
    types = [scorecard_table(rows().iloc[part], CAPTION).frame.dtypes for part in
             (slice(0, 2), slice(1, 2), slice(0, 0))]  # fmt: skip
    assert types[0].equals(types[1])
    assert types[0].equals(types[2])


def test_every_format_writes_the_scorecard() -> None:
    for chosen in FORMATS.values():
        assert chosen.write(scorecard_table(rows(), CAPTION))
        assert chosen.write(scorecard_table(rows().iloc[:0], CAPTION))


def test_values_say_what_was_printed_where_and_who_rated_it() -> None:
    points = pd.DataFrame(
        {
            "period_label": ["2019/20 Q3", "2019/20 Q4"],
            "value": [float("nan"), 17.1],
            "value_text": ["No figure", "17.1%"],
            "raw": ["", "17.10%"],
            "missing_word": ["Left empty", None],
            "status_word": ["No figure", "Red"],
            "declared": [False, True],
            "reason": ["", "1.1 points worse"],
            "source_cell": ["R3C6", "R3C7"],
            "report_title": ["Quarter 3", "Quarter 4"],
            "restated": ["", "restated, was 17.0% in Quarter 3"],
            "numerator": [None, 49.0],
            "denominator": [None, 286.0],
            "lower": [None, 13.2],
            "upper": [None, 21.9],
            "limits_from": ["", "Wilson's interval of a proportion"],
        }
    )
    frame = values_table(points, CAPTION).frame
    assert frame["As printed"].tolist()[1] == "17.10%"
    assert frame["Why there is no figure"].tolist()[0] == "Left empty"
    assert frame["Report"].tolist() == ["Quarter 3", "Quarter 4"]
    assert frame["Earlier reports"].tolist()[1] == "restated, was 17.0% in Quarter 3"
    assert frame["Status declared or computed"].tolist() == ["Computed", "Declared"]
    assert pd.isna(frame["Outturn"][0])
    assert frame["Numerator"].tolist()[1:] == [49.0]
    assert frame["Denominator"].tolist()[1:] == [286.0]
    assert frame["Lower 95% confidence limit"].tolist()[1:] == [13.2]
    assert frame["Upper 95% confidence limit"].tolist()[1:] == [21.9]
    assert frame["Confidence limits from"].tolist()[1] == "Wilson's interval of a proportion"
