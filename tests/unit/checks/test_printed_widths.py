"""A picture that is too coarse for its size is told the size that it is good for."""

from pathlib import Path

from seeded_faults import picture
from sources import laid

from publisher.examine import examine

BOOK = """book: {title: A, language: en-GB, date: 2024-01-01}
chapters: [chapters/01.md]
figures:
  a: {image: images/a.png, alt: A boat on a quay%s}
"""


def helps(folder: Path, png: bytes, width: str) -> list[str]:
    files = {"book.yaml": BOOK % width, "chapters/01.md": "# A\n\n![a]\n", "images/a.png": png}
    return [found.help for found in examine(laid(folder, files)).findings if found.rule.code == "IMG-14"]


def test_the_width_that_is_named_is_sharp_enough(tmp_path: Path) -> None:
    raster = picture(420, 300)
    (said,) = helps(tmp_path / "wide", raster, "")
    width = said.partition("`width: ")[2].rstrip("`")
    assert width.endswith("%")
    assert not helps(tmp_path / "good", raster, f", width: {width}")
