"""Pictures made ready for a PDF/A page: the engine drops colour profiles, so their colours are worked out first."""

from io import BytesIO

from PIL import Image, ImageCms

_MODES = {"CMYK": "CMYK", "L": "L", "LA": "L"}
_DEEP = "I;16"  # grey of 16 bits, which no page can hold: Pillow would clip it to white
_CONVERTED = frozenset({"CMYK", _DEEP})


def to_srgb(data: bytes) -> bytes:
    """The same picture in sRGB without a profile; ``data`` itself where nothing needs converting.

    Raster images only: JPEG stays JPEG, the rest becomes PNG; transparency is kept. Raises OSError for no image.
    """
    with Image.open(BytesIO(data)) as image:
        profile = image.info.get("icc_profile")
        if image.mode not in _CONVERTED and (not profile or _is_srgb(profile)):
            return data
        return _encoded(_converted(in_eight_bits(image), profile), image.format)


def in_eight_bits(image: Image.Image) -> Image.Image:
    """The picture with as many shades as a page or a screen shows."""
    if image.mode != _DEEP:
        return image
    grey = image.convert("I").point(lambda shade: shade * (1 / 257)).convert("L")
    grey.info.clear()
    return grey


def _is_srgb(profile: bytes) -> bool:
    try:
        return "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    except ImageCms.PyCMSError:
        return True  # an unreadable profile says nothing, and sRGB is what is left


def _converted(image: Image.Image, profile: bytes | None) -> Image.Image:
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    colours = image.convert(_MODES.get(image.mode, "RGB"))
    if profile:
        target = ImageCms.createProfile("sRGB")
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        colours = ImageCms.profileToProfile(colours, source, target, outputMode="RGB") or colours
    colours = colours.convert("RGB")
    if alpha is not None:
        colours.putalpha(alpha)
    colours.info.clear()
    return colours


def _encoded(image: Image.Image, format: str | None) -> bytes:
    out = BytesIO()
    if format == "JPEG":
        image.save(out, "JPEG", quality=95, subsampling=0)
    else:
        image.save(out, "PNG")
    return out.getvalue()
