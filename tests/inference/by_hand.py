"""Reports to infer from: read from a few rows."""

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.inference import Answer, Candidate, Inferred, infer

STATUS_HEADER = "Indicator,2019/20 Q4,2019/20 Target,Status"
DIRECTION_HEADER = "Indicator,2018/19 Q4,2019/20 Q3,2019/20 Q4,Direction of travel"


def inferred(header: str, *rows: str) -> Inferred:
    """Every row that does not say so is to be increased."""
    named = [row if row.startswith(("Reduce", "Increase")) else f"Increase {row}" for row in rows]
    text = "\n".join((header, *named)) + "\n"
    return infer(read_report(text.encode(), "tamar.csv", Catalogue()).report)


def status(*rows: str) -> Answer:
    return inferred(STATUS_HEADER, *rows).status


def direction(*rows: str) -> Answer:
    return inferred(DIRECTION_HEADER, *rows).direction


def key(candidate: Candidate) -> tuple[str, ...]:
    """A scheme in words: width, sides, bases."""
    sides = (candidate.sides.value,) if candidate.sides else ()
    return (candidate.width.value, *sides, *(basis.value for basis in candidate.bases))


def fitting(answer: Answer) -> dict[tuple[str, ...], tuple[object, object]]:
    """Each scheme that fits all rows, with its exact interval."""
    return {key(c): (c.fit.low, c.fit.high) for c in answer.fitting}
