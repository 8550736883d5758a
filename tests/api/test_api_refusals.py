"""What is refused: with a problem document that says what there is instead, and no traceback."""

import json
import logging
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kpi_core.api import CHARTS, RESOURCES
from kpi_core.api.parameters import LONGEST_TEXT, Text, Whole
from tests.api.asking import Answer, Api

HOSTILE = (
    "\x00",
    "Red\x00",
    "🟥",
    "' OR 1=1; DROP TABLE ratings; --",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "=1+1",
    "\ud7ff\u202e",
    "r" * 5_000,
    "%00",
    "${jndi:ldap://x}",
    "",
    "null",
    "-1",
    "1e9",
    "٣",
)


def is_problem(answer: Answer, status: int = 400) -> bool:
    assert answer.status == status, answer.body
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json
    assert said["type"] == "about:blank"
    assert (said["status"], bool(said["title"]), bool(said["detail"])) == (status, True, True)
    assert "Traceback" not in said["detail"]
    return True


@pytest.mark.parametrize("name", RESOURCES)
def test_hostile_values_are_refused(shipped: Api, name: str) -> None:
    """Of every parameter but texts to search for and numbers, which have tests of their own."""
    for parameter in RESOURCES[name].parameters:
        if isinstance(parameter, Text | Whole):
            continue
        for value in HOSTILE:
            answer = shipped.get(name, **{parameter.name: value})
            assert is_problem(answer, 404 if parameter.name == "version" else 400)
            assert len(answer.body) < 10_000


@given(value=st.text(max_size=300))
@example("Red")
def test_any_value_is_answered_or_refused(shipped: Api, value: str) -> None:
    for parameter in ("status", "theme", "limit", "q", "report", "version", "format"):
        answer = shipped.get("ratings", **{parameter: value.encode("utf-8", "surrogatepass")})
        if answer.status != 200:
            assert is_problem(answer, 404 if parameter == "version" else 400)


@given(query=st.text(st.characters(codec="ascii", exclude_characters="#"), max_size=200))
@example("&&==&status&=Red;status=%")
@example("status=%ff%fe&q=%00")
def test_any_query_is_answered_or_refused(shipped: Api, query: str) -> None:
    answer = shipped.get(f"findings?{query}")
    if answer.status not in (200, 404):
        assert is_problem(answer)


def test_a_wrong_value_is_told_what_there_is(shipped: Api) -> None:
    answer = shipped.get("ratings", status="Redd")
    assert is_problem(answer)
    assert answer.json["parameter"] == "status"
    assert answer.json["allowed"] == ["Red", "Amber", "Green", "Exceeded", "Not rated"]
    assert answer.json["detail"] == (
        "“Redd” is no value of status. Allowed are: Red, Amber, Green, Exceeded, Not rated. "
        "The nearest is “Red”."
    )


def test_a_wrong_parameter_is_told_what_there_is(shipped: Api) -> None:
    answer = shipped.get("ratings", statsu="Red")
    assert is_problem(answer)
    assert "The nearest is “status”." in answer.json["detail"]
    assert {"status", "direction", "limit", "version"} <= set(answer.json["allowed"])
    assert is_problem(shipped.get("charts/trend.png", indicator="x", status="Red"))
    assert is_problem(shipped.get("openapi.json", x="1"))


def test_an_unknown_indicator_is_told_those_that_there_are(shipped: Api) -> None:
    answer = shipped.get("observations", indicator="repeat-child-protection-plan")
    assert is_problem(answer)
    assert "The nearest is “repeat-child-protection-plans”." in answer.json["detail"]


def test_values_that_are_given_once_are_not_given_twice(shipped: Api) -> None:
    for query in ("limit=1&limit=2", "format=csv&format=csv", "q=a&q=b", "version=a&version=b"):
        assert is_problem(shipped.get(f"ratings?{query}"))
    assert shipped.get("ratings?status=Red&status=red").json["meta"]["total"] == 8


@pytest.mark.parametrize("value", ["0", "-1", "1.0", "x", "", "2147483648", "9" * 4000, "٣", "1_0"])
def test_a_limit_is_a_whole_number_from_1(shipped: Api, value: str) -> None:
    assert is_problem(shipped.get("ratings", limit=value))


@pytest.mark.parametrize("parameter", ["q", "text"])
def test_a_text_has_an_end_and_no_control_characters(shipped: Api, parameter: str) -> None:
    for value in ("x" * (LONGEST_TEXT + 1), "child\x00", "a\nb"):
        assert is_problem(shipped.get("findings", **{parameter: value}))
    assert shipped.get("findings", **{parameter: "x" * LONGEST_TEXT}).rows == []


@pytest.mark.parametrize("path", ["", "nothing", "ratings/x", "charts/trend", "%00"])
def test_an_unknown_address_is_a_problem(shipped: Api, path: str) -> None:
    answer = shipped.get(path)
    assert answer.status == 200 if not path else is_problem(answer, 404)


def test_other_methods_are_refused_and_told_which_there_are(shipped: Api) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
        answer = shipped.get("ratings", method)
        assert is_problem(answer, 405)
        assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_query_that_is_too_long_is_refused(shipped: Api) -> None:
    assert is_problem(shipped.get("ratings?" + "status=Red&" * 1_000), 414)


def test_a_place_without_a_dataset_is_a_problem_that_names_no_place(
    tmp_path, caplog: pytest.LogCaptureFixture
) -> None:
    empty = Api.over(str(tmp_path))
    with caplog.at_level(logging.WARNING):
        for path in ("ratings", "health", "openapi.json", "charts/trend.png?indicator=x"):
            answer = empty.get(path)
            assert is_problem(answer, 503)
            assert str(tmp_path) not in answer.body.decode()
    assert str(tmp_path) in caplog.text


def test_a_bug_is_a_problem_without_a_traceback_and_stays_loud(
    shipped: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("kpi_core.api.serving.read_all", broken)
    with pytest.raises(ZeroDivisionError):
        shipped.get("ratings")
    answer = shipped.get("ratings", raised=False)
    assert is_problem(answer, 500)
    assert b"secret" not in answer.body


def test_nothing_is_drawn_where_nothing_meets_the_filters(shipped: Api) -> None:
    assert is_problem(shipped.get("charts/comparison.svg", q="no such words"), 404)
    assert is_problem(shipped.get("charts/status-by-quarter.png", status="Exceeded"), 404)


@pytest.mark.parametrize("name", [n for n, chart in CHARTS.items() if chart.offer.needs_indicator])
def test_a_chart_of_one_indicator_needs_one(shipped: Api, name: str) -> None:
    answer = shipped.get(f"charts/{name}")
    assert is_problem(answer)
    assert answer.json["parameter"] == "indicator"


def test_a_problem_quotes_little_of_what_was_sent(shipped: Api) -> None:
    long = quote("ü" * 2_000)[:7_000]
    answer = shipped.get(f"ratings?status={long}")
    assert is_problem(answer)
    assert len(json.dumps(answer.json)) < 2_000
    assert is_problem(shipped.get("x" * 5_000), 404)
