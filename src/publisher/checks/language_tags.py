"""What a language tag is: BCP 47 (RFC 5646), with the codes that exist and those that people write by mistake."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# RFC 5646 §2.1, without the grandfathered tags.
_WELL_FORMED = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+"
)
# ISO 639-1
_LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()
)
# ISO 3166-1
_REGIONS = frozenset(
    """
    ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc
    cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb
    gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg
    kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv
    mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb
    sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um un
    us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw
    """.split()
)
_MEANT: Mapping[str, str] = MappingProxyType(
    dict(
        pair.split(":")
        for pair in """
        gr:el jp:ja cn:zh dk:da cz:cs ua:uk gb:en-GB us:en-US sp:es iw:he in:id ji:yi mo:ro vn:vi al:sq rs:sr ir:fa
        eng:en fra:fr fre:fr deu:de ger:de spa:es ita:it por:pt nld:nl dut:nl cym:cy wel:cy gle:ga gla:gd ara:ar heb:he
        zho:zh chi:zh jpn:ja kor:ko rus:ru ukr:uk pol:pl ell:el gre:el hin:hi ben:bn urd:ur pan:pa tur:tr swe:sv dan:da
        nor:no fin:fi ron:ro rum:ro hun:hu ces:cs cze:cs slk:sk slo:sk bul:bg hrv:hr srp:sr fas:fa per:fa som:so tir:ti
        amh:am vie:vi tha:th tam:ta tel:te guj:gu mar:mr lat:la sqi:sq alb:sq lit:lt lav:lv est:et slv:sl isl:is ice:is
        english:en british:en-GB american:en-US french:fr german:de spanish:es italian:it portuguese:pt dutch:nl
        welsh:cy irish:ga gaelic:gd arabic:ar hebrew:he chinese:zh japanese:ja korean:ko russian:ru ukrainian:uk
        polish:pl greek:el hindi:hi bengali:bn urdu:ur punjabi:pa turkish:tr swedish:sv danish:da norwegian:no
        finnish:fi romanian:ro hungarian:hu czech:cs farsi:fa persian:fa somali:so tigrinya:ti amharic:am
        vietnamese:vi thai:th tamil:ta latin:la
        """.split()
    )
)
_REGION_MEANT: Mapping[str, str] = MappingProxyType({"uk": "GB", "en": "GB", "usa": "US", "gbr": "GB", "sp": "ES"})


def correction(tag: str) -> str | None:
    """What to write in the place of ``tag``: empty where nobody knows; None where the tag is good."""
    plain = tag.strip().replace("_", "-").lower()
    language, *rest = plain.split("-")
    if language in _MEANT:
        return "-".join((_MEANT[language], *(_cased(each) for each in rest)))
    region = next((each for each in rest if each in _REGION_MEANT and each not in _REGIONS), "")
    if region:
        return "-".join((language, *(_REGION_MEANT.get(each, _cased(each)) for each in rest)))
    known = language in _LANGUAGES or len(language) == 3 or language == "x"
    good = known and bool(_WELL_FORMED.fullmatch(plain)) and _region_exists(plain)
    if good and tag.lower() == plain:
        return None
    return "-".join((language, *(_cased(each) for each in rest))) if good else ""


def _region_exists(tag: str) -> bool:
    region = re.match(r"[a-z]{2,3}(?:-[a-z]{3})*(?:-[a-z]{4})?-([a-z]{2})(?:-|$)", tag)
    return region is None or region[1] in _REGIONS


def _cased(subtag: str) -> str:
    """RFC 5646 §2.1.1: GB, Latn."""
    if len(subtag) == 2:
        return subtag.upper()
    return subtag.capitalize() if len(subtag) == 4 and subtag.isalpha() else subtag
