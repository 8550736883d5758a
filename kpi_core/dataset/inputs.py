"""The files that versions were made from, kept once each under their checksum.

A name that a person gave is never a path here, so no name can reach another file.
"""

from kpi_core.dataset.checksum import checksum
from kpi_core.dataset.place import Place
from kpi_core.errors import DatasetError

INPUTS = "inputs"


def keep(where: Place, content: bytes) -> str:
    """Keep some bytes; returns their checksum as the descriptor writes it.

    A copy that is there and damaged is mended.
    """
    named = checksum(content)
    if content and not _kept(where, named):
        where.make_folder(INPUTS)
        where.write(content, INPUTS, _file(named))
    return named


BUILD_AGAIN = "Run 'kpi build' once with the same files, and try again."


def fetch(where: Place, named: str, title: str, remedy: str = BUILD_AGAIN) -> bytes:
    """The bytes of a checksum.

    Args:
        where: the dataset's place.
        named: the checksum as the descriptor writes it.
        title: what the bytes are, for the error.
        remedy: what to do where they cannot be had.

    Raises:
        DatasetError: they were never kept, cannot be read, or are damaged.
    """
    try:
        content = where.read(INPUTS, _file(named))
    except OSError as error:
        raise DatasetError(
            f"The dataset at {where.name} does not hold {title}, which its current version was "
            f"built from. {remedy}"
        ) from error
    if checksum(content) != named:
        raise DatasetError(
            f"The copy of {title} kept at {where.name} is damaged (its checksum is wrong). {remedy}"
        )
    return content


def _kept(where: Place, named: str) -> bool:
    try:
        return checksum(where.read(INPUTS, _file(named))) == named
    except OSError:
        return False


def _file(named: str) -> str:
    digits = named.removeprefix("sha256:")
    if len(digits) != 64 or not set(digits) <= set("0123456789abcdef"):
        raise DatasetError(f"{named[:80]!r} is no checksum.")
    return digits
