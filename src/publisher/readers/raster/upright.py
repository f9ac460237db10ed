"""Pictures that a camera held sideways, turned as their Exif block says: the block goes, so the pixels must turn."""

import io
import warnings


def upright(data: bytes, orientation: int) -> bytes | None:
    """The picture turned from ``orientation`` (TIFF tag 274, 2 to 8) to 1, profile kept; None where it is broken."""
    # Pillow takes 40 ms to import, and few books hold a picture that must be turned.
    from PIL import Image, JpegImagePlugin

    turns = (
        Image.Transpose.FLIP_LEFT_RIGHT,
        Image.Transpose.ROTATE_180,
        Image.Transpose.FLIP_TOP_BOTTOM,
        Image.Transpose.TRANSPOSE,
        Image.Transpose.ROTATE_270,
        Image.Transpose.TRANSVERSE,
        Image.Transpose.ROTATE_90,
    )
    out = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the header was weighed before; Pillow's own limit is lower than ours
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
                # 2 is 4:2:0. The other halved samplings turn with the picture, so those are kept whole.
                halved = picture.format == "JPEG" and JpegImagePlugin.get_sampling(picture) == 2
                how = {
                    "JPEG": {"quality": 95, "subsampling": 2 if halved else 0},
                    "PNG": {},
                    "WEBP": {"lossless": b"VP8L" in data[:64], "quality": 95, "exact": True},
                }[str(picture.format)]
                kept = {name: picture.info[name] for name in ("icc_profile", "dpi") if name in picture.info}
                picture.transpose(turns[orientation - 2]).save(out, str(picture.format), **kept, **how)
    except (OSError, SyntaxError, ValueError):
        return None
    return out.getvalue()
