"""Any text as TOML: read back as it was, on one line, and never more than a comment."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.catalogue import toml

ATTACKS = [
    '"',
    "\\",
    '"""',
    "\n[reports.x]",
    "\r",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\u202e",
    "#",
    "\\u0041",
    "\x7f\x85",
]
TEXTS = st.text() | st.lists(st.sampled_from(ATTACKS), max_size=5).map("".join)


@given(TEXTS, TEXTS)
def test_a_text_is_read_back_as_it_was(text: str, key: str) -> None:
    line = f"{toml.key(key)} = {toml.string(text)}"
    assert tomllib.loads(line) == {key: text}
    assert line.isprintable()


@given(st.lists(TEXTS, max_size=4))
def test_a_list_of_texts_too(texts: list[str]) -> None:
    assert tomllib.loads(f"a = {toml.strings(texts)}") == {"a": texts}


@given(TEXTS, st.integers(1, 300))
def test_a_comment_is_one_line_of_visible_characters(text: str, longest: int) -> None:
    said = toml.said(text, longest)
    assert said == "" or said.isprintable()
    assert len(said) <= longest
    assert tomllib.loads(f"# {said}\na = 1") == {"a": 1}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", '"plain"'),
        ("", '""'),
        ('say "no"', r'"say \"no\""'),
        ("a\\b", r'"a\\b"'),
        ("two\nlines", r'"two\nlines"'),
        ("\u202e", r'"\u202E"'),
        ("\U000e0001", r'"\U000E0001"'),
        ("é – £", '"é – £"'),
        ("\ud800", '"\ufffd"'),
    ],
)
def test_how_a_text_is_written(text: str, written: str) -> None:
    assert toml.string(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [("q4-2019_a", "q4-2019_a"), ("", '""'), ("a.b", '"a.b"'), ("é", '"é"'), ("Q 4", '"Q 4"')],
)
def test_a_key_is_quoted_only_where_it_has_to_be(text: str, written: str) -> None:
    assert toml.key(text) == written
