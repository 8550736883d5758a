"""Every rule that the code can name has a title in plain words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kpi_core.checks.titles import RULE_TITLES, rule_title

MAKERS = {
    *("Finding", "about", "note", "finding", "on", "Loose"),
    *("_finding", "_kept", "_note", "_of_column"),
}
"""Callables that are given a rule."""

FOLDERS = (
    *("checks", "comparators", "histories", "normalise", "national", "readers", "layout"),
    "build.py",
)

ID = re.compile(r"[a-z]+(?:-[a-z]+)+")


def _sources(root: Path) -> Iterator[tuple[Path, ast.Module]]:
    for name in FOLDERS:
        place = root / "kpi_core" / name
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if path.name != "titles.py":
                yield path, ast.parse(path.read_text("utf-8"))


def _ids(node: ast.AST) -> Iterator[str]:
    """Ids written out below a node; ``f"{what}-unknown"`` is one for status and direction."""
    for part in ast.walk(node):
        if isinstance(part, ast.JoinedStr) and len(part.values) == 2:
            tail = part.values[1]
            if isinstance(tail, ast.Constant) and re.fullmatch(r"-[a-z-]+", str(tail.value)):
                yield from (f"{what}{tail.value}" for what in ("status", "direction"))
        elif isinstance(part, ast.Constant) and ID.fullmatch(str(part.value)):
            yield str(part.value)


def emitted(root: Path) -> set[str]:
    """Rules that stand where a finding is made, and ids assigned or listed as rules."""
    found: set[str] = set()
    for _, tree in _sources(root):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found.update(_called(node))
            elif isinstance(node, ast.Assign | ast.AnnAssign | ast.FunctionDef):
                found.update(_assigned(node))
    return found


def _called(node: ast.Call) -> Iterator[str]:
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    if name in MAKERS:
        for argument in (*node.args[:3], *(keyword.value for keyword in node.keywords)):
            if isinstance(argument, ast.Constant | ast.JoinedStr | ast.IfExp):
                yield from _ids(argument)


def _assigned(node: ast.Assign | ast.AnnAssign | ast.FunctionDef) -> Iterator[str]:
    """Rules given to a name: ``rule = "..."``, ``UNREADABLE = "..."``, a table of patterns."""
    if isinstance(node, ast.FunctionDef):
        for default in node.args.defaults:
            yield from _ids(default)
        return
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = " ".join(
        part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)
    )
    if re.search(r"rule|UNREADABLE|PATTERNS", names, re.IGNORECASE) and node.value is not None:
        yield from _ids(node.value)


def test_every_rule_that_the_code_can_find_has_a_title(root: Path) -> None:
    rules = emitted(root)
    assert len(rules) > 90, "the walk over the source finds hardly any rule: has a maker moved?"
    assert not rules - set(RULE_TITLES), "rules without a title in kpi_core/checks/titles.py"
    written = rules | {name for _, tree in _sources(root) for name in _ids(tree)}
    assert not set(RULE_TITLES) - written, "titles of rules that nothing can find any more"


@pytest.mark.parametrize(
    "rule",
    [
        *("benchmark-period-missing", "status-disagrees", "direction-unknown", "summary-row"),
        *("report-unreadable", "caveat-cohort", "figure-unit-inherited", "indicator-duplicated"),
        *("cell-not-used", "external-links", "hidden-text", "indicator-retired"),
    ],
)
def test_the_walk_sees_every_way_in_which_a_rule_is_written(rule: str, root: Path) -> None:
    assert rule in emitted(root)


def test_no_title_is_used_twice_and_none_is_an_id() -> None:
    assert len(set(RULE_TITLES.values())) == len(RULE_TITLES)
    assert not [title for title in RULE_TITLES.values() if ID.fullmatch(title)]
    assert all(title[0].isupper() and not title.endswith(".") for title in RULE_TITLES.values())


def test_a_rule_of_another_version_is_named_by_its_id() -> None:
    assert rule_title("figure-seen-twice") == "Figure seen twice"
