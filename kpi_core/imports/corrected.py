"""The catalogue that a draft ends in, as a file to take away."""

from kpi_core import catalogue as catalogues
from kpi_core.dataset.imported import lay_over
from kpi_core.imports.draft import Draft
from kpi_core.suggest import suggest


def corrected_catalogue(draft: Draft) -> str:
    """What was known, what was corrected, and a suggestion for all that was only inferred.

    The text is a whole catalogue: with it, `kpi build` reads the same files as the draft does.
    """
    known = lay_over(draft.base, draft.corrections)
    reports = [assessed.report for assessed in draft.reports]
    said = catalogues.write(known)
    return f"{said}\n{suggest(reports, known, draft.reading.unread)}"
