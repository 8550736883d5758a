"""A few hundred random files for every reader; ``python -m tests.fuzz`` tries many more."""

import pytest

from kpi_core.readers import READERS
from tests.fuzz.inputs import make
from tests.fuzz.trial import formats, in_this_process, trial
from tests.fuzz.writers import WRITERS

INPUTS = 100


def test_every_registered_reader_has_random_files() -> None:
    assert set(WRITERS) == set(READERS)


@pytest.mark.parametrize("format_", formats())
def test_random_files_end_in_facts_and_findings_or_in_one_sentence(format_: str) -> None:
    with in_this_process():
        outcomes = {number: trial(format_, number) for number in range(1, INPUTS + 1)}
    failures = {number: found.failure for number, found in outcomes.items() if found.failure}
    assert failures == {}
    assert any(found.read for found in outcomes.values()), "no file was read at all"
    assert not all(found.read for found in outcomes.values()), "no file was refused"


@pytest.mark.parametrize("format_", WRITERS)
def test_a_number_gives_the_same_bytes_each_time(format_: str) -> None:
    assert [make(format_, at).content for at in range(8)] == [
        make(format_, at).content for at in range(8)
    ]
