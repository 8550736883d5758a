"""Small reports that the tests of imports read."""

from kpi_core.imports import Upload

TABLE = (
    "Measure,2018/19 Q4,2019/20 Q3,2019/20 Q4,Goal,How well?,Direction of travel\n"
    "Reduce repeat plans,16.0%,15.3%,17.1%,16.0%,Red,Declining\n"
    "Increase assessments,88%,91%,93%,95%,Amber,Improving\n"
    "Homes rated inadequate,4,5,6,5,Red,Declining\n"
)
"""One heading is not a known one: the target."""

HEADLESS = "What,Now,Aim\nReduce repeat plans,17.1%,16.0%\nHomes rated inadequate,6,5\n"
"""No heading is a known one."""


def upload(name: str = "q4.csv", text: str = TABLE) -> Upload:
    return Upload(name, text.encode())
