"""Pages as small pictures: few enough to be sent, and the same ones each time."""

from io import BytesIO

import pikepdf

from publisher.reports.leaves import leaves


def pdf(pages: int) -> bytes:
    stream = BytesIO()
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(420, 595))
        document.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r, St=1)])
        document.save(stream)
    return stream.getvalue()


def test_the_first_pages_of_each_are_shown_and_the_rest_counted() -> None:
    files = {f"{number}.pdf": pdf(30) for number in range(7)}
    found = leaves(files)
    assert [len(each.shown) for each in found.values()] == [12, 12, 12, 12, 12, 0, 0]
    assert {each.of for each in found.values()} == {30}
    assert [label for label, _ in found["0.pdf"].shown[:4]] == ["i", "ii", "iii", "iv"]
    assert leaves(files) == found


def test_what_is_no_pdf_has_none() -> None:
    assert leaves({"a.epub": pdf(1), "b.pdf": b"nothing"}) == {}
