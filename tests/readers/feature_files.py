"""A document of each format that has everything which programs put into documents.

Each feature is a word of its own, so that a test can see where it is after reading.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from tests.readers.documents import NAMESPACES, docx, flat_odt, odt
from tests.readers.test_epub import epub
from tests.readers.test_osis import osis
from tests.readers.test_tei import tei

AFTER_ALL = "text after all"
"""Feature of every file: nothing before it ends the text."""
WORDS = {
    "heading": "Aheading",
    "item of a list": "anitem",
    "cell of a table": "acell",
    "text box": "abox",
    "tab": "before\tafter",
    "line break": "above\nbelow",
    "soft hyphen": "co\xadop",
    "result of a field": "afield",
    "inserted words": "inserted",
    "deleted words": "deleted",
    "moved passage": "moved",
    "footnote": "afootnote",
    "endnote": "anendnote",
    "insertion in a note": "noteinsertion",
    "mark of a note": "77",
    "comment": "acomment",
    "hidden text": "notseen",
    "header of a page": "aheader",
    "footer of a page": "afooter",
    "list of contents": "acontents",
    "navigation": "anavigation",
    "words of a picture": "apicture",
    AFTER_ALL: "theend",
}
"""Words of each feature."""


def _docx() -> bytes:
    def p(content: str, style: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'

    def r(words: str, properties: str = "") -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'

    def field(code: str, result: str) -> str:
        kinds = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in _FIELD)
        begin, separate, end = kinds
        code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        return f"{begin}{code}{separate}{result}{end}"

    box = f"<w:txbxContent>{p(r('abox'))}</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}'
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    picture = '<w:r><w:drawing><a:docPr descr="apicture"/><a:blip/></w:drawing></w:r>'
    marks = '<w:r><w:footnoteReference w:id="77"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
    deletion = "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
    move = "<w:moveFrom>{}</w:moveFrom>", "<w:moveTo>{}</w:moveTo>"
    body = (
        p(r("Aheading"), "H")
        + p(field("TOC \\o", r("acontents")))
        + p(r("anitem"), "ListParagraph")
        + f"<w:tbl><w:tr><w:tc>{p(r('acell'))}</w:tc></w:tr></w:tbl>"
        + p(r("Here is ") + drawing + r("a drawing."))
        + p("<w:r><w:t>before</w:t><w:tab/><w:t>after</w:t></w:r>")
        + p("<w:r><w:t>above</w:t><w:br/><w:t>below</w:t></w:r>")
        + p("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>")
        + p(field("DATE", r("afield")) + r(" came."))
        + p(f"{r('It was ')}<w:ins>{r('inserted')}</w:ins>{deletion}")
        + p(r("From ") + move[0].format(r("moved")) + r(" here."))
        + p(r("To ") + move[1].format(r("moved")) + r(" there."))
        + p(r("Noted") + marks + r("."))
        + p(r("Seen ") + r("notseen", "<w:vanish/>") + r("again."))
        + p(picture)
        + p(r("theend"))
    )
    note = f"{r('afootnote ')}<w:ins>{r('noteinsertion')}</w:ins>"
    data = docx(
        body,
        footnotes=f'<w:footnote w:id="77">{p(note)}</w:footnote>',
        endnotes=f'<w:endnote w:id="2">{p(r("anendnote"))}</w:endnote>',
        comments=f'<w:comment w:id="1">{p(r("acomment"))}</w:comment>',
        styles='<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>',
    )
    archive = io.BytesIO(data)
    with zipfile.ZipFile(archive, "a") as file:
        for tag, name in (("hdr", "header"), ("ftr", "footer")):
            file.writestr(
                f"word/{name}1.xml", f"<w:{tag} {NAMESPACES}>{p(r(f'a{name}'))}</w:{tag}>"
            )
    return archive.getvalue()


_FIELD = ("begin", "separate", "end")


def _odt(make: Callable[[str, str, str], bytes] = odt) -> bytes:
    def p(content: str) -> str:
        return f"<text:p>{content}</text:p>"

    def region(name: str, change: str, words: str = "") -> str:
        info = "<dc:creator>N</dc:creator><dc:date>2020-01-01T00:00:00</dc:date>"
        content = f"<office:change-info>{info}</office:change-info>{words}"
        content = f"<text:{change}>{content}</text:{change}>"
        return f'<text:changed-region text:id="{name}">{content}</text:changed-region>'

    def inserted(name: str, words: str) -> str:
        start = f'<text:change-start text:change-id="{name}"/>'
        return f'{start}{words}<text:change-end text:change-id="{name}"/>'

    def note(kind: str, content: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>77</text:note-citation>'
            f"<text:note-body>{p(content)}</text:note-body></text:note>"
        )

    changes = (
        region("i", "insertion") + region("n", "insertion") + region("d", "deletion", p("deleted"))
    )
    foot = note("footnote", f"afootnote {inserted('n', 'noteinsertion')}")
    text = (
        f"<text:tracked-changes>{changes}</text:tracked-changes><text:h>Aheading</text:h>"
        f"<text:table-of-content>{p('acontents')}</text:table-of-content>"
        f"<text:list><text:list-item>{p('anitem')}</text:list-item></text:list>"
        f"<table:table><table:table-row><table:table-cell>{p('acell')}</table:table-cell>"
        "</table:table-row></table:table>"
        + p(f"A drawing<draw:frame><draw:text-box>{p('abox')}</draw:text-box></draw:frame>.")
        + p("before<text:tab/>after")
        + p("above<text:line-break/>below")
        + p("co\xadop")
        + p("<text:date>afield</text:date> came.")
        + p(f"It was {inserted('i', 'inserted')}<text:change text:change-id='d'/>.")
        + p(f"Noted{foot}{note('endnote', 'anendnote')}.")
        + p(f"Asked<office:annotation>{p('acomment')}</office:annotation>.")
        + p('Seen<text:span text:style-name="T1">notseen</text:span>.')
        + p("<draw:frame><draw:image/><draw:desc>apicture</draw:desc></draw:frame>")
        + p("theend")
    )
    master = "".join(
        f"<style:{name}>{p(f'a{name}')}</style:{name}>" for name in ("header", "footer")
    )
    hidden = '<style:text-properties text:display="none"/>'
    return make(
        text,
        f'<style:style style:name="T1">{hidden}</style:style>',
        f"<style:master-page>{master}</style:master-page>",
    )


_HTML = (
    "<header>aheader</header><nav>anavigation</nav><div role='doc-toc'>acontents</div>"
    "<h1>Aheading</h1><ul><li>anitem</li></ul><table><tr><td>acell</td></tr></table>"
    "<pre>before\tafter</pre><p>above<br/>below</p><p>co\xadop</p>"
    "<p>It was <ins>inserted</ins><del>deleted</del>.</p>"
    "<p>Noted<a epub:type='noteref' id='r' href='#n'>77</a>.<!-- acomment --></p>"
    "<p>Seen<span style='display:none'>notseen</span>.</p><p><img src='x' alt='apicture'/></p>"
    "<p>theend</p><aside epub:type='footnote' id='n'><p>afootnote <ins>noteinsertion</ins></p>"
    "</aside><footer>afooter</footer>"
)

_MARKDOWN = """# Aheading

