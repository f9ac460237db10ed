"""No run of letters on a finished page is smaller than ten points (UKAAF G003, rules LP-02)."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
import specimen

from publisher.paper.engine import render
from publisher.paper.stylesheet import page_rules
from publisher.themes.theme import load, names


def sizes(pdf: bytes) -> Iterator[float]:
    """The size of each run of letters, in points: that of the face, times that of the text, times that of the page."""
    for page in pikepdf.open(BytesIO(pdf)).pages:
        scales, scale, face, text = list[float](), 1.0, 0.0, 1.0
        for instruction in pikepdf.parse_content_stream(page):
            operands = list(instruction.operands)
            match str(instruction.operator):
                case "q":
                    scales.append(scale)
                case "Q":
                    scale = scales.pop()
                case "cm":
                    scale *= _length(operands)
                case "Tf":
                    face = float(operands[1])
                case "Tm":
                    text = _length(operands)
                case "TJ" | "Tj":
                    yield round(face * text * scale, 2)


def _length(matrix: list[object]) -> float:
    a, b = float(str(matrix[0])), float(str(matrix[1]))
    return float((a * a + b * b) ** 0.5)


@pytest.mark.parametrize("name", tuple(names()))
def test_the_smallest_run_is_ten_points(name: str) -> None:
    theme = load(name)
    raised = specimen.book().replace("Table 1.", 'Table 1, x<sup>2</sup><a class="note-reference" href="#text">n1</a>.')
    css = (
        theme.css("print") + page_rules(theme, "A5", "12pt") + "img { display: none !important }"
    )  # drawings scale their letters
    found = set(sizes(render(raised, stylesheet=css, resources=specimen.RESOURCES).pdf))
    assert 12.0 in found and min(found) >= 10
