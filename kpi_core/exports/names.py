"""File names that say whose figures a file holds, which, and for when."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST_PART = 60


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens: safe in any file system and address."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_PART].strip("-")


def file_name(
    organisation: str, what: str, period_label: str, suffix: str, filters: Iterable[str] = ()
) -> str:
    """A name such as ``cheshire-west-and-chester_scorecard_2019-20-q4_red-declining.csv``.

    Args:
        organisation: id or name of the organisation.
        what: what the file holds: "scorecard", an indicator's id, a chart's name.
        period_label: such as "2019/20 Q4".
        suffix: of the format, without the point in front.
        filters: the values that are set, in the order of the screen.
    """
    parts = [slug(part) for part in (organisation, what, period_label, " ".join(filters))]
    ending = ".".join(map(slug, suffix.split(".")))
    return f"{'_'.join(part for part in parts if part)}.{ending}"
