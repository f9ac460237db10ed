"""The faces that print may use, which characters they hold, and a font world in which there are no others.

Nothing here imports the page engine, so a check may ask in the author's own process.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
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
    """A family of faces: the files of it that we use, by the package that holds them. All are free to embed (OFL 1.1).

    ``script`` is what the family is there for and ``ranges`` its characters, where it is no part of every installation.
    """

    name: str
    faces: Mapping[str, tuple[str, ...]]
    script: str = ""
    ranges: tuple[range, ...] = ()

    @property
    def packages(self) -> tuple[str, ...]:
        """What is to be installed, by the names of the package index."""
        return tuple(package.replace("_", "-") for package in self.faces)

    @property
    def installed(self) -> bool:
        return all(map(find_spec, self.faces))


def _upright_and_italic(stem: str) -> tuple[str, ...]:
    return tuple(f"files/{stem}-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic"))


def _noto_sans(script: str, *blocks: range) -> Family:
    package, face = f"fontpkg_noto_sans_{script.lower()}", f"files/NotoSans{script}[wdth,wght].ttf"
    return Family(name=f"Noto Sans {script}", faces={package: (face,)}, script=script, ranges=blocks)


# In the order in which they are asked for a character; those with a script serve where they are installed (the extra
# "fonts"). The last holds the ideographs of all of East Asia, each in the shape that its language writes.
FAMILIES = (
    Family(
        name="Atkinson Hyperlegible",
        faces={"fontpkg_atkinson_hyperlegible": _upright_and_italic("AtkinsonHyperlegible")},
    ),
    Family(name="IBM Plex Mono", faces={"fontpkg_ibm_plex_mono": _upright_and_italic("IBMPlexMono")}),
    Family(
        name="Noto Sans",
        faces={"fontpkg_noto_sans": ("files/NotoSans[wdth,wght].ttf", "files/NotoSans-Italic[wdth,wght].ttf")},
    ),
    _noto_sans(
        "Arabic",
        *(range(0x600, 0x700), range(0x750, 0x780), range(0x8A0, 0x900)),
        *(range(0xFB50, 0xFE00), range(0xFE70, 0xFF00)),  # the forms of presentation
    ),
    Family(
        name="Noto Sans Hebrew",
        faces={"pylopdf_fonts_he": ("NotoSansHebrew-Variable.ttf",)},
        script="Hebrew",
        ranges=(range(0x590, 0x600), range(0xFB1D, 0xFB50)),
    ),
    _noto_sans("Tamil", range(0xB80, 0xC00)),
    _noto_sans("Telugu", range(0xC00, 0xC80)),
    _noto_sans("Thai", range(0xE00, 0xE80)),
    _noto_sans("Khmer", range(0x1780, 0x1800), range(0x19E0, 0x1A00)),
    Family(
        name="Noto Sans CJK JP",
        faces={
            "noto_cjk_sans_jp_regular": ("NotoSansCJKjp-Regular.otf",),
            "noto_cjk_sans_jp_bold": ("NotoSansCJKjp-Bold.otf",),
        },
        script="Chinese, Japanese or Korean",
        ranges=(
            range(0x1100, 0x1200), range(0x2E80, 0xA000), range(0xA960, 0xA980), range(0xAC00, 0xD800),
            range(0xF900, 0xFB00), range(0xFE30, 0xFE50), range(0xFF00, 0xFFF0), range(0x20000, 0x40000),
        ),
    ),
)  # fmt: skip


@cache
def faces() -> tuple[Path, ...]:
    """The files of every face that is installed, in the order of FAMILIES."""
    return tuple(
        Path(str(files(package) / face))
        for family in FAMILIES
        for package, paths in family.faces.items()
        if find_spec(package)
        for face in paths
    )


@cache
def _characters(face: Path) -> frozenset[int]:
    return frozenset(TTFont(face, lazy=True).getBestCmap())


def _upright() -> Iterator[Path]:
    return (face for face in faces() if "Italic" not in face.name and "-Bold" not in face.name)


@cache
def coverage() -> frozenset[int]:
    """The code points that an upright face holds."""
    return frozenset().union(*map(_characters, _upright()))


def missing(texts: Iterable[tuple[str, Place]]) -> Iterator[tuple[str, Place]]:
    """Each character that no face holds, once, with the place of the first text that it stands in."""
    seen: set[str] = set()
    for text, place in texts:
        for character in text:
            if character in seen:
                continue
            seen.add(character)
            # Face by face: those of East Asia are opened only for what no other holds.
            if not _invisible(character) and not any(ord(character) in _characters(face) for face in _upright()):
                yield character, place


def lacking(character: str) -> Family | None:
    """The family that is there for ``character`` and is not installed."""
    code = ord(character)
    return next((f for f in FAMILIES if not f.installed and any(code in block for block in f.ranges)), None)


def script(character: str) -> str:
    """The script of a letter, as the first word of its name says it; nothing for signs."""
    return unicodedata.name(character, "").partition(" ")[0] if unicodedata.category(character)[0] in "LM" else ""


@cache
def scripts() -> frozenset[str]:
    """Every script of which a face holds a letter."""
    return frozenset(script(chr(code)) for code in coverage())


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
