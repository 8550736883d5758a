"""A file's name is a stranger's text: shown, never obeyed."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_core.errors import ReportError
from kpi_core.readers import read
from kpi_core.readers.safety.file_name import LONGEST_NAME, ending, shown


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Q4 report – 2019.csv", "Q4 report – 2019.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\reports\\Q4.xlsx", "Q4.xlsx"),
        ("/a/b/", "b"),
        ("a\nb\x00c.csv", "a�b�c.csv"),
        ("fdp.\u202excslx.pdf", "fdp.�xcslx.pdf"),
        ("half\udcff.csv", "half�.csv"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("/", "unnamed"),
        ("x" * 300 + ".xlsx", "x" * 249 + "….xlsx"),
        ("x" * 300, "x" * 254 + "…"),
    ],
)
def test_a_name_is_shown_as_one_line_without_a_path(name: str, seen: str) -> None:
    assert shown(name) == seen


@settings(deadline=None)
@given(st.text(st.characters()))
def test_any_name_is_a_line_of_text_that_can_be_stored(name: str) -> None:
    seen = shown(name)
    assert 0 < len(seen) <= LONGEST_NAME
    assert seen.encode()
    assert len(seen.splitlines()) == 1
    assert shown(seen) == seen


@pytest.mark.parametrize(
    ("name", "found"), [("Q4.XLSX", "xlsx"), ("a.tar.gz", "gz"), ("Q4", ""), (".csv", "")]
)
def test_the_ending_is_what_follows_the_last_dot(name: str, found: str) -> None:
    assert ending(name) == found


def test_a_refusal_and_a_document_show_the_name_in_one_line() -> None:
    name = "../a\nb" + "x" * 1_000 + ".csv"
    with pytest.raises(ReportError) as caught:
        read(io.BytesIO(b""), name)
    assert str(caught.value).startswith(f"{shown(name)}: the file is empty. Export")
    assert read(io.BytesIO(b"a,b"), name).name == shown(name)
