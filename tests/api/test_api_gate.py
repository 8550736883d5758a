"""Who may ask, how often, from which websites: as whoever hosts the app has decided."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.routing import Mount

from kpi_core.api import Settings, api, from_environment, kept, settings
from kpi_core.api.gate import Gate
from kpi_core.api.rate import MOST_CLIENTS, Buckets, network
from kpi_core.api.settings import SHORTEST_KEY, Access
from kpi_core.build import BuildResult
from kpi_core.errors import UsageError
from tests.api.asking import Api

KEY = "a-key-of-the-finance-team"
OTHER = "a-key-of-another-council"
KEYED = Settings(Access.KEY, (OTHER, KEY), a_minute=0)


@pytest.fixture(scope="module")
def keyed(dataset: BuildResult) -> Api:
    return Api.over(dataset.location, KEYED)


def test_without_settings_it_is_open_and_read_only_here() -> None:
    assert from_environment({}) == Settings(Access.OPEN, (), (), 240, 10_000, None)


def test_settings_come_from_the_environment() -> None:
    given = from_environment(
        {
            "KPI_API": " Key ",
            "KPI_API_KEYS": f"{KEY}, {OTHER}",
            "KPI_API_ORIGINS": "https://intranet.example",
            "KPI_API_RATE": "10",
            "KPI_API_MOST_ROWS": "500",
            "KPI_PUBLIC_URL": "https://scorecard.example/kpi/",
        }
    )
    origins = ("https://intranet.example",)
    public = "https://scorecard.example/kpi"
    assert given == Settings(Access.KEY, (KEY, OTHER), origins, 10, 500, public)


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"KPI_API": "yes"}, "KPI_API is 'yes'; it can be open, key, off"),
        ({"KPI_API": "key"}, "needs at least one key"),
        ({"KPI_API": "key", "KPI_API_KEYS": "x" * (SHORTEST_KEY - 1)}, "fewer than 16 letters"),
        ({"KPI_API_RATE": "-1"}, "whole number from 0 up"),
        ({"KPI_API_RATE": "many"}, "whole number from 0 up"),
        ({"KPI_API_MOST_ROWS": "0"}, "whole number from 1 up"),
    ],
)
def test_a_setting_without_a_meaning_opens_nothing(setting: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        from_environment(setting)


def test_the_readme_explains_every_setting(root: Path) -> None:
    named = set(re.findall(r'"(KPI_\w+)"', Path(settings.__file__).read_text("utf-8")))
    assert len(named) == 6
    readme = (root / "README.md").read_text("utf-8")
    assert [name for name in named if f"| `{name}` |" not in readme] == []


def test_a_key_is_taken_from_either_header(keyed: Api) -> None:
    for headers in (
        {"x-api-key": KEY},
        {"authorization": f"Bearer {KEY}"},
        {"authorization": f"bearer  {OTHER}"},
    ):
        assert keyed.get("ratings", headers=headers).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-api-key": ""},
        {"x-api-key": KEY[:-1]},
        {"x-api-key": KEY.upper()},
        {"x-api-key": f"{KEY} {OTHER}"},
        {"authorization": f"Basic {KEY}"},
        {"authorization": KEY},
        {"authorization": f"Bearer {KEY}x"},
    ],
)
def test_without_a_right_key_nothing_is_told(keyed: Api, headers: dict[str, str]) -> None:
    for path in ("ratings", "openapi.json", "charts", "changes.atom", "nothing"):
        answer = keyed.get(path, headers=headers)
        assert answer.status == answer.json["status"] == 401
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert answer.headers["content-type"] == "application/problem+json"
    assert keyed.get("ratings", **{"x-api-key": KEY}).status == 401


def test_health_and_the_page_for_people_need_no_key(keyed: Api) -> None:
    assert keyed.get("health").json["status"] == "ok"
    assert keyed.get("").status == 200


def test_answers_behind_a_key_are_kept_by_nobody_else(keyed: Api, shipped: Api) -> None:
    cached = keyed.get("ratings", headers={"x-api-key": KEY}).headers["cache-control"]
    assert cached == "private, no-cache"
    assert shipped.get("ratings").headers["cache-control"] == "public, no-cache"


def test_the_document_names_the_key(keyed: Api, shipped: Api) -> None:
    document = keyed.get("openapi.json", headers={"x-api-key": KEY}).json
    assert document["paths"]["/ratings"]["get"]["security"] == [{"key": []}, {"bearer": []}]
    assert set(document["components"]["securitySchemes"]) == {"key", "bearer"}
    assert "401" in document["paths"]["/ratings"]["get"]["responses"]
    assert "security" not in document["paths"]["/health"]["get"]
    assert "securitySchemes" not in shipped.get("openapi.json").json["components"]


def test_switched_off_there_is_nothing(dataset: BuildResult) -> None:
    off = Api.over(dataset.location, Settings(Access.OFF))
    for path in ("", "ratings", "health", "openapi.json"):
        answer = off.get(path)
        assert (answer.status, answer.json["detail"]) == (404, "The data API is switched off here.")


def test_a_client_that_asks_too_often_is_told_when_to_try_again(dataset: BuildResult) -> None:
    clock = [1_000.0]
    inner = api(kept(lambda: dataset.location), Settings(a_minute=0), lambda *_: "")
    gated = Gate(inner, Settings(a_minute=3), lambda: clock[0])
    limited = Api(Starlette(routes=[Mount("/api", app=gated)]))
    assert [limited.get("health").status for _ in range(4)] == [200, 200, 200, 429]
    refused = limited.get("health")
    assert refused.headers["retry-after"] == "20"
    assert refused.json["detail"] == ("More than 3 requests in a minute. Try again in 20 seconds.")
    assert limited.get("health", client="192.0.2.2").status == 200
    clock[0] += 20
    assert [limited.get("health").status for _ in range(2)] == [200, 429]


@given(st.lists(st.floats(0, 30), max_size=300), st.integers(1, 20))
def test_in_any_minute_a_client_gets_at_most_its_tokens_twice(
    pauses: list[float], a_minute: int
) -> None:
    """A full bucket, and what flows into it in the meantime."""
    now, taken = [0.0], []
    buckets = Buckets(a_minute, lambda: now[0])
    for pause in pauses:
        now[0] += pause
        wait = buckets.wait("192.0.2.1")
        assert 0 <= wait <= 60
        if not wait:
            taken.append(now[0])
    for start in taken:
        assert sum(start <= moment < start + 60 for moment in taken) <= 2 * a_minute


@given(st.integers(1, 50), st.floats(0, 1e6))
@example(20, 1.1)  # 4.1 - 1.1 is a little less than 3
def test_whoever_waits_as_long_as_told_is_let_in(a_minute: int, start: float) -> None:
    now = [start]
    buckets = Buckets(a_minute, lambda: now[0])
    while not (wait := buckets.wait("x")):
        pass
    now[0] += wait
    assert buckets.wait("x") == 0


def test_clients_that_are_remembered_are_limited_in_number() -> None:
    buckets = Buckets(1, lambda: 0.0)
    for at in range(MOST_CLIENTS + 10):
        buckets.wait(f"client {at}")
    assert len(buckets._held) == MOST_CLIENTS
    assert buckets.wait("client 0") == 0
    assert buckets.wait(f"client {MOST_CLIENTS}") > 0


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("testclient", "testclient"),
    ],
)
def test_one_household_is_one_client(address: str, same: str) -> None:
    assert network(address) == same


def test_options_says_what_is_possible(shipped: Api, keyed: Api) -> None:
    for asked in (shipped, keyed):
        answer = asked.get("ratings", "OPTIONS")
        assert (answer.status, answer.body) == (204, b"")
        assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_no_website_reads_answers_in_a_browser_unless_the_host_says_so(
    shipped: Api, dataset: BuildResult
) -> None:
    theirs = {"origin": "https://intranet.example"}
    assert "access-control-allow-origin" not in shipped.get("ratings", headers=theirs).headers
    named = Api.over(dataset.location, Settings(origins=("https://intranet.example",), a_minute=0))
    assert named.get("ratings", headers=theirs).headers["access-control-allow-origin"] == (
        "https://intranet.example"
    )
    other = named.get("ratings", headers={"origin": "https://elsewhere.example"})
    assert "access-control-allow-origin" not in other.headers
    before = {**theirs, "access-control-request-method": "GET"}
    asked = {**before, "access-control-request-headers": "x-api-key"}
    assert named.get("ratings", "OPTIONS", headers=asked).status == 200
    writes = {**theirs, "access-control-request-method": "POST"}
    assert named.get("ratings", "OPTIONS", headers=writes).status == 400
