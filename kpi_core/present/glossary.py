"""Words that a reader of a scorecard may not know, each explained in a sentence."""

from kpi_core.present.standing.terms import BENCHMARK_TERMS

TERMS: tuple[tuple[str, str], ...] = (
    ("Indicator", "Something the council measures again and again to see how it is doing."),
    ("Outturn", "The figure that was actually reached in a period."),
    ("Target", "The figure that the council set out to reach."),
    (
        "Status",
        (
            "Red, amber or green: how the outturn stands against the target. What you see first is "
            "what the council declared; what we compute stands beside it."
        ),
    ),
    (
        "Exceeded",
        (
            "A fourth status that some councils use: the target is met, and by more than they ask "
            "for. It counts as rated and as met."
        ),
    ),
    (
        "Declared against computed",
        (
            "Whether the status and the direction that the council declared are those that our "
            "rules give. Where they differ, the declared one is kept."
        ),
    ),
    (
        "How firm",
        (
            "A computed status could tip where rounding or chance might give it another colour; "
            "else it is firm."
        ),
    ),
    (
        "Caveat",
        (
            "Something that limits what a figure can tell, such as a time lag or a change of "
            "definition, found in the name, the commentary or the catalogue."
        ),
    ),
    (
        "Not rated",
        "No status: the figure or the target is missing, or nobody says which way is good.",
    ),
    (
        "Direction of travel",
        (
            "Improving, maintained or declining: whether the figure moved the good way, the arrow "
            "showing which way the number went."
        ),
    ),
    (
        "Direction, longer term",
        (
            "The same question over a longer time: since the same period a year before, or as the "
            "catalogue says, such as since the start of the plan. The two may well differ."
        ),
    ),
    (
        "Dead band",
        (
            "Changes that are too small to count and are called maintained: a share of the earlier "
            "figure or a size in the indicator's own unit, for losses alone or for gains as well."
        ),
    ),
    (
        "Fitted line",
        (
            "The straight line that comes nearest to the figures of several periods. How far it "
            "rises or falls says more than two figures alone do, and nothing of what comes next."
        ),
    ),
    ("Polarity", "Which way is good: for some indicators a higher figure, for others a lower one."),
    (
        "Gap to target",
        (
            "The outturn minus the target, turned so that better is positive, in the indicator's "
            "own unit. Two percentages differ by percentage points, called points for short."
        ),
    ),
    (
        "Comparator or benchmark",
        (
            "The figure of others that ours is held against. The one named is the one whose group "
            "the report names; where it names none, the only one quoted."
        ),
    ),
    (
        "Which year a benchmark is of",
        "The published year whose figure of that group is the same once both are rounded alike.",
    ),
    (
        "Statistical neighbours (SN)",
        (
            "The ten councils whose circumstances are most like ours in the model used for "
            "children's services."
        ),
    ),
    ("North West (NW), NW LAs", "The councils of the North West region of England taken together."),
    (
        "Period not stated",
        (
            "The report quotes a benchmark without saying which year it is for. Its gap is shown, "
            "and it is kept out of ranks and averages."
        ),
    ),
    (
        "Ordinary variation",
        (
            "The up and down that a series has when nothing changes. Figures within its limits say "
            "nothing new, one by one."
        ),
    ),
    (
        "Confidence interval",
        (
            "The figures that chance alone could explain, given how many cases there were. The "
            "fewer the cases, the wider it is. Of 95% unless it is said otherwise."
        ),
    ),
    (
        "Numerator and denominator",
        "How many cases count, and how many there are: of 286 plans, 49 were a second one.",
    ),
    (
        "Trial limits",
        "Limits from so few figures that they will still move; drawn dashed.",
    ),
    (
        "Computed by us",
        (
            "Worked out here from the report's own figures by a named rule; drawn hollow. It never "
            "replaces what the council declared."
        ),
    ),
    (
        "Runs through the year",
        (
            "A count that starts again each April, so that quarter 4 holds the whole year. It is "
            "compared with the same quarter a year before and rated against the year's target at "
            "quarter 4 only."
        ),
    ),
    (
        "Outlook, estimate",
        (
            "What the rest of the year has to bring for the target to be met is arithmetic. What "
            "past variation suggests for the end of the year is an estimate, and no forecast."
        ),
    ),
    (
        "Pro rata",
        (
            "As if this year went on as last year did: if half of last year's count was there by "
            "this time, twice the count so far."
        ),
    ),
    (
        "Annual survey, round",
        "Asked once a year. A figure under another quarter is of an earlier round.",
    ),
    (
        "Left empty, printed as a dash",
        "Two ways in which the report shows that there is no figure.",
    ),
    (
        "Contradiction",
        (
            "A commentary claims something of its row that the row's own figures, target or "
            "benchmarks do not bear out. Both sides are quoted; the owner says which is right."
        ),
    ),
    (
        "Finding",
        (
            "Something in a report worth a person's eye, with its cell and what to do: an error "
            "could not be read, a warning does not fit together, a note was inferred."
        ),
    ),
    (
        "Heading, section",
        (
            "A heading stands above a column and says what is in it. One that stands alone above "
            "several rows makes a section of them: their plan or their theme."
        ),
    ),
    (
        "Extra",
        (
            "A cell under a heading that is not one of ours, or a second figure in a cell. It is "
            "kept with its indicator as printed, and nothing is worked out from it."
        ),
    ),
    ("Reference", "The code that a council gives an indicator; it lasts when the wording changes."),
    (
        "Catalogue",
        (
            "The file in which people write down what no report says, such as which way is good. "
            "It wins over what is inferred."
        ),
    ),
    (
        "Draft",
        (
            "Files and corrections that one person tries on the Import screen. Nobody else sees "
            "them until they are published."
        ),
    ),
    (
        "Import",
        "What one publishing from the Import screen added. The last one can be undone.",
    ),
    (
        "Restated",
        (
            "A later report gives another figure for the same period than an earlier one did. "
            "Both are kept and the later one is used."
        ),
    ),
    ("Retired", "An indicator that an earlier report has and a later one no longer has."),
    *BENCHMARK_TERMS,
    ("LAC, children in care", "Looked after children: children in the care of the council."),
    ("CSC", "Children's social care."),
    ("IES", "The report's abbreviation for its early support service; it does not spell it out."),
    ("CQC", "Care Quality Commission, which inspects and rates care homes."),
    ("DfE", "Department for Education, which publishes the national children's figures."),
    (
        "Section 42 enquiry",
        (
            "What a council does under section 42 of the Care Act 2014 when an adult with care "
            "needs may be at risk of abuse or neglect."
        ),
    ),
)
