"""The shipped report's own figures as prepared frames, put together by hand for the chart tests."""

from dataclasses import dataclass

import pandas as pd

from kpi_core.present.calendar import STATE_WORDS
from kpi_core.present.caption import Caption
from tests.charts.standing_frames import dots, years

PERIODS = ("2018/19 Q4", "2019/20 Q1", "2019/20 Q2", "2019/20 Q3", "2019/20 Q4")
WORDS = {
    "red": "Red",
    "amber": "Amber",
    "green": "Green",
    "not_rated": "Not rated",
    "no_figure": "No figure",
}

# title, sign (1: higher is better), suffix, decimals, five figures ("": left empty, "-": a dash),
# target, declared status, comparators, the one that the report names
REPORT = (
    ("Repeat child protection plans", -1, "%", 1, "16.0 15.3 11.5 _ 17.1", 16.0, "red",
     {"Statistical neighbours": 21, "North West": 21, "England": 20}, "Statistical neighbours"),
    ("Repeat referrals within 12 months", -1, "%", 1, "21.2 18.1 17.6 _ 14.9", 19.0, "green",
     {"Statistical neighbours": 21, "North West": 21, "England": 21}, "Statistical neighbours"),
    ("Front door decisions within 1 working day", 1, "%", 1, "70.8 61.5 59.9 64.4 66.7", 85.0,
     "red", {}, None),
    ("Single assessments within 45 days", 1, "%", 1, "80.8 84.7 78.9 73.3 81.6", 95.0, "red",
     {"Statistical neighbours": 81.6}, "Statistical neighbours"),
    ("Sustainable step-downs to Integrated Early Support", 1, "%", 1, "79.2 - 89.4 _ 81.7", 83.0,
     "amber", {}, None),
    ("Children in care per 10,000", -1, "", 1, "73.0 74.7 73.1 73.7 74.4", 64.0, "red",
     {"Statistical neighbours": 60.9}, "Statistical neighbours"),
    ("Annual health assessments of children in care", 1, "%", 1, "84.7 84.1 82.1 79.2 81.2", 95.0,
     "red", {"Statistical neighbours": 87.2}, "Statistical neighbours"),
    ("Children kept out of care six months after Edge of Care support", 1, "%", 1,
     "64.5 80.6 58.1 73.5 87.5", 77.0, "green", {}, None),
    ("Children in care in the same placement for 2 years or more", 1, "%", 1,
     "67.9 - 70.9 _ 67.2", 70.0, "amber", {"Statistical neighbours": 64.9},
     "Statistical neighbours"),
    ("Children in care placed out of the borough, 20 miles or more from home", -1, "%", 1,
     "18.3 16.7 15.5 16.2 16.6", 12.6, "red", {"Statistical neighbours": 15.9},
     "Statistical neighbours"),
    ("Adoptions within 14 months", 1, "%", 1, "65 - - _ _", 59.0, "not_rated",
     {"Statistical neighbours": 47}, "Statistical neighbours"),
    ("Care leavers in suitable accommodation", 1, "%", 1, "92.4 - 92.8 _ 97.1", 97.0, "green",
     {"Statistical neighbours": 84}, "Statistical neighbours"),
    ("Safeguarding risk reduced or removed", 1, "%", 1, "93.8 - 91.9 _ 95.4", 95.0, "green",
     {"North West": 89.2}, "North West"),
    ("Safeguarding outcomes achieved", 1, "%", 1, "94.6 - 91.6 _ 92.5", 93.0, "amber",
     {"England": 93}, "England"),
    ("Section 42 safeguarding enquiries", 1, "", 0, "322 - 167 _ 347", 348.0, "amber", {}, None),
    ("Care homes rated inadequate or requires improvement", -1, "", 0, "- - 14 12 11", 5.0, "red",
     {}, None),
    ("People using adult social care who feel safe", 1, "%", 1, "- - 73.0 _ 73.3", 76.0, "amber",
     {"England": 72}, "England"),
    ("Repeat domestic abuse incidents", -1, "%", 1, "- - 48 49.1 49.4", 30.0, "red", {}, None),
)  # fmt: skip


