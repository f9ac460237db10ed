"""Drawings come out as still pictures that stand alone, or not at all."""

import base64

import pytest
from lxml import etree
from pictures import animation, decoded, exif, jpeg, png, svg, texts

from publisher.model.assets import Asset
from publisher.model.faults import FaultKind
from publisher.readers.image_faults import ImageFault
from publisher.readers.images import read_image

SVG = "{http://www.w3.org/2000/svg}"


def read(data: bytes) -> Asset:
    asset = read_image(data, path="images/x.svg")
    assert isinstance(asset, Asset), asset
    return asset


def fault(data: bytes) -> ImageFault:
    found = read_image(data, path="images/x.svg")
    assert isinstance(found, ImageFault), found
    assert "images/x.svg" in found.message
    assert found.help
    return found


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(read(data).data)


@pytest.mark.parametrize(
    ("inner", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<script href="http://evil.example/x.js"/>', "<script>"),
        ('<script xmlns="http://www.w3.org/1999/xhtml"/>', "<script>"),
        ('<script xmlns=""/>', "<script>"),
        ('<rect onclick="alert(1)"/>', "onclick"),
        ('<rect ONLOAD="alert(1)"/>', "ONLOAD"),
        ('<a href="javascript:alert(1)"><rect/></a>', "javascript:"),
        ('<a xlink:href=" java&#10;script:alert(1)"><rect/></a>', "javascript:"),
        ('<use href="data:text/html,&lt;p&gt;"/>', "data:text/html"),
        ('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', "<foreignObject>"),
        ('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">words</p></foreignObject>', "<foreignObject>"),
        ("<foreignObject>words</foreignObject>", "<foreignObject>"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml" src="x"/>', "<iframe>"),
        ('<a><set attributeName="href" to="javascript:alert(1)"/></a>', "<set>"),
        ('<rect><animate attributeName="x" values="0;9" dur="1s"/></rect>', "<animate>"),
        ("<style>rect{width:expression(alert(1))}</style>", "expression"),
        ('<rect style="-moz-binding:url(#x)"/>', "-moz-binding"),
        ('<rect style="\\2d moz-binding:url(#x)"/>', "-moz-binding"),
        ('<rect fill="url(javascript:alert(1))"/>', "javascript:"),
    ],
)
def test_what_runs_is_named(inner: str, named: str) -> None:
    found = fault(svg(inner))
    assert found.kind is FaultKind.ACTIVE_CONTENT
    assert named in found.message


@pytest.mark.parametrize(
    ("inner", "address"),
    [
        ('<image href="http://evil.example/x.png"/>', "http://evil.example/x.png"),
        ('<image xlink:href="//evil.example/x.png"/>', "//evil.example/x.png"),
        ('<image href="photo.png"/>', "photo.png"),
        ('<use href="file:///etc/passwd#a"/>', "file:///etc/passwd#a"),
        ('<use xlink:href="other.svg#a"/>', "other.svg#a"),
        ("<style>@import 'http://evil.example/x.css';</style>", "http://evil.example/x.css"),
        ("<style>@\\69mport url(x.css);</style>", "x.css"),
        ("<style>rect{fill:url(http://evil.example/x)}</style>", "http://evil.example/x"),
        ("<style>rect{fill:\\75 rl(http://evil.example/x)}</style>", "http://evil.example/x"),
        ("<style><![CDATA[@font-face{src:url('https://evil.example/f')}]]></style>", "https://evil.example/f"),
        ("<style>rect{background:image-set('http://evil.example/x' 1x)}</style>", "http://evil.example/x"),
        ("<rect style=\"fill: url( 'http://evil.example/x' )\"/>", "http://evil.example/x"),
        ('<rect filter="url(other.svg#f)"/>', "other.svg#f"),
        ('<style xmlns="http://www.w3.org/1999/xhtml">@import "x.css"</style>', "x.css"),
        ('<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="x.css"/>', "x.css"),
    ],
)
def test_what_would_be_fetched_is_named(inner: str, address: str) -> None:
    found = fault(svg(inner))
    assert found.kind is FaultKind.REMOTE_RESOURCE
    assert f"'{address}' would be fetched" in found.message


@pytest.mark.parametrize(
    "before",
    [
        '<?xml-stylesheet href="http://evil.example/x.css"?>',
        '<!DOCTYPE svg SYSTEM "http://evil.example/x.dtd">',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE svg PUBLIC "-//Evil//DTD SVG//EN" "http://evil.example/x.dtd">',
    ],
)
def test_what_would_be_fetched_before_the_drawing_is_named(before: str) -> None:
    assert fault(svg(before=before)).kind is FaultKind.REMOTE_RESOURCE


def nested(depth: int) -> str:
    return "<g>" * (depth - 1) + "</g>" * (depth - 1)


def doubling(kind: str, times: int) -> str:
    link = {"use": '<use href="#p{0}"/>', "pattern": '<rect fill="url(#p{0})"/>'}[kind]
    wrap = {"use": "g", "pattern": "pattern"}[kind]
    return "<rect id='p0'/>" + "".join(f"<{wrap} id='p{n + 1}'>{link.format(n) * 10}</{wrap}>" for n in range(times))


ENTITIES = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "data",
    [
        svg(nested(51)),
        svg(nested(300)),
        svg("<g/>" * 50_001),
        svg(doubling("use", 6)),
        svg(doubling("use", 40)),
        svg(doubling("pattern", 6)),
        svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        svg('<g id="a"><use href="#a"/><use href="#a"/></g>'),
        svg("".join(f'<g id="c{n}"><use href="#c{n + 1}"/></g>' for n in range(2000))),
        svg("x" * 5_000_001),
        svg("&e9;", before=f'<!DOCTYPE svg [<!ENTITY e0 "lol">{ENTITIES}]>'),
        svg('<g id="&e9;"/>', before=f'<!DOCTYPE svg [<!ENTITY e0 "lol">{ENTITIES}]>'),
        svg("<style>a{b:" + "(" * 60 + "url(x)</style>"),
        svg("<style>a{b:" + "(" * 100_000 + "\\</style>"),
    ],
)
def test_a_bomb_is_refused_in_good_time(data: bytes) -> None:
    assert fault(data).kind is FaultKind.OVERSIZE


