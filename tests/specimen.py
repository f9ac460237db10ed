"""A book in the form that the xhtml floor writes, with every construct that the print sheet knows."""

from io import BytesIO

from PIL import Image

from publisher.paper.engine import Rendering, render
from publisher.paper.stylesheet import page_rules
from publisher.themes.theme import load

PROSE = (
    "This paragraph is here to be set. It is long enough to break over several lines, so that the measure, the rag at "
    "the right and the colour of the page can be judged, and it says nothing that anybody would want to quote. "
)
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><rect width="160" height="90" fill="#cfdfe2"/>'
    b'<circle cx="50" cy="45" r="30" fill="#0b4f5c"/><text x="90" y="50" font-size="12">A disc</text></svg>'
)


def photograph(mode: str = "RGB") -> bytes:
    """A small PNG with a gradient."""
    out = BytesIO()
    Image.linear_gradient("L").resize((64, 40)).convert(mode).save(out, "PNG")
    return out.getvalue()


RESOURCES = {"images/disc.svg": DRAWING, "images/photo.png": photograph()}


def rendered(html: str, page: str = "A5") -> Rendering:
    """``html`` on pages, in the theme ``plain``."""
    theme = load("plain")
    return render(html, stylesheet=theme.css("print") + page_rules(theme, page, "12pt"), resources=RESOURCES)


def book(*, rows: int = 12, items: int = 6, sentences: int = 3) -> str:
    """The whole document; ``rows`` of the table, ``items`` of the list, ``sentences`` of the longest paragraph."""
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>A Specimen</title>
<meta name="author" content="Ann Author"><meta name="description" content="Every construct, once.">
<meta name="dcterms.created" content="2022-03-29"><meta name="dcterms.modified" content="2022-03-29">
<meta name="dcterms.rights" content="CC BY 4.0"><meta name="dcterms.publisher" content="Example Press"></head><body>
{_front()}<div class="front">{_summary()}</div>
<div class="body">{_text(sentences, items)}{_pictures()}{_table(rows)}{_boxes()}</div>
<div class="back">{_notes()}{_references()}</div></body></html>"""


def _front() -> str:
    return """<section class="title-page"><p class="kicker">A handbook</p><h1 class="title">A Specimen of Every
Construct</h1><p class="subtitle">With a subtitle</p><p class="contributors">Ann Author</p><div class="title-foot">
<p class="publisher">Example Press</p><p class="date">29 March 2022</p><p class="version">Version 1</p>
<p class="formats">Also in large print and as an e-book</p></div></section>
<section class="imprint"><h1>Imprint</h1><p>Set in Atkinson Hyperlegible.</p></section>
<nav class="contents" role="doc-toc"><h1>Contents</h1><ol>
<li class="front"><a href="#summary"><span class="entry">Summary</span></a></li>
<li><a href="#text"><span class="entry">Running text</span></a><ol>
<li><a href="#lists"><span class="entry">Lists of several kinds</span></a></li></ol></li>
<li><a href="#pictures"><span class="entry">Pictures, with a title that is long enough to need a second line in the
contents</span></a></li>
<li><a href="#table"><span class="entry">A table</span></a></li>
<li><a href="#references"><span class="entry">References</span></a></li></ol></nav>"""


def _chapter(key: str, title: str, content: str, number: str = "") -> str:
    figure = f'<p class="number">{number}</p>' if number else ""
    return (
        f'<section class="chapter" id="{key}" role="doc-chapter" aria-labelledby="{key}-title">{figure}'
        f'<h1 class="chapter-title" id="{key}-title">{title}</h1>{content}</section>'
    )


def _summary() -> str:
    return _chapter("summary", "Summary", f'<p class="lead">{PROSE}</p><p>{PROSE}</p>')


def _text(sentences: int, items: int) -> str:
    listed = "".join(f"<li>Item {n} of the list</li>" for n in range(1, items + 1))
    return _chapter(
        "text",
        "Running text",
        f"""<p>Words <em>stressed</em>, <strong>strong</strong>, <em>a title <cite>within</cite> stress</em>, in
<code>code</code>, H<sub>2</sub>O and x<sup>2</sup>, an <abbr title="Modern Slavery Act">MSA</abbr>, <q>quoted</q>, and
<span lang="fr">bonjour tout le monde</span>.</p>
<p>{PROSE * sentences}A source <a class="citation" role="doc-biblioref" id="cite-gsi-1" href="#ref-gsi">(1)</a>, several
<span class="citations">(<a class="citation" id="cite-gsi-2" href="#ref-gsi">1</a>, <a class="citation" id="cite-law-1"
href="#ref-law">2</a>)</span>, a note
<a class="note-reference" role="doc-noteref" id="noteref-1" href="#note-1">n1</a>, and
<a href="https://www.example.org/a/page">a link with <em>stress</em> that goes to the web and runs over a line end</a>
(<span class="print-address"><span>https://</span><span>www.</span><span>example.</span><span>org/</span><span
>a/</span><span>page</span></span>). See <a class="cross-reference" href="#fig-disc">Figure 1</a>.</p>
<h2 id="lists">Lists of several kinds</h2><p>{PROSE}</p><ol>{listed}</ol>
<ul><li><p>A loose item.</p><p>Its second paragraph.</p></li><li>A tight one<ul><li>and one below</li></ul></li></ul>
<h3>Definitions</h3><dl><dt>Ebb</dt><dd>The water falls.</dd><dt>Flow</dt><dt>Flood</dt><dd><p>It rises.</p></dd></dl>
<blockquote><p>{PROSE}</p></blockquote><hr class="break"><pre><code>for item in items:
    print(item)  # a line of code that is quite long, and will have to be broken somewhere, since nothing is lost
