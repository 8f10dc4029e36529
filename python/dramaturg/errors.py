"""What can go wrong, as exceptions. All of them are a :class:`DramaturgError`."""

from __future__ import annotations

from typing import Any, Mapping, Sequence


class DramaturgError(Exception):
    """Anything that goes wrong here; its text is a sentence for people."""


class CommandNotFound(DramaturgError):
    """The command ``dramaturg`` is not where it was looked for."""


class ServerEnded(DramaturgError):
    """The command has ended, or could not be started; the text has its last words."""


class MissingPandas(DramaturgError, ImportError):
    """A table was asked for, and pandas is not installed."""


class AnswerError(DramaturgError):
    """A question that was answered with an error.

    Attributes:
        code: the ``error.code`` of the response, such as ``"refused"``.
        exit: what the exit code of the command would be.
    """

    def __init__(self, error: Mapping[str, Any]) -> None:
        super().__init__(str(error.get("message", "")))
        self.code: str = str(error.get("code", "fault"))
        self.exit: int = int(error.get("exit", 4))


class Refused(AnswerError):
    """The question cannot be answered as it was asked; the text says why, and what would do."""


class Mistakes(AnswerError):
    """The text of a world or story has errors.

    Attributes:
        file: which text.
        diagnostics: each error and warning, with ``code``, ``line``, ``column``, ``message`` and ``hint``.
    """

    def __init__(self, error: Mapping[str, Any]) -> None:
        super().__init__(error)
        self.file: str = str(error.get("file", ""))
        self.diagnostics: Sequence[Mapping[str, Any]] = error.get("diagnostics", [])

    def __str__(self) -> str:
        first = [
            f"{each['file']}:{each['line']}:{each['column']}: {each['severity']} [{each['code']}] {each['message']}"
            for each in self.diagnostics[:5]
        ]
        more = len(self.diagnostics) - len(first)
        return "\n".join([super().__str__(), *first, *([f"... and {more} more"] if more > 0 else [])])


class NotFound(AnswerError):
    """What is asked for does not exist, such as the export of a story where there is none."""


class Stopped(AnswerError):
    """A limit of time or memory was met before there was anything to answer."""


class Cancelled(AnswerError):
    """The question was cancelled before there was anything to answer."""


class Fault(AnswerError):
    """A fault of the command; please report it."""


_classes = {
    "mistakes": Mistakes,
    "none": NotFound,
    "stopped": Stopped,
    "cancelled": Cancelled,
    "fault": Fault,
}


def error_from(error: Mapping[str, Any]) -> AnswerError:
    """The exception for the ``error`` of a response."""
    return _classes.get(str(error.get("code")), Refused)(error)
