"""Photographs come out whole, the right way up, and silent about who took them."""

import io
import warnings

import pytest
from pictures import animation, chunk, decoded, exif, flat_png, jpeg, picture, png, profile, saved, svg, texts
from PIL import Image, ImageChops, ImageOps

from publisher.model.assets import Asset
from publisher.model.faults import FaultKind
from publisher.readers.image_faults import ImageFault
from publisher.readers.images import read_image
from publisher.readers.raster import is_animated

PLANTED = (b"Planted", b"SERIAL-4711", b"MakerNote", b"/home/", b"Exif", b"xmpmeta", b"GPS")


def read(data: bytes, path: str) -> Asset:
    asset = read_image(data, path=path)
    assert isinstance(asset, Asset), asset
    return asset


def fault(data: bytes, path: str) -> ImageFault:
    found = read_image(data, path=path)
    assert isinstance(found, ImageFault), found
    return found


WHOLE = {
    "plain.jpg": jpeg(),
    "progressive.jpeg": jpeg(progressive=True),
    "grey.JPG": saved(picture("L"), "JPEG"),
    "restarts.jpg": jpeg(restart_marker_rows=1),
    "rgba.png": png(),
    "palette.png": saved(picture("RGB").quantize(16), "PNG", transparency=0),
    "one-bit.png": saved(picture("1", (13, 7)), "PNG"),
    "sixteen.png": saved(picture("I;16"), "PNG"),
    "still.gif": saved(picture("P"), "GIF"),
    "lossy.webp": saved(picture(), "WEBP"),
    "lossless.webp": saved(picture("RGBA"), "WEBP", lossless=True),
    "alpha.webp": saved(picture("RGBA"), "WEBP"),
}


@pytest.mark.parametrize("path", WHOLE)
def test_a_picture_with_nothing_to_strip_stays_as_it_is(path: str) -> None:
    asset = read(WHOLE[path], path)
    assert asset.data == WHOLE[path]
    assert asset.stripped == ()
    assert (asset.width, asset.height) == decoded(WHOLE[path]).size


TELLING = {
    "camera.jpg": (
        jpeg(exif=exif(), comment=b"Planted", xmp=b"<x:xmpmeta>Planted</x:xmpmeta>", icc_profile=profile()),
        {"EXIF", "GPS position", "author's name", "serial number", "maker note", "comment", "XMP"},
    ),
    "texts.png": (
        png(pnginfo=texts(), exif=exif(), icc_profile=profile()),
        {"EXIF", "GPS position", "author's name", "serial number", "maker note", "comment", "XMP"},
    ),
    "comment.gif": (saved(picture("P"), "GIF", comment=b"Planted"), {"comment"}),
    "camera.webp": (
        saved(picture(), "WEBP", exif=exif(), xmp=b"<x:xmpmeta>Planted</x:xmpmeta>", icc_profile=profile()),
        {"EXIF", "GPS position", "author's name", "serial number", "maker note", "XMP"},
    ),
}


@pytest.mark.parametrize("path", TELLING)
def test_what_tells_of_people_goes_and_the_picture_stays(path: str) -> None:
    data, names = TELLING[path]
    asset = read(data, path)
    assert set(asset.stripped) == names
    assert not [word for word in PLANTED if word in asset.data]
    before, after = decoded(data), decoded(asset.data)
    assert ImageChops.difference(before.convert("RGBA"), after.convert("RGBA")).getbbox() is None
    assert after.info.get("icc_profile") == before.info.get("icc_profile")
    assert read(asset.data, path).data == asset.data
    assert read(asset.data, path).stripped == ()


@pytest.mark.parametrize("orientation", range(2, 9))
@pytest.mark.parametrize(("kind", "path"), [("JPEG", "x.jpg"), ("PNG", "x.png"), ("WEBP", "x.webp")])
def test_a_picture_held_sideways_is_turned_upright(kind: str, path: str, orientation: int) -> None:
    data = saved(picture(), kind, exif=exif(orientation=orientation), icc_profile=profile())
    asset = read(data, path)
    wanted = ImageOps.exif_transpose(decoded(data)).convert("RGB")
    got = decoded(asset.data)
    assert got.getexif().get(0x0112, 1) == 1
    assert (asset.width, asset.height) == got.size == wanted.size
    difference = ImageChops.difference(wanted, got.convert("RGB"))
    assert max(high for _, high in difference.getextrema()) < 24
    assert got.info["icc_profile"] == profile()
    assert read(data, path).data == asset.data


