"""Ways to break a finished PDF: each builder returns a change that makes one defect, and raises ``Absent`` where the
file has nothing to break so. ``defects`` holds the table of what is broken, and the rule that must say so."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

Change = Callable[[Pdf], pikepdf.Encryption | None]  # what it returns is how the file is then locked
Find = Callable[[Pdf], Object]


class Absent(LookupError):
    """The file has nothing that could be broken in this way."""


def mutated(source: Path, change: Change, target: Path) -> bool:
    """True where ``target`` now is ``source`` with the one defect; false where it has nothing to break so."""
    with pikepdf.open(source) as pdf:
        try:
            lock = change(pdf)
        except Absent:
            return False
        pdf.save(target, encryption=lock or False)
        return True


def elements(pdf: Pdf, type: str) -> Iterator[Dictionary]:
    """The structure elements of a type, in the order of the file."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == "/StructElem" and thing.S == f"/{type}":
            yield thing


def one(found: Iterator[Object]) -> Object:
    """The first of them. Raises Absent."""
    for thing in found:
        return thing
    raise Absent


def root(path: str) -> Find:
    """Finds what stands in the catalog at a path of names, or the catalog itself."""

    def find(pdf: Pdf) -> Object:
        thing: Object = pdf.Root
        for name in path.split():
            if f"/{name}" not in thing:
                raise Absent
            thing = thing[f"/{name}"]
        return thing

    return find


def element(type: str) -> Find:
    """Finds the first element of a type."""
    return lambda pdf: one(elements(pdf, type))


def annotation(pdf: Pdf) -> Object:
    """The first annotation, which is a link."""
    return one(note for page in pdf.pages for note in page.obj.get("/Annots", ()))


def page(pdf: Pdf) -> Object:
    """The first page that shows text with tags."""
    return one(page.obj for page in pdf.pages if b"/MCID" in page.Contents.read_bytes())


def linked(pdf: Pdf) -> Object:
    """The first page with a link."""
    return one(page.obj for page in pdf.pages if "/Annots" in page.obj)


def described(type: str) -> Find:
    """Finds the first object of a type (``Font`` and the like; ``CIDFont`` and ``Type0`` by subtype)."""
    return lambda pdf: one(
        thing
        for thing in pdf.objects
        if isinstance(thing, Dictionary) and f"/{type}" in (thing.get("/Type"), thing.get("/Subtype"))
    )


def without(find: Find, *names: str) -> Change:
    """Takes entries away."""

    def change(pdf: Pdf) -> None:
        found = find(pdf)
        there = [f"/{name}" for name in names if f"/{name}" in found]
        for name in there:
            del found[name]
        if not there:
            raise Absent

    return change


def having(find: Find, name: str, value: object) -> Change:
    """Sets an entry; a callable makes its value from the file."""

    def change(pdf: Pdf) -> None:
        find(pdf)[f"/{name}"] = value(pdf) if callable(value) else value

    return change


def role(old: str, new: str) -> Change:
    """Makes the first element of a type one of another."""
    return having(element(old), "S", Name(f"/{new}"))


def inside(outer: str, inner: str) -> Change:
    """Puts a new, empty element first into the first element of a type."""

    def change(pdf: Pdf) -> None:
        parent = element(outer)(pdf)
        child = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{inner}"), P=parent, K=Array()))
        parent.K = Array([child, *parent.get("/K", Array())])

    return change


def emptied(type: str) -> Change:
    """Takes all children from the first element of a type."""
    return having(element(type), "K", Array())


def twice(type: str) -> Change:
    """Gives two elements of a type one ID."""

    def change(pdf: Pdf) -> None:
        found = list(elements(pdf, type))
        if len(found) < 2:
            raise Absent
        found[1].ID = found[0].ID

    return change


def last(outer: str, inner: str) -> Change:
    """Moves the first child of a type between other children of the first element that has one and more."""

    def change(pdf: Pdf) -> None:
        for parent in elements(pdf, outer):
            kids = list(parent.K)
            moved = [kid for kid in kids if isinstance(kid, Dictionary) and kid.get("/S") == f"/{inner}"]
            if moved and len(kids) > 2:
                rest = [kid for kid in kids if kid.objgen != moved[0].objgen]
                parent.K = Array([rest[0], moved[0], *rest[1:]])
                return
        raise Absent

    return change


