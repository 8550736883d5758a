"""The server, composed: the shell, our routes, the middleware, and the one way to start it.

``app.py`` holds ``st.App(SHELL, routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)`` for
``streamlit run`` and ``uvicorn``; ``serve`` does the same for ``kpi serve``.
"""

import os
import socket
import tomllib
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kpi_core.errors import KpiError
from kpi_core.places import CHECKOUT, PACKAGE, in_checkout
from kpi_core.web import data_api
from kpi_core.web.compress import KeptCompression
from kpi_core.web.document import ASSETS
from kpi_core.web.front import FrontDoor
from kpi_core.web.screens import FAVICON, STATIC
from kpi_core.web.security import SecurityHeaders
from kpi_core.web.warm import READY, lifespan

__all__ = ["MIDDLEWARE", "ROUTES", "SHELL", "lifespan", "serve"]

SHELL = Path(__file__).with_name("shell.py")


async def _health(request: Request) -> Response:
    """The process answers."""
    del request
    return PlainTextResponse("ok")


async def _ready(request: Request) -> Response:
    """The dataset and the chart renderer are loaded; 503 until then."""
    del request
    warm = bool(READY.get("state", {}).get("warm"))
    return JSONResponse({"ready": warm}, 200 if warm else 503)


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in ASSETS:
        return PlainTextResponse("Not found", 404)
    kept = {"cache-control": "public, immutable, max-age=31536000"}
    return Response((STATIC / name).read_bytes(), headers=kept, media_type=ASSETS[name])


async def _icon(request: Request) -> Response:
    """Our icon where Streamlit's page looks for it until the first run names another."""
    del request
    kept = {"cache-control": "public, max-age=86400"}
    return Response(FAVICON.read_bytes(), headers=kept, media_type="image/png")


ROUTES: list[BaseRoute] = [
    Route("/healthz", _health),
    Route("/readyz", _ready),
    Route("/kpi/{name}", _asset),
    Route("/favicon.png", _icon),
    Route("/favicon.ico", _icon),
    *data_api.routes(),
]

MIDDLEWARE = [
    Middleware(SecurityHeaders),
    Middleware(KeptCompression),
    Middleware(FrontDoor, routes=[route.path.split("/")[1] for route in ROUTES]),  # type: ignore[attr-defined]
]


def settings() -> dict[str, Any]:
    """The packaged Streamlit settings as dotted names, such as ``server.headless``."""
    folder = CHECKOUT / ".streamlit" if in_checkout() else PACKAGE / "_config"
    with (folder / "config.toml").open("rb") as file:
        return _flat(tomllib.load(file))


def _flat(table: dict[str, Any], above: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in table.items():
        name = f"{above}{key}"
        flat.update(_flat(value, f"{name}.") if isinstance(value, dict) else {name: value})
    return flat


def serve(port: int = 8501, dataset: str | None = None, host: str = "127.0.0.1") -> None:
    """Serves the app until it is stopped.

    Args:
        port: TCP port; one that is taken is an error, not a reason to take another.
        dataset: place of the dataset; None means the default place.
        host: address to listen on; only this machine unless said otherwise.

    Raises:
        KpiError: the port is taken, or may not be used.
    """
    _check_free(host, port)
    if dataset is not None:
        os.environ["KPI_DATASET"] = dataset
    app = st.App(SHELL, routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
    app.run(config={**settings(), "server.port": port, "server.address": host})


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            raise KpiError(
                f"The app cannot listen on {host}, port {port}: {problem.strerror}. "
                f"Another program may be using it; choose another with --port {port + 1}."
            ) from problem
