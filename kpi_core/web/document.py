"""The page that the browser gets first: Streamlit's index with our title, icon, style and script.

Made once per process from the installed Streamlit's own file, so an upgrade brings its own.
"""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

import streamlit

from kpi_core.web.screens import APP_NAME, STATIC

ASSETS = {
    "links.js": "text/javascript; charset=utf-8",
    "style.css": "text/css; charset=utf-8",
    "favicon.png": "image/png",
}
"""Files of ``static`` that are served, with their media types."""

LATER = ("ArrowVegaLiteChart.*.js", "loadVegaEmbed.*.js", "embed.*.js", "vega-interpreter.*.js")
"""Streamlit's files for the first chart, fetched while the browser is idle."""

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_NOSCRIPT = "<noscript><p>This page needs JavaScript to show the scorecard.</p></noscript>"


def asset(name: str) -> str:
    """The address of one of our files; it changes with the content, so browsers may keep it."""
    mark = sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"./kpi/{name}?v={mark}"


@cache
def document() -> str:
    """The HTML of every screen: Streamlit's own index, changed in a few places.

    Raises:
        ValueError: the installed Streamlit's index no longer has one of those places.
    """
    text = _INDEX.read_text("utf-8")
    head = [
        f'<link rel="stylesheet" href="{asset("style.css")}">',
        f'<script defer src="{asset("links.js")}"></script>',
        *(f'<link rel="prefetch" href="./static/js/{name}">' for name in chart_files()),
    ]
    changes = (
        (r"<!--.*?-->", ""),
        (r'<html lang="en">', '<html lang="en-GB">'),
        (r"<title>.*?</title>", f"<title>{escape(APP_NAME)}</title>"),
        (r'href="./favicon.png"', f'href="{asset("favicon.png")}"'),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<noscript>.*?</noscript>", _NOSCRIPT),
        (r"</head>", "\n".join([*head, "</head>"])),
    )
    for pattern, new in changes:
        text, found = re.subn(pattern, lambda _, new=new: new, text, flags=re.DOTALL)  # type: ignore[misc]
        if not found:
            raise ValueError(f"Streamlit's index.html has no {pattern} to replace")
    return text.lstrip()


def chart_files() -> list[str]:
    """The names of the files in ``LATER`` of the installed Streamlit; any that it lacks is left."""
    folder = _INDEX.parent / "static" / "js"
    return [file.name for pattern in LATER for file in sorted(folder.glob(pattern))]


def inline_scripts(text: str) -> list[str]:
    """The hashes of the inline scripts of a document, as a content security policy lists them."""
    scripts = re.findall(r"<script>(.*?)</script>", text, flags=re.DOTALL)
    digests = (sha256(script.encode()).digest() for script in scripts)
    return [f"'sha256-{b64encode(digest).decode()}'" for digest in digests]
