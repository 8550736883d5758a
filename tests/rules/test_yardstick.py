"""What each period is held against: scheme, target, floor and tolerance of its own time (R1-R8)."""

from decimal import Decimal
from typing import Any

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, Standard, read, standard_for
from kpi_core.dataset import Assessed, tables
from kpi_core.periods import Period, parse_period
from kpi_core.rules.assess import Assessment

HEADER = "Indicator,2018/19 Q4,2019/20 Q1,2019/20 Q2,2019/20 Q3,2019/20 Q4,2019/20 Target"


def period(text: str) -> Period:
    parsed = parse_period(text)
    assert isinstance(parsed, Period)
    return parsed


def assessed(
    *lines: str,
    standards: str = "[]",
    schemes: str = "",
    scheme: str = "relative-5",
    more: str = "",
) -> Assessed:
    known = read(
        f"""
{schemes}
[reports.table]
organisation = "x"
title = "x"
period = "2019/20 Q4"
status_scheme = "{scheme}"
[[indicators]]
organisation = "x"
id = "it"
names = ["Increase it"]
title = "It"
standards = {standards}
{more}
""".encode(),
        "catalogue",
    )
    return read_report("\n".join(lines).encode(), "table.csv", known)


def one(*lines: str, **options: Any) -> Assessment:
    return assessed(*lines, **options).assessments[0]


def colours(found: Assessment) -> dict[str, str | None]:
    """Status by quarter, the rated one last."""
    made = {h.period.label: h.rating.status for h in found.history}
    return {**made, "2019/20 Q4": found.rating.status}


def test_R1_a_scheme_may_be_one_indicators_own() -> None:
    found = assessed(
        HEADER,
        "Increase it,,,,,76,80",
        "Increase other,,,,,76,80",
        standards='[{ scheme = "floor-standard", floor = 77 }]',
    )
    assert [a.rating.status for a in found.assessments] == ["red", "amber"]
    assert [a.yardstick.label for a in found.assessments] == [
        "floor-standard version 1",
        "relative-5 version 1",
    ]
    rows = tables([found])["ratings"].to_pylist()
    assert [row["scheme"].split(";")[0] for row in rows] == [
        "floor-standard version 1",
        "relative-5 version 1",
    ]


@pytest.mark.parametrize(
    ("standards", "status"),
    [
        ('[{ scheme = "agreed-tolerance", tolerance = 4 }]', "amber"),
        ('[{ scheme = "agreed-tolerance", tolerance = 3.9 }]', "red"),
        ('[{ scheme = "agreed-tolerance", tolerance_share = 0.05 }]', "amber"),
        ('[{ scheme = "met-or-not-met" }]', "red"),
        ('[{ scheme = "contextual" }]', None),
        ('[{ scheme = "floor-standard" }]', None),
    ],
)
def test_R1_every_kind_is_reached_from_a_catalogue(standards: str, status: str | None) -> None:
    assert one(HEADER, "Increase it,,,,,76,80", standards=standards).rating.status == status


NOT_WORSE = '[status_schemes.ours]\nkind = "not_worse"\ngreen_within = 0.1'


@pytest.mark.parametrize(
    ("figures", "status"),
    [("70,,,,72,", "green"), ("70,,,,71,", "amber"), ("72,,,,71,", "red"), (",,,,71,", None)],
)
def test_R1_a_scheme_that_looks_back_finds_the_same_quarter_of_last_year(
    figures: str, status: str | None
) -> None:
    found = one(HEADER, f"Increase it,{figures}80", schemes=NOT_WORSE, scheme="ours")
    assert found.rating.status == status


CHANGED = """
[status_schemes.before]
amber_within = 0.2
[status_schemes.now]
amber_within = 0.05
since = "2019/20 Q3"
replaces = "before"
"""


def test_R8_history_is_rated_by_the_scheme_of_its_time() -> None:
    found = one(HEADER, "Increase it,70,70,70,70,70,80", schemes=CHANGED, scheme="now")
    assert colours(found) == {
        "2018/19 Q4": None,  # its target is not known
        "2019/20 Q1": "amber",
        "2019/20 Q2": "amber",
        "2019/20 Q3": "red",
        "2019/20 Q4": "red",
    }
    assert [h.yardstick.name for h in found.history] == ["before"] * 3 + ["now"]


def test_R8_a_period_before_every_known_scheme_says_so() -> None:
    alone = '[status_schemes.now]\namber_within = 0.05\nsince = "2019/20 Q2"'
    found = one(HEADER, "Increase it,,70,70,,70,80", schemes=alone, scheme="now")
    first = next(h for h in found.history if h.period.label == "2019/20 Q1")
    assert first.rating.status is None
    assert first.rating.reason == (
        "Not rated: 70, and the scheme that was in force in 2019/20 Q1 is not known."
    )


