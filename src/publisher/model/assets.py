"""Pictures as they will be published: checked, cleaned, measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file that the book carries.

    ``path`` is relative to the book's folder; ``data`` holds the published bytes (metadata stripped); ``width`` and
    ``height`` are in CSS pixels (1/96 in) for SVG and in image pixels otherwise; ``stripped`` names what was removed.
    """

    path: str
    media_type: str
    data: bytes
    width: float
    height: float
    stripped: tuple[str, ...] = ()
