"""Status wordings of real reports: what judges, what only a legend can explain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.words import Declared, StatusVocabulary, parse_status
from kpi_core.vocabulary import Missing, Status

RED, AMBER, GREEN, EXCEEDED = Status


@pytest.mark.parametrize(
    ("status", "texts"),
    [
        (RED, ("RED", "R", "🔴", "🟥", "Off track", "Off target", "Not met", "Target not met")),
        (RED, ("Did_Not_Meet", "Not achieved", "Target missed", "Worse than target")),
        (AMBER, ("A", "🟡", "🟠", "Yellow", "Close to target", "Partially met", "At risk")),
        (AMBER, ("Partly achieved", "Within tolerance", "Slightly off target", "Nearly met")),
        (GREEN, ("G", "🟢", "🟩\ufe0f", "On track", "On target", "Met", "Met_Goal", "Achieved")),
        (GREEN, ("Target met or exceeded", "Progressing as planned", "Better than target")),
        (RED, ("RAG: Red", "RAG rating: red", "Red (R)", "Red - off target", "R: Red", "▲ Red")),
        (AMBER, ("Amber (on track)", "A - Amber")),
        (
            GREEN,
            (
                "Green (TBC)",
                "Green – target met",
                "🟢 Green",
                "● Green",
                "Green - exceeded",
                "G - exceeded",
            ),
        ),
        (RED, ("Red*", "Red [1]", "R.", "Alert", "Not achieving")),
        (AMBER, ("Warning", "Amber¹")),
        (GREEN, ("OK", "Green [note 2]", "On course")),
        (GREEN, ("Blue - on target", "Met or exceeded")),
        (EXCEEDED, ("Exceeded", "Target exceeded", "EXCEEDING TARGET", "★ Exceeded")),
        (EXCEEDED, ("Blue - exceeded", "Blue (target exceeded)", "RAG: Exceeded")),
    ],
)
def test_R7_wordings_that_judge_are_a_status(status: Status, texts: tuple[str, ...]) -> None:
    read = {text: parse_status(text) for text in texts}
    assert {text: getattr(one, "word", one) for text, one in read.items()} == dict.fromkeys(
        texts, status
    )


@pytest.mark.parametrize(
    ("missing", "texts"),
    [
        (Missing.NOT_APPLICABLE, ("Baseline year", "For information only", "Contextual")),
        (Missing.NOT_APPLICABLE, ("No target", "Not applicable", "Data only", "Trend only")),
        (Missing.NOT_AVAILABLE, ("NA", "Data not currently available", "Not rated", "Grey")),
        (Missing.NOT_AVAILABLE, ("Further information required", "N/A - annual")),
        (Missing.NOT_AVAILABLE, ("Unknown", "Not scored")),
        (Missing.AWAITED, ("TBC", "M", "To follow")),
    ],
)
def test_R4_what_is_not_rated_has_its_reason(missing: Missing, texts: tuple[str, ...]) -> None:
    for text in texts:
        declared = parse_status(text)
        assert isinstance(declared, Declared), declared
        assert (declared.word, declared.missing) == (None, missing)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Above target", "on which side of the target"),
        ("below target", "on which side of the target"),
        ("Slightly below target", "on which side of the target"),
        ("Within target", "a legend has to say"),
        ("Within agreed limits", "a legend has to say"),
        ("★", "only a legend can explain"),
        ("●", "only a legend can explain"),
        ("✓", "only a legend can explain"),
        ("✕", "only a legend can explain"),
        ("🔵", "only a legend can explain"),
        ("\uf0e9", "a character of a symbol font"),
        ("Blue", "is not a known status"),
        ("B - Blue", "is not a known status"),
        ("Green (was red)", "is not a known status"),
        ("Green - red", "is not a known status"),
        ("🟢 Red", "is not a known status"),
        ("A - exceeded", "is not a known status"),
        ("A - achieved", "is not a known status"),
        ("Something - tbc", "is not a known status"),
        ("Annual: red", "is not a known status"),
        ("C", "is not a known status"),
        ("2", "is not a known status"),
        ("Red " * 100, "too long"),
    ],
)
def test_what_does_not_judge_for_certain_is_a_problem(text: str, reason: str) -> None:
    problem = parse_status(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


def test_corrections_outrank_the_legend_and_the_legend_the_rest() -> None:
    vocabulary = StatusVocabulary({"Blue": GREEN, "M": RED}, {"m": AMBER, "b": GREEN, "g": AMBER})
    texts = ("blue", "M", "B", "G", "Red", "-")
    read = [vocabulary.parse(text) for text in texts]
    assert [getattr(one, "word", one) for one in read] == [GREEN, RED, GREEN, AMBER, RED, None]


def test_a_correction_may_say_that_a_word_stands_for_nothing() -> None:
    declared = StatusVocabulary({"Amber": Missing.NOT_DUE}).parse("AMBER")
    assert declared == Declared("AMBER", None, Missing.NOT_DUE)


def test_yes_and_no_answer_a_heading_that_asks() -> None:
    asked = StatusVocabulary(answers=True)
    assert [getattr(asked.parse(text), "word", None) for text in ("Yes", "no")] == [GREEN, RED]
    assert isinstance(StatusVocabulary().parse("Yes"), Problem)


@pytest.mark.parametrize(
    ("text", "respelled"),
    [
        ("Off Track", False),
        ("Off track", False),
        ("Met_Goal", False),
        ("Blue - exceeded", False),
        ("Partially\nachieved", False),
        ("OK", False),
        ("off track", True),
        ("OFF TRACK", True),
        ("Off  track", True),
        ("RAG: Red", False),
        ("rag: red", True),
    ],
)
def test_only_an_unusual_spelling_is_a_respelling(text: str, respelled: bool) -> None:
    declared = parse_status(text)
    assert isinstance(declared, Declared)
    assert declared.respelled is respelled


crumbs = st.lists(
    st.sampled_from(
        ["Red", "green", "🟢", "-", "(", ")", ":", "RAG", "target", "not", "met", "★", "M", "Blue"]
    ),
    max_size=6,
)
words = st.dictionaries(st.text(max_size=5), st.sampled_from([*Status, *Missing]), max_size=3)


@given(st.text() | crumbs.map(" ".join) | crumbs.map("".join), words, words, st.booleans())
def test_any_text_gives_a_status_a_reason_for_none_or_a_problem(
    text: str, own: dict[str, Status | Missing], legend: dict[str, Status | Missing], asks: bool
) -> None:
    declared = StatusVocabulary(own, legend, answers=asks).parse(text)
    if isinstance(declared, Declared):
        assert (declared.word is None) is (declared.missing is not None)
        assert (declared.raw, declared.movement) == (text, None)
    else:
        assert declared.reason
