"""Scorecards laid out as English councils lay them out; text with commas where no format matters.

Each says what a careful person reads off it, as in :mod:`.further_layouts`.
"""

import io
from functools import partial

import openpyxl
from openpyxl.styles import PatternFill

from tests.formats.further_layouts import Layout, Row


def _text(file: str, text: str, *rows: Row, unknown: tuple[str, ...] = ()) -> Layout:
    return Layout(file, partial(str.encode, text.lstrip("\n")), rows, unknown)


def merged_groups() -> bytes:
    """Two header rows whose upper one holds the years, and the name's heading over both."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Corporate plan", *[None] * 7],
        ["Ref", "Measure", "Good to be", "2022/23", "2023/24", None, None, "Comments"],
        [None, None, None, "Outturn", "Target", "Q1", "Q2", None],
        ["Priority 1 - Children"],
        ["C1", "Rate of children in care per 10,000", "Low", 80.1, 78, 79.5, 79.9, "Rising"],
        ["Priority 2 - Climate"],
        ["E1", "Council emissions", "Low", 5000, 4500, 1200, 2300],
    ):
        sheet.append(row)
    for place in ("A1:H1", "A2:A3", "B2:B3", "C2:C3", "E2:G2", "H2:H3", "A4:H4", "A6:H6"):
        sheet.merge_cells(place)
    for row, colour in ((5, "FFC000"), (7, "00B050")):
        sheet.cell(row, 7).fill = PatternFill("solid", start_color=colour)
    return _saved(book)


def workbook() -> bytes:
    """Scorecards of one layout on two sheets, one row hidden, between sheets of other things."""
    book = openpyxl.Workbook()
    cover, people, place, lists = (
        book.active,
        *map(book.create_sheet, ("People", "Place", "Lists")),
    )
    for sheet, rows in (
        (cover, [["Felpersham City Council"], ["Quarter 3 2022/23"], ["1", "People"]]),
        (people, [["People scorecard"], HEAD, ["Reduce absence", 5.1, 4.5, 5, "G"]]),
        (place, [["Place scorecard"], HEAD, ["Reduce litter", 50, 45, 40, "A"]]),
        (lists, [["RAG", "Meaning"], ["G", "On target"], ["A", "Within 5% of target"]]),
    ):
        for row in rows:
            sheet.append(row)
    place.row_dimensions[3].hidden = True
    return _saved(book)


HEAD = ["Indicator", "Q2", "Q3", "Target", "RAG"]


def _saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


COUNCIL_LAYOUTS: dict[str, Layout] = {
    "a status for each quarter": _text(
        "quarters.csv",
        """
Indicator,Q1 2022/23,Q1 2022/23 RAG,Q2 2022/23,Q2 2022/23 RAG,Target,Q1 Comments,Q2 Comments
Increase recycling,46%,Green,40%,Red,45%,c1,c2
Reduce litter,5,Red,3,Green,3,d1,
""",
        Row("Increase recycling", {"2022/23 Q1": "46", "2022/23 Q2": "40"}, target="45",
            status="red", commentary="c2",
            also={"Q1 2022/23 RAG": "Green", "Q1 Comments": "c1"}),
        Row("Reduce litter", {"2022/23 Q1": "5", "2022/23 Q2": "3"}, target="3", status="green",
            also={"Q1 2022/23 RAG": "Red", "Q1 Comments": "d1"}),
        unknown=("period-inferred",),
    ),
    "a target and a status beside each quarter": _text(
        "beside.csv",
        """
Indicator,Q1 2022/23,Target,RAG,Q2 2022/23,Target,RAG
Increase recycling,46%,45%,Green,40%,44%,Red
Reduce litter,5,4,Red,3,3,Green
""",
        Row("Increase recycling", {"2022/23 Q1": "46", "2022/23 Q2": "40"}, target="44",
            status="red", also={"Target, 2022/23 Q1": "45%", "RAG, 2022/23 Q1": "Green"}),
        Row("Reduce litter", {"2022/23 Q1": "5", "2022/23 Q2": "3"}, target="3", status="green",
            also={"Target, 2022/23 Q1": "4", "RAG, 2022/23 Q1": "Red"}),
    ),
    "a group of columns for each quarter": _text(
        "groups.csv",
        """