def test_a_cmyk_jpeg_needs_its_profile() -> None:
    press = bytearray(profile())
    press[16:20] = b"CMYK"
    bare, whole = saved(picture("CMYK"), "JPEG"), saved(picture("CMYK"), "JPEG", icc_profile=bytes(press))
    assert fault(bare, "press.jpg").kind is FaultKind.IMAGE_UNREADABLE
    assert "CMYK" in fault(bare, "press.jpg").message
    assert read(whole, "press.jpg").data == whole
    assert "CMYK" in fault(saved(picture("CMYK"), "JPEG", icc_profile=profile()), "press.jpg").message


@pytest.mark.parametrize(("kind", "path"), [("JPEG", "x.jpg"), ("PNG", "x.png"), ("WEBP", "x.webp")])
def test_a_broken_colour_profile_goes(kind: str, path: str) -> None:
    asset = read(saved(picture(), kind, icc_profile=b"no profile" * 30), path)
    assert asset.stripped == ("broken colour profile",)
    assert "icc_profile" not in decoded(asset.data).info


@pytest.mark.parametrize("path", WHOLE)
def test_what_follows_the_picture_goes(path: str) -> None:
    asset = read(WHOLE[path] + b"PK\x03\x04 a film of my street", path)
    assert asset.data == WHOLE[path]
    assert asset.stripped == ("trailing data",)


def test_the_thumbnails_of_a_jpeg_go() -> None:
    plain = jpeg()
    small = plain[:2] + b"\xff\xe0\x00\x13JFIF\0\1\1\0\0\1\0\1\1\1abc" + plain[20:]
    asset = read(small, "x.jpg")
    assert asset.stripped == ("thumbnail",)
    assert asset.data[:20] == b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"


@pytest.mark.parametrize("path", WHOLE)
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_picture_cut_short_is_a_fault(path: str, part: float) -> None:
    found = fault(WHOLE[path][: int(len(WHOLE[path]) * part)], path)
    assert found.kind is FaultKind.IMAGE_UNREADABLE
    assert path in found.message


def test_a_jpeg_with_too_little_behind_its_header_is_cut_short() -> None:
    large = bytearray(jpeg())
    size = large.index(b"\xff\xc0") + 5
    large[size : size + 4] = (4000).to_bytes(2) * 2
    assert "cut short" in fault(bytes(large), "x.jpg").message


def test_a_png_whose_rows_are_missing_is_cut_short() -> None:
    assert "cut short" in fault(flat_png(100, 100, rows=99), "x.png").message
    assert read(flat_png(100, 100), "x.png").width == 100


def test_a_changed_byte_of_a_png_is_noticed() -> None:
    data = bytearray(png())
    data[len(data) // 2] ^= 1
    assert "damaged" in fault(bytes(data), "x.png").message


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (jpeg(), "x.png", "'x.png' is no PNG: it is a JPEG"),
        (png(), "x.jpg", "'x.jpg' is no JPEG: it is a PNG"),
        (svg(), "x.png", "'x.png' is no PNG: it is an SVG"),
        (png(), "x.bin", "'x.bin' is a PNG, by its bytes"),
        (saved(picture(), "TIFF"), "x.tif", "'x.tif' is a TIFF"),
        (saved(picture(), "TIFF"), "x.jpg", "'x.jpg' is no JPEG: it is a TIFF"),
        (saved(picture(), "BMP"), "x.bmp", "'x.bmp' is a BMP"),
        (saved(picture(), "AVIF"), "x.avif", "'x.avif' is an AVIF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "x.heic", "'x.heic' is an HEIC"),
        (b"<!DOCTYPE html><title>404</title><svg/>", "x.png", "'x.png' is no PNG: it is a web page"),
        (b"version https://git-lfs.github.com/spec/v1\n", "x.png", "Git LFS"),
        (b"", "x.png", "'x.png' is no PNG: it is empty"),
        (b"hello", "x.webp", "'x.webp' is no WebP: it is of an unknown kind"),
    ],
)
def test_a_picture_is_what_its_name_says(data: bytes, path: str, words: str) -> None:
    found = fault(data, path)
    assert found.kind is FaultKind.IMAGE_UNREADABLE
    assert words in found.message
    assert found.help


