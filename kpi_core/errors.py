"""Errors that a person can mend. Anything else that is raised is a bug and stays loud.

KpiError
├── ReportError      a report file cannot be read as a table at all
├── ReleaseError     files are no national release that is known, or a damaged one
├── CatalogueError   the catalogue names something that does not exist or has the wrong form
├── DatasetError     no dataset, or not one that this version can read
│   └── UnknownVersionError   a version of it that is not kept, or never was
├── ExportError      an export was asked for that does not exist
└── UsageError       a command was called with something that cannot be

Only the entry points (the command line, the screens, the data API) catch them, to show the
sentence. Problems inside a report that still leave a table are findings, not errors.
"""


class KpiError(Exception):
    """One sentence or more for the person who can mend it: what, where, what to do."""


class ReportError(KpiError):
    """The file is empty, is no table, or has no indicator or period column."""


class ReleaseError(KpiError):
    """No national source knows the files, or one of them cannot be read as what it is."""


class CatalogueError(KpiError):
    """The catalogue file is missing, is no TOML, or holds a key or value that is not allowed."""


class DatasetError(KpiError):
    """There is no dataset at the place, or it is incomplete or of another schema version."""


class UnknownVersionError(DatasetError):
    """A version was named that the dataset does not hold."""


class ExportError(KpiError):
    """An export format, a chart or an indicator was named that does not exist."""


class UsageError(KpiError):
    """A command names a file that is not there, or nothing at all to work on."""
