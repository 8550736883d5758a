"""Direction wordings of real reports: judgements, movements, and arrows from symbol fonts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.direction_words import judge, symbol_font_movements
from kpi_core.cells.words import Declared, DirectionVocabulary
from kpi_core.vocabulary import Direction, Missing, Movement, Polarity

parse_direction = DirectionVocabulary().parse

UP, DOWN, LEVEL = Movement.UP, Movement.DOWN, Movement.LEVEL
IMPROVING, MAINTAINED, DECLINING = Direction.IMPROVING, Direction.MAINTAINED, Direction.DECLINING


@pytest.mark.parametrize(
    ("text", "word", "movement"),
    [
        ("Improving & Decreasing", IMPROVING, DOWN),
        ("Deteriorating & Increasing", DECLINING, UP),
        ("Stable & No change", MAINTAINED, None),
        ("Up (worse)", DECLINING, UP),
        ("Better / lower", IMPROVING, DOWN),
        ("↗ Improving", IMPROVING, UP),
        ("Improving ⬇\ufe0f", IMPROVING, DOWN),
        ("→ Static", MAINTAINED, LEVEL),
        ("Unchanged", MAINTAINED, None),
        ("Getting worse", DECLINING, None),
        ("Better than last year", IMPROVING, None),
        ("Same as the previous quarter", MAINTAINED, None),
        ("Significantly improved", IMPROVING, None),
        ("Improving trend", IMPROVING, None),
        ("Improving*", IMPROVING, None),
    ],
)
def test_D2_a_judgement_may_stand_beside_the_movement(
    text: str, word: Direction, movement: Movement | None
) -> None:
    declared = parse_direction(text)
    assert isinstance(declared, Declared), declared
    assert (declared.word, declared.movement, declared.missing) == (word, movement, None)


@pytest.mark.parametrize(
    ("movement", "texts"),
    [
        (UP, ("Up", "Increased", "↑", "⬆", "⬆️", "▲", "↗", "rising", "\uf0e9", "Upward trend")),
        (DOWN, ("Down", "decreasing", "↓", "⬇", "▼", "↘", "Fallen", "\uf0ea")),
        (LEVEL, ("→", "►", "◄►", "◄ ►", "↔", "=", "Level", "Flat", "\uf0e8")),
    ],
)
def test_D2_a_movement_alone_comes_back_unjudged(
    movement: Movement, texts: tuple[str, ...]
) -> None:
    vocabulary = DirectionVocabulary()
    for text in texts:
        assert vocabulary.parse(text) == Declared(text, None, None, False, movement)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("New measure", Missing.NOT_APPLICABLE),
        ("Not comparable", Missing.NOT_APPLICABLE),
        ("No previous data", Missing.NOT_AVAILABLE),
        ("TBC", Missing.AWAITED),
    ],
)
def test_D4_without_an_earlier_figure_there_is_no_direction(text: str, missing: Missing) -> None:
    declared = parse_direction(text)
    assert isinstance(declared, Declared), declared
    assert (declared.word, declared.missing) == (None, missing)


@pytest.mark.parametrize(
    ("movement", "polarity", "direction"),
    [
        (UP, Polarity.HIGHER_IS_BETTER, IMPROVING),
        (UP, Polarity.LOWER_IS_BETTER, DECLINING),
        (DOWN, Polarity.HIGHER_IS_BETTER, DECLINING),
        (DOWN, Polarity.LOWER_IS_BETTER, IMPROVING),
        (UP, Polarity.NEUTRAL, None),
        (DOWN, Polarity.TARGET_IS_BEST, None),
        (UP, Polarity.UNKNOWN, None),
        *[(LEVEL, polarity, MAINTAINED) for polarity in Polarity],
    ],
)
def test_D2_polarity_judges_a_movement(
    movement: Movement, polarity: Polarity, direction: Direction | None
) -> None:
    assert judge(movement, polarity) is direction


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Not_Improving", "joins two directions"),
        ("Not improving", "joins two directions"),
        ("Improving / Worse", "is not a known direction"),
        ("Up/Down", "is not a known direction"),
        ("↑↓", "is not a known direction"),
        ("Decreasing performance", "is not a known direction"),
        ("Requires improvement", "is not a known direction"),
        ("C", "is not a known direction"),
        ("é", "may be an arrow of a symbol font"),
        ("\uf021", "may be an arrow of a symbol font"),
        ("Improving " * 50, "too long"),
    ],
)
def test_what_is_no_direction_for_certain_is_a_problem(text: str, reason: str) -> None:
    problem = DirectionVocabulary().parse(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


def test_letters_are_arrows_only_in_a_column_of_nothing_else() -> None:
    arrows = DirectionVocabulary(column=["é", "ê", " è ", "", "-", "ì"])
    read = [arrows.parse(text) for text in ("é", "ê", "è", "ì")]
    assert [getattr(one, "movement", one) for one in read] == [UP, DOWN, LEVEL, UP]
    for column in (["é", "Improving"], ["é", "e"], []):
        assert isinstance(DirectionVocabulary(column=column).parse("é"), Problem)
    assert "é" in symbol_font_movements(["é", "\uf0e9", "n/a"])


def test_corrections_outrank_the_legend_and_the_legend_the_rest() -> None:
    vocabulary = DirectionVocabulary(
        {"I": IMPROVING, "S": Missing.NOT_DUE}, {"s": MAINTAINED, "↑": IMPROVING, "up": DOWN}
    )
    texts = ("i", "S", "↑", "Up", "Worse", "M")
    read = [vocabulary.parse(text) for text in texts]
    assert [(one.word, one.movement, one.missing) for one in read] == [
        (IMPROVING, None, None),
        (None, None, Missing.NOT_DUE),
        (IMPROVING, None, None),
        (None, DOWN, None),
        (DECLINING, None, None),
        (None, None, Missing.AWAITED),
    ]


crumbs = st.lists(
    st.sampled_from(
        ["Improving", "Up", "&", "↑", "▼", "performance", "(", "/", "M", "é", "\uf0e9", "=", "no"]
    ),
    max_size=6,
)


@given(st.text() | crumbs.map(" ".join) | crumbs.map("".join), st.lists(st.text(max_size=3)))
def test_any_text_gives_a_direction_a_movement_a_reason_or_a_problem(
    text: str, column: list[str]
) -> None:
    declared = DirectionVocabulary(column=[*column, text]).parse(text)
    if isinstance(declared, Problem):
        assert declared.reason
        return
    assert declared.raw == text
    assert declared.word or declared.missing or declared.movement
    assert not (declared.missing and (declared.word or declared.movement))
