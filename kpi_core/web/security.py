"""Security headers on every HTTP answer, ours and Streamlit's alike.

No ``unsafe-eval``: charts run in Vega's interpreter. Styles stay inline because Streamlit writes
them so. Everything comes from this server; the browser is told to ask nobody else.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kpi_core.web.document import document, inline_scripts


def policy() -> str:
    """The content security policy; the hashes are those of the installed Streamlit's index."""
    scripts = " ".join(["'self'", *inline_scripts(document())])
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def headers() -> dict[str, str]:
    return {
        "content-security-policy": policy(),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }


OWN = "cross-origin-resource-policy"
"""The header that an answer may set itself: a picture of the data API can stand in other pages."""


class SecurityHeaders:
    """ASGI middleware that sets the headers, over whatever the app itself has set but ``OWN``."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers = headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                own = given.get(OWN)
                given.update(self.headers)
                if own is not None:
                    given[OWN] = own
            await send(message)

        await self.app(scope, receive, send_with_headers)
