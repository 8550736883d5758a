"""The process that reads one file, started by ``isolated`` as a module of its own.

Standard input holds a line of JSON (the module of the reader, the file's name, its format, what
the process may use) and then the file's bytes. Standard output gets one message a line; whatever
a library prints goes to standard error.
"""

import io
import json
import os
import sys
import traceback
from typing import BinaryIO

from kpi_core.errors import ReportError
from kpi_core.readers.reader import Reader
from kpi_core.readers.safety import transfer
from kpi_core.readers.safety.allowance import Allowance
from kpi_core.readers.safety.checked import read_checked

MEMORY_RAN_OUT = transfer.line(["memory"])
"""Made beforehand, while there is memory to make it."""


NOT_NEEDED = "numpy"
"""Openpyxl imports it where it is found, for a third of the time that a small workbook takes."""


def main() -> None:
    """Answer with a document, or with why there is none."""
    answer = _own_answer()
    sys.modules[NOT_NEEDED] = None  # type: ignore[assignment]  # the import fails from here on
    task = json.loads(sys.stdin.buffer.readline())
    Allowance(task["seconds"], task["memory"]).apply()
    try:
        _read(task, answer)
    except MemoryError:
        answer.write(MEMORY_RAN_OUT)
    except ReportError as error:
        said = transfer.line(["refused", str(error)])
        answer.write(MEMORY_RAN_OUT if _for_want_of_memory(error) else said)
    except Exception as error:  # noqa: BLE001 - the parent logs it and names the file
        stopped = ["stopped", type(error).__name__, traceback.format_exc()]
        answer.write(transfer.line(stopped))
    answer.close()
    os._exit(0)  # what the libraries hold need not be taken apart


def _for_want_of_memory(error: BaseException | None) -> bool:
    """Whether a reader took for damage what was the limit; libraries wrap it in their own ways."""
    while error is not None:
        if any(isinstance(cause, MemoryError) for cause in (error, *error.args)):
            return True
        error = error.__cause__
    return False


def _read(task: dict[str, str], answer: BinaryIO) -> None:
    content = sys.stdin.buffer.read()
    reader = Reader(task["module"])
    document = read_checked(reader, task["format"], content, task["name"])
    del content
    answer.writelines(transfer.line(message) for message in transfer.messages(document))


def _own_answer() -> BinaryIO:
    """Keep standard output for the answer alone: from here on, printing goes to standard error."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return io.BufferedWriter(io.FileIO(kept, "wb"))


if __name__ == "__main__":
    main()
