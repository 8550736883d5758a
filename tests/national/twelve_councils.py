"""A national release written by hand: twelve councils, four years, two measures, two sets."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa

from kpi_core import schema
from kpi_core.national.release import Release, SourceFile, release_id
from kpi_core.periods import Period, parse_period

OURS = "cheshire-west-and-chester"
SOURCE, PUBLISHER = "handmade", "office-of-made-up-figures"
FILES = (SourceFile("made-up.csv", b"written by hand"),)
RELEASE = release_id(SOURCE, FILES)

REPEAT, CARE = "handmade/repeat-plans", "handmade/children-in-care"
LINKS = {"repeat-child-protection-plans": REPEAT, "children-in-care-rate": CARE}
YEARS = ("2016/17", "2017/18", "2018/19", "2019/20")

COUNCILS = {
    OURS: ("Cheshire West and Chester", "north-west", "Unitary authority"),
    "warrington": ("Warrington", "north-west", "Unitary authority"),
    "stockport": ("Stockport", "north-west", "Metropolitan district"),
    "cheshire-east": ("Cheshire East", "north-west", "Unitary authority"),
    "trafford": ("Trafford", "north-west", "Metropolitan district"),
    "essex": ("Essex", "east-of-england", "County council"),
    "devon": ("Devon", "south-west", "County council"),
    "solihull": ("Solihull", "west-midlands", "Metropolitan district"),
    "warwickshire": ("Warwickshire", "west-midlands", "County council"),
    "gloucestershire": ("Gloucestershire", "south-west", "County council"),
    "st-helens": ("St. Helens", "north-west", "Metropolitan district"),
    "richmond": ("=1+1 <b>Richmond</b> & Kew", "london", "London borough"),
}
"""Subject to name, region and type; one name tries to be markup and a formula."""

WHOLES = {"england": "England", "north-west": "North West"}

SETS = {
    "statistical-neighbours-2021-04": (
        "Statistical neighbours, April 2021",
        date(2021, 4, 1),
        ("warrington", "warwickshire", "cheshire-east", "stockport", "essex", "solihull"),
    ),
    "statistical-neighbours-2025-05": (
        "Statistical neighbours, May 2025",
        date(2025, 5, 1),
        ("warrington", "cheshire-east", "stockport", "gloucestershire", "devon", "solihull"),
    ),
}
CLOSENESS = ("Extremely close", "Very close", "Very close", "Close", "Close", "Somewhat close")

FIGURES: dict[str, dict[str, tuple[float | None, ...]]] = {
    REPEAT: {
        OURS: (21.6, 19.4, 15.9, 17.1),
        "warrington": (20.1, 22.4, 23.0, 24.2),
        "stockport": (18.2, 17.9, 19.5, 16.2),
        "cheshire-east": (22.0, 20.9, 21.4, 20.6),
        "trafford": (15.5, 16.8, 14.9, 13.1),
        "essex": (14.2, 15.0, 15.7, 15.9),
        "devon": (25.1, 24.0, 26.3, 27.4),
        "solihull": (19.0, 20.2, None, 17.1),
        "warwickshire": (21.0, 23.1, 24.9, 22.3),
        "gloucestershire": (23.0, 24.4, 23.8, 22.9),
        "st-helens": (19.9, 21.0, 22.5, None),
        "richmond": (9.1, 10.0, 11.7, 12.0),
        "england": (18.7, 20.2, 20.8, 21.9),
        "north-west": (19.8, 20.7, 22.0, 22.8),
    },
    CARE: {
        OURS: (68.0, 69.0, 70.0, 71.0),
        "warrington": (77.0, 83.0, 85.0, 84.0),
        "stockport": (55.0, 58.0, 61.0, 64.0),
        "cheshire-east": (58.0, 61.0, 63.0, 66.0),
        "trafford": (70.0, 71.0, 68.0, 65.0),
        "essex": (33.0, 34.0, 34.0, 35.0),
        "devon": (47.0, 48.0, 52.0, 54.0),
        "solihull": (80.0, 81.0, 84.0, 91.0),
        "warwickshire": (62.0, 63.0, 65.0, 67.0),
        "gloucestershire": (49.0, 53.0, 57.0, 58.0),
        "st-helens": (105.0, 110.0, 121.0, 130.0),
        "richmond": (22.0, 24.0, 25.0, 27.0),
        "england": (62.0, 64.0, 65.0, 67.0),
        "north-west": (86.0, 91.0, 94.0, 97.0),
    },
}
MEASURES = {
    REPEAT: ("Child protection plans for a second or later time", "lower_is_better", "percent"),
    CARE: ("Children in care per 10,000", "neutral", "rate_per_10000"),
}


def release() -> Release:
    """All of it, as reading the source would give it."""
    tables = (
        pa.Table.from_pylist(list(rows), schema=table.arrow)
        for rows, table in (
            (_figures(), schema.OBSERVATIONS),
            (_measures(), schema.INDICATORS),
            (_areas(), schema.AREAS),
            (_neighbours(), schema.NEIGHBOURS),
        )
    )
    told = SOURCE, "Figures made up for tests", PUBLISHER, "Office of made-up figures"
    return Release(RELEASE, *told, "made up", None, date(2020, 12, 10), FILES, *tables)


def _figures() -> Iterator[dict[str, Any]]:
    for measure, councils in FIGURES.items():
        unit, decimals = MEASURES[measure][2], 1 if measure == REPEAT else 0
        for at, year in enumerate(YEARS):
            period = parse_period(year)
            assert isinstance(period, Period)
            for subject, values in sorted(councils.items()):
                value = values[at]
                yield {
                    "subject": subject,
                    "indicator": measure,
                    "period_label": period.label,
                    "period_start": period.start,
                    "period_end": period.end,
                    "period_kind": period.kind,
                    "value": value,
                    "unit": unit,
                    "decimals": decimals,
                    "raw": "c" if value is None else str(value),
                    "missing": "suppressed" if value is None else None,
                    "reported_by": PUBLISHER,
                    "report": RELEASE,
                    "source_cell": f"{subject} {year}",
                    "is_latest": True,
                    "period_raw": year,
                }


def _measures() -> Iterator[dict[str, Any]]:
    for at, (measure, (title, polarity, unit)) in enumerate(MEASURES.items(), start=1):
        yield {
            "organisation": PUBLISHER,
            "indicator": measure,
            "name": title,
            "title": title,
            "polarity": polarity,
            "polarity_basis": "declared",
            "unit": unit,
            "decimals": 1 if measure == REPEAT else 0,
            "accumulation": "unknown",
            "caveats": [],
            "position": at,
        }


def _areas() -> Iterator[dict[str, Any]]:
    for subject, name in WHOLES.items():
        kind = "country" if subject == "england" else "region"
        yield {"subject": subject, "name": name, "kind": kind, "successors": []}
    for subject, (name, region, kind) in COUNCILS.items():
        yield {
            "subject": subject,
            "name": name,
            "kind": "council",
            "council_type": kind,
            "region": region,
            "successors": [],
        }


def _neighbours() -> Iterator[dict[str, Any]]:
    for name, (title, dated, members) in SETS.items():
        for rank, (member, closeness) in enumerate(zip(members, CLOSENESS, strict=True), start=1):
            yield {
                "organisation": OURS,
                "group": "statistical-neighbours",
                "neighbour_set": name,
                "set_title": title,
                "dated": dated,
                "rank": rank,
                "neighbour": member,
                "closeness": closeness,
                "release": RELEASE,
            }
