"""The workshop makes packs in the background, keeps them for a while, and says what goes wrong."""

import logging
from collections.abc import Iterator
from threading import Event

import pytest

from kpi_core.downloads import Made
from kpi_core.errors import ExportError
from kpi_core.packs import Step
from kpi_core.web.packing import BUSY, WENT_WRONG, Job, Workshop

MADE = Made("pack.pdf", "application/pdf", b"content")


class Slowly:
    """Makes a pack when it is told to."""

    def __init__(self) -> None:
        self.begun, self.go = Event(), Event()

    def __call__(self, step: Step) -> Made:
        step("Indicator 1 of 8")
        self.begun.set()
        assert self.go.wait(30)
        return MADE


def at_once(step: Step) -> Made:
    del step
    return MADE


def finished(job: Job) -> Job:
    job.future.exception(timeout=30)
    return job


@pytest.fixture
def slowly() -> Iterator[Slowly]:
    made = Slowly()
    yield made
    made.go.set()


def test_whoever_orders_does_not_wait_and_hears_how_far_it_is(slowly: Slowly) -> None:
    job = Workshop().order("view", slowly)
    assert slowly.begun.wait(30)
    assert not job.done
    assert job.said == "Indicator 1 of 8"
    assert job.made is None
    assert job.problem is None
    slowly.go.set()
    assert finished(job).made == MADE


def test_the_same_view_is_made_once(slowly: Slowly) -> None:
    workshop = Workshop()
    first = workshop.order("view", slowly)
    assert workshop.order("view", at_once) is first
    slowly.go.set()
    finished(first)
    assert workshop.order("view", at_once) is first
    assert workshop.find("view") is first
    assert workshop.find("another view") is None


def test_only_so_many_are_made_at_once(slowly: Slowly) -> None:
    workshop = Workshop(at_once=1)
    workshop.order("first", slowly)
    assert slowly.begun.wait(30)
    second = workshop.order("second", at_once)
    assert second.said == "Waiting for its turn"
    assert not second.done
    slowly.go.set()
    assert finished(second).made == MADE


def test_only_so_many_wait(slowly: Slowly) -> None:
    workshop = Workshop(at_once=1, waiting=2)
    first = workshop.order(1, slowly)
    second = workshop.order(2, at_once)
    with pytest.raises(ExportError, match="Try again in a minute"):
        workshop.order(3, at_once)
    assert BUSY.startswith("8 packs")
    slowly.go.set()
    finished(first)
    finished(second)
    assert finished(workshop.order(3, at_once)).made == MADE


def test_the_latest_are_kept_and_older_ones_are_made_again() -> None:
    workshop = Workshop(kept=2)
    for view in range(4):
        finished(workshop.order(view, at_once))
    workshop.order(4, at_once)
    assert [workshop.find(view) is not None for view in range(4)] == [False, False, True, True]


def test_a_mistake_that_can_be_mended_is_said_and_can_be_tried_again() -> None:
    def refused(_: Step) -> Made:
        raise ExportError("Choose fewer indicators.")

    workshop = Workshop()
    job = finished(workshop.order("view", refused))
    assert job.problem == "Choose fewer indicators."
    assert job.made is None
    assert finished(workshop.order("view", at_once)).made == MADE


def test_a_fault_of_the_program_is_logged_and_no_detail_is_shown(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(_: Step) -> Made:
        raise RuntimeError("/secret/path")

    with caplog.at_level(logging.ERROR):
        job = finished(Workshop().order("view", broken))
    assert job.problem == WENT_WRONG
    assert "/secret/path" not in WENT_WRONG
    assert "/secret/path" in caplog.text
