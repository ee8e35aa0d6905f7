from pathlib import Path

import pytest

from tests.project.editions import telegram
from tests.readers.documents import parts_of, read, sources_of
from variants import compare, write
from variants.errors import (
    ApparatusNotRead,
    DamagedFile,
    EmptyFile,
    InvalidValue,
    NothingSelected,
)
from variants.readers.file_text import (
    FileText,
    NotesUse,
    ReadOptions,
    SuppliedUse,
    TrackedChanges,
)
from variants.readers.formats import read_content
from variants.reports.writer import ReportOptions
from variants.types.witness import DivisionKind

_DEFAULT = ReadOptions()


def tei(body: str, witnesses: str = "") -> bytes:
    return (
        '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><titleStmt>'
        f"<title>A Telegram</title></titleStmt><listWit>{witnesses}</listWit></teiHeader><text>"
        f"<body>{body}</body></text></TEI>"
    ).encode()


def texts(data: bytes, options: ReadOptions = _DEFAULT) -> dict[str, FileText]:
    return {text.name: text for text in read_content(Path("a.xml"), data, options)}


def text_with(body: str, options: ReadOptions) -> FileText:
    (text,) = texts(tei(body), options).values()
    return text


def test_blocks_are_divisions() -> None:
    text = read(
        tei(
            '<pb n="12"/><div><head>Head</head><p n="3">We\n must <hi>go</hi>.</p><lg><l>One</l>\n'
            "<l>two</l></lg><p>He said <q>Go</q>.<!-- no --></p></div>"
        ),
        "a.xml",
    )

    assert parts_of(text) == ["Head", "We must go.", "One\ntwo", "He said Go."]
    assert text.divisions[0].kind is DivisionKind.HEADING
    assert sources_of(text)[0] == "p. 12"
    assert text.divisions[1].label == "3"
    assert text.metadata == (("title", "A Telegram"),)
    assert text.encoding == ""  # XML states its own.


def test_labels_have_the_numbers_of_the_sections_around_them() -> None:
    text = read(
        tei(
            '<div n="urn:cts:x"><div n="1"><head>Book</head><div2 n="2"><p>One.</p><p>Two.</p>'
            '</div2><div2 n="3"><p n="a">Three.</p></div2></div></div><div><p>Four.</p></div>'
        ),
        "a.xml",
    )

    assert [
        (each.label, part) for each, part in zip(text.divisions, parts_of(text), strict=True)
    ] == [
        *(("", "Book"), ("1.2", "One."), ("", "Two."), ("1.3.a", "Three."), ("", "Four.")),
    ]


def test_milestones_of_verses_begin_divisions_between_sentences() -> None:
    text = read(
        tei(
            '<div n="3"><p><milestone unit="verse" n="1"/>One. <milestone unit="verse" n="2"/>'
            'Two, <milestone unit="verse" n="3"/>three.<milestone unit="line" n="5"/> Four.</p>'
            '</div><p>“Five.”<milestone unit="section" n="4"/>Six.</p>'
        ),
        "a.xml",
    )

    assert [
        (each.label, part) for each, part in zip(text.divisions, parts_of(text), strict=True)
    ] == [
        *(("3:1", "One."), ("3:2", "Two, three. Four."), ("", "“Five.”"), ("4", "Six.")),
    ]


def test_marks_of_editors_are_read_as_the_text_that_they_establish() -> None:
    text = read(
        tei(
            "<p>We <choice><sic>mst</sic><corr>must</corr></choice> <del>no</del><supplied>go"
            '</supplied> to<lb break="no"/>day<lb/>or<note>On foot.</note> later<gap/>.'
            "<fw>Page 3</fw></p>"
        ),
        "a.xml",
    )

    assert parts_of(text) == ["We must go today or later.", "*On foot."]
    assert text.divisions[1].mark == len("We must go today or")
    assert text.notices == (
        *("a.xml: 1 deletion accepted.", "a.xml: 1 gap, 1 running head left out."),
    )


