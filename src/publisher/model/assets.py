"""Pictures as they will be published: checked, cleaned, measured."""

from base64 import b64encode
from dataclasses import dataclass

DRAWING = "image/svg+xml"


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

    @property
    def is_drawing(self) -> bool:
        """Whether it is SVG, which has no pixels."""
        return self.media_type == DRAWING

    @property
    def address(self) -> str:
        """All of it as a ``data:`` address."""
        return data_address(self.media_type, self.data)


def data_address(media_type: str, data: bytes) -> str:
    """The address that holds ``data`` whole (RFC 2397)."""
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"