,,Q1 2022/23,,,,Q2 2022/23,,,
Ref,Indicator,Target,Actual,RAG,Commentary,Target,Actual,RAG,Commentary
A1,Increase recycling,45%,46%,Green,fine,45%,44%,Amber,less fine
""",
        Row("Increase recycling", {"2022/23 Q1": "46", "2022/23 Q2": "44"}, target="45",
            status="amber", commentary="less fine", reference="A1",
            also={"Q1 2022/23 Target": "45%", "Q1 2022/23 RAG": "Green",
                  "Q1 2022/23 Commentary": "fine"}),
    ),
    "quarters whose year the target states": _text(
        "exceptions.csv",
        """
Ref,Performance Indicator,Good is,2021/22 Outturn,2022/23 Target,Q1,Q2,Status,Reason for deviation
1,Calls answered,High,91%,95%,92%,90%,Red,Vacancies
""",
        Row("Calls answered", {"2021/22": "91", "2022/23 Q1": "92", "2022/23 Q2": "90"},
            target="95", status="red", commentary="Vacancies", reference="1",
            also={"Good is": "High"}),
        unknown=("heading-period-inferred",),
    ),
    "the month alone and the year to date": _text(
        "months.csv",
        """
Indicator,June 2023 in month,Year to date June 2023,YTD target,RAG
Increase library visits,1200,3500,3400,Green
""",
        Row("Increase library visits", {"2023-06": "3500"}, target="3400", status="green",
            also={"June 2023 in month": "1200"}),
        unknown=("column-repeated",),
    ),
    "a year to date without a period": _text(
        "year.csv",
        """
Indicator,Apr-22,May-22,YTD,Target,RAG
Increase library visits,100,110,210,200,Green
""",
        Row("Increase library visits", {"2022-04": "100", "2022-05": "110"}, target="200",
            status="green", also={"YTD": "210"}),
        unknown=("column-undated",),
    ),
    "a baseline and yearly targets": _text(
        "plan.csv",
        """
Measure,Baseline 2019/20,Target 2020/21,Target 2021/22,Target 2022/23,Actual 2021/22,Status
Increase recycling,44%,45%,46%,48%,45.8%,Amber
""",
        Row("Increase recycling", {"2019/20": "44", "2021/22": "45.8"}, target="46",
            status="amber", also={"Target 2020/21": "45%", "Target 2022/23": "48%"}),
    ),
    "current over previous in one cell": _text(
        "q2-2021-22.csv",
        """
Measure,"Current
(previous)",Target,RAG,DoT
Increase calls answered,"93%
(91%)",95%,Amber,Improving
""",
        Row("Increase calls answered", {"2021/22 Q2": "93"}, target="95", status="amber",
            direction="improving", also={"Current (previous), second figure": "(91%)"}),
        unknown=("column-inferred",),
    ),
    "the current quarter after earlier ones": _text(
        "earlier.csv",
        """
Quarter 3 2022/23,,,,,
Indicator,Same quarter last year,Previous quarter,Current quarter,Target,RAG
Increase recycling,46%,45%,44%,45%,Amber
""",
        Row("Increase recycling",
            {"2021/22 Q3": "46", "2022/23 Q2": "45", "2022/23 Q3": "44"}, target="45",
            status="amber"),
    ),
    "an export of a performance system": _text(
        "2022-23-q1.csv",
        """
PI Code,Short Name,Status,Value,Target,Short Trend,Long Trend,Latest Note,Managed By
ENV01,Increase recycling,OK,46%,45%,Improving,Getting Worse,Better than last year,Jane Doe
ENV03,Number of trees,Data Only,500,,No Change,No Change,,John Roe
""",
        Row("Increase recycling", {"2022/23 Q1": "46"}, target="45", status="green",
            direction="improving", reference="ENV01", owner="Jane Doe",
            commentary="Better than last year", also={"Long Trend": "Getting Worse"}),
        Row("Number of trees", {"2022/23 Q1": "500"}, direction="maintained", reference="ENV03",
            owner="John Roe", also={"Long Trend": "No Change"}),
    ),
    "control names, titles and notes before the header": _text(
        "corporate.csv",
        """
Textbox12,Textbox3,kpi_name,rag,comment_1
Borsetshire County Council,,,,
Corporate Performance Report,,,,
Report produced by,Performance Team,,,
"Note 1: figures are provisional until the end of the year.",,,,
Printed on 01/11/2023,,,,
,,,,
Description,Q1 2023/24,Q2 2023/24,Target,RAG
Reduce children in care,512,520,500,A
,,,,
Page 1 of 1,,,,
""",
        Row("Reduce children in care", {"2023/24 Q1": "512", "2023/24 Q2": "520"}, target="500",
            status="amber"),
        unknown=("text-outside-table",),
    ),
    "labels and texts before the header": _text(
        "measures.csv",
        """
