"""One area, one subject, however a release writes its name (G3)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.national.areas import area_id
from kpi_core.national.reorganisations import ALIASES, BY_CODE, LARGER, REORGANISED


@pytest.mark.parametrize(
    ("names", "subject"),
    [
        (("Bristol, City of", "Bristol", "Bristol City Council", "BRISTOL UA"), "bristol"),
        (("Herefordshire, County of", "Herefordshire"), "herefordshire"),
        (("Kingston upon Hull, City of", "Kingston Upon Hull, City of"), "kingston-upon-hull"),
        (("St. Helens", "St Helens"), "st-helens"),
        (("Southend-on-Sea", "Southend on Sea", "Southend"), "southend-on-sea"),
        (("Telford and Wrekin", "Telford & Wrekin"), "telford-and-wrekin"),
        (("Durham", "County Durham", "Durham County Council"), "durham"),
        (("Bedford", "Bedford Borough", "Bedford Borough Council"), "bedford"),
        (("Yorkshire and The Humber", "Yorkshire and the Humber"), "yorkshire-and-the-humber"),
        (("East of England", "East"), "east-of-england"),
        (("London (Inner)", "Inner London"), "inner-london"),
        (("London (Outer)", "Outer London"), "outer-london"),
        (("Bournemouth (Pre LG)", "Bournemouth"), "bournemouth"),
        (("Poole (Pre LG)", "Poole"), "poole"),
        (("Dorset (Pre LG)",), "dorset-before-2019"),
        (("King's Lynn", "Kings Lynn", "King’s Lynn"), "kings-lynn"),
        (("City of London",), "city-of-london"),
    ],
)
def test_names_of_one_area_give_one_subject(names: tuple[str, ...], subject: str) -> None:
    assert {area_id(name) for name in names} == {subject}


@pytest.mark.parametrize(
    ("code", "subject"),
    [
        ("E10000009", "dorset-before-2019"),
        ("835", "dorset-before-2019"),
        ("E06000059", "dorset"),
        ("838", "dorset"),
        (" E06000059 ", "dorset"),
        ("E06000001", "dorset"),  # the code of another area that has always been
        ("", "dorset"),
        (None, "dorset"),
    ],
)
def test_G3_of_two_areas_with_one_name_the_code_tells(code: str | None, subject: str) -> None:
    assert area_id("Dorset", code) == subject


def test_G3_every_ended_council_is_followed_the_day_after_by_known_ones() -> None:
    for subject, area in REORGANISED.items():
        assert (area.ends is None) == (area.successors == ()), subject
        assert (area.begins is None) != (area.ends is None), subject
        for successor in area.successors:
            assert area.ends is not None
            assert REORGANISED[successor].begins == area.ends + timedelta(days=1)


def test_every_code_belongs_to_one_area() -> None:
    codes = [area.gss for area in REORGANISED.values()] + list(LARGER.values())
    assert len(set(codes)) == len(codes)
    assert len(BY_CODE) == 2 * len(REORGANISED)
    assert all(len(code) == 9 for code in codes)


def test_an_alias_leads_to_a_name_that_has_none_itself() -> None:
    assert not set(ALIASES) & set(ALIASES.values())


@given(st.text(max_size=40))
def test_an_id_is_always_a_slug_and_stays_the_same_when_read_again(name: str) -> None:
    found = area_id(name)
    assert all(c.isdigit() or "a" <= c <= "z" or c == "-" for c in found)
    assert area_id(found) == found
