"""What a printer is sent: boxes, inks, marks and metadata of PDF/X-4, and nothing of the screen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image
from press_profile import press_profile

from publisher.diagnostics import RenderingFailed
from publisher.paper.engine import Rendering, render
from publisher.paper.inks import Inks
from publisher.paper.press import PressSheet, pressed
from publisher.paper.stylesheet import page_rules
from publisher.themes.theme import load

MM = 72 / 25.4
DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><defs>
<linearGradient id="plain"><stop offset="0" stop-color="#0b4f5c"/><stop offset="1" stop-color="#ff0000"/></linearGradient>
<linearGradient id="veil"><stop offset="0" stop-color="#0b4f5c"/><stop offset="1" stop-color="#ff0000" stop-opacity="0"/>
</linearGradient></defs><rect width="20" height="20" fill="url(#plain)"/><rect x="20" width="20" height="20" fill="url(#veil)"/>
<g opacity="0.5"><rect x="40" width="20" height="20" fill="#00ff00"/></g></svg>"""
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Small</title>
<meta name="dcterms.created" content="2022-03-29"></head>
<body><h1 id="top">Title</h1><p>Text and <a href="https://example.org/">a link</a>, <a href="#top">up</a>.</p>
<p style="color: #4a4d55">Grey <b style="color: #0b4f5c">and teal</b></p>
<img src="a.svg" alt="A" width="200"> <img src="b.png" alt="B"> <img src="c.jpg" alt="C"> <img src="d.png" alt="D"></body></html>"""


def photograph(kind: str, mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.effect_mandelbrot((60, 40), (-2, -1, 1, 1), 20).convert(mode).point(lambda value: value // 2 + 40).save(
        out, kind
    )
    return out.getvalue()


RESOURCES = {
    "a.svg": DRAWING,
    "b.png": photograph("PNG", "RGBA"),
    "c.jpg": photograph("JPEG"),
    "d.png": photograph("PNG", "L"),
}


def laid_out(*, bleed: str = "3mm", marks: bool = False, css: str = "", html: str = HTML) -> Rendering:
    theme = load("plain")
    rules = page_rules(theme, "A6", "12pt", bleed=bleed, marks=marks)
    return render(html, stylesheet=f"{theme.css('print')}{rules}{css}", resources=RESOURCES)


def sheet(*, marks: bool = True, bleed: float = 3, profile: bytes = press_profile()) -> PressSheet:
    when = datetime(2022, 3, 29, tzinfo=UTC)
    return PressSheet(title="Small & fine (for the press)", modified=when, profile=profile, bleed=bleed, marks=marks)


@pytest.fixture(scope="module")
def screen() -> bytes:
    return laid_out().pdf


@pytest.fixture(scope="module")
def press(screen: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pressed(screen, sheet())))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(side) / MM for side in page.obj[name]]


def streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """The pages, and everything that draws by instructions."""
    yield from (page.obj for page in pdf.pages)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1):
            yield thing


def drawn(pdf: pikepdf.Pdf) -> list[tuple[list[Any], str]]:
    return [
        (list(instruction.operands), str(instruction.operator))
        for stream in streams(pdf)
        for instruction in pikepdf.parse_content_stream(stream)
    ]


def test_the_file_is_sound(press: pikepdf.Pdf) -> None:
    assert press.check_pdf_syntax() == []
    assert press.pdf_version == "1.6"


def test_each_box_lies_in_the_next(press: pikepdf.Pdf) -> None:
    for page in press.pages:
        assert box(page, "/TrimBox") == pytest.approx([0, 0, 105, 148], abs=0.01)
        assert box(page, "/BleedBox") == pytest.approx([-3, -3, 108, 151], abs=0.01)
        assert box(page, "/MediaBox") == pytest.approx([-8, -8, 113, 156], abs=0.01)


def test_marks_are_in_every_ink_and_outside_the_bleed(press: pikepdf.Pdf) -> None:
    page = press.pages[0]
    space = page.obj.Resources.ColorSpace.Registration
    assert [str(part) for part in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
    lines = page.obj.Contents.read_bytes().decode().rpartition("/Registration CS")[2].splitlines()[1:-1]
    assert len(lines) == 8
    for line in lines:
        x, y, _, x2, y2, _ = line.split()
        across = x == x2
        outside = (float(y) / MM, 148) if across else (float(x) / MM, 105)
        assert outside[0] < -2.99 or outside[0] > outside[1] + 2.99


def test_without_marks_the_sheet_ends_with_the_bleed(screen: bytes) -> None:
    pdf = pikepdf.open(BytesIO(pressed(screen, sheet(marks=False))))
    page = pdf.pages[0]
    assert box(page, "/MediaBox") == box(page, "/BleedBox")
    assert "/Registration" not in page.obj.Resources.ColorSpace


def test_nothing_is_left_of_the_screens_colours(press: pikepdf.Pdf, screen: bytes) -> None:
    spoken = {name for _, name in drawn(press)}
    assert {"rg", "RG"} & {name for _, name in drawn(pikepdf.open(BytesIO(screen)))}
    assert not {"rg", "RG", "sc", "SC"} & spoken and {"k", "K"} <= spoken
    for thing in press.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key in ("/ColorSpace", "/CS"):
                assert thing.get(key) != "/DeviceRGB"
            for key in ("/C0", "/C1"):
                assert len(thing.get(key, ())) != 3
    assert b"/DeviceRGB" not in b"".join(repr(thing).encode() for thing in press.objects)


def test_text_is_in_black_alone(press: pikepdf.Pdf) -> None:
    inks = Inks(press_profile())
    used = {tuple(float(each) for each in operands) for operands, name in drawn(press) if name == "k"}
    assert (0.0, 0.0, 0.0, 1.0) in used  # the ink of the text
    assert tuple(round(each, 4) for each in inks.of(0x4A / 255, 0x4D / 255, 0x55 / 255)) in used
    assert {ink for ink in used if ink[:3] == (0, 0, 0)} != used  # and teal is no grey


@pytest.mark.parametrize(
    ("colour", "alone"),
    [
        ("000000", True),
        ("17181c", True),
        ("4a4d55", True),
        ("808080", True),
        ("cfdfe2", False),
        ("0b4f5c", False),
        ("ffffff", True),
    ],
)
def test_what_is_grey_is_one_ink(colour: str, alone: bool) -> None:
    inks = Inks(press_profile()).of(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    assert (inks[:3] == (0, 0, 0)) is alone


def test_greys_keep_their_order() -> None:
    inks = Inks(press_profile())
    blacks = [inks.of(step / 20, step / 20, step / 20)[3] for step in range(21)]
    assert blacks == sorted(blacks, reverse=True) and (blacks[0], blacks[-1]) == (1, 0)


def test_pictures_are_in_inks_and_masks_are_not(press: pikepdf.Pdf) -> None:
    images = [
        thing for thing in press.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"
    ]
    spaces = sorted(str(image.ColorSpace) for image in images)
    assert spaces == ["/DeviceCMYK", "/DeviceCMYK", "/DeviceGray", "/DeviceGray"]  # two photographs, one grey, one mask
    inks = Inks(press_profile())
    for image in images:
        if image.ColorSpace == "/DeviceCMYK":
            right = inks.picture(
                Image.open(
                    BytesIO(RESOURCES["c.jpg" if "/Filter" in image and image.Filter == "/DCTDecode" else "b.png"])
                ).convert("RGB")
            )
            if image.Filter == "/DCTDecode":
                assert [int(end) for end in image.Decode] == [1, 0] * 4
                found = Image.open(BytesIO(image.read_raw_bytes()))
            else:
                found = Image.frombytes("CMYK", right.size, image.read_bytes())
            pairs = zip(found.tobytes(), right.tobytes(), strict=True)
            assert sum(abs(one - other) for one, other in pairs) / len(right.tobytes()) < 3


def test_nothing_is_left_to_click_or_to_claim(press: pikepdf.Pdf) -> None:
    kept = {
        "/Type",
        "/Pages",
        "/Metadata",
        "/OutputIntents",
        "/PageLabels",
        "/ViewerPreferences",
        "/Lang",
        "/Extensions",
    }
    assert set(press.Root.keys()) <= kept
    assert all(not {"/Annots", "/StructParents"} & set(page.obj.keys()) for page in press.pages)
    assert not {"BDC", "BMC", "EMC"} & {name for _, name in drawn(press)}
    assert b"pdfuaid" not in press.Root.Metadata.read_bytes() and b"pdfaid" not in press.Root.Metadata.read_bytes()


def test_it_says_what_it_is_for(press: pikepdf.Pdf) -> None:
    (intent,) = press.Root.OutputIntents
    assert (str(intent.S), str(intent.Info), int(intent.DestOutputProfile.N)) == ("/GTS_PDFX", "Test press", 4)
    assert intent.DestOutputProfile.read_bytes() == press_profile()
    assert "/Filter" not in press.Root.Metadata  # ISO 15930-7 6.10: to be read without unpacking
    assert str(press.docinfo["/Trapped"]) == "/False" and str(press.docinfo["/ModDate"]) == "D:20220329000000Z"
    with press.open_metadata(update_docinfo=False) as said:
        assert said["dc:title"] == str(press.docinfo["/Title"]) == "Small & fine (for the press)"
        assert said["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == "2022-03-29T00:00:00Z"


def test_fonts_are_embedded(press: pikepdf.Pdf) -> None:
    described = [
        thing
        for thing in press.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor"
    ]
    assert described and all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in described)


def test_the_same_pages_give_the_same_bytes(screen: bytes) -> None:
    assert pressed(screen, sheet()) == pressed(screen, sheet())


def test_a_colour_space_that_no_ink_is_known_for(screen: bytes) -> None:
    with pytest.raises(RenderingFailed, match="lab-d65"):
        pressed(laid_out(css="p { color: oklch(50% 0.1 200) }").pdf, sheet())


def test_inks_that_somebody_has_mixed_are_left_alone() -> None:
    pdf = pikepdf.open(BytesIO(pressed(laid_out(css="h1 { color: device-cmyk(0 1 0.5 0) }").pdf, sheet())))
    assert any(name == "scn" and [float(each) for each in operands] == [0, 1, 0.5, 0] for operands, name in drawn(pdf))


def test_a_profile_that_cannot_be_used(screen: bytes) -> None:
    with pytest.raises(RenderingFailed, match="profile cannot be used"):
        pressed(screen, sheet(profile=press_profile()[:200]))


@pytest.mark.parametrize(
    ("bleed", "marks", "wide"), [("0mm", False, 0), ("3mm", False, 3), ("3mm", True, 3), ("0mm", True, 6 / MM)]
)
def test_bleed_and_marks_of_the_tagged_edition(bleed: str, marks: bool, wide: float) -> None:
    rendering = laid_out(bleed=bleed, marks=marks)
    pdf = pikepdf.open(BytesIO(rendering.pdf))
    page = pdf.pages[0]
    assert not rendering.lost and ("/Artifact" in page.obj.Contents.read_bytes().decode("latin-1")) >= marks
    assert box(page, "/TrimBox") == pytest.approx([0, 0, 105, 148], abs=0.01)
    assert box(page, "/BleedBox") == pytest.approx([-wide, -wide, 105 + wide, 148 + wide], abs=0.01)
    assert box(page, "/MediaBox") == pytest.approx(box(page, "/BleedBox"), abs=0.01)