def test_running_heads_and_page_numbers_are_in_the_text_but_set_aside() -> None:
    text = read(
        tei(
            '<p>We must <fw type="header">THE <hi>FERRY</hi></fw> <fw>iv</fw> go to<pb '
            'break="no"/>\n<fw type="pageNum">page 12</fw><lb break="no"/>day. So</p><fw/>'
            '<fw type="catch">it</fw>'
            "<p><note>A<fw>B2</fw> b</note><hi>it</hi> was.</p><p/><fw>Last</fw>"
        ),
        "a.xml",
    )

    assert parts_of(text) == [
        "We must THE FERRY iv go today. page 12 So",
        *("it it was.", "*A B2 b"),
    ]
    assert [(one.kind.value, one.span.of(text.text)) for one in text.set_aside] == [
        *(("running head", "THE FERRY"), ("page number", "iv"), ("page number", "page 12")),
        *(("running head", "it"), ("running head", "B2")),
    ]
    assert text.set_aside[3].span.start == text.divisions[1].span.start
    assert text.notices == ("a.xml: 1 running head left out.",)


def test_the_place_of_a_paragraph_is_the_page_on_which_it_begins() -> None:
    text = read(
        tei('<p>One</p><pb n="3"/><p> <pb n="4"/>two<pb n="5"/> three</p><p>four</p>'), "a.tei"
    )

    assert sources_of(text) == ["paragraph 1", "p. 4", "p. 5"]


def test_an_apparatus_is_read_as_its_witnesses() -> None:
    found = texts(
        tei(
            '<p>We <app><lem wit="#S">must</lem><rdg wit="#A #b">should</rdg></app> go<app>'
            '<lem>.</lem><rdg wit="#b"> now.</rdg></app></p>',
            '<witness xml:id="S"/><witness xml:id="A"/><witness xml:id="b" n="B2"/>',
        )
    )

    assert {name: text.text for name, text in found.items()} == {
        "S": "We must go.\n",
        "A": "We should go.\n",
        "B2": "We should go now.\n",
    }


def test_lemmas_that_no_witness_has_are_a_text_of_their_own() -> None:
    found = texts(tei('<p>We <app><lem>must</lem><rdg wit="#A">should</rdg></app> go.</p>'))

    assert [(name, text.text) for name, text in found.items()] == [
        *(("base", "We must go.\n"), ("A", "We should go.\n")),
    ]


_FORMS = (
    "<p><choice><sic>Teh</sic><corr>The</corr></choice> <choice><orig>shippe</orig><reg>ship</reg>"
    "</choice> of <choice><abbr>Mr<am>.</am></abbr><expan>M<ex>iste</ex>r</expan></choice> "
    "<surplus>of </surplus><choice><am>&amp;</am><ex>and</ex></choice> Li.</p>"
)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("", "The ship of Mister and Li."),
        ("corr,reg,expan", "The ship of Mister and Li."),
        ("sic", "Teh ship of Mister of and Li."),
        ("orig, abbr", "The shippe of Mr. & Li."),
        ("sic,orig,abbr", "Teh shippe of Mr. of & Li."),
    ],
)
def test_the_user_chooses_between_forms(choice: str, expected: str) -> None:
    text = text_with(_FORMS, ReadOptions(choice=choice))

    assert parts_of(text) == [expected]
    assert text.notices == (() if "sic" in choice else ("a.xml: 1 superfluous word left out.",))


def test_an_unknown_form_is_an_error() -> None:
    with pytest.raises(InvalidValue, match="--choice: 'siv'"):
        text_with(_FORMS, ReadOptions(choice="orig,siv"))


@pytest.mark.parametrize("supplied", SuppliedUse)
@pytest.mark.parametrize("changes", TrackedChanges)
def test_supplied_words_and_changes_of_the_scribe_are_options(
    supplied: SuppliedUse, changes: TrackedChanges
) -> None:
    body = "<p>We <del>will</del><add>must</add><supplied> all now</supplied> go.</p>"

    text = text_with(body, ReadOptions(supplied=supplied, changes=changes))

    verb, done = ("must", "accepted") if changes is TrackedChanges.ACCEPT else ("will", "rejected")
    left_out = supplied is SuppliedUse.LEAVE_OUT
    assert parts_of(text) == [f"We {verb}{'' if left_out else ' all now'} go."]
    assert text.notices == (
        f"a.xml: 1 deletion, 1 insertion {done}.",
        *(["a.xml: 2 supplied words left out."] if left_out else []),
    )


