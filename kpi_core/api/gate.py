"""What a request has to pass before it is read: the switch, the size, the rate, the key."""

import hmac
import time
from collections.abc import Callable
from hashlib import sha256

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from kpi_core.api.problems import Problem
from kpi_core.api.rate import Buckets
from kpi_core.api.settings import Access, Settings

LONGEST_QUERY = 8_000
"""Bytes of a query; the screens' own are far shorter."""

METHODS = "GET, HEAD, OPTIONS"

WITHOUT_KEY = ("/v1/", "/v1/health")
"""What shows no data, so that it can be asked for without a key."""


class Gate:
    """ASGI middleware around the whole API."""

    def __init__(
        self, app: ASGIApp, settings: Settings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.app, self.settings = app, settings
        self.buckets = Buckets(settings.a_minute, clock)
        self.keys = [_digest(key) for key in settings.keys]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.answer(scope) if scope["type"] == "http" else None
        await (answer or self.app)(scope, receive, send)

    def answer(self, scope: Scope) -> Response | None:
        """A refusal, or what needs no data; None lets the request in."""
        if self.settings.access is Access.OFF:
            return Problem(404, "The data API is switched off here.").response()
        try:
            self._check(scope)
        except Problem as problem:
            return problem.response()
        if scope["method"] == "OPTIONS":
            return Response(status_code=204, headers={"allow": METHODS})
        return None

    def _check(self, scope: Scope) -> None:
        if len(scope["query_string"]) > LONGEST_QUERY:
            raise Problem(414, f"The query is longer than {LONGEST_QUERY:,} bytes.")
        client = scope.get("client") or ("unknown", 0)
        if seconds := self.buckets.wait(str(client[0])):
            said = (
                f"More than {self.settings.a_minute:,} requests in a minute. "
                f"Try again in {seconds:,} seconds."
            )
            raise Problem(429, said, {"retry-after": str(seconds)})
        if self.settings.access is Access.KEY and not self._let_in(scope):
            said = (
                "This API needs a key, in the header X-Api-Key or as Authorization: Bearer KEY. "
                "Whoever hosts the app gives it out."
            )
            raise Problem(401, said, {"www-authenticate": 'Bearer realm="data API"'})

    def _let_in(self, scope: Scope) -> bool:
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if path in WITHOUT_KEY or scope["method"] == "OPTIONS":
            return True
        given = Headers(scope=scope)
        scheme, _, token = given.get("authorization", "").partition(" ")
        key = token.strip() if scheme.lower() == "bearer" else given.get("x-api-key", "")
        digest = _digest(key)
        # every key is compared, and digests are of one length: the time taken tells nothing
        return sum(hmac.compare_digest(digest, known) for known in self.keys) > 0


def _digest(key: str) -> bytes:
    return sha256(key.encode("utf-8", "surrogateescape")).digest()
