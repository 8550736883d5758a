"""What a code says of an area, and that areas of one name stay apart."""

import pytest

from kpi_core.national.gss import area_of
from kpi_core.vocabulary import AreaKind


@pytest.mark.parametrize(
    ("name", "code", "subject", "kind", "type_"),
    [
        ("England", "E92000001", "england", "country", None),
        ("North West", "E12000002", "north-west", "region", None),
        ("Inner London", "E13000001", "inner-london", "region", None),
        ("West Midlands", "E12000005", "west-midlands", "region", None),
        ("West Midlands", "E47000007", "west-midlands-e47000007", "group_of_councils", None),
        ("West Midlands", "E23000014", "west-midlands-e23000014", "other", None),
        ("Warrington", "E06000007", "warrington", "council", "Unitary authority"),
        ("Stockport", "E08000007", "stockport", "council", "Metropolitan district"),
        ("Essex", "E10000012", "essex", "council", "County council"),
        ("Craven", "E07000163", "craven", "council", "District council"),
        ("Bromley", "E09000006", "bromley", "council", None),
        ("Dorset", "E06000059", "dorset", "council", "Unitary authority"),
        ("Dorset County", "E10000009", "dorset-before-2019", "council", "County council"),
        ("Fife", "S12000047", "fife-s12000047", "other", None),
        ("Altrincham", "E05000819", "altrincham-e05000819", "other", None),
        ("England", "", "england", "country", None),
        ("North West", "", "north-west", "region", None),
        ("Somewhere", "", "somewhere", "other", None),
        ("", "E05000819", "e05000819-e05000819", "other", None),
        ("…", "", "b4935894", "other", None),
    ],
)
def test_G3_a_code_tells_what_an_area_is(
    name: str, code: str, subject: str, kind: str, type_: str | None
) -> None:
    area = area_of(name, code)
    assert (area.subject, area.kind, area.type) == (subject, AreaKind(kind), type_)
    assert area.gss == (code or None)