@pytest.mark.parametrize(
    "entity",
    [
        'x SYSTEM "file:///etc/passwd"',
        '% x SYSTEM "http://evil.example/x.dtd"> %x;<!ENTITY y "z"',
        "x PUBLIC '-//N//E' 'https://evil.example/e'",
    ],
)
def test_an_entity_of_another_file_would_be_fetched(entity: str) -> None:
    assert fault(svg(before=f"<!DOCTYPE svg [<!ENTITY {entity}>]>")).kind is FaultKind.REMOTE_RESOURCE


def test_what_draws_much_within_the_limits_is_published() -> None:
    assert read(svg(nested(50))).stripped == ()
    assert read(svg(doubling("use", 4))).stripped == ()


def test_an_entity_of_a_file_is_never_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "x"
    secret.write_text("SECRET")
    data = svg("<text>&x;</text>", before=f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret.as_uri()}">]>')
    assert "SECRET" not in str(fault(data))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg width='9' height='9'/>", "its root is <svg>"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "is no SVG"),
        (b"<x><svg xmlns='http://www.w3.org/2000/svg'/></x>", "its root is <x>"),
        (svg(attributes=""), "neither viewBox nor width and height"),
        (svg(attributes='width="100%" height="9"'), "neither viewBox"),
        (svg(attributes='viewBox="0 0 0 0"'), "neither viewBox"),
        (svg(attributes='viewBox="0 0 nan inf"'), "neither viewBox"),
        (svg("<style>@font-face{src:url(data:font/woff2;base64,d09GMg==)}</style>"), "embeds font/woff2"),
        (svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), "embeds image/svg+xml"),
        (svg('<image href="data:image/png;base64,@@"/>'), "embeds image/png"),
        (svg('<use href="data:image/png;base64,@@"/>'), "embeds image/png"),
    ],
)
def test_what_is_no_drawing_is_named(data: bytes, words: str) -> None:
    found = fault(data)
    assert found.kind is FaultKind.IMAGE_UNREADABLE
    assert words in found.message


