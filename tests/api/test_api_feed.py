"""The Atom feed of changes (RFC 4287): whole, stable, and dated by when its report came."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from lxml import etree

from kpi_core.api.arrival import arrived
from kpi_core.build import BuildResult, build
from tests.api.asking import BASE, Answer, Api
from tests.histories.quarters import write_quarters

ATOM = "{http://www.w3.org/2005/Atom}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def parsed(answer: Answer) -> etree._Element:
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return etree.fromstring(answer.body)


def ids(feed: etree._Element) -> list[str]:
    return [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]


def check_atom(feed: etree._Element) -> None:
    """What RFC 4287 asks of a feed and its entries, as far as ours have it."""
    assert feed.tag == f"{ATOM}feed"
    assert all(child.tag.startswith(ATOM) for child in feed.iter())
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    for one in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1, name
        assert one.findtext(f"{ATOM}title").strip()
        UUID(one.findtext(f"{ATOM}id").removeprefix("urn:uuid:"))
        assert TIME.fullmatch(one.findtext(f"{ATOM}updated"))
        (link,) = [node for node in one.findall(f"{ATOM}link") if node.get("rel") == "alternate"]
        assert link.get("href").startswith("http://council.example/")
    for entry in feed.findall(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}content").strip()
        assert entry.find(f"{ATOM}category").get("term")
    every = [feed.findtext(f"{ATOM}id"), *ids(feed)]
    assert len(set(every)) == len(every)


@pytest.mark.parametrize("which", ["shipped", "quarters", "attacked"])
def test_the_feed_is_atom(which: str, request: pytest.FixtureRequest) -> None:
    check_atom(parsed(request.getfixturevalue(which).get("changes.atom")))


def test_it_has_each_change_of_the_newest_report_in_the_words_of_the_screen(quarters: Api) -> None:
    rows = quarters.get("changes").rows
    changes = [row for row in rows if row["kind"] != "Cannot be compared"]
    feed = parsed(quarters.get("changes.atom"))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        f"{row['kind']}: {row['title']}" for row in changes
    ]
    for entry, row in zip(entries, changes, strict=True):
        assert entry.findtext(f"{ATOM}content").startswith(row["sentence"])


def test_filters_choose_among_the_changes_under_an_id_of_their_own(shipped: Api) -> None:
    every, red = (parsed(shipped.get(f"changes.atom{q}")) for q in ("", "?status=red"))
    assert set(ids(red)) < set(ids(every))
    assert red.findtext(f"{ATOM}id") != every.findtext(f"{ATOM}id")
    (link,) = [node for node in red.findall(f"{ATOM}link") if node.get("rel") == "self"]
    assert link.get("href") == f"{BASE}/changes.atom?status=Red"


def test_another_report_has_other_entries(quarters: Api) -> None:
    reports = [row["report"] for row in quarters.get("reports").rows]
    found = [set(ids(parsed(quarters.get("changes.atom", report=one)))) for one in reports]
    assert not found[0] & found[1]
    assert not found[1] & found[2]


def test_a_later_build_changes_neither_ids_nor_times(
    report_path: Path, root: Path, tmp_path: Path
) -> None:
    """Only what is new is new to a reader: the feed of the next report, not this one again."""
    place = tmp_path / "dataset"
    known = (root / "data" / "catalogue.toml").read_text("utf-8")
    other = tmp_path / "catalogue.toml"
    other.write_text(known.replace('"Repeat child protection plans"', '"Plans again"'), "utf-8")
    first = build([report_path], place, root / "data" / "catalogue.toml")
    descriptor = place / first.version / "datapackage.json"
    long_ago = datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    os.utime(descriptor, (long_ago.timestamp(),) * 2)
    before = Api.over(str(place)).get("changes.atom")
    again = build([report_path], place, other)
    assert again.version != first.version
    after = Api.over(str(place)).get("changes.atom")
    assert parsed(after).findtext(f"{ATOM}updated") == "2024-01-02T03:04:05Z"
    assert parsed(before).findtext(f"{ATOM}updated") == "2024-01-02T03:04:05Z"
    assert ids(parsed(before)) == ids(parsed(after))
    assert b"Plans again" in after.body


def test_a_report_that_came_later_is_dated_later(report_path: Path, tmp_path: Path) -> None:
    files, place = write_quarters(report_path, tmp_path), tmp_path / "dataset"
    first = build(files[:2], place, None)
    os.utime(place / first.version / "datapackage.json", (1_000_000_000,) * 2)
    build(files, place, None)
    api = Api.over(str(place))
    times = [
        parsed(api.get("changes.atom", report=row["report"])).findtext(f"{ATOM}updated")
        for row in api.get("reports").rows
    ]
    assert times[:2] == ["2001-09-09T01:46:40Z"] * 2
    assert times[2] > times[1]


def test_a_file_that_no_version_has_came_never(dataset: BuildResult) -> None:
    assert arrived(dataset.location, dataset.version, "0" * 64) is None
