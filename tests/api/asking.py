"""Asks an ASGI application in this process, without a server between."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.routing import Mount
from starlette.types import Message, Scope

from kpi_core.api import Settings, api, kept

BASE = "http://council.example/api/v1"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Headers
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return self.json["data"]


@dataclass(frozen=True)
class Api:
    """The API over one dataset, mounted as the server mounts it."""

    app: Starlette

    @classmethod
    def over(cls, location: str, settings: Settings = Settings(a_minute=0)) -> "Api":  # noqa: B008
        made = api(kept(lambda: location), settings, lambda address, _: f"<p>{address}</p>")
        return cls(Starlette(routes=[Mount("/api", app=made)]))

    def get(self, path: str, method: str = "GET", client: str = "192.0.2.1", **more: Any) -> Answer:
        """One request below ``/api/v1/``; further arguments are the query.

        ``headers`` are the request's, and ``raised=False`` gives the answer to a bug that was
        raised after it, as a server sends it.
        """
        headers = {"host": "council.example", **more.pop("headers", {})}
        raised = more.pop("raised", True)
        name, _, query = path.partition("?")
        scope: Scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": f"/api/v1/{name}",
            "raw_path": quote(f"/api/v1/{name}").encode(),
            "root_path": "",
            "query_string": (query or urlencode(more, doseq=True)).encode(),
            "headers": [(key.lower().encode(), text.encode()) for key, text in headers.items()],
            "client": (client, 50_000),
            "server": ("127.0.0.1", 80),
        }
        # in a thread of its own, since this one may have an event loop: Playwright's
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, self._send(scope, raised=raised)).result()

    async def _send(self, scope: Scope, *, raised: bool) -> Answer:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        try:
            await self.app(scope, receive, send)
        except Exception:
            if raised:
                raise
        start = sent[0]
        body = b"".join(message.get("body", b"") for message in sent[1:])
        return Answer(start["status"], Headers(raw=start["headers"]), body)