def address(data: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def test_an_embedded_picture_is_cleaned_like_any_other() -> None:
    data = svg(
        f'<image href="{address(jpeg(exif=exif()), "image/jpg")}"/>'
        f'<image xlink:href="{address(png(pnginfo=texts()))}"/>'
        f"<style>g{{background:url({address(png(pnginfo=texts()))})}}</style>"
    )
    asset = read(data)
    assert {"EXIF", "GPS position", "XMP", "comment"} <= set(asset.stripped)
    first, second = etree.fromstring(asset.data).iter(SVG + "image")
    assert first.get("href") == address(jpeg(), "image/jpeg")
    assert decoded(base64.b64decode(second.get("{http://www.w3.org/1999/xlink}href").partition(",")[2])).info == {}
    assert asset.data.count(address(png()).encode()) == 2
    assert read(asset.data).data == asset.data


@pytest.mark.parametrize("cut", [animation("GIF")[:-5], png()[:-5], jpeg()[:-5]])
def test_an_embedded_picture_cut_short_is_a_fault(cut: bytes) -> None:
    assert "cut short" in fault(svg(f'<image href="{address(cut)}"/>')).message


EDITED = b"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created by Planted Name in /home/planted -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<?planted program?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" width="90mm" height="60mm"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"
   content="&lt;mxfile host=&quot;planted&quot;&gt;" data-name="Planted" id="root" aria-labelledby="t"
   sodipodi:docname="planted.svg" inkscape:export-filename="/home/planted/map.png" viewBox="0 0 90 60">
 <sodipodi:namedview inkscape:window-x="0"><inkscape:grid/></sodipodi:namedview>
 <metadata><rdf xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#" resource="http://planted.example"/></metadata>
 <title id="t">A map</title><desc>C:\\Users\\planted\\map.ai</desc><desc>Two streets</desc>
 <style>/* /home/planted */ .a{fill:url(#paint)}</style>
 <switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"><i:pgf>planted</i:pgf>
 </foreignObject><g inkscape:label="Planted layer" class="a" id="layer"><!-- planted --><svg:path d="M0 0h9"/></g>
 </switch>
 <a xlink:href="https://planted.example/" target="_blank" fill="red"><text>To <a href="https://planted.example/">the
 map</a> now</text></a>
</svg>"""


def test_the_traces_of_an_editor_go_and_the_drawing_stays() -> None:
    asset = read(EDITED)
    assert b"lanted" not in asset.data
    assert b"inkscape" not in asset.data
    assert b"DOCTYPE" not in asset.data
    assert set(asset.stripped) == {
        "comment",
        "processing instruction",
        "links",
        "metadata",
        "editor data",
        "<foreignObject>",
        "data attributes",
        "path on a machine",
    }
    root = etree.fromstring(asset.data)
    assert root.get("id") == "root" and root.get("aria-labelledby") == "t"
    assert [e.text for e in root.iter(SVG + "title", SVG + "desc")] == ["A map", "Two streets"]
    assert root.find(f"{SVG}style").text.strip() == ".a{fill:url(#paint)}"
    assert root.find(f".//{SVG}path").get("d") == "M0 0h9"
    words = root.find(f".//{SVG}text")
    assert words.getparent().get("fill") == "red"
    assert " ".join("".join(words.itertext()).split()) == "To the map now"
    assert read(asset.data) == Asset(
        path=asset.path, media_type="image/svg+xml", data=asset.data, width=asset.width, height=asset.height
    )


@pytest.mark.parametrize(
    ("attributes", "size", "box"),
    [
        ('width="90" height="60"', (90, 60), "0 0 90 60"),
        ('width="25.4mm" height="1in"', (96, 96), "0 0 96 96"),
        ('viewBox="5 5 90 60"', (90, 60), "5 5 90 60"),
        ('viewBox="0,0,90,60" width="100%" height="100%"', (90, 60), "0,0,90,60"),
        ('viewBox="0 0 90 60" width="45"', (45, 30), "0 0 90 60"),
        ('viewBox="0 0 90 60" height="30pt"', (60, 40), "0 0 90 60"),
        ('viewBox="broken" width="9" height="6"', (9, 6), "0 0 9 6"),
    ],
)
def test_a_drawing_says_its_size_and_its_view_box(attributes: str, size: tuple[float, float], box: str) -> None:
    asset = read(svg(attributes=attributes))
    root = etree.fromstring(asset.data)
    assert (asset.width, asset.height) == pytest.approx(size)
    assert root.get("viewBox") == box
    assert root.get("width") and root.get("height") and "%" not in root.get("width") + root.get("height")
    assert read(asset.data).data == asset.data


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_a_drawing_in_another_encoding_comes_out_in_utf_8(encoding: str) -> None:
    before = '<?xml version="1.0" encoding="iso-8859-1"?>' if encoding == "iso-8859-1" else ""
    data = svg("<text>café</text>", before=before).decode().encode(encoding)
    assert "café" in read(data).data.decode("utf-8")


def test_marks_within_the_drawing_stay() -> None:
    inner = '<g id="a" fill="url(#p)" style="clip-path: url(\'#c\')"/><use xlink:href="#a" href="#a"/><use href=""/>'
    root = tree(svg(inner))
    assert root[0].get("style") == "clip-path: url('#c')"
    assert root[1].get("href") == "#a"
