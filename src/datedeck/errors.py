"""Problems as values: where, what, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file, as editors count: lines and columns from 1; 0 stands for the whole file or line."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in what a user gave; `code` is stable, `hint` proposes the cure."""

    code: str
    message: str
    hint: str = ""
    location: Location | None = None
    severity: Severity = "error"

    def at(self, location: Location) -> Problem:
        """The same problem, found at a place (one that already knows its place keeps it)."""
        return self if self.location else replace(self, location=location)

    def __str__(self) -> str:
        """One line `file:line:col: code: message`, then a line with the hint where there is one."""
        place = f"{self.location}: " if self.location else ""
        hint = f"\n  hint: {self.hint}" if self.hint else ""
        return f"{place}{self.code}: {self.message}{hint}"


class DatedeckError(Exception):
    """The only exception this package raises for what is in a user's files; carries all problems found."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def at(self, location: Location) -> DatedeckError:
        """The same error with its problems placed."""
        return DatedeckError(*(problem.at(location) for problem in self.problems))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