@dataclass(frozen=True)
class Level:
    """A line of a variation chart."""

    name: str
    shown: float
    text: str


@dataclass(frozen=True)
class Reading:
    """The fields of a VariationReading that its chart reads."""

    unit_label: str
    decimals: int
    suffix: str
    points: pd.DataFrame
    lines: tuple[Level, ...]
    near: tuple[float, ...]
    target: float | None
    target_label: str
    trial: bool


@dataclass(frozen=True)
class Series:
    """The fields of a TrendSeries, for charts that are drawn without the rest of the app."""

    title: str
    unit_label: str
    decimals: int
    suffix: str
    points: pd.DataFrame
    levels: tuple[float, ...]
    target_text: str
    target_label: str
    target_periods: tuple[str, ...]
    bands: tuple[tuple[float, float], ...]
    band_label: str
    comparators: pd.DataFrame
    finding: str
    other_targets: tuple[tuple[str, float], ...] = ()


def _number(word: str) -> float:
    return float("nan") if word in ("-", "_") else float(word)


def _rated(value: float, target: float, sign: int) -> str:
    short = sign * (value - target) / target
    return "green" if short >= 0 else "amber" if short > -0.05 else "red"


def points(row: int = 0) -> pd.DataFrame:
    """The points of one indicator: only the last is declared, target years before are not known."""
    _, sign, suffix, decimals, figures, target, declared, _, _ = REPORT[row]
    records = []
    for position, (period, word) in enumerate(zip(PERIODS, figures.split(), strict=True)):
        value = _number(word)
        last = position == len(PERIODS) - 1
        missing = {"-": "Printed as a dash", "_": "Left empty"}.get(word)
        status = "not_rated" if position == 0 else _rated(value, target, sign)
        status = declared if last else ("no_figure" if missing else status)
        records.append(
            {
                "period_label": period,
                "period_position": position,
                "value": value,
                "value_text": "No figure" if missing else f"{value:.{decimals}f}{suffix}",
                "missing_word": missing,
                "status": status,
                "status_word": WORDS[status],
                "declared": last,
                "is_rated": last,
            }
        )
    return pd.DataFrame(records)


def series(row: int = 0) -> Series:
    title, sign, suffix, decimals, _, target, declared, comparators, _ = REPORT[row]
    quoted = pd.DataFrame(
        [
            {
                "subject": name.lower(),
                "name": name,
                "value": float(value),
                "value_text": f"{value}{suffix}",
                "note": "period not stated",
            }
            for name, value in comparators.items()
        ],
        columns=["subject", "name", "value", "value_text", "note"],
    )
    text = f"{target:.{decimals}f}{suffix}"
    edge = target * (1 - sign * 0.05)
    return Series(
        title=title,
        unit_label="Per cent" if suffix else "Number",
        decimals=decimals,
        suffix=suffix,
        points=points(row),
        levels=(target,),
        target_text=text,
        target_label=f"Target {text}",
        target_periods=PERIODS[1:],
        bands=((target, edge),),
        band_label="Amber band: within 5% of target",
        comparators=quoted,
        finding=f"{title}: {WORDS[declared]} in 2019/20 Q4 against a target of {text}.",
    )


def reading(trial: bool = True) -> Reading:
    """Figures with a gap, each kind of signal among them, and limits."""
    figures = (20.1, 21.4, None, 35.0, 20.7, 9.2, 20.3)
    kinds = ("ordinary_variation", "ordinary_variation", "", "concern", "change", "improvement")
    points = pd.DataFrame(
        {
            "period_label": f"20{18 + (at + 3) // 4}/{19 + (at + 3) // 4} Q{(at + 3) % 4 + 1}",
            "value": float("nan") if value is None else value,
            "value_text": "No figure" if value is None else f"{value}%",
            "missing_word": "Left empty" if value is None else None,
            "kind": kind,
            "reading": "Within ordinary variation",
        }
        for at, (value, kind) in enumerate(
            zip(figures, (*kinds, "ordinary_variation"), strict=True)
        )
    )
    word = "Trial upper limit" if trial else "Upper limit"
    lines = (
        Level(word, 30.4, "30.4%"),
        Level("Mean", 21.1, "21.1%"),
        Level(word.replace("upper", "lower").replace("Upper", "Lower"), 11.8, "11.8%"),
    )
    return Reading(
        *("Per cent", 1, "%", points, lines, (14.9, 27.3), 16.0, "Latest target 16.0%", trial)
    )