</code></pre><p dir="rtl" lang="ar">مرحبا بالعالم</p>""",
        number="1",
    )


def _pictures() -> str:
    return _chapter(
        "pictures",
        "Pictures, with a title that is long enough to need a second line in the contents",
        f"""<p>{PROSE}</p><figure id="fig-disc" class="figure"><img src="images/disc.svg" alt="A disc"><figcaption
id="fig-disc-caption"><span class="label">Figure 1.</span> A disc, cited <a class="citation" id="cite-law-2"
href="#ref-law">(2)</a>. <span class="credit">Drawing: nobody</span></figcaption></figure><p>{PROSE}</p>
<figure class="figure"><img src="images/photo.png" alt="From black to white" style="width:50%"></figure>
<p>An inline <img class="inline" src="images/disc.svg" alt="disc"> image, and a decorative one:</p>
<figure class="figure"><img src="images/disc.svg" alt="" role="presentation" style="width:20%"></figure>
<p><a href="#fig-disc"><img class="inline" src="images/disc.svg" alt="Back to the disc"></a></p>""",
        number="2",
    )


def _table(rows: int) -> str:
    body = "".join(
        f'<tr><th scope="row">Row {n}</th><td>{PROSE[:39]}</td><td class="end">{n * 7}</td></tr>'
        for n in range(1, rows + 1)
    )
    return _chapter(
        "table",
        "A table",
        f"""<table id="tbl-one"><caption><span class="label">Table 1.</span> Rows and numbers</caption><thead><tr><th
scope="col">Name</th><th scope="col">Words</th><th scope="col" class="end">Number</th></tr></thead><tbody>{body}</tbody>
</table>
<table><thead><tr><th scope="col" rowspan="2">Name</th><th scope="colgroup" colspan="2">Both</th></tr><tr><th
scope="col">One</th><th scope="col">Two</th></tr></thead><tbody><tr><th
scope="row">Row</th><td>1</td><td></td></tr></tbody>
</table><p>{PROSE}</p>""",
        number="3",
    )


def _boxes() -> str:
    kinds = ("tip", "note", "warning", "aside", "summary", "action", "quote")
    boxes = "".join(f'<aside class="box {k}"><p class="box-title">A {k}</p><p>{PROSE}</p></aside>' for k in kinds)
    details = f"<details><summary>A part that is folded on screens</summary><p>{PROSE}</p></details>"
    return f'<section class="part" id="part"><h1>A part</h1>{_chapter("boxes", "Boxes", boxes + details)}</section>'


def _notes() -> str:
    return """<section class="notes" id="notes" role="doc-endnotes" aria-labelledby="notes-title"><h1
id="notes-title">Notes</h1><ol class="notes" role="list"><li id="note-1"><p><span class="n">n1</span> A note of two
paragraphs.</p><p>The second.</p><p class="back">Referred to at: <a
role="doc-backlink" href="#noteref-1" aria-label="a, back to note n1">a</a></p>
</li></ol></section>"""


def _references() -> str:
    return """<section class="references" id="references" role="doc-endnotes" aria-labelledby="references-title"><h1
id="references-title">References</h1><ol class="references" role="list"><li id="ref-gsi"><p><span
class="n">(1)</span> Walk Free Foundation, (2018) <cite>Global Slavery Index</cite>, Retrieved 24 March
2022, from <a class="address" href="https://www.example.org/reports/index?year=2018"><span class="breakable"><span
>https://</span><span
>www.</span><span>example.</span><span>org/</span><span>reports/</span><span>index?</span><span>year=</span><span
>2018</span></span></a></p>
<p class="back">Cited at: <a
role="doc-backlink" href="#cite-gsi-1" aria-label="a, back to citation in Running text">a</a>
<a role="doc-backlink" href="#cite-gsi-2" aria-label="b, back to citation in Running text">b</a></p></li>
<li id="ref-law"><p><span class="n">(2)</span> <cite>Modern Slavery Act</cite>, (2015)</p><p class="back">Cited at: <a
role="doc-backlink" href="#cite-law-1" aria-label="a, back to citation in Running text">a</a> <a role="doc-backlink"
href="#cite-law-2" aria-label="b, back to citation in Pictures">b</a></p></li></ol></section>"""
