"""The API as an ASGI application: its routes, what stands before them, and its errors."""

import logging
from collections.abc import Callable, Iterator
from functools import partial

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from kpi_core.api import feed, openapi
from kpi_core.api.answers import JSON, page, written
from kpi_core.api.asked import Asked
from kpi_core.api.gate import METHODS, Gate
from kpi_core.api.pictures import CHARTS, Picture
from kpi_core.api.problems import Problem
from kpi_core.api.resources import RESOURCES, Resource
from kpi_core.api.serving import Endpoint, Reply, Serving, as_json
from kpi_core.api.settings import Settings
from kpi_core.api.source import Source
from kpi_core.api.whole import PARAMETERS, WHOLE, Whole
from kpi_core.errors import DatasetError

_LOG = logging.getLogger(__name__)

Page = Callable[[str, Settings], str]
"""The HTML of the page for people, from the address of the API and its settings."""


def api(source: Source, settings: Settings, person: Page) -> Starlette:
    """Everything below ``/api``.

    Args:
        source: where the data comes from.
        settings: what the host has decided.
        person: makes the page for people.
    """
    middleware = [Middleware(Gate, settings=settings)]
    if settings.origins:
        middleware.insert(0, _cross_origin(settings))
    return Starlette(
        routes=_routes(Serving(source, settings), person),
        middleware=middleware,
        exception_handlers={
            Problem: _problem,
            HTTPException: _http,
            DatasetError: _no_dataset,
            Exception: _bug,
        },
    )


def _routes(serving: Serving, person: Page) -> list[BaseRoute]:
    async def people(request: Request) -> Response:
        html = person(serving.address(request), serving.settings)
        return HTMLResponse(html, headers={"cache-control": "no-cache"})

    async def health(request: Request) -> Response:
        del request
        data = await run_in_threadpool(serving.source.dataset, None)
        headers = {"cache-control": "no-store"}
        return JSONResponse({"status": "ok", "dataset_version": data.version}, headers=headers)

    async def without_slash(request: Request) -> Response:
        return RedirectResponse(f"{serving.address(request)}/")

    return [
        Route("/v1", without_slash),
        Route("/v1/", people),
        Route("/v1/health", health),
        *(Route(f"/v1/{path}", endpoint) for path, endpoint in _endpoints(serving)),
    ]


def _endpoints(serving: Serving) -> Iterator[tuple[str, Endpoint]]:
    """Every address that answers from the dataset."""

    def described(asked: Asked, address: str) -> Reply:
        return as_json(openapi.document(asked.data, serving.settings, address))

    yield "openapi.json", serving.endpoint((), described)
    yield "charts", serving.endpoint((), _charts)
    yield "changes.atom", serving.endpoint(openapi.FEED, _feed)
    for resource in RESOURCES.values():
        make = partial(_table, resource, serving.settings.most_rows)
        yield resource.name, serving.endpoint(resource.parameters, make)
    for whole in WHOLE.values():
        yield whole.name, serving.endpoint(PARAMETERS, partial(_whole, whole))
    for picture in CHARTS.values():
        make = partial(_picture, picture)
        yield f"charts/{picture.name}", serving.endpoint(picture.parameters, make)


def _table(resource: Resource, most: int, asked: Asked, address: str) -> Reply:
    made = page(resource, asked, most, address)
    output = asked.values["format"] or JSON
    body, media = written(made, output)
    links = made.links()
    beside = ", ".join(
        f'<{links[name]}>; rel="{name}"' for name in ("next", "prev") if name in links
    )
    headers = {"x-total-count": str(made.total), **({"link": beside} if beside else {})}
    return Reply(body, media, None if output == JSON else made.file_name(output), headers)


def _whole(whole: Whole, asked: Asked, address: str) -> Reply:
    del address
    return Reply(whole.content(asked), whole.mime, whole.file_name(asked))


def _picture(picture: Picture, asked: Asked, address: str) -> Reply:
    del address
    made = picture.drawn(asked)
    shown = {
        "content-disposition": f'inline; filename="{made.name}"',
        "cross-origin-resource-policy": "cross-origin",
    }
    return Reply(made.content, made.mime, None, shown)


def _feed(asked: Asked, address: str) -> Reply:
    app = address.removesuffix("/api/v1")
    return Reply(feed.feed(asked, address, app), feed.MEDIA_TYPE)


def _charts(asked: Asked, address: str) -> Reply:
    """Each chart with its address; an indicator has to be added where one is needed."""
    data = [
        {
            "name": picture.offer.name,
            "title": picture.offer.title,
            "format": picture.output,
            "needs_indicator": picture.offer.needs_indicator,
            "address": f"{address}/charts/{picture.name}",
        }
        for picture in CHARTS.values()
    ]
    meta = {"dataset_version": asked.data.version, "total": len(data), "count": len(data)}
    return as_json({"data": data, "meta": meta, "links": {"self": f"{address}/charts"}})


def _cross_origin(settings: Settings) -> Middleware:
    """Lets the scripts of other websites read answers: only of those that the host names."""
    return Middleware(
        CORSMiddleware,
        allow_origins=settings.origins,
        allow_methods=["GET", "HEAD"],
        allow_headers=["Authorization", "X-Api-Key", "If-None-Match"],
        expose_headers=["ETag", "Link", "Retry-After", "X-Total-Count"],
    )


async def _problem(request: Request, problem: Exception) -> Response:
    del request
    assert isinstance(problem, Problem)
    return problem.response()


async def _http(request: Request, error: Exception) -> Response:
    """What the router refuses: an unknown address, or a method that it does not have."""
    assert isinstance(error, HTTPException)
    address = request.url.path
    said = {
        404: f"There is nothing at {address[:200]}. The page /api/v1/ lists what there is.",
        405: f"{request.method[:20]} is not possible here; this API only reads.",
    }
    detail = said.get(error.status_code, str(error.detail))
    headers = {"allow": METHODS} if error.status_code == 405 else error.headers
    return Problem(error.status_code, detail, headers).response()


async def _no_dataset(request: Request, error: Exception) -> Response:
    """The sentence names a place on the server, so that it goes to the log."""
    del request
    _LOG.warning("%s", error)
    said = "There is no dataset that can be read. The log of the app says why."
    return Problem(503, said, {"retry-after": "60"}).response()


async def _bug(request: Request, error: Exception) -> Response:
    """Starlette raises the error again after this answer, so that it is logged in full."""
    del request, error
    return Problem(500, "Something is wrong in the app. Its log says what.").response()