def test_R8_a_floor_that_moved_rates_each_period_by_its_own() -> None:
    found = one(
        HEADER,
        "Increase it,,76,76,76,76,80",
        standards=(
            '[{ scheme = "floor-standard", floor = 75 }, { since = "2019/20 Q3", floor = 77 }]'
        ),
    )
    assert list(colours(found).values()) == [None, "amber", "amber", "red", "red"]


PHASED = (
    '[{ period = "2019/20 Q1", target = "80" }, { period = "2019/20 Q2", target = "170" },'
    ' { period = "2018/19", target = "340" }]'
)


def test_R5_a_running_count_is_rated_against_the_target_of_its_own_quarter() -> None:
    found = one(
        HEADER,
        "Increase it,347,79,150,260,347,348",
        standards=PHASED,
        more='accumulation = "year_to_date"',
    )
    assert colours(found) == {
        "2018/19 Q4": "green",
        "2019/20 Q1": "amber",
        "2019/20 Q2": "red",
        "2019/20 Q3": None,
        "2019/20 Q4": "amber",
    }
    third = next(h for h in found.history if h.period.label == "2019/20 Q3")
    assert "not comparable with a full-year target until Q4" in third.rating.reason


def test_a_printed_target_wins_over_the_catalogues() -> None:
    found = one(
        HEADER,
        "Increase it,,80,,,80,80",
        standards=(
            '[{ period = "2019/20", target = "90" }, { period = "2019/20 Q1", target = "90" }]'
        ),
    )
    assert (found.rating.status, found.facts.other_targets[0].value) == ("green", Decimal(90))
    assert colours(found)["2019/20 Q1"] == "red"  # that quarter's own, which no report prints


def test_a_printed_target_without_a_period_is_that_of_the_rated_one_and_its_year() -> None:
    found = one(
        HEADER.replace("2019/20 Target", "Target"),
        "Increase it,,80,,,80,80",
        standards=(
            '[{ period = "2019/20", target = "90" }, { period = "2019/20 Q4", target = "90" }]'
        ),
    )
    assert colours(found)["2019/20 Q4"] == "green"
    assert colours(found)["2019/20 Q1"] == "green"


def test_T1_cases_of_the_report_decide_how_firm_a_colour_is_and_what_would_change_it() -> None:
    columns = f"{HEADER},Numerator,Denominator"
    found = [
        assessed(columns, f"Reduce it,,,,,17.1%,16%,{cases}")
        for cases in (",", "49,286", "48906,286000")
    ]
    rows = [tables([made])["ratings"].to_pylist()[0] for made in found]
    assert [row["fragile"] for row in rows] == [False, True, False]
    assert rows[1]["fragility_reason"].startswith("Out of 286 cases, chance alone explains")
    green = [row["what_would_change"][1] for row in rows]
    assert {line[: line.index("lower: ")] for line in green} == {"Green at 16% or "}
    assert green[0].endswith("1.1 points lower.")
    assert green[1].endswith("which is 4 fewer of 286 cases (45 instead of 49).")
    assert green[2].endswith("3,146 fewer of 286,000 cases (45,760 instead of 48,906).")


def test_a_target_that_only_the_catalogue_knows_is_used_and_its_place_named() -> None:
    found = one(HEADER, "Increase it,,,,,80,", standards='[{ period = "2019/20", target = "85" }]')
    assert found.rating.status == "red"
    assert found.yardstick.target is not None
    assert found.yardstick.target.cell == "the catalogue"


@pytest.mark.parametrize(
    ("target", "value", "status", "asked"),
    [
        ("10-15", "10", "green", "10 to 15"),
        ("10-15", "15.75", "amber", "10 to 15"),
        ("10-15", "9.4", "red", "10 to 15"),
        ("between 10% and 15%", "15%", "green", "10% to 15%"),
        ("80% ±5%", "75%", "green", "75% to 85%"),
        ("over 80", "80", "amber", "above 80"),
        ("at least 80", "80", "green", "80 or higher"),
        (">80", "80.1", "green", "above 80"),
        ("under 80", "80", "green", "80 or higher"),  # worded for the other way: polarity wins
    ],
)
def test_R2_R4_ranges_and_bounds_are_rated_as_they_are_worded(
    target: str, value: str, status: str, asked: str
) -> None:
    found = one(HEADER, f"Increase it,,,,,{value},{target}")
    assert found.rating.status == status
    assert f"against a target of {asked}" in found.rating.reason.replace(".00", "").replace(
        ".0", ""
    )


def test_U5_a_range_in_another_unit_is_not_held_against_the_figure() -> None:
    found = assessed(HEADER, "Increase it,,,,,80%,£10-£15")
    assert found.assessments[0].rating.status is None
    assert found.assessments[0].rating.reason == (
        "Not rated: 80%, and the target (£10-£15) is in pounds, the indicator in per cent."
    )
    assert "target-unit-differs" in [finding.rule for finding in found.findings]


