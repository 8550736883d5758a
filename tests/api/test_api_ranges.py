"""Parts of an answer, as RFC 9110 has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.api.problems import Problem
from kpi_core.api.ranges import part
from tests.api.asking import Api


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-9", 0, 10),
        ("bytes=0-10", 0, 10),
        ("bytes=9-9", 9, 10),
        ("bytes=9-", 9, 10),
        ("bytes=3-5", 3, 6),
        ("bytes=-1", 9, 10),
        ("bytes=-10", 0, 10),
        ("bytes=-99", 0, 10),
    ],
)
def test_a_range_is_the_bytes_from_first_to_last(asked: str, start: int, stop: int) -> None:
    assert part(asked, 10) == slice(start, stop)


@pytest.mark.parametrize(
    "asked",
    ["", "bytes=-", "bytes=5-3", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=0-" + "9" * 99],
)
def test_what_is_no_single_range_is_left_aside(asked: str) -> None:
    assert part(asked, 10) is None


@pytest.mark.parametrize(
    "asked", ["bytes=10-", "bytes=99-", "bytes=10-11", "bytes=-0", "bytes=99-100"]
)
def test_a_range_after_the_end_cannot_be_had(asked: str) -> None:
    with pytest.raises(Problem) as refused:
        part(asked, 10)
    assert refused.value.status == 416
    assert refused.value.headers == {"content-range": "bytes */10"}


@given(st.text(max_size=30) | st.from_regex(r"bytes=\d{0,3}-\d{0,3}", fullmatch=True))
def test_whatever_is_asked_a_part_lies_inside(asked: str) -> None:
    try:
        found = part(asked, 50)
    except Problem:
        return
    assert found is None or 0 <= found.start < found.stop <= 50


def test_parts_put_together_are_the_whole(shipped: Api) -> None:
    """First the tail, as a reader of Parquet does."""
    path = "ratings?format=parquet"
    whole = shipped.get(path)
    assert whole.headers["accept-ranges"] == "bytes"
    tail = shipped.get(path, headers={"range": "bytes=-8"})
    assert (tail.status, tail.body) == (206, whole.body[-8:])
    assert tail.body.endswith(b"PAR1")
    half = len(whole.body) // 2
    first = shipped.get(path, headers={"range": f"bytes=0-{half - 1}"})
    second = shipped.get(path, headers={"range": f"bytes={half}-"})
    assert first.headers["content-range"] == f"bytes 0-{half - 1}/{len(whole.body)}"
    assert first.body + second.body == whole.body
    beyond = shipped.get(path, headers={"range": f"bytes={len(whole.body)}-"})
    assert (beyond.status, beyond.json["status"]) == (416, 416)


def test_a_weak_mark_brings_the_whole(shipped: Api) -> None:
    mark = shipped.get("ratings").headers["etag"]
    answer = shipped.get("ratings", headers={"range": "bytes=0-1", "if-range": mark})
    assert answer.status == 200
