"""Problem documents: what is wrong with a request, for a program and for a person (RFC 9457)."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from kpi_core.nearest import nearest

MEDIA_TYPE = "application/problem+json"

MOST_NAMED = 40
"""Allowed values that a problem names; of more it says how many there are."""

LONGEST_QUOTED = 60
"""Letters of a value that a problem repeats."""


class Problem(Exception):  # noqa: N818 - the word of the standard
    """A request that is answered with a problem document.

    Args:
        status: HTTP status of the answer.
        detail: what is wrong and what to do, in sentences.
        headers: of the answer, such as ``Retry-After``.
        more: further members of the document, such as ``parameter`` and ``allowed``.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        headers: Mapping[str, str] | None = None,
        **more: object,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers or {}, more

    def document(self) -> dict[str, Any]:
        title = HTTPStatus(self.status).phrase
        members = {"type": "about:blank", "title": title, "status": self.status}
        return {**members, "detail": self.detail, **self.more}

    def response(self) -> Response:
        body = json.dumps(self.document(), ensure_ascii=False).encode()
        headers = {"cache-control": "no-store", **self.headers}
        return Response(body, self.status, headers, MEDIA_TYPE)


def not_allowed(parameter: str, value: str, allowed: Sequence[str]) -> Problem:
    """A value that a parameter does not have, with those that it has."""
    return Problem(
        400,
        f"{quoted(value)} is no value of {parameter}. {_named(allowed)}{_meant(value, allowed)}",
        parameter=parameter,
        allowed=list(allowed[:MOST_NAMED]),
    )


def unknown_parameter(name: str, allowed: Sequence[str]) -> Problem:
    """A parameter that an address does not take, with those that it takes."""
    return Problem(
        400,
        f"There is no parameter {quoted(name)} here. {_named(allowed)}{_meant(name, allowed)}",
        parameter=name[:LONGEST_QUOTED],
        allowed=list(allowed[:MOST_NAMED]),
    )


def quoted(text: str) -> str:
    cut = text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"
    return f"“{cut}”"


def _named(allowed: Sequence[str]) -> str:
    if not allowed:
        return "It has no values in this dataset."
    said = f"Allowed are: {', '.join(allowed[:MOST_NAMED])}"
    more = len(allowed) - MOST_NAMED
    return f"{said}, and {more:,} more." if more > 0 else f"{said}."


def _meant(text: str, allowed: Sequence[str]) -> str:
    near = nearest(text, allowed)
    return f" The nearest is {quoted(near)}." if near else ""
