"""The faces that print may use, which characters they hold, and a font world in which there are no others.

Nothing here imports the page engine, so a check may ask in the author's own process.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

Place = TypeVar("Place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of faces from one package, with the files of it that we use. All are free to embed (OFL 1.1)."""

    name: str
    package: str
    faces: tuple[str, ...]


def _upright_and_italic(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic"))


# In the order in which they are asked for a character; those after the first serve where they are installed.
FAMILIES = (
    Family(
        name="Atkinson Hyperlegible",
        package="fontpkg_atkinson_hyperlegible",
        faces=_upright_and_italic("AtkinsonHyperlegible"),
    ),
    Family(name="IBM Plex Mono", package="fontpkg_ibm_plex_mono", faces=_upright_and_italic("IBMPlexMono")),
    Family(
        name="Noto Sans",
        package="fontpkg_noto_sans",
        faces=("NotoSans[wdth,wght].ttf", "NotoSans-Italic[wdth,wght].ttf"),
    ),
    Family(name="Noto Sans Arabic", package="fontpkg_noto_sans_arabic", faces=("NotoSansArabic[wdth,wght].ttf",)),
)


@cache
def faces() -> tuple[Path, ...]:
    """The files of every face that is installed, in the order of FAMILIES."""
    return tuple(
        Path(str(files(family.package) / "files" / face))
        for family in FAMILIES
        if find_spec(family.package)
        for face in family.faces
    )


@cache
def coverage() -> frozenset[int]:
    """The code points that an upright face holds."""
    upright = (face for face in faces() if "Italic" not in face.name and "Bold" not in face.name)
    return frozenset(code for face in upright for code in TTFont(face, lazy=True).getBestCmap())


def missing(texts: Iterable[tuple[str, Place]]) -> Iterator[tuple[str, Place]]:
    """Each character that no face holds, once, with the place of the first text that it stands in."""
    held = coverage()
    told: set[str] = set()
    for text, place in texts:
        for character in text:
            if ord(character) not in held and character not in told and not _invisible(character):
                told.add(character)
                yield character, place


def _invisible(character: str) -> bool:
    """Controls, formats, line ends and variation selectors are never drawn; spaces are made from the space's width."""
    return unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp", "Zs"} or "\ufe00" <= character <= "\ufe0f"


def configuration(cache_folder: Path) -> bytes:
    """A Fontconfig file that knows our faces and no others, without any rule that would slant or embolden them."""
    root = ElementTree.Element("fontconfig")
    for folder in dict.fromkeys(face.parent for face in faces()):
        ElementTree.SubElement(root, "dir").text = str(folder)
    ElementTree.SubElement(root, "cachedir").text = str(cache_folder)
    choice = ElementTree.SubElement(root, "selectfont")
    for face in faces():
        accepted = ElementTree.SubElement(choice, "acceptfont")
        ElementTree.SubElement(accepted, "glob").text = str(face).replace("[", "?").replace("]", "?")
    ElementTree.SubElement(ElementTree.SubElement(choice, "rejectfont"), "glob").text = "*"
    # Whatever family a drawing names, ours follow it, in their order.
    families = ElementTree.SubElement(
        ElementTree.SubElement(root, "match", target="pattern"), "edit", name="family", mode="append_last"
    )
    for family in FAMILIES:
        ElementTree.SubElement(families, "string").text = family.name
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
