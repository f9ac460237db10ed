"""Whatever a chapter holds, it is read; and every place that is told lies in the file."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher.model.walk import nodes
from publisher.readers.markdown import read_chapter
from publisher.source import Span

SIGNS = r"""
[ ] ( ) ![ { } {#a} {.b} * ** _ ` ``` ~~~ ~~ ^[ [^1] @a @fig-x < > | - # ## > : ::: --- === \ & &amp; " ' = a word é 漢
<b> </b> <sup> </sup> <q> </q> <!-- --> <table> <tr> <td> </td> </table> <details> <summary> </summary> </details>
<script> <br> <http://a> <a@b.c> |-|-| [a](b) [a][a] {kind=x}
""".split()
PIECES = [
    *SIGNS,
    *("\n", "\n\n", "    ", "  ", "\t", " ", "\r", "\r\n", "\u2028", "\x0b", "\x85"),
    *("- ", "* ", "1. ", "# ", "> ", ": ", "::: note\n", '::: {.quote title="*x*"}\n'),
    *("[^1]: ", "*[a]: b\n", "[a]: b\n"),
    *("[@a; @b, p. 1]", "[-@a]", '![a](b "c")', '<abbr title="x">', "---\na: b\n---\n"),
    *("\x00", "\x02", "\x03", "klzzwxh:0000", "\ufdd0", "\ufdd1", "\U000f0000", "\U0010fffd"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("<details><summary>")
@example("<a@b.c>0")
@example("`\n`::: {.quote}")
@example('a\n\n: b {#tbl-x summary="\n"}')
def test_every_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    content = read_chapter(text, file="01.md")
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for node in (*nodes((content.blocks, content.notes)), *content.faults):
        span = getattr(node, "span", None)
        if isinstance(span, Span):
            assert span.file == "01.md"
            assert 1 <= span.line <= len(rows)
            assert 1 <= span.column <= len(rows[span.line - 1]) + 1


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_is_read_the_same_way(text: str) -> None:
    assert read_chapter(text, file="01.md") == read_chapter(text, file="01.md")
