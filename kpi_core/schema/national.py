"""National figures: where they came from, which areas there are, and what is worked out of them."""

from kpi_core import vocabulary as v
from kpi_core.schema.column import DAY, NATIVE, NUMBER, POINTS, TEXT, TEXTS, WHOLE, Table, column

RELEASES = Table(
    "releases",
    "national release that was imported",
    ("release",),
    (
        column("release", TEXT, "Id of the release; the column report of its observations"),
        column("source", TEXT, "Name of the kind of source that it was read as"),
        column("title", TEXT, "Title of the release"),
        column("publisher", TEXT, "Id of the body that published it"),
        column("publisher_name", TEXT, "Name of that body"),
        column("licence", TEXT, "Licence of the figures"),
        column("link?", TEXT, "Address of the release, as the files give it"),
        column("published_on?", DAY, "The newest date of publication or update in the files"),
        column("files", TEXTS, "Names of the files read"),
        column("checksums", TEXTS, "Checksums of those files, in the same order"),
        column("measures", WHOLE, "Measures in it"),
        column("areas", WHOLE, "Areas in it"),
        column("cells", WHOLE, "Figures and missing figures in it"),
        column("figures", WHOLE, "Of those, figures"),
    ),
)

AREAS = Table(
    "areas",
    "area that national figures are about",
    ("subject",),
    (
        column("subject", TEXT, "Id of the area; the column subject of its observations"),
        column("name", TEXT, "Name as published"),
        column("kind", TEXT, "What it is", words=v.AreaKind),
        column("council_type?", TEXT, "Type of council in words, such as Unitary authority"),
        column("region?", TEXT, "Subject of the region that it lies in"),
        column("gss?", TEXT, "Code of the Government Statistical Service, nine characters"),
        column("number?", TEXT, "Number that the Department for Education gives it"),
        column("valid_from?", DAY, "First day of the area, where it is known"),
        column("valid_to?", DAY, "Last day of the area, where it has ended"),
        column("successors", TEXTS, "Subjects of the areas that took its place"),
    ),
)

NEIGHBOURS = Table(
    "neighbours",
    "neighbour of a council in a dated set",
    ("organisation", "neighbour_set", "rank"),
    (
        column("organisation", TEXT, "Subject of the council whose neighbours these are"),
        column("group", TEXT, "statistical-neighbours or nearest-neighbours"),
        column("neighbour_set", TEXT, "Id of the set, such as statistical-neighbours-2021-04"),
        column("set_title", TEXT, "The set in words, such as Statistical neighbours, April 2021"),
        column("dated?", DAY, "First day that the set holds from"),
        column("rank", WHOLE, "Place among the neighbours; 1 is the closest"),
        column("neighbour", TEXT, "Subject of the neighbour"),
        column("closeness?", TEXT, "How close it is, in the publisher's words"),
        column("release", TEXT, "Release that the set came with"),
    ),
)

COMPARATORS = Table(
    "comparators",
    "group, period and statistic that an indicator with a national measure is compared by",
    ("organisation", "indicator", "measure", "period_label", "group", "neighbour_set", "statistic"),
    (
        column("organisation", TEXT, "Id of the organisation"),
        column("indicator", TEXT, "Stable id of its indicator"),
        column("measure", TEXT, "Id of the national measure"),
        column("period_label", TEXT, "Period of the figures"),
        column("period_end?", DAY, "Last day of that period"),
        column("group", TEXT, "Who it is compared with, such as england"),
        column("group_title", TEXT, "The group in words"),
        column("neighbour_set?", TEXT, "Id of the dated set of neighbours"),
        column("statistic", TEXT, "How the group becomes one figure", words=v.Statistic),
        column("value?", NUMBER, "The group's figure", unit=NATIVE),
        column("reason?", TEXT, "Why there is none"),
        column("members", WHOLE, "Members of the group in that period"),
        column("with_data", WHOLE, "Of those, members with a figure"),
        column("release", TEXT, "Release that the figures are from"),
        column("own?", NUMBER, "The organisation's figure as published", unit=NATIVE),
        column("gap?", NUMBER, "Published figure against it; positive is better", unit=POINTS),
        column("likeness?", TEXT, "How it stands to the group's", words=v.IntervalMark),
        column("likeness_basis?", TEXT, "What that is decided by", words=v.LikenessBasis),
        column("likeness_reason", TEXT, "The arithmetic of it, or why nothing is said"),
    ),
)

STANDINGS = Table(
    "standings",
    "period of an indicator with a national measure: the council's place among all councils",
    ("organisation", "indicator", "measure", "period_label"),
    (
        column("organisation", TEXT, "Id of the organisation"),
        column("indicator", TEXT, "Stable id of its indicator"),
        column("measure", TEXT, "Id of the national measure"),
        column("period_label", TEXT, "Period of the figures"),
        column("period_end?", DAY, "Last day of that period"),
        column("value?", NUMBER, "The organisation's figure as published", unit=NATIVE),
        column("councils", WHOLE, "Councils with a figure, this one included"),
        column("rank?", WHOLE, "Place among them; 1 is the best, ties share the better place"),
        column("quartile?", TEXT, "Quarter that it falls in", words=v.QuartileBand),
        column("first_quartile?", NUMBER, "A quarter of the councils are at or below", unit=NATIVE),
        column("median?", NUMBER, "Half of them are at or below", unit=NATIVE),
        column("third_quartile?", NUMBER, "Three quarters are at or below", unit=NATIVE),
        column("reason?", TEXT, "Why there is no rank or no quarter"),
        column("release", TEXT, "Release that the figures are from"),
    ),
)
