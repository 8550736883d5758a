"""The server that ``app.py`` holds, started as a host starts it."""

import gzip
import json
import re
import socket

import pytest

from kpi_core.errors import KpiError
from kpi_core.web.screens import SCREENS
from kpi_core.web.serve import serve, settings

ADDRESSES = [entry.path for entry in SCREENS] + ["/healthz", "/kpi/links.js", "/a/b", "/nopage"]


@pytest.mark.parametrize("path", [*ADDRESSES, "/_stcore/health", "/static/nothing.js"])
def test_every_answer_carries_the_security_headers(server, path: str) -> None:
    given = server.get(path).headers
    policy = given["content-security-policy"]
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"https?:|\*", policy)
    assert given["x-content-type-options"] == "nosniff"
    assert given["referrer-policy"] == "no-referrer"
    assert "camera=()" in given["permissions-policy"]


@pytest.mark.parametrize("entry", SCREENS, ids=lambda entry: entry.key)
def test_every_screen_gets_our_document(server, entry) -> None:
    page = server.get(entry.path + "?status=Red").read().decode()
    assert "<title>Council scorecard explorer</title>" in page
    assert '<script defer src="./kpi/links.js?v=' in page
    assert "Streamlit" not in re.sub(r"<(script|link)[^>]*>", "", page)
    assert "agent" not in page


def test_the_files_of_the_first_chart_are_there_to_be_fetched_early(server) -> None:
    from kpi_core.web.document import LATER, chart_files

    assert len(chart_files()) == len(LATER)
    for name in chart_files():
        assert f'<link rel="prefetch" href="./static/js/{name}">' in server.get("/").read().decode()
        assert server.get(f"/static/js/{name}").status == 200


def test_the_inline_script_is_the_one_that_the_policy_lists(server) -> None:
    from kpi_core.web.document import inline_scripts

    answer = server.get("/")
    hashes = inline_scripts(answer.read().decode())
    assert len(hashes) == 1
    assert hashes[0] in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/nopage",
        "/a/b",
        "/indicator/x",
        "/index.html",
        "/_stcore/metrics",
        "/_stcore/agent",
        "/_stcore/agent/openapi.json",
    ],
)
def test_unknown_and_hidden_addresses_are_404(server, path: str) -> None:
    assert server.get(path).status == 404


def test_health_and_readiness(server) -> None:
    assert server.get("/healthz").read() == b"ok"
    assert json.load(server.get("/readyz")) == {"ready": True}


def test_static_files_are_compressed_once_and_right(server) -> None:
    page = server.get("/").read().decode()
    path = re.search(r'src="\.(/static/js/index\.[^"]+)"', page)[1]
    plain = server.get(path)
    packed = server.get(path, accept_encoding="gzip")
    again = server.get(path, accept_encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert gzip.decompress(packed.read()) == gzip.decompress(again.read()) == plain.read()
    assert "content-encoding" not in plain.headers


def test_head_and_range_requests_are_left_alone(server) -> None:
    page = server.get("/").read().decode()
    path = re.search(r'src="\.(/static/js/index\.[^"]+)"', page)[1]
    part = server.get(path, accept_encoding="gzip", range="bytes=0-9")
    assert (part.status, len(part.read())) == (206, 10)
    head = server.get(path, method="HEAD", accept_encoding="gzip")
    assert "content-encoding" not in head.headers
    assert head.read() == b""


def test_a_cold_deep_link_opens_inside_the_frame(server) -> None:
    """The first thing that this visitor asks for is a screen, not the overview."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
    from websockets.sync.client import connect

    ask = BackMsg()
    ask.rerun_script.page_name = "indicator"
    ask.rerun_script.query_string = "indicator=x&status=Red"
    bodies, titles = [], []
    with connect(f"ws://127.0.0.1:{server.port}/_stcore/stream", max_size=None) as channel:
        channel.send(ask.SerializeToString())
        message = ForwardMsg()
        while message.WhichOneof("type") != "script_finished":
            message = ForwardMsg.FromString(channel.recv(timeout=20))
            bodies.append(message.delta.new_element.html.body)
            titles.append(message.page_config_changed.title)
    shown = "".join(bodies)
    assert 'aria-current="page">Indicator</a>' in shown
    assert "There is no dataset at" in shown
    assert "Indicator – Council scorecard explorer" in titles


def test_a_taken_port_is_said_in_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(KpiError, match=f"port {port}.*--port {port + 1}"):
            serve(port)


def test_settings_are_known_to_streamlit_and_keep_to_themselves() -> None:
    from streamlit import config

    given = settings()
    for name in given:
        if not name.startswith("theme."):
            config.get_option(name)
    assert given["browser.gatherUsageStats"] is False
    assert given["server.address"] == "127.0.0.1"
    assert "http" not in str(given)
