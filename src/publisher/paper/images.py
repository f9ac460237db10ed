"""Pictures made ready for a PDF/A page: the engine drops colour profiles, so their colours are worked out first."""

from io import BytesIO

from PIL import Image, ImageCms

_MODES = {"CMYK": "CMYK", "L": "L", "LA": "L"}


def to_srgb(data: bytes) -> bytes:
    """The same picture in sRGB without a profile; ``data`` itself where nothing needs converting.

    Raster images only: JPEG stays JPEG, the rest becomes PNG; transparency is kept. Raises OSError for no image.
    """
    with Image.open(BytesIO(data)) as image:
        profile = image.info.get("icc_profile")
        if image.mode != "CMYK" and (not profile or _is_srgb(profile)):
            return data
        return _encoded(_converted(image, profile), image.format)


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