Council,Felpersham City Council,,
Reporting period:,Quarter 4 2019/20,,
Date,31 March 2020,,
Measure,Value,Target,RAG
Increase recycling,46%,45%,Green
""",
        Row("Increase recycling", {"2019/20 Q4": "46"}, target="45", status="green"),
    ),
    "cells one column to the right of their headings": _text(
        "shifted.csv",
        """
Ref,Indicator,2021/22 Q3,2021/22 Q4,Target,RAG,
,KP1,Increase calls answered in time,91%,93%,95%,Amber
,KP2,Reduce missed bins per 100000,54,48,50,Green
""",
        Row("Increase calls answered in time", {"2021/22 Q3": "91", "2021/22 Q4": "93"},
            target="95", status="amber", reference="KP1"),
        Row("Reduce missed bins per 100000", {"2021/22 Q3": "54", "2021/22 Q4": "48"},
            target="50", status="green", reference="KP2"),
        unknown=("columns-shifted",),
    ),
    "a small table of counts below": _text(
        "below.csv",
        """
Indicator,2019/20 Q3,2019/20 Q4,Target,Status
Increase recycling,46%,45%,44%,Green
Green indicators,9,10,,
,,,,
Summary,Q3,Q4,,
Green,10,12,,
Amber,5,4,,
""",
        Row("Increase recycling", {"2019/20 Q3": "46", "2019/20 Q4": "45"}, target="44",
            status="green"),
        unknown=("text-outside-table", "summary-row"),
    ),
    "counts by service at the top": _text(
        "top.csv",
        """
RAG status,Number of indicators,Percentage,,
Green,1,100%,,
Red,0,0%,,
,,,,
Indicator,2019/20 Q3,2019/20 Q4,Target,Status
Increase recycling,46%,45%,44%,Green
""",
        Row("Increase recycling", {"2019/20 Q3": "46", "2019/20 Q4": "45"}, target="44",
            status="green"),
    ),
    "texts that go on in the next line": _text(
        "wrapped.csv",
        """
Indicator,2019/20 Q3,2019/20 Q4,Target,Status,Commentary
Increase the share of waste sent for,46%,45%,44%,Green,Better because of
"reuse, recycling and composting",,,,,the new contract
Reduce litter,5,4,3,Amber,
""",
        Row("Increase the share of waste sent for\nreuse, recycling and composting",
            {"2019/20 Q3": "46", "2019/20 Q4": "45"}, target="44", status="green",
            commentary="Better because of", also={"Commentary": "the new contract"}),
        Row("Reduce litter", {"2019/20 Q3": "5", "2019/20 Q4": "4"}, target="3", status="amber"),
    ),
    "a header under each outcome": _text(
        "outcomes.csv",
        """
Thriving place,,,
Indicator,2019/20 Q3,2019/20 Q4,Target
Increase recycling,46%,45%,44%
Healthy people,,,
Indicator,2019/20 Q3,2019/20 Q4,Target
Reduce falls,5,4,3
""",
        Row("Increase recycling", {"2019/20 Q3": "46", "2019/20 Q4": "45"}, target="44",
            theme="Thriving place"),
        Row("Reduce falls", {"2019/20 Q3": "5", "2019/20 Q4": "4"}, target="3",
            theme="Healthy people"),
    ),
    "England first": _text(
        "areas.csv",
        """
Area name,Indicator,Year,Value
England,Increase good school places,2018/19,86%
Borsetshire,Increase good school places,2018/19,83%
England,Increase good school places,2019/20,87%
Borsetshire,Increase good school places,2019/20,85%
""",
        Row("Increase good school places", {"2018/19": "86", "2019/20": "87"}, theme="England"),
        Row("Increase good school places", {"2018/19": "83", "2019/20": "85"},
            theme="Borsetshire"),
    ),
    "a current figure beside the year before": _text(
        "current.csv",
        """
Measure,2018/19 outturn,2019/20 target,Actual,RAG
Increase recycling,46%,45%,47%,Green
""",
        Row("Increase recycling", {"2018/19": "46", "2019/20": "47"}, target="45",
            status="green"),
        unknown=("heading-period-inferred",),
    ),
    "a current figure of no stated period": _text(
        "undated.csv",
        """
Measure,2018/19 outturn,Current,Target,RAG
Increase recycling,46%,47%,45%,Green
""",
        Row("Increase recycling", {"2018/19": "46", "unknown": "47"}, target="45",
            status="green"),
        unknown=("period-unknown",),
    ),
    "quarters and years in blocks": _text(
        "blocks.csv",
        """
