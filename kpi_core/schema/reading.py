"""How reports were read: the files, and what is worth a person's eye."""

from kpi_core import vocabulary as v
from kpi_core.schema.column import DAY, TEXT, WHOLE, Table, column

FINDINGS = Table(
    "findings",
    "thing worth a person's eye",
    ("report", "source_cell", "indicator", "rule"),
    (
        column("report", TEXT, "Id of the report"),
        column("source_cell?", TEXT, "Where in the report"),
        column("indicator?", TEXT, "Indicator that it is about"),
        column("rule", TEXT, "Stable name of the rule that found it"),
        column("severity", TEXT, "How much it matters", words=v.Severity),
        column("message", TEXT, "What was found and what to do"),
        column("raw?", TEXT, "The text in question exactly as printed"),
    ),
)

REPORTS = Table(
    "reports",
    "file read",
    ("report",),
    (
        column("report", TEXT, "Id of the report"),
        column("organisation", TEXT, "Id of the organisation"),
        column("title", TEXT, "Title of the report"),
        column("period_label", TEXT, "The rated period"),
        column("source_name", TEXT, "File name"),
        column("sha256", TEXT, "Checksum of the file"),
        column("format", TEXT, "Format it was read as"),
        column("published_on?", DAY, "Publication date, if known"),
        column("cells_read", WHOLE, "Cells that are not empty"),
        column("cells_kept", WHOLE, "Of those, cells that became facts or findings"),
        column("cells_ignored", WHOLE, "Of those, cells of repeated and other header lines"),
        column("findings", WHOLE, "Findings about this report"),
        column("organisation_name", TEXT, "Name of the organisation"),
        column("organisation_basis?", TEXT, "How the organisation is known"),
        column("period_end?", DAY, "Last day of the rated period"),
        column("licence", TEXT, "Licence of the report"),
        column("scheme", TEXT, "Ids and versions of the schemes that it is rated by"),
        column("long_scheme?", TEXT, "Id and version of the scheme of the longer term"),
        column("contact?", TEXT, "Whom to ask about the figures, as the catalogue says"),
    ),
)