def shorter(type: str) -> Change:
    """Takes the last child from the last element of a type."""

    def change(pdf: Pdf) -> None:
        found = list(elements(pdf, type))
        if not found:
            raise Absent
        found[-1].K = Array(list(found[-1].K)[:-1])

    return change


def attribute(type: str, name: str, value: object = None) -> Change:
    """Sets an attribute of the first element of a type that has it, or takes it away."""

    def change(pdf: Pdf) -> None:
        owner = one(a for found in elements(pdf, type) for a in found.get("/A", ()) if f"/{name}" in a)
        if value is None:
            del owner[f"/{name}"]
        else:
            owner[f"/{name}"] = value

    return change


def xmp(pattern: str, replacement: str = "") -> Change:
    """Rewrites the XMP metadata."""

    def change(pdf: Pdf) -> None:
        old = pdf.Root.Metadata.read_bytes()
        new = re.sub(pattern.encode(), replacement.encode(), old, flags=re.S)
        if new == old:
            raise Absent
        pdf.Root.Metadata.write(new)

    return change


def painted(pattern: str, replacement: str) -> Change:
    """Rewrites the first place that fits in the first page's content that has one."""

    def change(pdf: Pdf) -> None:
        for leaf in pdf.pages:
            old = leaf.Contents.read_bytes()
            new = re.sub(pattern.encode(), replacement.encode(), old, count=1, flags=re.S)
            if new != old:
                leaf.Contents.write(new)
                return
        raise Absent

    return change


def added(content: str) -> Change:
    """Paints more at the end of the first page with text."""

    def change(pdf: Pdf) -> None:
        stream = page(pdf).Contents
        stream.write(stream.read_bytes() + f"\n{content}\n".encode())

    return change


def bare(pdf: Pdf) -> None:
    """Takes every mark from the content of the first page with text."""
    there = page(pdf).Contents
    there.write(re.sub(rb"/\w+\s*(<<.*?>>)?\s*B[DM]C|\bEMC\b", b"", there.read_bytes(), flags=re.S))


def borrowed(pdf: Pdf) -> None:
    """Writes in a face that is not in the file."""
    page(pdf).Resources.Font["/Zz"] = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    added("/Artifact BMC BT /Zz 10 Tf 10 10 Td (Hi) Tj ET EMC")(pdf)


def drawn(content: bytes, painting: str, **entries: object) -> Change:
    """Paints a new form XObject on the first page with text."""

    def change(pdf: Pdf) -> None:
        form = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), **entries)
        resources = page(pdf).Resources
        resources.XObject = resources.get("/XObject", Dictionary())
        resources.XObject["/Zx"] = form
        added(painting)(pdf)

    return change


def noted(subtype: str, **entries: Any) -> Change:
    """Puts an annotation on the first page with text that no tag knows."""

    def change(pdf: Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array([10, 10, 30, 30]), F=4, **entries)
        there = page(pdf)
        there.Annots = Array([*there.get("/Annots", ()), pdf.make_indirect(made)])
        there.Tabs = Name.S

    return change


def stream(data: bytes) -> Callable[[Pdf], object]:
    """A new stream, as the value of an entry."""
    return lambda pdf: pdf.make_stream(data)


def attached(pdf: Pdf) -> None:
    """Carries a file without a description of its part in the book."""
    held = pdf.make_stream(b"x", Type=Name.EmbeddedFile)
    file = pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=held)))
    pdf.Root.Names.EmbeddedFiles = Dictionary(Names=Array([String("a.txt"), file]))


def circle(pdf: Pdf) -> None:
    """Maps two roles to each other."""
    role("P", "One")(pdf)
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(One=Name.Two, Two=Name.One)


def shared(pdf: Pdf) -> None:
    """Sends a link annotation to another element's place in the parent tree."""
    having(annotation, "StructParent", 0)(pdf)


def field(pdf: Pdf) -> None:
    """Adds a form field without a tag or a name for people."""
    noted("Widget", FT=Name.Tx, T=String("x"))(pdf)
    pdf.Root.AcroForm = Dictionary(Fields=Array([page(pdf).Annots[-1]]))


def locked(pdf: Pdf) -> pikepdf.Encryption:
    """Encrypts the file so that a screen reader may not read it."""
    return pikepdf.Encryption(owner="o", user="", allow=pikepdf.Permissions(accessibility=False, extract=False))
