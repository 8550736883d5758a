"""Direction schemes in a catalogue: what they may say, and what is refused with the key."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core import catalogue as catalogues
from kpi_core.catalogue import Catalogue, DeadBand, DirectionScheme, since_a_year_before
from kpi_core.catalogue.direction_schemes import FEWEST_POINTS, LONGEST_WINDOW
from kpi_core.errors import CatalogueError
from kpi_core.rules.assess import schemes_for
from kpi_core.vocabulary import DirectionBasis

REPORT = '[reports.q4]\norganisation = "x"\ntitle = "T"\n'


def read(text: str) -> Catalogue:
    return catalogues.read(text.encode(), "cat.toml")


def scheme(*lines: str) -> DirectionScheme:
    return read("\n".join(("[direction_schemes.d]", *lines))).direction_scheme("d")


def test_what_was_a_whole_scheme_before_still_is_and_means_the_same() -> None:
    found = scheme('basis = "last_reported"', "worse_within = 0.05")
    assert found == DirectionScheme(worse_within=Decimal("0.05"))
    assert (found.band, found.better_within) == (DeadBand.RELATIVE, 0)


def test_D3_a_band_may_be_absolute_and_have_two_sides() -> None:
    found = scheme('band = "absolute"', "worse_within = 2", "better_within = 0.5")
    assert (found.band, found.worse_within, found.better_within) == (
        *(DeadBand.ABSOLUTE, 2, Decimal("0.5")),
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("worse_within = 1",),
            (
                "direction_schemes.d.worse_within: has to be less than 1, which is all of the "
                "compared figure, and is 1; a size in the indicator's own unit needs "
                'band = "absolute"'
            ),
        ),
        (
            ("worse_within = 0.05", "better_within = 1.5"),
            "direction_schemes.d.better_within: has to be less than 1, which is all of",
        ),
        (("worse_within = 1e300",), "d.worse_within: has to be less than 1, which is all of the"),
        (("worse_within = -1",), "d.worse_within: has to be at least 0, and is -1"),
        (
            ("worse_within = inf", 'band = "absolute"'),
            "d.worse_within: has to be a number such as 0.05, and is Infinity",
        ),
        (
            ("worse_within = 2", 'band = "points"'),
            "d.band: 'points' is not a word for this; the words are: relative, absolute",
        ),
        (
            ("worse_within = 0.05", 'start = "2016/17"'),
            (
                'direction_schemes.d.start: is for basis = "start_of_plan" alone, and the basis '
                'here is "last_reported"'
            ),
        ),
        (
            ("worse_within = 0.05", "window = 5", 'basis = "previous_period"'),
            'd.window: is for basis = "regression" alone, and the basis here is "previous_period"',
        ),
        (
            ("worse_within = 0.05", "least_points = 5"),
            'd.least_points: is for basis = "regression" alone, and the basis here is "last_rep',
        ),
        (
            ("worse_within = 0.05", 'basis = "start_of_plan"'),
            'd.start: is missing, and has to be given with basis = "start_of_plan"',
        ),
        (
            ("worse_within = 0.05", 'basis = "start_of_plan"', 'start = "soon"'),
            "d.start: 'soon' is not a period",
        ),
        (
            ("worse_within = 0.05", 'basis = "regression"'),
            'd.window: is missing, and has to be given with basis = "regression"',
        ),
        (
            ("worse_within = 0.05", 'basis = "regression"', "window = 2"),
            f"d.window: has to be at least {FEWEST_POINTS}, and is 2",
        ),
        (
            ("worse_within = 0.05", 'basis = "regression"', "window = 121"),
            f"d.window: has to be at most {LONGEST_WINDOW}, and is 121",
        ),
        (
            ("worse_within = 0.05", 'basis = "regression"', "window = 5", "least_points = 2"),
            f"d.least_points: has to be at least {FEWEST_POINTS}, and is 2",
        ),
        (
            ("worse_within = 0.05", 'basis = "regression"', "window = 5", "least_points = 6"),
            "d.least_points: has to be at most the window of 5, and is 6",
        ),
    ],
)
def test_what_does_not_go_together_is_refused_by_its_key(lines: tuple[str, ...], said: str) -> None:
    with pytest.raises(CatalogueError) as raised:
        scheme(*lines)
    _, *problems = str(raised.value).splitlines()
    assert len(problems) == 1
    assert said in problems[0]


@pytest.mark.parametrize("basis", ["start_of_plan", "regression"])
def test_a_status_scheme_looks_at_one_earlier_figure(basis: str) -> None:
    """It has no start and no window of its own."""
    head = "[status_schemes.s]\nkind = 'not_worse'\ngreen_within = 0.1\n"
    assert read(f"{head}basis = 'previous_period'\n").status_schemes["s"].basis is not None
    with pytest.raises(CatalogueError, match=r"s\.basis: has to be one earlier figure here: last"):
        read(f"{head}basis = '{basis}'\n")


def test_a_longer_term_that_is_not_there_is_named() -> None:
    with pytest.raises(CatalogueError, match=r"q4\.long_direction_scheme: .*schemes\.m\]"):
        read(f"{REPORT}long_direction_scheme = 'm'")


def test_the_longer_term_is_the_scheme_that_the_report_names() -> None:
    named = read(
        f"{REPORT}long_direction_scheme = 'plan'\n"
        "[direction_schemes.plan]\nbasis = 'start_of_plan'\nstart = '2016/17'\nworse_within = 0\n"
    )
    found = schemes_for("q4", named)
    assert (found.long_direction_name, found.long_label) == ("plan", "plan version 1")
    assert found.long_direction.start == "2016/17"


def test_without_one_it_is_a_year_with_the_dead_band_of_the_shorter_term() -> None:
    known = read(
        f"{REPORT}direction_scheme = 'd'\n[direction_schemes.d]\nversion = 3\n"
        "band = 'absolute'\nworse_within = 2\nbetter_within = 1\nbasis = 'regression'\nwindow = 5\n"
    )
    found = schemes_for("q4", known)
    longer = found.long_direction
    assert found.long_label == "a-year-before-d version 3"
    assert longer.basis is DirectionBasis.SAME_PERIOD_LAST_YEAR
    assert (longer.band, longer.worse_within, longer.better_within) == (DeadBand.ABSOLUTE, 2, 1)
    assert longer.window is None


SIZES = st.decimals(0, Decimal("0.99"), places=4)
OF_BASIS = st.one_of(
    st.fixed_dictionaries(
        {"basis": st.just("regression"), "window": st.integers(5, LONGEST_WINDOW)},
        optional={"least_points": st.integers(FEWEST_POINTS, 5)},
    ),
    st.fixed_dictionaries(
        {"basis": st.just("start_of_plan"), "start": st.sampled_from(["2016/17", "2016/17 Q1"])}
    ),
    st.fixed_dictionaries({"basis": st.sampled_from(["last_reported", "previous_period"])}),
)


@given(OF_BASIS, st.sampled_from(list(DeadBand)), SIZES, SIZES)
def test_what_is_written_reads_back_as_the_same(
    keys: dict[str, object], band: DeadBand, worse: Decimal, better: Decimal
) -> None:
    made = DirectionScheme.model_validate(
        {**keys, "band": band, "worse_within": worse, "better_within": better}
    )
    text = catalogues.write(Catalogue(direction_schemes={"d": made}))
    again = read(text).direction_scheme("d")
    assert again == made
    stored = DirectionScheme.model_validate(made.model_dump(mode="json"))  # as a dataset keeps it
    assert stored == made
    assert since_a_year_before(made).better_within == better


def test_the_example_of_the_readme_is_a_catalogue(root: Path) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    (example,) = [block for block in blocks if "[direction_schemes." in block]
    found = read(example)
    assert {scheme.basis for scheme in found.direction_schemes.values()} == {
        *("last_reported", "start_of_plan", "regression"),
    }
    assert schemes_for("my-report", found).long_direction.start == "2016/17 Q1"