def test_the_user_selects_elements() -> None:
    body = '<pb n="3"/><div n="a"><p>One.<note>Foot.</note></p></div><div n="b"><p>Two.</p></div>'

    text = text_with(body, ReadOptions(select="div[n=b]"))

    assert (parts_of(text), sources_of(text)) == (["Two."], ["p. 3"])
    assert text.notices == ("a.xml: 1 unselected paragraph left out.",)
    with pytest.raises(NothingSelected):
        text_with(body, ReadOptions(select="ab"))


_ANCHORED = (
    '<p>We <anchor xml:id="a"/>must<anchor xml:id="b"/> go<anchor xml:id="c"/>.</p>'
    '<p>It <anchor xml:id="d"/>is <w xml:id="w">late</w>.</p>'
)
_LISTED = (
    '<app from="#a" to="#b"><lem wit="#S">must</lem><rdg wit="#A">should</rdg></app>'
    '<app from="#c" to="#c"><lem/><rdg wit="#A"> now</rdg></app>'
    '<app from="#b" to="#d"><rdgGrp><rdg wit="#B"> stay. He </rdg></rdgGrp></app>'
    '<app from="#w"><rdg wit="#A"/><rdg wit="#B">dark</rdg></app>'
)


@pytest.mark.parametrize("place", ["standOff", "back", "listApp"])
def test_an_apparatus_outside_the_text_is_read_by_its_ends(place: str) -> None:
    entries = f"<listApp>{_LISTED}</listApp>"
    data = tei(_ANCHORED).decode()
    if place == "standOff":
        data = data.replace("</TEI>", f"<standOff>{entries}</standOff></TEI>")
    elif place == "back":
        data = data.replace("</body>", f"</body><back><div>{entries}</div></back>")
    else:
        data = data.replace("</body>", f"{entries}</body>")

    found = texts(data.encode())

    assert {name: parts_of(text) for name, text in found.items()} == {
        "S": ["We must go.", "It is late."],
        "A": ["We should go now.", "It is ."],
        "B": ["We must stay. He", "is dark."],
    }


def test_words_may_end_with_an_element_around_them() -> None:
    data = tei('<p>We <seg xml:id="s">must <w xml:id="w">all</w> go</seg>.</p>').decode()
    entry = '<app from="#w" to="#s"><rdg wit="#A">leave</rdg></app>'

    found = texts(data.replace("</TEI>", f"<standOff>{entry}</standOff></TEI>").encode())

    assert [text.text for text in found.values()] == ["We must all go.\n", "We must leave.\n"]


def test_an_apparatus_in_the_header_is_an_example() -> None:
    example = '<listApp><app loc="1"><lem>a</lem><rdg wit="#A">b</rdg></app></listApp>'
    data = tei("<p>One.</p>").decode().replace("<listWit>", f"{example}<listWit>")

    assert [*texts(data.encode())] == [""]


def test_an_entry_in_the_text_ends_the_words_that_it_begins_elsewhere() -> None:
    found = texts(
        tei(
            '<p>We <anchor xml:id="a"/>must go<app from="#a"><lem>must go</lem>'
            '<rdg wit="#A">leave</rdg></app> now.</p>'
        )
    )

    assert {name: text.text for name, text in found.items()} == {
        "base": "We must go now.\n",
        "A": "We leave now.\n",
    }


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ('<app n="1"><rdg wit="#A">x</rdg></app>', "the entry 1 has no from and to"),
        ('<app loc="1.2"><rdg wit="#A">x</rdg></app>', "the entry 1.2 has a loc, but no lemma"),
        ('<app from="#x"><rdg wit="#A">x</rdg></app>', "points to #x, which is not in the text"),
        ('<app from="#a"><rdg wit="#A">x</rdg></app>', "the entry #a has no to"),
        ('<app from="#b" to="#a"><rdg wit="#A">x</rdg></app>', "ends before it begins"),
        (
            "".join(
                f'<app from="#{first}" to="#{last}"><rdg wit="#A">x</rdg></app>'
                for first, last in ("ac", "bd")
            ),
            "the entry #b shares words with another of its witness",
        ),
    ],
)
def test_an_apparatus_without_its_words_is_refused(entry: str, problem: str) -> None:
    data = tei(_ANCHORED).decode()
    data = data.replace("</TEI>", f"<standOff><listApp>{entry}</listApp></standOff></TEI>")

    with pytest.raises(ApparatusNotRead, match=problem):
        texts(data.encode())


