"""The words of entries in our endnote style: one line a kind of source (manuscript.md §3, rules RF-06)."""

from dataclasses import replace

import pytest

from publisher.assembly.references import kept_copy, words
from publisher.model.inlines import Inline, Link, Passage, Phrase
from publisher.model.references import Name, PartialDate, Reference
from publisher.model.words import spoken
from publisher.source import Span

SMITH = Name(family="Smith", given="John Henry")
KHAN = Name(family="Khan", given="Amina")
LEE = Name(family="Lee", given="Kim-Anh")
DAY = PartialDate(year=2022, month=3, day=24)
WEB = "https://example.org/gsi?year=2018"

ENTRIES = {
    "article": (
        Reference(
            key="a",
            type="article-journal",
            span=Span("book.yaml"),
            title="Air quality",
            authors=(SMITH, KHAN),
            issued=PartialDate(year=2024, month=3),
            fields=(("container-title", "The Lancet"), ("volume", "3"), ("issue", "2"), ("page", "12–20")),
        ),
        "Smith JH and Khan A, (2024) Air quality, The Lancet, 3(2), pp. 12–20",
    ),
    "book": (
        Reference(
            key="a",
            type="book",
            span=Span("book.yaml"),
            title="Tides",
            authors=(LEE,),
            issued=PartialDate(year=2019),
            fields=(("publisher", "Port Press"), ("publisher-place", "Hull")),
        ),
        "Lee KA, (2019) Tides, Port Press",
    ),
    "chapter": (
        Reference(
            key="a",
            type="chapter",
            span=Span("book.yaml"),
            title="Ebbs",
            authors=(KHAN,),
            editors=(SMITH,),
            issued=PartialDate(year=2001),
            fields=(("container-title", "On Water"), ("publisher", "Port Press"), ("page", "1")),
        ),
        "Khan A, (2001) Ebbs, On Water, Port Press, pp. 1",
    ),
    "report": (
        Reference(
            key="a",
            type="report",
            span=Span("book.yaml"),
            title="Global Slavery Index",
            authors=(Name(literal="Walk Free Foundation"),),
            issued=PartialDate(year=2018),
            accessed=DAY,
            url=WEB,
        ),
        f"Walk Free Foundation, (2018) Global Slavery Index, Retrieved 24 March 2022, from {WEB}",
    ),
    "web page without a day": (
        Reference(key="a", type="webpage", span=Span("book.yaml"), title="Tides", authors=(LEE,), url=WEB),
        f"Lee KA, (no date) Tides, Available at {WEB}",
    ),
    "retrieved, and no address": (
        Reference(key="a", type="webpage", span=Span("book.yaml"), title="Tides", authors=(LEE,), accessed=DAY),
        "Lee KA, (no date) Tides, Retrieved 24 March 2022",
    ),
    "retrieved in a month": (
        Reference(
            key="a",
            type="webpage",
            span=Span("book.yaml"),
            title="Tides",
            accessed=PartialDate(year=2022, month=3),
            url=WEB,
        ),
        f"Tides (no date), Retrieved March 2022, from {WEB}",
    ),
    "no author: the publisher": (
        Reference(
            key="a",
            type="report",
            span=Span("book.yaml"),
            title="Tides",
            issued=PartialDate(year=2018),
            fields=(("publisher", "Port of Hull"),),
        ),
        "Port of Hull, (2018) Tides",
    ),
    "nobody: the title": (
        Reference(key="a", type="report", span=Span("book.yaml"), title="Tides", issued=PartialDate(year=2018)),
        "Tides (2018)",
    ),
    "no title": (
        Reference(key="a", type="report", span=Span("book.yaml"), authors=(LEE,), issued=PartialDate(year=2018)),
        "Lee KA, (2018)",
    ),
    "nothing": (Reference(key="a", type="document", span=Span("book.yaml")), "(no date)"),
    "many authors": (
        Reference(
            key="a",
            type="book",
            span=Span("book.yaml"),
            title="Tides",
            authors=(SMITH, KHAN, LEE, Name(literal="others")),
        ),
        "Smith JH, Khan A, Lee KA and others, (no date) Tides",
    ),
    "editors": (
        Reference(key="a", type="book", span=Span("book.yaml"), title="On Water", editors=(SMITH, KHAN)),
        "Smith JH and Khan A, (no date) On Water",
    ),
    "particles and suffix": (
        Reference(
            key="a",
            type="book",
            span=Span("book.yaml"),
            title="Letters",
            authors=(
                Name(family="Gogh", given="Vincent", non_dropping_particle="van"),
                Name(family="King", given="Martin Luther", suffix="Jr"),
            ),
        ),
        "van Gogh V and King ML Jr, (no date) Letters",
    ),
    "DOI only": (
        Reference(
            key="a",
            type="article",
            span=Span("book.yaml"),
            title="Air",
            authors=(LEE,),
            fields=(("DOI", "10.1000/xyz"),),
        ),
        "Lee KA, (no date) Air, Available at https://doi.org/10.1000/xyz",
    ),
}


