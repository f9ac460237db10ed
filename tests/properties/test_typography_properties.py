"""Typography changes marks and spaces, never letters; twice is once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from publisher.assembly.quotation_marks import changes, marks_of
from publisher.assembly.typography import typeset
from publisher.model.blocks import Paragraph
from publisher.model.book import Chapter, Manuscript
from publisher.model.inlines import Code, Emphasis, Inline, Link, NoteReference, Strong, Text
from publisher.model.manifest import BookInfo, Manifest
from publisher.model.roles import Matter, Role
from publisher.model.walk import every
from publisher.source import Span

HERE = Span("chapters/01.md")
LANGUAGES = st.sampled_from(["en-GB", "fr", "fr-CA", "de", "es", "pl", "sv", "ru", "ja"])
TEXT = st.text(alphabet="ab Z\"'-.,:;!?()0159«»“”‘’–— \u00a0\u202f\n@/", max_size=30)


def text(words: str) -> Inline:
    return Text(text=words, span=HERE)


LEAVES = st.one_of(
    TEXT.map(text),
    TEXT.map(lambda words: Code(text=words, span=HERE)),
    st.just(NoteReference(label="1", span=HERE)),
)
INLINES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda content: Emphasis(content=tuple(content), span=HERE)),
        st.lists(inner, max_size=3).map(lambda content: Strong(content=tuple(content), span=HERE)),
        st.lists(inner, max_size=3).map(lambda content: Link(href="#a--b", content=tuple(content), span=HERE)),
    ),
    max_leaves=6,
)
CONTENT = st.lists(INLINES, min_size=1, max_size=6).map(tuple)


def manuscript(content: tuple[Inline, ...], language: str) -> Manuscript:
    chapter = Chapter(
        file=HERE.file,
        slug="one",
        matter=Matter.BODY,
        role=Role.CHAPTER,
        language=language,
        title=(),
        blocks=(Paragraph(content=content, span=HERE),),
        span=HERE,
    )
    return Manuscript(manifest=Manifest(book=BookInfo(title="A book", language=language)), chapters=(chapter,))


def letters(manuscript: Manuscript) -> str:
    return "".join(filter(str.isalnum, "".join(each.text for each in every(Text, manuscript.chapters))))


@given(CONTENT, LANGUAGES)
def test_letters_code_and_addresses_stay(content: tuple[Inline, ...], language: str) -> None:
    before = manuscript(content, language)
    after = typeset(before)
    assert letters(after) == letters(before)
    for kind in (Code, NoteReference):
        assert list(every(kind, after.chapters)) == list(every(kind, before.chapters))
    assert [link.href for link in every(Link, after.chapters)] == [link.href for link in every(Link, before.chapters)]
    assert len(list(every(Text, after.chapters))) == len(list(every(Text, before.chapters)))


@given(CONTENT, LANGUAGES)
def test_twice_is_once(content: tuple[Inline, ...], language: str) -> None:
    once = typeset(manuscript(content, language))
    assert typeset(once) == once


@given(TEXT, LANGUAGES)
def test_changes_do_not_overlap(words: str, language: str) -> None:
    marks = marks_of(language)
    made = changes(words, marks) if marks else ()
    assert all(end <= start for (_, end, _), (start, _, _) in pairwise(made))
