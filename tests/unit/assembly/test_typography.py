"""Typewriter marks become those of the language, across inlines; code, addresses and what is curly stay."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest

from publisher.assembly import assemble
from publisher.assembly.typography import typeset
from publisher.model.book import Chapter, Manuscript
from publisher.model.inlines import Text
from publisher.model.manifest import BookInfo, Editions, HandoutOptions, Manifest, Typography
from publisher.model.roles import Matter, Role
from publisher.model.walk import every, nodes
from publisher.readers.markdown import read_chapter
from publisher.source import Span


def manuscript(markdown: str, language: str = "en-GB", quotes: str = "smart") -> Manuscript:
    content = read_chapter(markdown, file="chapters/01.md")
    chapter = Chapter(
        file="chapters/01.md",
        slug="one",
        matter=Matter.BODY,
        role=Role.CHAPTER,
        language=language,
        title=(),
        blocks=content.blocks,
        notes=content.notes,
        span=Span("chapters/01.md"),
    )
    manifest = Manifest(book=BookInfo(title="A book", language="en-GB"), typography=Typography(quotes=quotes))
    return Manuscript(manifest=manifest, chapters=(chapter,))


def words(markdown: str, language: str = "en-GB", quotes: str = "smart") -> str:
    chapters = typeset(manuscript(markdown, language, quotes)).chapters
    return "".join(getattr(node, "text", "") for node in nodes(chapters))


ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        '"Hello," she said.': "“Hello,” she said.",
        "It's the dogs' bowl.": "It’s the dogs’ bowl.",
        "'Single' and \"double\"": "‘Single’ and “double”",
        "\"He said 'no' twice.\"": "“He said ‘no’ twice.”",
        "\"'No'\" and '\"Yes\" it is'": "“‘No’” and ‘“Yes” it is’",
        "the '90s, rock 'n' roll, 'tis": "the ’90s, rock ’n’ roll, ’tis",
        "the letter 'n' is": "the letter ‘n’ is",
        "'em or not": "’em or not",
        '6\'2" tall, a 12" disc': '6\'2" tall, a 12" disc',
        '("in brackets") ["x"]': "(“in brackets”) [“x”]",
        'he said---"now"---and left': "he said—“now”—and left",
        "words -- more words, pages 3--7": "words – more words, pages 3–7",
        "wait... and [...]": "wait… and […]",
        "git commit --force": "git commit --force",
        "a row ---- of hyphens": "a row ---- of hyphens",
        "../folder and ....": "../folder and ....",
        "“curly” and ‘single’ stay": "“curly” and ‘single’ stay",
        "5 km, p. 12, § 3": "5\u00a0km, p.\u00a012, §\u00a03",
        "J. R. R. Tolkien": "J.\u00a0R.\u00a0R.\u00a0Tolkien",
        "plan B. The end, 5 maps": "plan B. The end, 5 maps",
        '"One paragraph goes on': "“One paragraph goes on",
        "a lone \" mark and a ' mark": "a lone \" mark and a ' mark",
        "O'Neill's 'n'": "O’Neill’s ‘n’",
    }
)


@pytest.mark.parametrize(("written", "printed"), ENGLISH.items())
def test_english(written: str, printed: str) -> None:
    assert words(written) == printed


@pytest.mark.parametrize(
    ("language", "written", "printed"),
    [
        ("en-US", "\"'x'\"", "“‘x’”"),
        ("cy", '"Mae\'n"', "“Mae’n”"),
        ("de", "\"Das ist 'gut'\"", "„Das ist ‚gut‘“"),
        ("de-CH", '"gut"', "«gut»"),
        ("fr", '"Quoi?" dit-il: c\'est 10:30!', "«\u202fQuoi\u202f?\u202f» dit-il\u00a0: c’est 10:30\u202f!"),
        ("fr", "« Oui » ; non ?!", "«\u202fOui\u202f»\u202f; non\u202f?!"),
        ("fr-CA", '"Quoi?" dit-il:', "«\u202fQuoi?\u202f» dit-il\u00a0:"),
        ("es", '"Hola"', "«Hola»"),
        ("it", 'l\'ho "detto"', "l’ho «detto»"),
        ("pl", '"tak"', "„tak”"),
        ("sv", '"hej"', "”hej”"),
        ("nl", '\'s avonds "laat"', "’s avonds “laat”"),
        ("ja", "\"x\" -- 'y'", "\"x\" -- 'y'"),
        ("he", 'צה"ל', 'צה"ל'),
    ],
)
def test_languages(language: str, written: str, printed: str) -> None:
    assert words(written, language) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('"*Stressed* and [linked](https://example.org)"', "“Stressed and linked”"),
        ("*\"One*, two\" and 'a **b'**", "“One, two” and ‘a b’"),
        ("`\"x\" -- 'y'` isn't", "\"x\" -- 'y' isn’t"),
        ('"`x`" and `x`\'s', "“x” and x’s"),
        ("<kbd>'</kbd> isn't", "' isn’t"),
        ("<https://example.org/a--b'c>", "https://example.org/a--b'c"),
        ('see https://example.org/a--b...c, "or"', "see https://example.org/a--b...c, “or”"),
        ("write to o--b@example.org", "write to o--b@example.org"),
        ('He said "[c\'est "vrai"]{lang=fr}"', "He said “c’est «\u202fvrai\u202f»”"),
        ('::: {.note title="It\'s" lang=de}\n"Ja"\n:::', "„Ja“"),
        ("| it's | \"b\" |\n|---|---|\n| 'c' | d |", "it’s“b”‘c’d"),
        ('A note.[^1]\n\n[^1]: "Said"', "A note.“Said”"),
    ],
)
def test_inlines_and_blocks(written: str, printed: str) -> None:
    assert words(written) == printed


def test_words_for_a_picture_and_addresses_stay() -> None:
    (chapter,) = typeset(manuscript('![It\'s "so"](a--b.png "It\'s so")')).chapters
    (figure,) = chapter.blocks
    assert figure.path == "a--b.png"  # type: ignore[union-attr]
    assert figure.alternative.text == 'It\'s "so"'  # type: ignore[union-attr]
    assert [text.text for text in every(Text, figure)] == ["It’s so"]


def test_as_written_leaves_all_as_it_was() -> None:
    written = manuscript('"It\'s" -- so...', quotes="as-written")
    assert typeset(written) is written


def test_places_stay() -> None:
    written = manuscript('# "A"\n\n"It\'s" *so* -- "b".\n')
    places = [[getattr(node, "span", None) for node in nodes(each.chapters)] for each in (written, typeset(written))]
    assert places[0] == places[1]


def test_the_titles_of_boxes_and_chapters_are_set() -> None:
    written = manuscript('::: {.note title="It\'s so"}\nx\n:::')
    title = (Text(text="It's", span=Span("book.yaml")),)
    (chapter,) = typeset(replace(written, chapters=(replace(written.chapters[0], title=title),))).chapters
    assert chapter.title[0].text == "It’s"  # type: ignore[union-attr]
    assert chapter.blocks[0].title == "It’s so"  # type: ignore[union-attr]


def test_titles_of_the_manifest_are_set_and_files_keep_their_names() -> None:
    handout = HandoutOptions(title="'Short'")
    info = BookInfo(title='Allies\' "ways"', subtitle="It's so...", language="en-GB", description="A 'guide'")
    manifest = Manifest(book=info, editions=Editions(handout=handout, handouts=MappingProxyType({"mp": handout})))
    written = replace(manuscript("Words"), manifest=manifest)
    made = assemble(written)
    info = made.manifest.book
    assert (info.title, info.subtitle, info.description) == ("Allies’ “ways”", "It’s so…", "A ‘guide’")
    assert {each.title for each in made.manifest.editions.every_handout.values()} == {"‘Short’"}
    as_written = assemble(replace(written, manifest=replace(manifest, typography=Typography(quotes="as-written"))))
    assert as_written.manifest.book == manifest.book
    assert (made.slug, made.identifier) == (as_written.slug, as_written.identifier)
