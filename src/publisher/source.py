"""Where every word came from. This floor knows no format and opens no file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in the author's files: the first character of a construct.

    ``file`` is a POSIX path relative to the book's folder; ``line`` and ``column`` count from 1, in characters.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