Indicator,2019/20 Q3,2019/20 Q4,Target,Status
Increase recycling,46%,45%,44%,Green
Reduce litter,5,4,3,Amber
,,,,
Indicator,2018/19,2019/20,Target,Status
Reduce absence,5%,4%,4%,Green
""",
        Row("Increase recycling", {"2019/20 Q3": "46", "2019/20 Q4": "45"}, target="44",
            status="green"),
        Row("Reduce litter", {"2019/20 Q3": "5", "2019/20 Q4": "4"}, target="3", status="amber"),
        Row("Reduce absence", {"2018/19": "5", "2019/20": "4"}, target="4", status="green"),
    ),
    "a block of labels for each indicator": _text(
        "2022-q2-kpis-2022-23.csv",
        """
Indicator:,Increase recycling,Lead officer:,Jane Doe
Target:,45%,Q2 2022/23 actual:,46%
RAG:,Green,Commentary:,Good
,,,
Indicator:,Reduce litter,Lead officer:,John Roe
Target:,3,Q2 2022/23 actual:,4
RAG:,Amber,Commentary:,
""",
        Row("Increase recycling", {"2022/23 Q2": "46"}, target="45", status="green",
            owner="Jane Doe", commentary="Good"),
        Row("Reduce litter", {"2022/23 Q2": "4"}, target="3", status="amber", owner="John Roe"),
    ),
    "a table of one row under each name": _text(
        "2021-22.csv",
        """
KPI 1: Calls answered in 20 seconds,,,
Q1,Q2,Target,RAG
91%,92%,95%,Amber
,,,
KPI 2: Days lost to sickness,,,
Q1,Q2,Target,RAG
8.1,8,8,Green
""",
        Row("KPI 1: Calls answered in 20 seconds", {"2021/22 Q1": "91", "2021/22 Q2": "92"},
            target="95", status="amber"),
        Row("KPI 2: Days lost to sickness", {"2021/22 Q1": "8.1", "2021/22 Q2": "8"},
            target="8", status="green"),
    ),
    "a line for figures and one for targets": _text(
        "pairs.csv",
        """
Indicator,,2019/20 Q3,2019/20 Q4,RAG
Increase recycling,Actual,46%,45%,Green
,Target,44%,45%,
Reduce litter,Actual,5,4,Amber
,Target,3,2,
""",
        Row("Increase recycling", {"2019/20 Q3": "46", "2019/20 Q4": "45"}, target="45",
            status="green", also={"2019/20 Q3 Target": "44%"}),
        Row("Reduce litter", {"2019/20 Q3": "5", "2019/20 Q4": "4"}, target="2",
            status="amber", also={"2019/20 Q3 Target": "3"}),
    ),
    "targets and figures down the page": _text(
        "open-data.csv",
        """
Indicator,Period,Measure type,Value
Increase recycling,2019/20 Q3,Target,45%
Increase recycling,2019/20 Q3,Actual,46%
Increase recycling,2019/20 Q4,Target,46%
Increase recycling,2019/20 Q4,Actual,47%
""",
        Row("Increase recycling", {"2019/20 Q3": "46", "2019/20 Q4": "47"}, target="46",
            also={"Value Target, 2019/20 Q3": "45%"}),
    ),
    "merged groups of years": Layout(
        "2023-24-q2.xlsx",
        merged_groups,
        (
            Row("Rate of children in care per 10,000",
                {"2022/23": "80.1", "2023/24 Q1": "79.5", "2023/24 Q2": "79.9"}, target="78",
                status="amber", plan="Priority 1 - Children", reference="C1",
                commentary="Rising", also={"Good to be": "Low"}),
            Row("Council emissions",
                {"2022/23": "5000", "2023/24 Q1": "1200", "2023/24 Q2": "2300"}, target="4500",
                status="green", plan="Priority 2 - Climate", reference="E1",
                also={"Good to be": "Low"}),
        ),
        unknown=("status-from-colour",),
    ),
    "a cover, two scorecards and a list": Layout(
        "scorecards.xlsx",
        workbook,
        (
            Row("Reduce absence", {"2022/23 Q2": "5.1", "2022/23 Q3": "4.5"}, target="5",
                status="green", theme="People scorecard"),
            Row("Reduce litter", {"2022/23 Q2": "50", "2022/23 Q3": "45"}, target="40",
                status="amber", theme="Place scorecard"),
        ),
        unknown=("rows-hidden", "text-outside-table"),
    ),
    "days as headings": _text(
        "days.csv",
        """
