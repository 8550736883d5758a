"""Agreement, caveats and firmness of a row in words."""

import pytest

from kpi_core.checks.caveats import CAVEAT_KINDS, PATTERNS, Caveat, caveat_kinds
from kpi_core.present.doubts import doubts
from kpi_core.vocabulary import Agreement, Firmness

RATING = {
    "agrees_status": True,
    "agrees_direction": True,
    "caveats": [],
    "computed_status": "red",
    "fragile": None,
}
SAME, STATUS, DIRECTION, NOTHING = Agreement


@pytest.mark.parametrize(
    ("status", "direction", "words", "said"),
    [
        (True, True, (SAME,), "Same"),
        (True, None, (SAME,), "Same"),
        (None, True, (SAME,), "Same"),
        (None, None, (NOTHING,), "Nothing to compare"),
        (False, True, (STATUS,), "Different status"),
        (False, None, (STATUS,), "Different status"),
        (None, False, (DIRECTION,), "Different direction"),
        (False, False, (STATUS, DIRECTION), "Different status; different direction"),
    ],
)
def test_R7_status_and_direction_differ_each_by_itself(
    status: bool | None, direction: bool | None, words: tuple[Agreement, ...], said: str
) -> None:
    made = doubts(RATING | {"agrees_status": status, "agrees_direction": direction})
    assert (made["agreement"], made["agreement_words"]) == (words, said)


@pytest.mark.parametrize(
    ("computed", "fragile", "firmness", "said"),
    [
        ("red", True, Firmness.COULD_TIP, "Could tip"),
        ("red", False, Firmness.FIRM, "Firm"),
        ("red", None, None, ""),
        (None, None, Firmness.NOT_RATED, "Not rated"),
    ],
)
def test_how_firm_is_said_only_where_it_was_worked_out(
    computed: str | None, fragile: bool | None, firmness: Firmness | None, said: str
) -> None:
    made = doubts(RATING | {"computed_status": computed, "fragile": fragile})
    assert (made["firmness"], made["firmness_word"]) == (firmness, said)


@pytest.mark.parametrize(("rule", "label"), [pattern[:2] for pattern in PATTERNS])
def test_S12_S13_the_sentence_of_a_caveat_gives_its_kind_back(rule: str, label: str) -> None:
    caveat = Caveat(rule, label, "as “printed”: with marks", "line 1")
    assert caveat_kinds([caveat.sentence]) == (label,)


@pytest.mark.parametrize(
    ("sentences", "kinds", "said"),
    [
        ([], ("No caveat",), ""),
        (["Small numbers."], ("Noted in the catalogue",), "Noted in the catalogue"),
        (["Time lag"], ("Time lag",), "Time lag"),
        (
            ["Annual survey: “a”", "Small numbers.", "Time lag: “x”", "Time lag: “y”"],
            ("Time lag", "Annual survey", "Noted in the catalogue"),
            "Time lag; annual survey; noted in the catalogue",
        ),
    ],
)
def test_kinds_of_caveats_are_in_a_fixed_order_each_once(
    sentences: list[str], kinds: tuple[str, ...], said: str
) -> None:
    made = doubts(RATING | {"caveats": sentences})
    assert (made["caveat"], made["caveat_words"]) == (kinds, said)


def test_no_two_kinds_share_a_name() -> None:
    assert len(set(CAVEAT_KINDS)) == len(CAVEAT_KINDS) == len(PATTERNS) + 2