_NUMBERED = (
    '<div n="1"><p n="1">We must <hi>go now</hi>, at once.<note>We must.</note></p>'
    '<p n="2" xml:id="late">It is late. It is cold.</p></div>'
    '<div n="2"><p n="1">He is here.</p></div>'
)


def _located(*entries: str) -> bytes:
    apparatus = f"<standOff><listApp>{''.join(entries)}</listApp></standOff></TEI>"
    return tei(_NUMBERED).decode().replace("</TEI>", apparatus).encode()


def _entry(loc: str, lemma: str, reading: str, witness: str = "A") -> str:
    return f'<app loc="{loc}"><lem>{lemma}</lem><rdg wit="#{witness}">{reading}</rdg></app>'


def test_an_apparatus_by_location_and_lemma_is_read() -> None:
    found = texts(
        _located(
            _entry("1.1", "must  go", "should go"),
            _entry("1.1", "at once", "soon"),
            _entry("#late", "It is late.", "", "B"),
            _entry("late", "cold", "freezing"),
            _entry("2 1", "He", "She", "B"),
        )
    )

    assert {name: parts_of(text) for name, text in found.items()} == {
        "base": ["We must go now, at once.", "It is late. It is cold.", "He is here.", "*We must."],
        "A": ["We should go now, soon.", "It is late. It is freezing.", "He is here.", "*We must."],
        "B": ["We must go now, at once.", "It is cold.", "She is here.", "*We must."],
    }


def test_words_of_entries_by_location_may_touch_or_contain_each_other() -> None:
    data = _located(
        _entry("1.1", "我们", "他们"),
        _entry("1.1", "走吧", "走了"),
        _entry("1.1", "我们走吧", "走", "B"),
    ).decode()

    found = texts(data.replace("We must <hi>go now</hi>, at once.", "我们走吧。").encode())

    assert [parts_of(text)[0] for text in found.values()] == ["我们走吧。", "他们走了。", "走。"]


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        (_entry("1", "He", "She"), "the entry 1 has the lemma “He”, which is 0 times in 1"),
        (_entry("late", "It is", "x"), "the lemma “It is”, which is 2 times in late"),
        (_entry("1.2", "col", "x"), "the lemma “col”, which is 0 times"),
        (_entry("3.1", "He", "x"), "has the loc 3.1, which names no place of the text"),
        (_entry("1.1", " ", "x"), "has a loc, but no lemma"),
    ],
)
def test_a_location_that_does_not_determine_the_words_is_refused(entry: str, problem: str) -> None:
    with pytest.raises(ApparatusNotRead, match=problem):
        texts(_located(entry))


@pytest.mark.parametrize("standoff", [False, True])
def test_our_own_documents_are_read_back(tmp_path: Path, *, standoff: bool) -> None:
    witnesses = telegram()[:3]
    options = ReportOptions(standoff=standoff)
    write(compare(*witnesses), tmp_path / "a.xml", format="tei", options=options)

    found = texts((tmp_path / "a.xml").read_bytes(), ReadOptions(notes=NotesUse.LEAVE_OUT))

    assert {name: text.text.split() for name, text in found.items()} == {
        each.siglum: each.text.split() for each in witnesses
    }


def test_other_xml_and_empty_documents_are_errors() -> None:
    with pytest.raises(DamagedFile, match="its first element is letter"):
        read(b"<letter>One.</letter>", "a.xml")
    with pytest.raises(EmptyFile):
        read(tei("<p/>"), "a.xml")
