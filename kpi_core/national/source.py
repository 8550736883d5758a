"""What the registry holds of a national source: its name and which module reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from kpi_core.national.release import Progress, Release, SourceFile


@dataclass(frozen=True)
class Source:
    """``module`` has ``recognises`` and ``read`` and is imported when it is first needed.

    ``name`` stands in front of release and measure ids; ``title`` is for people.
    """

    name: str
    title: str
    module: str

    def recognises(self, files: Sequence[SourceFile]) -> bool:
        """Whether the values of such a release are among the files, by what they hold."""
        known: bool = import_module(self.module).recognises(files)
        return known

    def read(self, files: Sequence[SourceFile], progress: Progress) -> Release:
        """Read the files that belong to it; ``Release.files`` says which those were.

        Raises:
            ReleaseError: in a sentence, when the values cannot be read at all.
        """
        release: Release = import_module(self.module).read(files, progress)
        return release
