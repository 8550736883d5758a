"""Which two names may be one indicator by closeness, and which never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from kpi_core.catalogue import Catalogue
from kpi_core.histories import link
from kpi_core.histories.close import CLOSE
from kpi_core.histories.wording import Wording
from tests.histories.facts_of import report, row

SAME_WORDS = (
    (
        "Reduce the proportion of LAC who are placed out of the borough and 20+ miles from home",
        "Reduce the proportion of LAC placed out of the borough, 20+ miles from home",
    ),
    ("Increase care leavers in suitable accommodation", "Care leavers in suitable accommodation"),
    ("Increase the take up of free school meals", "Improve the take-up of free school meals"),
    ("Complaints answered on time (%)", "Complaints answered on time"),
    ("Pedestrian fatalities", "Fatalities - pedestrians"),
    ("Safegaurding enquiries concluded", "Safeguarding enquiries concluded"),
    ("Time to decide applications (weeks)", "Time to decide application, weeks"),
    ("Assessments completed in 45 days", "Assessments completed within 45 days"),
    ("Organisations recognised by the council", "Organizations recognized by the council"),
)

OTHER_WORDS = (
    (
        "Reduce the proportion of referrals that are within 12 months of a previous referral",
        "Percentage of re-referrals within 12 months of a previous referral",
    ),
    ("Increase tax collected after audits", "Increase tax collected after field audits"),
    ("Roads in category A needing repair", "Roads in category B needing repair"),
    ("Household waste sent for recycling", "Household waste sent off for recovery"),
    (
        "Residents satisfied with information about the borough's compost service",
        "Residents satisfied with information about the borough's complaint service",
    ),
    ("Cases eligible for adjustment", "Cases that are eligible for adjustment at low risk"),
)
"""A word more, less or other: another measure, unless the figures say that it is the same."""

NEVER = (
    # digits
    (
        "Increase the proportion of decisions made within 1 working day",
        "Increase the proportion of decisions made within 2 working days",
    ),
    ("Young people aged 9-15 in the service", "Young people aged 16-18 in the service"),
    ("In the same placement for 2+ years", "In the same placement for 3+ years"),
    ("In the same placement for 2+ years", "In the same placement for 2 years"),
    ("Applications decided within one week", "Applications decided within two weeks"),
    ("First time entrants to the system", "Second time entrants to the system"),
    ("Visits (rate per 1,000 residents)", "Visits (rate per 100,000 residents)"),
    # opposites
    ("Reduce the number of visits to libraries", "Increase the number of visits to libraries"),
    ("Life expectancy at birth of males", "Life expectancy at birth of females"),
    ("Life expectancy at birth in the borough", "Life expectancy at birth in the borough, male"),
    ("Adults in contact with the service on time", "Children in contact with the service on time"),
    ("Absence from primary schools in the area", "Absence from secondary schools in the area"),
    ("Households waiting fewer than 8 weeks", "Households waiting more than 8 weeks"),
    ("Homes with a smoke alarm fitted by us", "Homes without a smoke alarm fitted by us"),
    ("People in settled employment", "People not in settled employment"),
    ("Customers satisfied with the service", "Customers dissatisfied with the service"),
    ("Number of complaints upheld by us", "Percentage of complaints upheld by us"),
    ("Reviews completed within 28 days", "Reviews completed outside 28 days"),
    ("Major applications decided on time", "Minor applications decided on time"),
    ("Placements that are stable (%)", "Placements that are stable (num)"),
)

FAR = (
    ("Residents in long term employment", "Residents in long term unemployment"),
    ("Complaints", "Complaints upheld by the ombudsman"),
    ("Children in care", "Children in care who went missing from home"),
)

ENDING = " as counted by services across the whole borough, all wards and neighbourhoods together"


NONE: dict[str, str] = {}
EQUAL = {"2019/20 Q1": "16.0%", "2019/20 Q2": "15.3%"}
ONE_EQUAL = {"2019/20 Q1": "16%"}
OTHERS = {"2019/20 Q1": "16.0%", "2019/20 Q2": "17.3%", "2019/20 Q3": "18%"}
UNLIKE = {"2019/20 Q1": "26.0%", "2019/20 Q2": "25.3%"}


def linked(old: str, new: str, before: dict[str, str] = NONE, after: dict[str, str] = NONE) -> bool:
    reports = [report("2019/20 Q3", row(old, before)), report("2019/20 Q4", row(new, after))]
    (first, second), _ = link(reports, Catalogue())
    return first.indicators[0].indicator.id == second.indicators[0].indicator.id


@pytest.mark.parametrize("after", [NONE, EQUAL, ONE_EQUAL, OTHERS])
@pytest.mark.parametrize(("old", "new"), SAME_WORDS)
def test_G1_the_same_words_in_other_forms_are_linked_both_ways(
    old: str, new: str, after: dict[str, str]
) -> None:
    assert linked(old, new, EQUAL, after)
    assert linked(new, old, EQUAL, after)


@pytest.mark.parametrize(("old", "new"), SAME_WORDS)
def test_the_same_words_with_other_figures_throughout_are_not_linked(old: str, new: str) -> None:
    assert not linked(old, new, EQUAL, UNLIKE)


@pytest.mark.parametrize(("old", "new"), OTHER_WORDS)
def test_G1_other_words_are_linked_only_where_the_figures_bear_it_out(old: str, new: str) -> None:
    assert linked(old, new, EQUAL, EQUAL)
    assert linked(new, old, EQUAL, EQUAL | {"2019/20 Q3": "1%"})
    for before, after in ((NONE, NONE), (EQUAL, OTHERS), (EQUAL, UNLIKE), (EQUAL, NONE)):
        assert not linked(old, new, before, after)


def test_one_figure_is_enough_for_names_that_are_close_and_not_for_others() -> None:
    assert linked(*OTHER_WORDS[1], EQUAL, ONE_EQUAL)
    assert not linked(*OTHER_WORDS[3], EQUAL, ONE_EQUAL)


def test_the_same_number_in_every_period_proves_nothing() -> None:
    flat = dict.fromkeys(EQUAL, "100%")
    assert not linked(*OTHER_WORDS[3], flat, flat)


@pytest.mark.parametrize("figures", [NONE, EQUAL])
@pytest.mark.parametrize(("old", "new"), NEVER)
def test_G1_names_that_differ_in_what_matters_are_never_linked(
    old: str, new: str, figures: dict[str, str]
) -> None:
    """However alike they are: with a long ending in common, all of these are near enough."""
    old, new = f"{old}{ENDING}", f"{new}{ENDING}"
    assert fuzz.ratio(Wording.of(old).text, Wording.of(new).text) >= CLOSE
    assert not linked(old, new, figures, figures)
    assert not linked(new, old, figures, figures)


@pytest.mark.parametrize(("old", "new"), FAR)
def test_names_that_are_not_near_are_not_linked(old: str, new: str) -> None:
    assert not linked(old, new, EQUAL, EQUAL)


def test_figures_that_many_share_lead_to_nobody() -> None:
    olds = [row(f"{chr(97 + at) * 9} visits to libraries in the area", EQUAL) for at in range(21)]
    new = row("Visits to libraries in the areas of the town", EQUAL)
    made, _ = link([report("2019/20 Q3", *olds), report("2019/20 Q4", new)], Catalogue())
    assert "indicator-matched-closely" not in {f.rule for f in made[1].findings}


SOME = "reduce the rate of 1 2+ male not adults é % 45,5 x-ray"
WORDS = st.lists(st.sampled_from(SOME.split()))


@given(WORDS.map(" ".join))
def test_a_name_is_taken_apart_the_same_in_any_case_and_spacing(name: str) -> None:
    assert Wording.of(name) == Wording.of(f"  {name.upper()} ".replace(" ", "  "))


@given(st.text())
def test_any_name_can_be_taken_apart(name: str) -> None:
    wording = Wording.of(name)
    assert wording.words == frozenset(wording.text.split())