@pytest.mark.parametrize(("reference", "line"), ENTRIES.values(), ids=ENTRIES)
def test_an_entry_reads(reference: Reference, line: str) -> None:
    assert spoken(words(reference)) == line


def test_the_title_is_a_cited_work() -> None:
    entry = words(ENTRIES["article"][0])
    assert [spoken(inline.content) for inline in entry if isinstance(inline, Phrase)] == ["Air quality"]


def test_an_address_is_a_link_of_its_own_words() -> None:
    (link,) = links(words(ENTRIES["report"][0]))
    assert (link.href, spoken(link.content)) == (WEB, WEB)


def test_a_kept_copy_is_named_after_its_source() -> None:
    reference = replace(ENTRIES["report"][0], archived="https://archive.example.org/1")
    assert spoken(kept_copy(reference)) == "(archived copy of Global Slavery Index)"
    assert [link.href for link in links(kept_copy(reference))] == ["https://archive.example.org/1"]
    assert kept_copy(ENTRIES["report"][0]) == ()


@pytest.mark.parametrize("written", ["10.1000/a<b>c", "doi:10.1000/a<b>c", "https://doi.org/10.1000/a<b>c"])
def test_a_doi_is_an_address_that_browsers_take(written: str) -> None:
    reference = Reference(key="a", type="article", span=Span("book.yaml"), fields=(("DOI", written),))
    assert reference.address == "https://doi.org/10.1000/a%3Cb%3Ec"


def links(entry: tuple[Inline, ...]) -> list[Link]:
    return [inline for inline in entry if isinstance(inline, Link)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de-AT", "Smith JH und Khan A, (ohne Jahr) Ebbs, S. 1, Abgerufen am 24. März 2022, von https://doi.org/10.1000/e"),
        ("es", "Smith JH, Khan A, (sin fecha) Ebbs, págs. 1, Recuperado el 24 de marzo de 2022, de https://doi.org/10.1000/e"),
        ("fr", "Smith JH et Khan A, (sans date) Ebbs, p. 1, Consulté le 24 mars 2022, à l’adresse https://doi.org/10.1000/e"),
        ("cy", "Smith JH and Khan A, (no date) Ebbs, pp. 1, Retrieved 24 March 2022, from https://doi.org/10.1000/e"),
    ],
)  # fmt: skip
def test_words_of_ours_are_in_the_language_of_the_book_or_say_that_they_are_not(language: str, said: str) -> None:
    reference = Reference(
        key="a",
        type="webpage",
        span=Span("book.yaml"),
        title="Ebbs",
        authors=(SMITH, KHAN),
        accessed=DAY,
        fields=(("page", "1"), ("DOI", "10.1000/e")),
    )
    made = words(reference, language=language)
    assert spoken(made) == said
    marked = [part.language for part in made if isinstance(part, Passage)]
    assert marked == (["en"] if language == "cy" else [])


@pytest.mark.parametrize(
    ("day", "said"),
    [(PartialDate(year=2022), "Abgerufen am 2022"), (PartialDate(year=2022, month=3), "Abgerufen am März 2022")],
)
def test_a_date_is_said_as_far_as_it_is_known(day: PartialDate, said: str) -> None:
    reference = replace(ENTRIES["book"][0], accessed=day)
    assert spoken(words(reference, language="de")).endswith(said)
