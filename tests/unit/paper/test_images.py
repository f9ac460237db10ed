"""Colours are worked out before a picture reaches the page."""

from io import BytesIO

from PIL import Image, ImageCms

from publisher.paper.images import to_srgb

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
LAB_BASED = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_cmyk_becomes_rgb() -> None:
    data = to_srgb(saved(Image.new("CMYK", (4, 4), (255, 0, 0, 0)), "JPEG"))
    image = opened(data)
    assert (image.format, image.mode) == ("JPEG", "RGB") and "icc_profile" not in image.info
    red, green, blue = image.getpixel((1, 1))
    assert red < 40 and green > 120 and blue > 160


def test_a_picture_without_a_profile_is_left_alone() -> None:
    for mode, format in (("RGB", "JPEG"), ("L", "PNG"), ("RGBA", "PNG"), ("P", "PNG")):
        data = saved(Image.new(mode, (4, 4)), format)
        assert to_srgb(data) is data


def test_srgb_is_left_alone() -> None:
    data = saved(Image.new("RGB", (4, 4)), "PNG", icc_profile=SRGB)
    assert to_srgb(data) is data


def test_another_profile_is_honoured_and_dropped_and_transparency_kept() -> None:
    image = Image.new("RGBA", (4, 4), (120, 60, 30, 77))
    wide = _wide_gamut()
    made = opened(to_srgb(saved(image, "PNG", icc_profile=wide)))
    assert made.mode == "RGBA" and made.getpixel((0, 0))[3] == 77
    assert made.getpixel((0, 0))[:3] != (120, 60, 30) and "icc_profile" not in made.info


def _wide_gamut() -> bytes:
    """An RGB profile that is not sRGB: that one with its red and green primaries exchanged."""
    profile = bytearray(SRGB)
    red, green = profile.index(b"rXYZ"), profile.index(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return (
        bytes(profile)
        .replace("sRGB".encode("utf-16-be"), "xRGB".encode("utf-16-be"))
        .replace(b"sRGB built-in", b"xRGB built-in")
    )


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(Image.linear_gradient("L").convert("CMYK"), "JPEG")
    assert to_srgb(data) == to_srgb(data)


def test_grey_of_sixteen_bits_keeps_its_shades() -> None:
    ramp = Image.new("I;16", (256, 1))
    ramp.putdata([shade * 257 for shade in range(256)])
    image = opened(to_srgb(saved(ramp, "PNG"))).convert("L")
    assert [image.getpixel((shade, 0)) for shade in range(256)] == list(range(256))
