"""Addresses: relative, readable, and the same words as on screen."""

import pytest

from kpi_core.selection import Filters, from_words
from kpi_core.web.address import address
from kpi_core.web.screens import SCREENS


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("overview", None, {}), "./"),
        (("methods", None, {}), "methods"),
        (("overview", Filters(status=("Not rated",)), {}), "./?status=Not+rated"),
        (
            ("indicator", Filters(status=("Red", "Amber"), q="a&b"), {"indicator": "x"}),
            "indicator?indicator=x&status=Red&status=Amber&q=a%26b",
        ),
        (("indicator", Filters(), {"indicator": None}), "indicator"),
    ],
)
def test_address(given, expected: str) -> None:
    key, filters, values = given
    assert address(key, filters, **values) == expected


def test_an_address_reads_back_to_the_same_filters() -> None:
    from urllib.parse import parse_qs, urlsplit

    filters = Filters(status=("Red",), theme=("Ünïcode & <tags>",), q="5*4")
    query = parse_qs(urlsplit(address("overview", filters)).query)
    assert from_words({**query, "q": query["q"][0]}) == filters


def test_no_screen_is_unknown() -> None:
    assert len({entry.url for entry in SCREENS}) == len(SCREENS)
    with pytest.raises(KeyError):
        address("nowhere")
