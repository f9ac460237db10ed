"""Lists of posts as other programs take them, in the spelling of Python-Markdown."""

import pytest
from markdown import Markdown

from publisher.readers.posts.lists import indented_by_four


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Pay for:\n* one\n* two\n  * in\n\n  more", "<p>Pay for:</p><ul><li>one</li><li><p>two</p><ul><li>in</li></ul><p>more</p></li></ul>"),
        ("1) a\n2) b\n   - deep\n\nEnd", "<ol><li>a</li><li>b<ul><li>deep</li></ul></li></ol><p>End</p>"),
        ("It was in\n1986. A year\n- - -", "<p>It was in\n1986. A year</p><hr />"),
        ("- a\n    - deep, by four\n- b", "<ul><li>a<ul><li>deep, by four</li></ul></li><li>b</li></ul>"),
        ("```\nx\n- no item\n```", "<pre><code>x\n- no item</code></pre>"),
        ("- a\n1986. A year", "<ul><li>a\n1986. A year</li></ul>"),
    ],
)  # fmt: skip
def test_a_list_is_what_its_author_saw(written: str, shown: str) -> None:
    made = Markdown(extensions=["extra", "sane_lists"]).convert(indented_by_four(written))
    assert made.replace("\n<", "<").replace("ul>\n", "ul>") == shown
