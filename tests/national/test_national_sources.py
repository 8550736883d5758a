"""The registry of national sources: who reads what, and a sentence where nobody does."""

import pytest

from kpi_core.errors import KpiError, ReleaseError
from kpi_core.national import SOURCES, SourceFile, find, read_release, releases_in
from tests.national import lait_files as make

NOTES = SourceFile("notes.txt", b"Nothing that is known.")


def lait() -> SourceFile:
    return make.values([("Repeat", "2020", "England", "21.9")])


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_knows_neither_nothing_nor_notes(name: str) -> None:
    source = SOURCES[name]
    assert (source.name, bool(source.title)) == (name, True)
    assert not source.recognises([])
    assert not source.recognises([NOTES])
    assert not source.recognises([SourceFile("empty.csv", b"")])


def test_the_source_is_found_by_what_the_files_hold() -> None:
    found = find([NOTES, lait()])
    assert found is not None
    assert found.name == "lait"


def test_files_that_nobody_knows_give_a_sentence_with_what_is_known() -> None:
    with pytest.raises(ReleaseError, match=r"notes\.txt: no national figures.*Interactive Tool"):
        read_release([NOTES], print)
    with pytest.raises(KpiError, match="An empty folder"):
        read_release([], print)
    many = [SourceFile(f"{at}.txt", b"x") for at in range(8)]
    with pytest.raises(ReleaseError, match="and 3 more"):
        read_release(many, print)


def test_every_folder_of_a_tree_gives_its_release_and_what_is_left_is_told_of() -> None:
    said: list[str] = []
    folders = {"one": [lait(), NOTES], "two": [NOTES], "three": [lait()]}
    releases = list(releases_in(folders, said.append))
    assert [release.source for release in releases] == ["lait", "lait"]
    left = [line for line in said if "not read" in line]
    assert [line.split(":")[0] for line in left] == ["one", "two"]
    assert all("notes.txt" in line for line in left)


def test_a_tree_without_any_release_gives_a_sentence() -> None:
    with pytest.raises(ReleaseError, match="one, two: no national figures"):
        list(releases_in({"one": [NOTES], "two": []}, lambda _: None))
    with pytest.raises(ReleaseError, match="Nothing given"):
        list(releases_in({}, lambda _: None))
