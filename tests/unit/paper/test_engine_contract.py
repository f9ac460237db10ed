"""The names of the engine that are no public interface and that we stand on: when one changes, this fails first."""

import inspect
from collections.abc import Callable

import pydyf
import weasyprint
from weasyprint import layout, pdf
from weasyprint.css import StyleFor
from weasyprint.css.targets import CounterLookupItem, TargetCollector
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page as pages
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.metadata import DocumentMetadata
from weasyprint.pdf.stream import Stream


def parameters(function: Callable[..., object]) -> list[str]:
    return list(inspect.signature(function).parameters)


def test_the_engine_is_the_one_we_know() -> None:
    assert weasyprint.__version__.split(".")[0] == "70"


def test_what_the_tags_take_the_place_of() -> None:
    assert parameters(pdf.add_tags) == ["pdf", "document", "pdf_version", "page_streams"]
    assert parameters(pdf.add_links) == ["links_and_anchors", "matrix", "pdf", "page", "names", "tags"]
    assert parameters(Stream.marked) == ["self", "box", "tag"]
    assert pdf.Stream is Stream


def test_what_the_metadata_builds_on() -> None:
    assert parameters(DocumentMetadata.generate_rdf_metadata) == ["self", "variant", "version", "conformance"]


def test_what_lays_out_all_pages() -> None:
    assert parameters(layout.make_all_pages) == ["context", "root_box", "html", "pages"]
    assert "make_all_pages" in layout.layout_document.__code__.co_names


def test_what_boxes_tell() -> None:
    assert boxes.Box.is_leader is False
    assert {"element_tag", "style", "element"} <= set(parameters(boxes.Box.__init__))
    assert "page_type" in parameters(boxes.PageBox.__init__) and "at_keyword" in parameters(boxes.MarginBox.__init__)


def test_what_glyphs_are_read_by() -> None:
    assert parameters(Stream.add_font) == ["self", "pango_font"]
    assert parameters(Stream.show_text) == ["self", "text"]
    # Attributes that are set while a font is made, and a name that a stream gives to the font it writes in.
    assert {"file_content", "index", "hash", "to_unicode"} <= set(Font.__init__.__code__.co_names)
    assert "_current_font" in Stream.set_font_size.__code__.co_names


def test_what_is_laid_out_again_and_again() -> None:
    assert parameters(layout.layout_document)[:3] == ["html", "root_box", "context"]
    assert "layout_document" in Document._render.__code__.co_names
    assert {"style_for", "target_collector"} <= set(parameters(layout.LayoutContext.__init__))
    # A page keeps its boxes alive and is kept alive by its foot: cutting ``children`` frees both.
    assert parameters(boxes.FootnoteAreaBox.__init__)[:2] == ["self", "page"]


def test_what_is_looked_up_for_each_page() -> None:
    assert parameters(pages.set_page_type_computed_styles) == ["page_type", "html", "style_for"]
    assert "set_page_type_computed_styles" in pages.remake_page.__code__.co_names
    assert {"_cascaded_styles", "_computed_styles", "initial_page_sizes"} <= set(StyleFor.__init__.__code__.co_names)
    assert parameters(TargetCollector.cache_target_page_counters)[:2] == ["self", "anchor_name"]
    assert "counter_lookup_items" in TargetCollector.cache_target_page_counters.__code__.co_names
    assert "missing_target_counters" in parameters(CounterLookupItem.__init__)


def test_what_a_painted_page_leaves() -> None:
    assert parameters(Page.paint) == ["self", "stream", "scale"]
    ours = {"leaves", "meanings", "painted", "written", "shown", "turned"}
    assert not ours & set(dir(Stream)), "names of our own, and no operator's"
    data = vars(pydyf.Stream)["data"]
    assert isinstance(data, property) and "stream" in inspect.getsource(data.fget or len)
