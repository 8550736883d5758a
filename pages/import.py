"""Import: whether a new file works, before anyone else sees it."""

from kpi_core.imports import Draft
from kpi_core.web import drafting
from kpi_core.web import markup as m
from kpi_core.web.frame import hand_over_free, heading, show
from kpi_core.web.parts import choosing, correcting, preview, taking, understood


def main(why_no_dataset: str | None) -> None:
    heading("Try a report", "See what is understood of it, and correct it. Nobody else sees it.")
    if why_no_dataset:
        show(m.tag("p", why_no_dataset, class_="kpi-notice"))
    show(m.tag("h2", "1. Choose files"))
    choosing.draw()
    draft = drafting.draft()
    if draft is not None:
        show(m.tag("p", preview.counted(draft), class_="kpi-count", tabindex="-1"))
        steps(draft)
    taking.undoing()


def steps(draft: Draft) -> None:
    show(m.tag("h2", "2. What was understood"))
    for at, file in enumerate(draft.files, start=1):
        report = draft.report(file)
        show(m.tag("h3", f"{at}. {file.name}"))
        if report is None:
            show(m.tag("p", draft.problem(file), class_="kpi-notice"))
        else:
            inferred = draft.inferred(report)
            known = understood.sentences(report.report)
            show(understood.summary(report.report, inferred), known)
            understood.tables(at, report, inferred, alone=len(draft.files) == 1)
        correcting.draw(at, draft, file)
    correcting.changes()
    show(m.tag("h2", "3. What was unclear"))
    preview.unclear(draft)
    if draft.reports:
        show(m.tag("h2", "4. Preview"))
        preview.overview(draft)
        show(m.tag("h2", "5. Take it away"))
        taking.downloads(draft)
        taking.publishing(draft)


hand_over_free(main)
