"""Which two names may be one indicator by closeness, and which never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from kpi_core.catalogue import Catalogue
from kpi_core.histories import link
from kpi_core.histories.close import CLOSE
from kpi_core.histories.wording import Wording
from tests.histories.facts_of import report

ONE = (
    (
        "Reduce the proportion of referrals that are within 12 months of a previous referral",
        "Percentage of re-referrals within 12 months of a previous referral",
    ),
    (
        "Reduce the proportion of LAC who are placed out of the borough and 20+ miles from home",
        "Reduce the proportion of LAC placed out of the borough, 20+ miles from home",
    ),
    ("Increase care leavers in suitable accommodation", "Care leavers in suitable accommodation"),
    ("Increase the take up of free school meals", "Improve the take-up of free school meals"),
    ("Complaints answered on time (%)", "Complaints answered on time"),
    ("Safegaurding enquiries concluded", "Safeguarding enquiries concluded"),
    ("Time to decide applications (weeks)", "Time to decide application, weeks"),
    ("Assessments completed in 45 days", "Assessments completed within 45 days"),
    ("Organisations recognised by the council", "Organizations recognized by the council"),
)

TWO = (
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
    # one word for another
    ("Roads in category A needing repair", "Roads in category B needing repair"),
    ("Major applications decided on time", "Minor applications decided on time"),
    ("Household waste sent for recycling", "Household waste sent for incineration"),
    ("Phase II of the programme delivered", "Phase III of the programme delivered"),
)

FAR = (
    ("Residents in long term employment", "Residents in long term unemployment"),
    ("Complaints", "Complaints upheld"),
    ("Children in care", "Children in care who went missing from home"),
)

ENDING = " as counted by services across the whole borough, all wards and neighbourhoods together"


def linked(old: str, new: str) -> bool:
    (first, second), _ = link([report("2019/20 Q3", old), report("2019/20 Q4", new)], Catalogue())
    return first.indicators[0].indicator.id == second.indicators[0].indicator.id


@pytest.mark.parametrize(("old", "new"), ONE)
def test_G1_two_wordings_of_one_indicator_are_linked_both_ways(old: str, new: str) -> None:
    assert linked(old, new)
    assert linked(new, old)


@pytest.mark.parametrize(("old", "new"), TWO)
def test_G1_names_that_differ_in_what_matters_are_never_linked(old: str, new: str) -> None:
    """However alike they are: with a long ending in common, all of these are near enough."""
    old, new = f"{old}{ENDING}", f"{new}{ENDING}"
    assert fuzz.ratio(Wording.of(old).text, Wording.of(new).text) >= CLOSE
    assert not linked(old, new)
    assert not linked(new, old)


@pytest.mark.parametrize(("old", "new"), FAR)
def test_names_that_are_not_near_are_not_linked(old: str, new: str) -> None:
    assert not linked(old, new)


SOME = "reduce the rate of 1 2+ male not adults é % 45,5 x-ray"
WORDS = st.lists(st.sampled_from(SOME.split()))


@given(WORDS.map(" ".join))
def test_a_name_is_taken_apart_the_same_in_any_case_and_spacing(name: str) -> None:
    assert Wording.of(name) == Wording.of(f"  {name.upper()} ".replace(" ", "  "))


@given(st.text())
def test_any_name_can_be_taken_apart(name: str) -> None:
    wording = Wording.of(name)
    assert wording.words == frozenset(wording.text.split())
