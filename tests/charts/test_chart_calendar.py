"""The missing-data calendar as a picture: each kind of gap has its own sign, named in the key."""

import pandas as pd
import pytest

from kpi_core.charts import CHARTS
from kpi_core.charts.calendar import _EXPLAINED, _LETTERS, _SHAPES
from kpi_core.charts.theme import LIGHT
from kpi_core.present.calendar import FIGURE, STATE_WORDS
from kpi_core.vocabulary import Mark, Missing
from tests.charts.frames import missing


def _texts(frame: pd.DataFrame) -> list[str]:
    spec = CHARTS["calendar"](frame, LIGHT, description="").to_dict()
    rows = [row for layer in spec["layer"] for row in layer.get("data", {}).get("values", [])]
    rows += [row for values in spec.get("datasets", {}).values() for row in values]
    return [str(row["text"]) for row in rows if "text" in row]


def test_every_kind_of_gap_has_a_shape_or_a_letter_of_its_own() -> None:
    by_letter = [state for state in STATE_WORDS if state not in _SHAPES]
    assert set(by_letter) <= set(_LETTERS)
    letters = [_LETTERS[word] for word in (*map(Missing, by_letter), *Mark)]
    assert len(set(letters)) == len(letters)
    assert len({*_SHAPES.values(), _EXPLAINED}) == len(_SHAPES) + 1


def test_S6_the_key_names_the_two_ways_of_printing_a_gap_apart_and_only_what_occurs() -> None:
    said = _texts(missing())
    assert {"Figure", "Left empty", "Printed as a dash", "A: Awaited", "P: Provisional"} <= set(
        said
    )
    assert not {"S: Suppressed", "N: Not due", "Not in the report"} & set(said)


@pytest.mark.parametrize("state", [state for state in STATE_WORDS if state != FIGURE])
def test_every_state_can_be_drawn_and_is_in_the_key(state: str) -> None:
    frame = missing().assign(state=state, word=STATE_WORDS[state], mark=None)
    assert any(text.endswith(STATE_WORDS[state]) for text in _texts(frame))


def test_a_row_is_higher_only_where_letters_stand_below_the_signs() -> None:
    plain = missing().assign(mark=None)
    plain = plain[plain["state"] != "awaited"]
    heights = [
        CHARTS["calendar"](frame, LIGHT, description="").to_dict()["height"]
        for frame in (plain, missing())
    ]
    assert heights[0] < heights[1]
