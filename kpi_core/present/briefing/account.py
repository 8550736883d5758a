"""The sentences about a briefing as a whole: its headline, what it rests on, its headings."""

from collections.abc import Iterable

from kpi_core.formatting import number_word
from kpi_core.present.briefing.compose import Briefing
from kpi_core.vocabulary import ChangeKind

HOW_COMPUTED = (
    "What the council declared stands as declared; a status that it did not declare is computed "
    "by us, and says so."
)


def counted(kind: ChangeKind, number: int) -> str:
    """Such as "1 new red" or "1,139 restated figures"."""
    return f"{number:,} {kind.one if number == 1 else kind.many}"


def heading(kind: ChangeKind, number: int) -> str:
    """The same with a small number in words, as a heading: "Two new reds"."""
    text = f"{number_word(number)} {kind.one if number == 1 else kind.many}"
    return text[:1].upper() + text[1:]


def headline(made: Briefing) -> str:
    """Such as "2 new reds, 1 recovery; 14 of 18 indicators keep their status"."""
    if not made.compared:
        return "No status can be compared with an earlier one"
    colours = [kind for kind in ChangeKind if kind.of_status and made.number(kind)]
    found = ", ".join(counted(kind, made.number(kind)) for kind in colours) or "No status changed"
    noun = "indicator keeps its" if made.total == 1 else "indicators keep their"
    return f"{found}; {made.kept:,} of {made.total:,} {noun} status"


def basis(made: Briefing) -> str:
    """What is held against what."""
    if made.earlier is not None:
        return f"{made.period} against the report before, {made.earlier}. {HOW_COMPUTED}"
    return (
        f"There is no earlier report of this organisation, so the status of {made.period} is held "
        "against the one computed by us for the last figure that this report gives before it. "
        "The next report will be compared with this one."
    )


def nothing_of(made: Briefing) -> str:
    """The kinds of change that were looked for and not found, in one line; empty if all were.

    A kind that could not have been found is not among them.
    """
    absent = [
        kind
        for kind in ChangeKind
        if not made.number(kind)
        and (made.compared or not kind.of_status)
        and (made.earlier is not None or not kind.between_reports)
    ]
    return f"Looked for and not found: {_listed(absent)}." if absent else ""


def not_told(made: Briefing) -> str:
    """The kinds that one report cannot show; empty where there is an earlier one."""
    if made.earlier is not None:
        return ""
    kinds = [kind for kind in ChangeKind if kind.between_reports and not made.number(kind)]
    return f"It takes a second report to tell: {_listed(kinds)}."


def showing(made: Briefing, shown: Briefing) -> str:
    """How many changes of how many, and how many the filters hide, by kind."""
    said = f"Showing {len(shown.changes):,} of {len(made.changes):,} changes."
    hidden = [
        counted(kind, number)
        for kind in ChangeKind
        if (number := made.number(kind) - shown.number(kind))
    ]
    if number := len(made.not_compared) - len(shown.not_compared):
        hidden.append(f"{number:,} that cannot be compared")
    return f"{said} Hidden by the filters: {', '.join(hidden)}." if hidden else said


def not_compared_heading(number: int) -> str:
    text = (
        f"{number_word(number)} {'status' if number == 1 else 'statuses'} that cannot be compared"
    )
    return text[:1].upper() + text[1:]


def _listed(kinds: Iterable[ChangeKind]) -> str:
    return ", ".join(kind.many for kind in kinds)
