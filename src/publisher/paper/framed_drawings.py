"""A drawing ends where its sheet ends.

The engine (WeasyPrint 70) paints what lies beside the sheet too, where a picture is narrower than its place (SVG 2
§8.2: the outermost element hides what overflows it). The name is no public interface: a test holds its signature.
"""

from typing import Any

from weasyprint.images import SVGImage

_draw = SVGImage.draw


def framed_drawings() -> None:
    """From now on, in this process, nothing of a drawing is seen outside its sheet."""
    SVGImage.draw = _framed


def _framed(image: Any, stream: Any, concrete_width: float, concrete_height: float, style: Any) -> None:
    with stream.stacked():
        stream.rectangle(0, 0, concrete_width, concrete_height)
        stream.clip()
        stream.end()
        _draw(image, stream, concrete_width, concrete_height, style)
