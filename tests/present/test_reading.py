"""What the Methods screen says of reading follows the registries and the limits."""

import pytest

from kpi_core import readers
from kpi_core.imports import draft
from kpi_core.layout import headings
from kpi_core.layout.headings import SYNONYMS, Role
from kpi_core.present import reading
from kpi_core.present.decisions import ROLE_WORDS
from kpi_core.readers import limits
from kpi_core.readers.reader import Reader
from kpi_core.web.parts import methods

LIMITS = sorted(name for name in vars(limits) if name.startswith(("MOST_", "EXPANSION_")))


def said() -> str:
    return str(methods.how_read())


@pytest.mark.parametrize("name", LIMITS)
def test_every_limit_is_said_and_follows_its_constant(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = {"BYTES": "7,654 MB", "FROM": "7,654 MB"}.get(name.rsplit("_", 1)[1], "7,654")
    if shown == "7,654":
        monkeypatch.setattr(limits, name, 7_654)
    else:
        monkeypatch.setattr(limits, name, 7_654_000_000)
    assert shown in said().replace("7654", "7,654")


def test_the_limits_of_a_draft_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for at, name in enumerate(("MOST_FILES", "MOST_BYTES_EACH", "MOST_BYTES"), 91):
        monkeypatch.setattr(draft, name, at if name == "MOST_FILES" else at * 2**20)
    assert [value for what, value in reading.most() if "draft" in what] == [
        "91",
        "92 MB",
        "93 MB",
    ]


def test_every_format_is_said_and_whether_it_is_read_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert all(ending.upper() in reading.formats() for ending in readers.READERS)
    assert "XLSX" in reading.apart()
    assert "CSV" not in reading.apart()
    monkeypatch.setitem(readers.READERS, "wk1", Reader("nowhere", isolated=True))
    assert "WK1" in reading.formats()
    assert "WK1" in reading.apart()


def test_every_role_is_said_with_its_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    said_of = dict(reading.roles())
    assert said_of.keys() == {ROLE_WORDS[role] for role, names in SYNONYMS.items() if names}
    assert "benchmarking result for" in said_of["Who the benchmark is"]
    monkeypatch.setitem(headings.SYNONYMS, Role.TARGET, ("aspiration",))
    assert dict(reading.roles())["Target"] == "aspiration"
    assert "aspiration" in str(methods.headings())
