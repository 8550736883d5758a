"""How a request becomes an answer: understood, compared with what the caller has, then made."""

import asyncio
import json
import re
import threading
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from kpi_core import __version__
from kpi_core.api.asked import Asked
from kpi_core.api.parameters import Parameter, read_all
from kpi_core.api.problems import Problem
from kpi_core.api.ranges import part
from kpi_core.api.settings import Access, Settings
from kpi_core.api.source import Source

AT_ONCE = 4
"""Answers that are made at one time, so that the screens stay quick."""

KEEP_BYTES = 32 * 2**20
"""Size of the answers that are kept to be given again."""

PINNED_SECONDS = 86_400
"""How long an answer that names its dataset version may be kept without asking again."""

_HOST = re.compile(r"([\w.-]+|\[[0-9a-f:.]+\])(:\d+)?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class Reply:
    """A finished answer; ``name`` is that of the file it is to be saved as."""

    body: bytes
    media: str
    name: str | None = None
    headers: dict[str, str] = field(default_factory=dict)


class Kept:
    """The answers asked for last, by their mark; ``most`` is their size in bytes together."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._replies: OrderedDict[str, Reply] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, mark: str) -> Reply | None:
        with self._lock:
            if mark in self._replies:
                self._replies.move_to_end(mark)
            return self._replies.get(mark)

    def put(self, mark: str, reply: Reply) -> None:
        with self._lock:
            before = self._replies.pop(mark, None)
            self._replies[mark] = reply
            self.size += len(reply.body) - (len(before.body) if before else 0)
            while self.size > self.most:
                self.size -= len(self._replies.popitem(last=False)[1].body)


Maker = Callable[[Asked, str], Reply]
"""From what is asked for, and the address of the API, to the answer."""

Endpoint = Callable[[Request], Awaitable[Response]]


class Serving:
    """Endpoints over one source with one set of settings."""

    def __init__(self, source: Source, settings: Settings) -> None:
        self.source, self.settings = source, settings
        self.room = asyncio.Semaphore(AT_ONCE)
        self.kept = Kept(KEEP_BYTES)

    def endpoint(self, parameters: Sequence[Parameter], make: Maker) -> Endpoint:
        """An endpoint that takes these parameters and answers with what ``make`` makes."""

        async def endpoint(request: Request) -> Response:
            async with self.room:
                return await run_in_threadpool(self._answer, request, parameters, make)

        return endpoint

    def _answer(self, request: Request, parameters: Sequence[Parameter], make: Maker) -> Response:
        query, address = request.query_params, self.address(request)
        data = self.source.dataset(_version(query, parameters))
        asked = Asked(self.source, data, read_all(parameters, query, data))
        headers = self._cache(asked, f"{address} {request.url.path}")
        if _has(request.headers.get("if-none-match", ""), headers["etag"]):
            return Response(status_code=304, headers=headers)
        made = self.kept.get(headers["etag"]) or make(asked, address)
        self.kept.put(headers["etag"], made)
        if made.name:
            headers["content-disposition"] = f'attachment; filename="{made.name}"'
        return _sent(request, made, {**headers, **made.headers, "accept-ranges": "bytes"})

    def _cache(self, asked: Asked, whole: str) -> dict[str, str]:
        """A mark that changes with the program, the dataset version and what is asked for."""
        most = self.settings.most_rows
        marked = repr((__version__, asked.data.version, most, whole, asked.given))
        digest = sha256(marked.encode("utf-8", "surrogateescape")).hexdigest()[:20]
        scope = "public" if self.settings.access is Access.OPEN else "private"
        pinned = asked.values.get("version") is not None
        age = f"max-age={PINNED_SECONDS}" if pinned else "no-cache"
        # weak: a workbook holds the time at which it was made
        return {"etag": f'W/"{digest}"', "cache-control": f"{scope}, {age}"}

    def address(self, request: Request) -> str:
        """Of the API, as the caller knows it; without the host where that is none."""
        below = f"{request.scope.get('root_path', '')}/v1"
        if self.settings.address:
            return f"{self.settings.address}{below}"
        host = request.headers.get("host", "")
        return f"{request.url.scheme}://{host}{below}" if _HOST.fullmatch(host) else below


def as_json(document: object) -> Reply:
    """A small document as JSON."""
    return Reply(json.dumps(document, ensure_ascii=False).encode(), "application/json")


def _sent(request: Request, made: Reply, headers: dict[str, str]) -> Response:
    """The whole, or the part that is asked for.

    With If-Range the whole: our marks are weak, and such a mark never says that bytes are the same.
    """
    given = request.headers
    chosen = None if "if-range" in given else part(given.get("range", ""), len(made.body))
    if chosen is None:
        return Response(made.body, 200, headers, made.media)
    where = f"bytes {chosen.start}-{chosen.stop - 1}/{len(made.body)}"
    return Response(made.body[chosen], 206, {**headers, "content-range": where}, made.media)


def _version(query: QueryParams, parameters: Sequence[Parameter]) -> str | None:
    """The dataset version has to be known before any other value can be read."""
    given = query.getlist("version")
    if not given or all(parameter.name != "version" for parameter in parameters):
        return None
    if len(given) > 1:
        raise Problem(400, "version can be given once.", parameter="version")
    return given[0]


def _has(given: str, mark: str) -> bool:
    """Whether the caller has the answer of that mark, as If-None-Match says."""
    held = {one.strip().removeprefix("W/") for one in given.split(",")}
    return given.strip() == "*" or mark.removeprefix("W/") in held
