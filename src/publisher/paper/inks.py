"""Colours of a screen in the inks of a press, as the press's own ICC profile has them; what is grey, in black alone."""

from collections.abc import Sequence
from functools import cached_property, lru_cache
from io import BytesIO

from PIL import Image, ImageCms

from publisher.diagnostics import RenderingFailed

Ink = tuple[float, float, float, float]  # cyan, magenta, yellow, black, each from 0 to 1

# Text and thin lines of four inks have coloured edges as soon as the plates do not meet, so they are printed in one:
# what is grey, and what the eye takes for grey where it is dark. How far the channels differ, of 255, and L*:
_GREY = 3
_GREYISH, _DARKER_THAN = 16, 65
_BLACK = 20  # L* of the darkest greys, which are black text: all of the ink that there is


class Inks:
    """The inks of one press. Raises RenderingFailed where ``profile`` is no profile that can be worked with."""

    def __init__(self, profile: bytes) -> None:
        try:
            self._press = ImageCms.ImageCmsProfile(BytesIO(profile))
            self.description = ImageCms.getProfileDescription(self._press).strip()
            self._to_inks = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"),
                self._press,
                "RGB",
                "CMYK",
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError) as fault:
            raise RenderingFailed(f"the press profile cannot be used: {fault}") from fault
        self.of = lru_cache(maxsize=4096)(self._of)

    def _of(self, red: float, green: float, blue: float) -> Ink:
        """The inks of a colour in sRGB, its channels from 0 to 1."""
        channels = tuple(round(255 * min(1.0, max(0.0, channel))) for channel in (red, green, blue))
        lightness, difference = _lightness(channels), max(channels) - min(channels)
        if difference <= _GREY or (difference <= _GREYISH and lightness < _DARKER_THAN):
            return (0.0, 0.0, 0.0, self._black(lightness))
        cyan, magenta, yellow, black = (each / 255 for each in _pixel(self.picture(Image.new("RGB", (1, 1), channels))))
        return cyan, magenta, yellow, black

    def picture(self, image: Image.Image) -> Image.Image:
        """An RGB picture in the four inks."""
        made = ImageCms.applyTransform(image, self._to_inks)
        assert made is not None  # it is None only where a picture is changed in its place
        return made

    def _black(self, lightness: float) -> float:
        """The tint of black that is as light as a grey."""
        if lightness <= _BLACK:
            return 1.0
        return min(range(256), key=lambda tint: abs(self._tints[tint] - lightness)) / 255

    @cached_property
    def _tints(self) -> Sequence[float]:
        """L* of black alone on this press's paper, from no ink to all of it, for each of 256 steps."""
        steps = Image.new("CMYK", (256, 1))
        steps.putdata([(0, 0, 0, tint) for tint in range(256)])
        to_lab = ImageCms.buildTransform(self._press, ImageCms.createProfile("LAB"), "CMYK", "LAB", _RELATIVE)
        seen = ImageCms.applyTransform(steps, to_lab)
        assert seen is not None
        return [lightness / 2.55 for lightness in seen.getchannel("L").tobytes()]


_RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC


def _pixel(image: Image.Image) -> Sequence[int]:
    return image.tobytes()


def _lightness(channels: Sequence[int]) -> float:
    """L* of a colour in sRGB (CIE 1976)."""
    red, green, blue = (each / 3294.6 if each <= 10 else ((each / 255 + 0.055) / 1.055) ** 2.4 for each in channels)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return float(903.3 * luminance if luminance <= 0.008856 else 116 * luminance ** (1 / 3) - 16)
