"""A reader in a process of its own: whatever it does, there is a document or one sentence."""

import io
import logging
import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kpi_core.errors import ReportError
from kpi_core.readers import Document, Reader
from kpi_core.readers.limits import MOST_MEMORY_BYTES, MOST_SECONDS
from kpi_core.readers.safety import isolated
from kpi_core.readers.safety.allowance import Allowance

MISBEHAVING = Reader("tests.readers.misbehaving", isolated=True)

SMALL = Allowance(seconds=30, memory=300_000_000)

SHORT = replace(SMALL, seconds=2)


def read(word: str, allowance: Allowance = SMALL, name: str = "Q4.xls") -> Document:
    return isolated.read(MISBEHAVING, "xls", word.encode(), name, allowance)


def test_a_document_arrives_as_the_reader_made_it() -> None:
    here = MISBEHAVING.read(io.BytesIO(b"well"), "Q4.xls")
    there = read("well")
    assert there == here
    first = there.grids[0].lines[0].cells
    assert first[1].anchor is first[0], "a merged cell is the cell itself, no copy"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("hang", "reading the file took longer than 2 seconds, so it was stopped"),
        ("hang in c", "reading the file took longer than 2 seconds, so it was stopped"),
        ("spin", "reading the file took longer than 2 seconds, so it was stopped"),
        ("eat", "reading the file needs more memory than the 300,000,000 bytes"),
        ("eat and blame the file", "reading the file needs more memory than the 300,000,000"),
        ("segfault", "the program that reads it stopped: SIGSEGV"),
        ("raise", "the program that reads it stopped: ZeroDivisionError"),
        ("recurse", "the program that reads it stopped: RecursionError"),
        ("leave", "the program that reads it stopped: its answer was cut short"),
        ("leave badly", "the program that reads it stopped: exit code 3"),
        ("connect", "the program that reads it stopped: PermissionError"),
        ("start", "the program that reads it stopped: PermissionError"),
    ],
)
def test_whatever_a_reader_does_ends_in_a_sentence_about_the_file(word: str, said: str) -> None:
    started = time.monotonic()
    with pytest.raises(ReportError) as caught:
        read(word, SHORT if "2 seconds" in said else SMALL)
    sentence = str(caught.value)
    assert sentence.startswith("Q4.xls: ")
    assert said in sentence
    assert sentence.endswith("try again.")
    assert time.monotonic() - started < 10


def test_a_refusal_arrives_word_for_word() -> None:
    with pytest.raises(ReportError, match=r"^Q4\.xls: no table on page 3\. Give another\.$"):
        read("refuse")


def test_what_a_library_prints_does_not_spoil_the_answer() -> None:
    assert read("print") == read("well")


def test_a_bug_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), pytest.raises(ReportError):
        read("raise")
    assert "in _raise" in caplog.text
    assert "ZeroDivisionError: a bug" in caplog.text


def test_a_crash_is_logged_with_the_place_where_it_happened(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR), pytest.raises(ReportError):
        read("segfault")
    assert "in _segfault" in caplog.text


def test_nothing_is_left_running_after_a_hang() -> None:
    before = children()
    with pytest.raises(ReportError):
        read("hang", replace(SHORT, seconds=1))
    assert children() == before


def test_the_process_does_not_get_the_hosts_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s3cret")
    names = read("environment").grids[0].lines[2].cells[0].text.split(",")
    assert "PYTHONPATH" in names
    assert "AWS_SECRET_ACCESS_KEY" not in names


def test_the_process_imports_no_more_than_reading_needs() -> None:
    loaded = set(read("modules").grids[0].lines[2].cells[0].text.split(","))
    heavy = {"pandas", "numpy", "pyarrow", "streamlit", "pydantic", "altair", "openpyxl", "lxml"}
    assert heavy & loaded == set()


def test_it_works_from_a_thread_and_from_any_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    found: list[Document] = []
    threads = [threading.Thread(target=lambda: found.append(read("well"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4


def test_a_name_with_any_characters_arrives() -> None:
    name = "a\x00b\n" + "x" * 300_000 + ".xls"
    assert read("well", name=name).name == name


def test_the_readme_gives_the_limits(root: Path) -> None:
    words = " ".join((root / "README.md").read_text("utf-8").split())
    memory = f"{MOST_MEMORY_BYTES // 1_000_000_000} GB"
    assert f"for at most {MOST_SECONDS} seconds and with at most {memory} of memory" in words


def children() -> set[str]:
    path = f"/proc/self/task/{os.getpid()}/children"
    if not os.path.exists(path):  # noqa: PTH110
        pytest.skip("This system does not list the children of a process.")
    with open(path, encoding="ascii") as listed:  # noqa: PTH123
        return set(listed.read().split())
