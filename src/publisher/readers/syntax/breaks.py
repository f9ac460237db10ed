r"""A line that ends because the author says so: a backslash at its end, as Pandoc writes it, or two spaces."""

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SubstituteTagInlineProcessor


class BreakExtension(Extension):
    """The backslash; the two spaces are Python-Markdown's own."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), "backslash-break", 185)