Indicator,2019-12-31,2020-03-31,Target,On target?
Reduce road deaths,12,10,11,Yes
""",
        Row("Reduce road deaths", {"2019/20 Q3": "12", "2019/20 Q4": "10"}, target="11",
            status="green"),
        unknown=("heading-period-inferred",),
    ),
    "days down the page": _text(
        "dates.csv",
        """
Indicator,Date,Value
Reduce road deaths,31/03/2019,12
Reduce road deaths,31/03/2020,10
""",
        Row("Reduce road deaths", {"2018/19": "12", "2019/20": "10"}),
        unknown=("heading-period-inferred",),
    ),
    "academic and unequal periods, out of order": _text(
        "mixed.csv",
        """
Indicator,Dec 2024-Mar 2025,Apr-Jul 2024,2023/24 academic year,FY 2023-24,2023,Target,Long DoT
Increase pupils on time,46%,45%,44%,43%,42%,45%,Declining
""",
        Row("Increase pupils on time",
            {"2023": "42", "2023/24": "43", "academic year 2023/24": "44",
             "2024-04 to 2024-07": "45", "2024-12 to 2025-03": "46"},
            target="45", also={"Long DoT": "Declining"}),
        unknown=("column-not-recognised",),
    ),
    "statuses that a legend explains, polarity in arrows": _text(
        "legend.csv",
        """
Key: ★ Target exceeded; ● On target; ■ Off target,,,,,
Blue = exceeded target,,,,,
Indicator,Polarity,2019/20 Q3,2019/20 Q4,Target,Status
Recycling rate,↑,46%,45%,44%,★
Litter picks,↑,5,4,4,Blue
Missed bins,↓,5,4,3,■
""",
        Row("Recycling rate", {"2019/20 Q3": "46", "2019/20 Q4": "45"}, target="44",
            status="exceeded", also={"Polarity": "↑"}),
        Row("Litter picks", {"2019/20 Q3": "5", "2019/20 Q4": "4"}, target="4", status="exceeded",
            also={"Polarity": "↑"}),
        Row("Missed bins", {"2019/20 Q3": "5", "2019/20 Q4": "4"}, target="3", status="red",
            also={"Polarity": "↓"}),
    ),
    "numbered headings and footnotes": _text(
        "numbered.csv",
        """
Indicator,2019/20 Q3,2019/20 Q4,Target,Status
1. Our people,,,,
1.1 Staff,,,,
Reduce sickness [2],8.1,7.9*,8,Green
1.2 Pay,,,,
Reduce the pay gap,5%,4%,4%,Green
* provisional figure,,,,
[2] New definition from 2019/20,,,,
""",
        Row("Reduce sickness [2]", {"2019/20 Q3": "8.1", "2019/20 Q4": "7.9"}, target="8",
            status="green", plan="1. Our people", theme="1.1 Staff"),
        Row("Reduce the pay gap", {"2019/20 Q3": "5", "2019/20 Q4": "4"}, target="4",
            status="green", plan="1. Our people", theme="1.2 Pay"),
        unknown=("text-outside-table",),
    ),
    "two tables side by side with a gap": _text(
        "side.csv",
        """
Adults,,,,Children,,
Indicator,2019/20 Q4,Target,,Indicator,2019/20 Q4,Target
Reduce falls,11,10,,Reduce referrals,19%,18%
,,,,Reduce absence,4%,4%
""",
        Row("Reduce falls", {"2019/20 Q4": "11"}, target="10"),
        Row("Reduce referrals", {"2019/20 Q4": "19"}, target="18"),
        Row("Reduce absence", {"2019/20 Q4": "4"}, target="4"),
    ),
    "a page that is named a workbook": _text(
        "export.xls",
        """
<html><body><h1>Felpersham City Council</h1><table>
<tr><th rowspan=2>Priority</th><th rowspan=2>Measure</th><th colspan=2>2020/21</th>
<th rowspan=2>Target</th><th rowspan=2>RAG</th></tr><tr><th>Q1</th><th>Q2</th></tr>
<tr><td rowspan=2>Clean</td><td>Reduce litter</td><td>5</td><td>4</td><td>4</td><td>Green</td></tr>
<tr><td>Increase recycling</td><td>44%</td><td>45%</td><td>46%</td><td>Amber</td></tr>
</table></body></html>
""",
        Row("Reduce litter", {"2020/21 Q1": "5", "2020/21 Q2": "4"}, target="4", status="green",
            plan="Clean"),
        Row("Increase recycling", {"2020/21 Q1": "44", "2020/21 Q2": "45"}, target="46",
            status="amber", plan="Clean"),
        unknown=("format-differs",),
    ),
}  # fmt: skip
