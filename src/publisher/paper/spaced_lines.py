"""Lines of spaced letters end where they should.

The engine (WeasyPrint 70) measures the space after the last letter of a line only once it has chosen where the line
ends: a line may be too wide by that much, and its last word is then set on a line of its own. Pango is told of a line
that is shorter by that space. The name is no public interface: a test holds its signature.
"""

from typing import Any

from weasyprint.text import line_break

_create_layout = line_break.create_layout


def spaced_lines() -> None:
    """From now on, in this process, each line leaves room for the space after its last letter."""
    line_break.create_layout = _layout


def _layout(text: str, style: Any, context: Any, max_width: float | None, justification_spacing: float) -> Any:
    space = style["letter_spacing"]
    if max_width is not None and space != "normal":
        max_width = max(0, max_width - space)
    return _create_layout(text, style, context, max_width, justification_spacing)
