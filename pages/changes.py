"""Changes: what is new since the last report, as a list that could be read out."""

from kpi_core.present.briefing import account
from kpi_core.web import load
from kpi_core.web.frame import View, hand_over, heading, show
from kpi_core.web.parts import briefing, downloads


def top(view: View) -> None:
    made = load.briefing(view.scorecard)
    heading(account.headline(made), f"{view.scorecard.source}. {account.basis(made)}")


def main(view: View) -> None:
    made = load.briefing(view.scorecard)
    shown = made.shown(view.scorecard, view.filters)
    show(
        briefing.count(made, shown),
        briefing.changes(view, shown),
        briefing.not_compared(view, shown),
        briefing.nothing_of(made),
        briefing.meanings(),
    )
    downloads.buttons(view, "changes")


hand_over(main, top=top)
