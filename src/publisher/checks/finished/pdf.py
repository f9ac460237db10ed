"""What a PDF says of itself, and whether it is locked."""

from io import BytesIO

import pikepdf

from publisher.checks.finished.file import Finished

_DC = "{http://purl.org/dc/elements/1.1/}"
_DAY = len("2022-03-29")


def read_pdf(name: str, data: bytes) -> Finished:
    """What the PDF ``name`` says in its XMP. A password, or permissions that are held back, lock it."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            locks = ("it is encrypted, and holds back permissions",) if pdf.is_encrypted else ()
            with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
                said = {
                    each: _texts(xmp.get(f"{_DC}{each}")) for each in ("title", "creator", "language", "identifier")
                }
                said["date"] = tuple(
                    day[:_DAY] for day in _texts(xmp.get("xmp:ModifyDate") or xmp.get("xmp:CreateDate"))
                )
    except pikepdf.PasswordError:
        return Finished(name=name, locks=("it wants a password",))
    except (pikepdf.PdfError, ValueError):
        return Finished(name=name)
    return Finished(name=name, said={each: texts for each, texts in said.items() if texts}, locks=locks)


def _texts(value: object) -> tuple[str, ...]:
    """The texts of a property of XMP: one, or a list."""
    return (
        (value,)
        if isinstance(value, str) and value
        else tuple(map(str, value))
        if isinstance(value, list | set)
        else ()
    )
