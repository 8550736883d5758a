"""Precision and recall of the commentary checks on sentences that were labelled by hand."""

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from tests.checks.commentary_corpus import CORPUS, HEADER, HELD_OUT, LAST_UNSEEN, ROWS, RULES

ALL = [*CORPUS, *HELD_OUT, *LAST_UNSEEN]

LEAST_RECALL = 0.9
"""Share of the labelled contradictions that the checks have to find; what they find is right."""


def found(row: str, text: str) -> str:
    """The letters of the rules that a sentence raises in its row."""
    cells = [*ROWS[row][:9], text, *ROWS[row][9:]]
    content = "\n".join("\t".join(line) for line in (HEADER, cells)).encode()
    rules = {f.rule for f in read_report(content, "table.tsv", Catalogue()).findings}
    return "".join(letter for letter, rule in RULES.items() if rule in rules)


@pytest.mark.parametrize(("row", "label", "text"), ALL)
def test_S10_no_sentence_is_said_to_contradict_what_it_does_not(
    row: str, label: str, text: str
) -> None:
    assert found(row, text) in ("", label)


def test_S10_most_contradictions_of_the_corpus_are_found() -> None:
    labelled = [(row, text) for row, label, text in ALL if label]
    recall = sum(bool(found(row, text)) for row, text in labelled) / len(labelled)
    assert recall >= LEAST_RECALL


def test_the_corpus_holds_both_kinds_in_number() -> None:
    labels = [bool(label) for _, label, _ in ALL]
    assert labels.count(True) >= 60
    assert labels.count(False) >= 60
