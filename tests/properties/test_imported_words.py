"""Words of a post come back out of the Markdown that we spell them in, whatever signs they hold."""

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import builder

from publisher.model.blocks import CodeBlock, Paragraph
from publisher.model.inlines import Code
from publisher.model.walk import every
from publisher.model.words import spoken
from publisher.readers.markdown import read_chapter
from publisher.readers.posts.spelling import begun, code, spelled
from publisher.readers.posts.writing import Around, blocks

SIGNS = st.text(alphabet=" abcA1.)(:#>+-=_*`[]{}<>&;|~@!^\\/'\"$%é中", min_size=1, max_size=40).map(
    lambda words: " ".join(words.split())
)
WORDS = SIGNS.filter(bool)


def read(text: str) -> list[str]:
    """What each paragraph of a chapter says, where nothing is a fault."""
    content = read_chapter(f"# One\n\n{text}\n", file="a.md")
    assert content.faults == ()
    return [spoken(block.content) if isinstance(block, Paragraph) else str(type(block)) for block in content.blocks[1:]]


@given(WORDS)
def test_running_words(words: str) -> None:
    assert read(begun(spelled(words))) == [words]


@given(WORDS, WORDS, WORDS)
def test_words_in_and_around_what_is_marked(before: str, inside: str, behind: str) -> None:
    tree = builder.DIV(builder.P(f"{before} ", builder.SUP(inside), f" {behind}"))
    assert read("\n\n".join(blocks(tree, Around()))) == [f"{before} {inside} {behind}"]


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_paragraphs_stay_apart(paragraphs: list[str]) -> None:
    tree = builder.DIV(*map(builder.P, paragraphs))
    assert read("\n\n".join(blocks(tree, Around()))) == paragraphs


@given(st.text(alphabet="ab` ", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_code_in_a_line(words: str) -> None:
    content = read_chapter(f"# One\n\nSee {code(words)}.\n", file="a.md")
    assert [found.text for found in every(Code, content.blocks)] == [words]


@given(
    st.text(alphabet="ab`~ \n#", min_size=1, max_size=30).filter(
        lambda text: text[0] not in " \n" and bool(text.strip())
    )
)
def test_code_in_a_block(text: str) -> None:
    [made] = blocks(builder.DIV(builder.PRE(text)), Around())
    content = read_chapter(f"# One\n\n{made}\n", file="a.md")
    [block] = [block for block in content.blocks if isinstance(block, CodeBlock)]
    assert lines(block.text) == lines(text)


def lines(text: str) -> list[str]:
    """The lines of a text, without spaces at their ends and empty lines at its ends."""
    return [line.rstrip() for line in text.rstrip().split("\n")]