def test_a_jpeg_that_no_reading_system_shows_is_a_fault() -> None:
    data = bytearray(jpeg())
    data[data.index(b"\xff\xc0") + 1] = 0xC9  # arithmetic coding: T.81 table B.1
    assert "cannot show" in fault(bytes(data), "x.jpg").message


def test_a_png_of_a_private_kind_is_a_fault() -> None:
    plain = png()
    assert "CgBI" in fault(plain[:8] + chunk(b"CgBI", b"\x50\0\x20\2") + plain[8:], "x.png").message


def header_png(width: int, height: int) -> bytes:
    small = flat_png(1, 1)
    head = width.to_bytes(4) + height.to_bytes(4) + small[24:29]
    return small[:8] + chunk(b"IHDR", head) + small[33:]


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (header_png(10_001, 10_000), "pixels.png"),
        (header_png(2**31 - 1, 2**31 - 1), "huge.png"),
        (header_png(10_000, 10_000), "ratio.png"),
        (b"GIF89a\xff\xff\xff\xff" + saved(picture("P"), "GIF")[10:], "pixels.gif"),
    ],
)
def test_a_picture_too_large_to_decode_is_not_decoded(data: bytes, path: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert fault(data, path).kind is FaultKind.OVERSIZE


def test_a_jpeg_of_too_many_pixels_is_oversize() -> None:
    data = bytearray(jpeg())
    size = data.index(b"\xff\xc0") + 5
    data[size : size + 4] = b"\xff\xff\xff\xff"
    assert fault(bytes(data), "x.jpg").kind is FaultKind.OVERSIZE


def test_a_png_that_unpacks_to_more_than_it_says_is_oversize() -> None:
    assert fault(flat_png(100, 100, rows=40_000), "bomb.png").kind is FaultKind.OVERSIZE


def test_a_picture_within_our_limit_is_turned_without_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 48 * 32 - 1)  # Pillow warns here, and refuses at twice as many
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(png(exif=exif(orientation=6)), "x.png").width == 32


@pytest.mark.parametrize(("kind", "path"), [("GIF", "x.gif"), ("PNG", "x.png"), ("WEBP", "x.webp")])
def test_an_animation_stays_and_is_known_as_one(kind: str, path: str) -> None:
    how = {"comment": b"Planted"} if kind == "GIF" else {"exif": exif()}
    data = animation(kind, **how)
    asset = read(data, path)
    assert is_animated(asset)
    after = Image.open(io.BytesIO(asset.data))
    assert after.n_frames == 3
    assert after.info["loop"] == 0
    assert not [word for word in PLANTED if word in asset.data]


def test_a_still_picture_is_no_animation() -> None:
    assert not any(is_animated(read(data, path)) for path, data in WHOLE.items())


@pytest.mark.parametrize("name", [b"gAMA", b"cHRM", b"sRGB", b"cICP", b"pHYs", b"tRNS", b"acTL", b"fcTL", b"fdAT"])
def test_what_a_png_says_in_a_wrong_length_goes(name: bytes) -> None:
    """Decoders stop at it, and the picture is whole without."""
    whole = flat_png(9, 9)
    found = read(whole[:33] + chunk(name, b"") + whole[33:], "a.png")
    assert found.data == whole and found.stripped == (f"{name.decode()} data",)


def test_a_png_with_two_headers_is_cut_short() -> None:
    whole = flat_png(9, 9)
    assert "no whole PNG" in fault(whole[:33] + whole[8:33] + whole[33:], "a.png").message
