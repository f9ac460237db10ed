"""What an image says to those who do not see it: three answers, never a string that may be missing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The image has words of its own."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decorative:
    """The image says nothing that the text does not: readers who listen pass it by. ``text`` was given all the same."""

    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unstated:
    """Nobody has said what the image tells. IMG-01 speaks; no writer guesses."""


Alternative = Described | Decorative | Unstated