@pytest.mark.parametrize(
    ("target", "differs"), [("85", False), ("85.0", False), ("86", True), ("80-90", True)]
)
def test_a_printed_target_that_is_not_the_catalogues_is_a_finding(
    target: str, differs: bool
) -> None:
    standards = f'[{{ period = "2019/20", target = "{target}" }}]'
    found = assessed(HEADER, "Increase it,,,,,85,85", standards=standards)
    said = [f.message for f in found.findings if f.rule == "target-differs-from-catalogue"]
    assert len(said) == differs
    assert all(f"The report prints 85, the catalogue gives {target} for" in text for text in said)
    assert found.assessments[0].rating.status == "green"  # the printed one is used


def test_R4_the_dataset_keeps_a_range_and_the_figures_of_every_colour() -> None:
    found = assessed(HEADER, "Increase it,,,,,15.5,10-15")
    row = tables([found])["ratings"].to_pylist()[0]
    assert (row["target"], row["target_low"], row["target_high"]) == (None, 10.0, 15.0)
    assert row["target_raw"] == "10-15"
    assert row["bands"] == (
        "red (-inf, 9.5); amber [9.5, 10); green [10, 15]; amber (15, 15.75]; red (15.75, inf)"
    )
    assert row["fragile"] is False
    assert row["what_would_change"] == [
        "Green at 15 or lower: 0.5 lower.",
        "Red above 15.75: 0.3 higher.",
    ]


@pytest.mark.parametrize(
    ("standards", "said"),
    [
        ('[{ scheme = "flor" }]', "indicators.0.standards.0.scheme: The catalogue has no"),
        ('[{ target = "80" }]', "a target needs the period that it is for"),
        ('[{ period = "2019/20", target = "#NAME?" }]', "standards.0.target: '#NAME?'"),
        ("[{ floor = 1, tolerance = 1, tolerance_share = 0.1 }]", "has both tolerance and"),
        ('[{ since = "2019/20", period = "2019/20" }]', "has both since and period; give one"),
        ("[{ tolerance = -1 }]", "standards.0.tolerance: has to be at least 0, and is -1"),
        ("[{ flor = 1 }]", "standards.0.flor: not a known key; did you mean floor?"),
    ],
)
def test_a_wrong_standard_is_a_sentence_with_its_place(standards: str, said: str) -> None:
    with pytest.raises(Exception, match="needs correcting") as raised:
        one(HEADER, "Increase it,,,,,80,80", standards=standards)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ('kind = "absolute"', "a scheme of kind 'absolute' needs amber_within"),
        ('kind = "not_worse"', "a scheme of kind 'not_worse' needs green_within"),
        ('kind = "met"\namber_within = 0.1', "a scheme of kind 'met' has no amber_within"),
        ("amber_within = 0.1\ngreen_within = 0.2", "green_within has to be at most amber_within"),
        ('amber_within = 0.1\nreplaces = "relative-5"', "that replaces another needs since"),
        ('amber_within = 0.1\nsince = "2019/20 Q1"\nreplaces = "ours"', "it is replaced by itself"),
        (
            'amber_within = 0.1\nsince = "2019/20 Q1"\nreplaces = "x"',
            "ours.replaces: The catalogue",
        ),
        ('kind = "floor"\nbasis = "last_reported"', "a scheme of kind 'floor' has no basis"),
    ],
)
def test_a_scheme_that_cannot_be_is_a_sentence_with_its_place(scheme: str, said: str) -> None:
    with pytest.raises(Exception, match="needs correcting") as raised:
        read(f"[status_schemes.ours]\n{scheme}".encode(), "catalogue")
    assert said in str(raised.value)


def test_the_closest_standard_wins_key_by_key() -> None:
    given = [
        Standard(period="2019/20 Q2", target="3"),
        Standard(floor=Decimal(1), tolerance=Decimal(5)),
        Standard(period="2019/20", target="2", tolerance_share=Decimal("0.1")),
        Standard(since="2019/20 Q1", floor=Decimal(2)),
        Standard(since="2020/21 Q1", floor=Decimal(3)),
    ]
    found = [standard_for(given, period(at)) for at in ("2018/19 Q4", "2019/20 Q1", "2019/20 Q2")]
    assert [(s.target, s.floor, s.tolerance, s.tolerance_share) for s in found] == [
        (None, 1, 5, None),
        ("2", 2, None, Decimal("0.1")),
        ("3", 2, None, Decimal("0.1")),
    ]


def test_what_a_catalogue_says_of_standards_is_written_as_it_was_read() -> None:
    from kpi_core.catalogue import write

    known = read(
        f"{CHANGED}[[indicators]]\norganisation = 'x'\nid = 'a'\nnames = ['A']\ntitle = 'A'\n"
        f"standards = {PHASED}\n".encode(),
        "catalogue",
    )
    again = read(write(known).encode(), "again")
    assert again.model_copy(update={"content": known.content}) == known
    assert isinstance(again, Catalogue)
