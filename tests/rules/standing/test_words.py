"""The method in words is made from the rules' own constants."""

from kpi_core.rules.standing import METHODS, deviations, rules
from kpi_core.rules.standing.spread import LEAST_FIGURES, SCALE


def test_the_words_name_every_method_and_every_threshold() -> None:
    said = " ".join(rules())
    assert all(method.sentence in said for method in METHODS.values())
    for threshold in (str(float(SCALE)), str(LEAST_FIGURES), "four", "five", "half", "a quarter"):
        assert threshold in said


def test_what_is_our_own_choice_is_said_to_be() -> None:
    assert any("our choice" in sentence for sentence in deviations())
    assert all(sentence.endswith(".") for sentence in (*rules(), *deviations()))
