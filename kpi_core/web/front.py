"""The front door: which addresses exist, and which of Streamlit's are kept from outside.

Streamlit answers every unknown address with its index and status 200; below a second segment the
page stays blank, because its files are looked for beside it. Here an unknown address is a 404 with
a way back, and each screen gets our own document.
"""

from collections.abc import Iterable
from html import escape

import streamlit as st
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kpi_core.web.document import document
from kpi_core.web.screens import APP_NAME, SCREENS

HIDDEN = ("_stcore/metrics", "_stcore/agent")
"""Public in Streamlit by default: usage figures, and a way to drive the app over HTTP."""

STREAMLIT = (
    "_stcore", "static", "media", "component", "app", "auth", "oauth2callback", "manifest.json",
)  # fmt: skip
"""First segments of the addresses that Streamlit needs for itself."""


class FrontDoor:
    """ASGI middleware: screens get the document, unknown and hidden addresses a 404.

    Args:
        routes: first segments of our own routes, such as ``api`` and ``healthz``.
    """

    def __init__(self, app: ASGIApp, routes: Iterable[str] = ()) -> None:
        self.app = app
        self.known = {*STREAMLIT, *routes}
        self.screens = {entry.path for entry in SCREENS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.answer(scope) if scope["type"] in ("http", "websocket") else None
        await (answer or self.app)(scope, receive, send)

    def answer(self, scope: Scope) -> Response | None:
        path = _below_base(scope["path"])
        inside = path.strip("/")
        if any(f"{inside}/".startswith(f"{hidden}/") for hidden in HIDDEN):
            return Response("Not found", 404, media_type="text/plain")
        if scope["type"] == "websocket" or inside.split("/")[0] in self.known:
            return None
        if path not in self.screens:
            return HTMLResponse(_not_found(), 404)
        return HTMLResponse(document(), headers={"cache-control": "no-cache"})


def _base() -> str:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def _below_base(path: str) -> str:
    """The path without the prefix that a host may have configured."""
    return path.removeprefix(_base()) or "/"


def _not_found() -> str:
    home = escape(f"{_base()}/")
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width">'
        f"<title>Page not found – {APP_NAME}</title></head>"
        f'<body style="font-family: sans-serif; max-width: 40rem; margin: 4rem auto">'
        f"<h1>Page not found</h1><p>There is no screen at this address.</p>"
        f'<p><a href="{home}">Go to the overview</a></p></body></html>'
    )
