"""The words that councils and statisticians limit a figure by, each kind with its short label."""

_FIGURES = r"(?:data|figures?|results?|outturn|information)"
_REST = r"[^.]{0,120}"
"""The rest of the sentence, as much of it as one wants to read beside a figure."""

PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "caveat-time-lag",
        "Time lag",
        (
            r"(?:(?!(?:no|"
            r"not|without)\b)\b[\w–-]{1,12} ){0,3}time[ -]lag(?: of [\d\s–-]{1,9} \w+| on \w+)?|"
            r"(?:(?:a|one|two|\d) )?(?:month|quarter|year)s? in arrears|lagg(?:ed|"
            r"ing) by [^.,;]{1,30}"
        ),
    ),
    (
        "caveat-annual-survey",
        "Annual survey",
        (
            r"(?:annual|biennial|yearly|two-yearly) survey|survey (?:is |was )?(?:\w+ out |\w+ )?"
            r"(?:annually|biennially|once a year|every (?:other )?year|every two years)"
        ),
    ),
    (
        "caveat-provisional",
        "Provisional",
        r"provisional results? \w+[^);]{0,80}|provisional (?:\w+ )?"
        + _FIGURES
        + "|"
        + _FIGURES
        + r" (?:is|are|remains?)(?: still| currently)? provisional|"
        r"subject to (?:change|revision|confirmation|amendment)",
    ),
    (
        "caveat-not-validated",
        "Not yet validated",
        r"(?:not (?:yet )?(?:been )?|unvalidated|yet to be |await\w* |subject to )(?:fully )?"
        r"(?:validat\w+|verif\w+|audited|(?<=unvalidated) " + _FIGURES + ")",
    ),
    ("caveat-rolling-average", "Average over years", r"(?<!\d)\d+[ -]year average"),
    (
        "caveat-rolling",
        "Rolling period",
        (
            r"rolling (?:(?:12|twelve|three|four|24)[- ](?:month|quarter|year)s?|year|"
            r"average|annual)|"
            r"(?:12|twelve|three|four)[- ](?:month|quarter|year) rolling"
        ),
    ),
    (
        "caveat-target-not-fit",
        "Target in doubt",
        r"target\b[^.]{0,40}\b(?:not fit for purpose|no longer (?:\w+ )?(?:realistic|appropriate|"
        r"relevant|achievable)|unrealistic|under review|(?:to|will) be reviewed)" + _REST,
    ),
    (
        "caveat-definition-change",
        "Definition changes",
        r"indicator will change[^.]{0,120}|"
        r"from 20\d\d/\d\d the service will be measuring[^.]{0,160}|"
        r"(?:chang\w+|revisions?) (?:in|to|of) (?:the |this )?(?:\w+ )?(?:definitions?|methodology|"
        r"calculation|counting rules|criteria|eligibility)\b" + _REST + "|"
        r"(?:definitions?|methodology|criteria) (?:has|have|was|were|will)(?: been| be)? "
        r"(?:chang|revis|amend|updat)ed" + _REST + r"|new (?:definition|methodology)" + _REST,
    ),
    (
        "caveat-not-comparable",
        "Not comparable",
        r"(?:not|cannot|can ?not|no longer)(?: be)?(?: directly)? (?:comparable|compared)"
        + _REST
        + r"|break in (?:the )?(?:time )?series|comparisons? (?:with|to|between) [^.]{1,60}"
        r"(?:should not be made|(?:is|are) not (?:possible|valid))",
    ),
    (
        "caveat-reorganisation",
        "Reorganisation",
        r"(?:realignment|restructur\w+|reorgani[sz]\w+)[^.]{0,120}",
    ),
    (
        "caveat-cohort",
        "Limited to some people",
        r"for children who (?:are|were) [^)]{1,160}|not in care six months after[^).]{0,80}",
    ),
    (
        "caveat-cohort-change",
        "Cohort changed",
        r"(?:chang\w+ (?:in|to|of) (?:the |this |our )?(?:\w+ )?cohort|(?:different|new) cohort|"
        r"cohort (?:has|have|is|was)(?: \w+)? (?:changed|different))" + _REST,
    ),
    (
        "caveat-small-numbers",
        "Small numbers",
        (
            r"(?:small|low) (?:numbers?|cohorts?|counts?)\b(?! plate)[^.]{0,80}|"
            r"(?:numbers?|cohort)(?: \w+){0,2} (?:is|are|was|were) (?:very |"
            r"relatively |so )?small\b"
        ),
    ),
    (
        "caveat-response-rate",
        "Few responses",
        (
            r"(?:low|poor|lower) response(?: rate)?s?|(?:small|low) (?:sample|"
            r"number of (?:responses|"
            r"respondents))(?: sizes?)?|response rate (?:of|was|is) (?:only |"
            r"just )?\d+(?:\.\d+)? ?%|"
            r"only \d+ (?:responses|respondents)"
        ),
    ),
    (
        "caveat-other-source",
        "Another body's data",
        r"this is a \w+ measure[^.]{0,160}|"
        + _FIGURES
        + r" (?:is|are) (?:provided|supplied|collected|published|held) by [^.,;]{1,60}",
    ),
    (
        "caveat-awaited",
        "Awaiting publication",
        r"\b(?:awaiting|waiting for|await) (?:[\w’'-]{1,20} ){0,5}?(?:publication|"
        r"published|release|"
        r"data|results?|figures?|information)\b"
        + _REST
        + "|"
        + _FIGURES
        + r" (?:is|are|were|was) not (?:yet|currently) (?:available|published|released)"
        + _REST,
    ),
    (
        "caveat-estimate",
        "Estimate",
        _FIGURES + r" (?:is|are) (?:\w+ )?(?:an estimate|estimates|estimated|modelled)|"
        r"(?:estimated|modelled) (?:figures?|data|outturn|values?|estimates?)|"
        r"(?:based on|are) (?:an? )?(?:estimates?|modelling)\b",
    ),
    (
        "caveat-part-year",
        "Part of the year",
        (
            r"part[- ]year (?:effect|figures?|data|results?)|(?:only )?(?:cover|"
            r"includ|relat)(?:e|es|s|ing)"
            r"(?: to)? (?:only )?(?:the )?(?:first )?(?:two|three|six|nine|"
            r"[2-9]) (?:months|quarters)\b"
        ),
    ),
    (
        "caveat-pandemic",
        "Pandemic",
        (
            r"\b(?:(?!(?:no|not|without)\b)[\w,’'-]{1,20} ){0,4}(?:covid(?:[ -]?19)?|coronavirus|"
            r"pandemic|lockdowns?)\b"
        ),
    ),
    (
        "caveat-recording",
        "Recording changed",
        (
            r"(?:new|change (?:of|in|to)|changes (?:of|in|to)|migration to|"
            r"move to) (?:a |the |our |how )?"
            r"(?:[\w-]{1,20} ){0,3}?(?:case management|recording|it system|"
            r"computer system|database|"
            r"recorded)[^.]{0,80}"
        ),
    ),
    (
        "caveat-data-quality",
        "Data quality",
        (
            r"(?:data[- ]quality|recording) (?:issues?|problems?|concerns?|errors?)[^.]{0,80}|"
            r"(?:incomplete|missing) (?:data|records|returns)|under-?record\w+"
        ),
    ),
    (
        "caveat-one-off",
        "One-off event",
        (
            r"one[- ]off (?:event|payment|case|incident|exercise|increase|spike|"
            r"cost)s?\b[^.]{0,60}|"
            r"exceptional (?:circumstances|event|weather)s?|(?:severe|adverse|extreme) weather|"
            r"industrial action"
        ),
    ),
    (
        "caveat-caution",
        "Treat with caution",
        r"(?:treated?|interpret(?:ed)?|viewed?|read|used?) with (?:some |great |extreme )?caution",
    ),
    (
        "caveat-outside-control",
        "Outside its control",
        (
            r"(?:outside|beyond) (?:of )?(?:our|its|the (?:council|authority|service)['’]s) "
            r"(?:direct )?control"
        ),
    ),
)
"""Rule, label and wording of each caveat: the words that councils and statisticians limit by."""


def labels() -> tuple[str, ...]:
    """Every label that a caveat may carry, in the order of the patterns."""
    return tuple(label for _, label, _ in PATTERNS)