- anitem

| acell | b |
| --- | --- |
| c | d |

    before\tafter

above\\
below

co\xadop

It was <ins>inserted</ins>.

Noted[^77].<!-- acomment -->

![apicture](x.png)

theend

[^77]: afootnote
"""

_TEI = (
    "<head>Aheading</head><fw>aheader</fw><divGen type='toc' n='acontents'/>"
    "<list><item>anitem</item></list>"
    "<table><row><cell>acell</cell></row></table><lg><l>above</l><l>below</l></lg><p>co\xadop</p>"
    "<p>It was <add>inserted</add><del>deleted</del>.</p><p>Noted<note n='77'>afootnote "
    "<add>noteinsertion</add></note>.<!-- acomment --></p>"
    "<p><figure><figDesc>apicture</figDesc><graphic url='x'/></figure></p><p>theend</p>"
)

_USFM = r"""\id RUT
\toc1 acontents
\mt1 Aheading
\c 1
\p
\v 1 Noted\f 77 \fr 1:1 \ft afootnote\f*.
\q1 above
\q2 below
\li1 anitem
\tr \tc1 acell
\p co­op \fig apicture|src="a.jpg"\fig*
\rem acomment
\p theend
"""

_OSIS = (
    '<div type="book" osisID="Ruth"><title type="main">Aheading</title><chapter osisID="Ruth.1">'
    '<p><verse osisID="Ruth.1.1">Noted<note n="77">afootnote</note>.</verse></p><list><item>anitem'
    "</item></list><table><row><cell>acell</cell></row></table><lg><l>above</l><l>below</l></lg>"
    "<p>co\xadop</p><!-- acomment --><p>theend</p></chapter></div>"
)

FILES: Mapping[str, Callable[[], bytes]] = {
    "docx": _docx,
    "odt": _odt,
    "fodt": lambda: _odt(flat_odt),
    "html": f"<!DOCTYPE html><html><body>{_HTML}</body></html>".encode,
    "epub": lambda: epub(_HTML),
    "markdown": _MARKDOWN.encode,
    "tei": lambda: tei(_TEI),
    "usfm": _USFM.encode,
    "osis": lambda: osis(_OSIS),
}
"""A file of each format with the features that it can have."""
