"""An answer is of one dataset version: its mark, how long it keeps, and what a version pins."""

from pathlib import Path

import pytest

from kpi_core.api import Settings
from kpi_core.api.serving import Kept, Reply
from kpi_core.build import BuildResult, build
from tests.api.asking import BASE, Api


def test_a_caller_who_has_the_answer_is_told_so(shipped: Api) -> None:
    first = shipped.get("ratings", status="Red")
    mark = first.headers["etag"]
    for held in (mark, mark.removeprefix("W/"), f'"other", {mark}', "*"):
        again = shipped.get("ratings", status="Red", headers={"if-none-match": held})
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == mark
        assert again.headers["cache-control"] == first.headers["cache-control"]
    assert shipped.get("ratings", status="Red", headers={"if-none-match": '"x"'}).status == 200


def test_what_is_asked_for_makes_the_mark(shipped: Api) -> None:
    asked = (
        *("ratings", "ratings?status=Red", "ratings?status=Red&format=csv", "indicators"),
        *("charts/trend.png?indicator=repeat-child-protection-plans", "changes.atom"),
        *("openapi.json", "charts", "ratings?limit=5"),
    )
    marks = [shipped.get(path).headers["etag"] for path in asked]
    assert len(set(marks)) == len(marks)
    assert shipped.get("ratings?status=red").headers["etag"] == marks[1]


def test_a_wrong_request_is_refused_whatever_the_caller_has(shipped: Api) -> None:
    assert shipped.get("ratings", status="x", headers={"if-none-match": "*"}).status == 400


@pytest.fixture
def rebuilt(report_path: Path, root: Path, tmp_path: Path) -> tuple[Api, BuildResult, BuildResult]:
    """The API over a dataset that was built twice, the second time with another figure."""
    catalogue, place = root / "data" / "catalogue.toml", tmp_path / "dataset"
    before = build([report_path], place, catalogue)
    api = Api.over(str(place))
    api.get("ratings")
    changed = tmp_path / report_path.name
    changed.write_bytes(report_path.read_bytes().replace(b"17.10%", b"18.20%", 1))
    return api, before, build([changed], place, catalogue)


def test_a_version_pins_the_figures_and_a_new_one_shows_at_once(
    rebuilt: tuple[Api, BuildResult, BuildResult],
) -> None:
    api, before, after = rebuilt
    asked = {"indicator": "repeat-child-protection-plans"}
    now = api.get("ratings", **asked)
    assert (now.rows[0]["value"], now.json["meta"]["dataset_version"]) == (18.2, after.version)
    then = api.get("ratings", version=before.version, **asked)
    assert (then.rows[0]["value"], then.json["meta"]["dataset_version"]) == (17.1, before.version)
    assert now.headers["etag"] != then.headers["etag"]
    assert then.headers["cache-control"] == "public, max-age=86400"
    permanent = now.json["links"]["permanent"].removeprefix(f"{BASE}/")
    assert api.get(permanent).rows == now.rows
    old, new = (
        api.get("charts/trend.svg", version=v, **asked).body
        for v in (before.version, after.version)
    )
    assert b"17.1%" in old
    assert b"17.1%" not in new


@pytest.mark.parametrize("version", ["v1-000000000000", "latest", "../etc", "v1-", "\x00", ""])
def test_an_unknown_version_is_not_there(shipped: Api, version: str) -> None:
    for path in ("ratings", "charts/status-by-quarter.png", "changes.atom"):
        answer = shipped.get(path, version=version)
        assert answer.status == answer.json["status"] == 404
        assert answer.json["parameter"] == "version"
        assert "The current one is v1-" in answer.json["detail"]


def test_links_begin_with_the_address_that_people_know(dataset: BuildResult) -> None:
    public = Settings(address="https://scorecard.example/kpi", a_minute=0)
    links = Api.over(dataset.location, public).get("ratings").json["links"]
    assert links["self"] == "https://scorecard.example/kpi/api/v1/ratings?limit=1000"


@pytest.mark.parametrize("host", ["x/../y", 'a"b', "a b", "a@b", "", "<b>"])
def test_a_host_that_is_none_stands_in_no_link(shipped: Api, host: str) -> None:
    links = shipped.get("ratings", headers={"host": host}).json["links"]
    assert links["self"] == "/api/v1/ratings?limit=1000"


def test_answers_that_are_kept_have_a_size_together() -> None:
    kept = Kept(10)
    for name in "abc":
        kept.put(name, Reply(name.encode() * 4, "text/plain"))
    assert kept.get("a") is None
    assert kept.get("b") is not None
    kept.put("d", Reply(b"dddd", "text/plain"))
    assert (kept.get("b") is not None, kept.get("c"), kept.size) == (True, None, 8)
    kept.put("b", Reply(b"bb", "text/plain"))
    assert kept.size == 6
    kept.put("e", Reply(b"e" * 11, "text/plain"))
    assert (kept.get("e"), kept.size) == (None, 0)
