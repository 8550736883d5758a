"""The page for people at ``/api/v1/``: addresses, parameters, and how to use them."""

from kpi_core.web.markup import tag


def page(address: str) -> str:
    """The whole page, for the address of the API."""
    return "<!doctype html>" + tag(
        "html", tag("body", tag("h1", "Data API"), address), lang="en-GB"
    )
