"""The catalogue: what is wrong in it is named with file and key."""

from decimal import Decimal
from pathlib import Path

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.catalogue import Catalogue, name_key
from kpi_core.errors import CatalogueError

INDICATOR = '[[indicators]]\norganisation = "x"\nid = "{id}"\nnames = ["{name}"]\ntitle = "T"\n'
REPORT = '[reports.q4]\norganisation = "x"\ntitle = "T"\n'


def load(folder: Path, text: str | bytes) -> Catalogue:
    path = folder / "cat.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return catalogues.load(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("= 1", "is not valid TOML"),
        (b"\xff\xfe", "is not valid TOML"),
        ("colour = 1", "colour: Extra inputs are not permitted"),
        ("content = 'x'", "has a key 'content'"),
        ("organisations = 3", "organisations: "),
        ("[organisations.x]\nnom = 'X'", r"organisations\.x\.(name|nom): "),
        ("[status_schemes.s]\namber_within = 'five'", r"status_schemes\.s\.amber_within: "),
        ("[status_schemes.s]\namber_within = 5", r"status_schemes\.s\.amber_within: .*less than 1"),
        ("[status_schemes.s]\namber_within = -0.1", r"status_schemes\.s\.amber_within: "),
        ("[status_schemes.s]\namber_within = nan", r"status_schemes\.s\.amber_within: "),
        ("[status_schemes.s]\namber_within = inf", r"status_schemes\.s\.amber_within: "),
        ("[status_schemes.s]\namber_within = true", r"status_schemes\.s\.amber_within: "),
        ("[status_schemes.s]\nkind = 'sigma'\namber_within = 0.1", r"status_schemes\.s\.kind: "),
        (
            "[direction_schemes.d]\nworse_within = 0.1\nbasis = 'last'",
            r"direction_schemes\.d\.basis: ",
        ),
        (f"{REPORT}period = '2019/21'", r"reports\.q4\.period: .*'2019/21' is not a financial"),
        (f"{REPORT}period = 'soon'", r"reports\.q4\.period: .*'soon' is not a period"),
        (f"{REPORT}published_on = 'May'", r"reports\.q4\.published_on: "),
        (f"{REPORT}status_scheme = 'mine'", r"reports\.q4\.status_scheme: .*status_schemes\.mine"),
        (f"{REPORT}direction_scheme = 'm'", r"reports\.q4\.direction_scheme: .*schemes\.m\]"),
        (INDICATOR.format(id="Bad Id", name="n"), r"indicators\.0\.id: "),
        (INDICATOR.format(id="a", name="n") + "unit = 'stone'", r"indicators\.0\.unit: "),
        (INDICATOR.format(id="a", name="n") + "polarity = 'up'", r"indicators\.0\.polarity: "),
        (INDICATOR.format(id="a", name="n") + "decimals = 9", r"indicators\.0\.decimals: "),
        (
            INDICATOR.format(id="a", name="n") + INDICATOR.format(id="a", name="m"),
            r"indicators\.1: the id 'a' is already that of indicators\.0",
        ),
        (
            INDICATOR.format(id="a", name="One – two") + INDICATOR.format(id="b", name="ONE - Two"),
            r"indicators\.1: the name 'one - two' is already that of indicators\.0",
        ),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(
    tmp_path: Path, text: str | bytes, said: str
) -> None:
    with pytest.raises(CatalogueError, match=rf"(?s)cat\.toml.*{said}"):
        load(tmp_path, text)


def test_every_problem_is_listed_at_once(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as raised:
        load(tmp_path, "colour = 1\n[status_schemes.s]\namber_within = 5")
    assert len(str(raised.value).splitlines()) == 3


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"none\.toml cannot be read: No such file"):
        catalogues.load(tmp_path / "none.toml")
    with pytest.raises(CatalogueError, match="cannot be read: Is a directory"):
        catalogues.load(tmp_path)


def test_no_catalogue_is_an_empty_one_with_the_default_schemes() -> None:
    empty = catalogues.load(None)
    assert empty.status_scheme("relative-5").amber_within == Decimal("0.05")
    assert empty.direction_scheme("last-reported-one-sided-5").worse_within == Decimal("0.05")
    with pytest.raises(CatalogueError, match=r"no \[status_schemes\.other\]; it has: none"):
        empty.status_scheme("other")


def test_a_share_is_read_as_it_is_written(tmp_path: Path) -> None:
    found = load(tmp_path, "[status_schemes.s]\namber_within = 0.07").status_scheme("s")
    assert found.amber_within == Decimal("0.07")


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    assert (
        load(tmp_path, b"\xef\xbb\xbf[organisations.x]\nname = 'X'").organisation_name("x") == "X"
    )


def test_an_organisation_that_is_not_listed_is_named_from_its_id() -> None:
    assert Catalogue().organisation_name("upper-tamar") == "Upper Tamar"


@pytest.mark.parametrize(
    ("one", "other"),
    [("A  b", "a B"), ("9–15", "9-15"), ("it’s", "it's"), (" x ", "x"), ("x\u00a0y", "x y")],
)
def test_G1_names_match_whatever_varies_by_accident(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_G1_names_with_other_words_or_numbers_do_not_match() -> None:
    assert len({name_key(n) for n in ("within 10 days", "within 20 days", "within days")}) == 3


def test_an_indicator_is_found_in_its_organisation_alone(tmp_path: Path) -> None:
    found = load(tmp_path, INDICATOR.format(id="a", name="Reduce x"))
    assert found.indicator("x", "REDUCE x") is not None
    assert found.indicator("y", "Reduce x") is None


def test_the_shipped_catalogue_lists_the_18_indicators(root: Path) -> None:
    found = catalogues.load(root / "data" / "catalogue.toml")
    assert len(found.indicators) == 18
    assert all(entry.polarity is None for entry in found.indicators)  # P2: inferred, not settled