def history() -> pd.DataFrame:
    """Status by quarter of all eighteen."""
    parts = []
    for row, (title, *_) in enumerate(REPORT):
        part = points(row).assign(indicator=f"i{row}", title=title, position=row, reason="Because.")
        parts.append(part.drop(columns=["value", "missing_word", "is_rated"]))
    return pd.concat(parts, ignore_index=True)


def missing() -> pd.DataFrame:
    """What is there and what is missing of all eighteen, one figure provisional, one awaited."""
    kinds = {"_": "blank", "-": "dash"}
    frame = pd.DataFrame(
        {
            "indicator": f"i{row}",
            "title": title,
            "position": row,
            "period_label": period,
            "period_position": at,
            "state": kinds.get(figure, "figure"),
            "word": STATE_WORDS[kinds.get(figure, "figure")],
            "note": "",
            "mark": None,
            "value_text": "No figure" if figure in kinds else f"{figure}{suffix}",
            "raw": "" if figure == "_" else figure,
        }
        for row, (title, _, suffix, _, figures, *_) in enumerate(REPORT)
        for at, (period, figure) in enumerate(zip(PERIODS, figures.split(), strict=True))
    )
    frame.loc[0, "mark"] = "provisional"
    frame.loc[1, "state"] = "awaited"
    return frame


def comparisons(unit_group: str = "Percentage points") -> pd.DataFrame:
    """The quoted benchmarks of one unit group."""
    records = []
    for row, (title, sign, suffix, decimals, figures, _, _, quoted, named) in enumerate(REPORT):
        group = "Percentage points" if suffix else "Per 10,000"
        value = _number(figures.split()[-1])
        for name, figure in quoted.items():
            gap = round(sign * (value - figure), 1)
            judged = "better" if gap > 0 else "worse" if gap < 0 else "level"
            unit = "points" if suffix else "per 10,000"
            records.append(
                {
                    "indicator": f"i{row}",
                    "title": title,
                    "position": row,
                    "comparator": name.lower(),
                    "comparator_name": name,
                    "kind": "named" if name == named else "quoted",
                    "gap": gap,
                    "gap_text": f"{abs(gap):.1f} {unit} {judged}" if gap else "level",
                    "comparison": judged,
                    "value_text": f"{value:.{decimals}f}{suffix}",
                    "comparator_text": f"{figure}{suffix}",
                    "note": "period not stated",
                    "unit_group": group,
                }
            )
    frame = pd.DataFrame(records)
    return frame[frame["unit_group"] == unit_group].dropna(subset=["gap"]).reset_index(drop=True)


CAPTION = Caption(
    title=(
        "Reduce the proportion of children who become subject of a Child Protection Plan for a "
        "second or subsequent time"
    ),
    finding="17.1% in 2019/20 Q4: Red, 1.1 points worse than the target of 16.0%, and declining.",
    organisation="Cheshire West and Chester",
    source="Council Plan performance, 2019/20 quarter 4, Cheshire West and Chester Council",
    period="2019/20 Q4, ending 31 March 2020; publication date not given",
    filters="Status: Red; Direction of travel: Declining",
    version="v1-3f9a2c",
    note="Benchmarks are shown as quoted; the report states no period for them.",
)

DRAWN = {
    "status-grid": history,
    "calendar": missing,
    "trend": series,
    "comparison": comparisons,
    "variation": reading,
    "distribution": dots,
    "beside": years,
}
"""A frame for each registered chart."""
