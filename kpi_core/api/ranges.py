"""A part of an answer, for readers that fetch only the pieces of a file that they need."""

import re

from kpi_core.api.problems import Problem

_RANGE = re.compile(r"bytes=(?P<first>\d{0,15})-(?P<last>\d{0,15})", re.ASCII)


def part(asked: str, size: int) -> slice | None:
    """The bytes that a Range header asks for (RFC 9110); None means the whole.

    Whatever is no single range of bytes may be left aside, and is.

    Raises:
        Problem: it begins after the end, so that there is nothing to send.
    """
    found = _RANGE.fullmatch(asked.strip())
    if found is None or not (found["first"] or found["last"]):
        return None
    if found["first"]:
        first, last = int(found["first"]), int(found["last"] or size)
        if found["last"] and first > last:
            return None
    else:
        first, last = max(0, size - int(found["last"])), size
    if first >= size:
        said = f"The answer has {size:,} bytes, and the range begins after them."
        raise Problem(416, said, {"content-range": f"bytes */{size}"})
    return slice(first, min(last + 1, size))
