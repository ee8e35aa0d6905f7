"""Page numbers, running heads, and marks of notes and editors, beside prose with similar forms."""

import dataclasses
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import witnesses
from variants.readers.formats import read_witness
from variants.readers.plain import read_text
from variants.segmenters import SEGMENTERS
from variants.types.ignored_words import IgnoredWords
from variants.types.segmentation import Segmentation
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.witness import SetAside, Witness
from variants.words.tokenize import tokens_of


def _cut(text: str, *, language: str = "en", rules: tuple[IgnoredWords, ...] = ()) -> Segmentation:
    blank = Witness("S", "", language=language, furniture=True, ignored_words=rules)
    return SEGMENTERS["sentences"](read_text(text, blank))


def _found(text: str, *, language: str = "en") -> list[tuple[str, str]]:
    cut = _cut(text, language=language)
    return [(one.kind.value, one.span.words_of(cut.witness.text)) for one in cut.witness.set_aside]


def _sentences(text: str) -> list[str]:
    cut = _cut(text)
    return [sentence.words_of(cut.witness.text) for sentence in cut.sentences]


_PAGES = [
    ("The mill [page 7] burned down.", "[page 7]"),
    ("The mill [p. 7] burned down.", "[p. 7]"),
    ("The mill [pp. 7-8] burned down.", "[pp. 7-8]"),
    ("The mill [Pg 207] burned down.", "[Pg 207]"),
    ("The mill [f. 9r] burned down.", "[f. 9r]"),
    ("The mill [fol. 9 recto] burned down.", "[fol. 9 recto]"),
    ("The mill [9v] burned down.", "[9v]"),
    ("The mill |41| burned down.", "|41|"),
    ("The mill {p. 41} burned down.", "{p. 41}"),
    ("The mill [p. xiv] burned down.", "[p. xiv]"),
    ("The mill [9v-10r] burned down.", "[9v-10r]"),
    ("The mill (fol. 9v) burned down.", "(fol. 9v)"),
    ("The mill ⟨9v⟩ burned down.", "⟨9v⟩"),
    ("The mill ||p. 9|| burned down.", "||p. 9||"),
]


@pytest.mark.parametrize(("text", "mark"), _PAGES)
def test_marks_of_pages_are_set_aside(text: str, mark: str) -> None:
    assert _found(text) == [("page number", mark)]
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    ("form", "count"), [("<{}v>", 2), ("{{{}v}}", 2), ("{{{}}}", 2), ("<{}>", 4), ("/{}/", 4)]
)
def test_marks_that_prose_may_have_need_others_in_order(form: str, count: int) -> None:
    marks = [form.format(number) for number in range(8, 8 + count)]
    text = " ".join(f"The old {mark} mill burned." for mark in marks)

    assert _found(text) == [("page number", mark) for mark in marks]
    assert _found(text.partition(f" The old {marks[-1]}")[0]) == []


@pytest.mark.parametrize(
    ("language", "text", "mark"),
    [
        ("de", "Die Mühle [S. 7] brannte ab.", "[S. 7]"),
        ("fr", "Le moulin [feuillet 7] brûla.", "[feuillet 7]"),
        ("ru", "Мельница [л. 7 об.] сгорела.", "[л. 7 об.]"),
        ("pl", "Młyn [str. 7] spłonął.", "[str. 7]"),
        ("it", "Il mulino [carta 7v] bruciò.", "[carta 7v]"),
    ],
)
def test_pages_have_words_of_their_language(language: str, text: str, mark: str) -> None:
    assert _found(text, language=language) == [("page number", mark)]


@pytest.mark.parametrize(
    "text",
    [
        "See chapter 7 and page 12 of the book.",
        "He paid [5 pounds] for it.",
        "We met on [17] June and left.",
        "It is in (p. 7) and in Section 4.",
        "|x| is less than 3 and |y| is not.",
        "| 18 | 19 |\n| 20 | 21 |",
        "Read [p. 90] first, then [p. 4], then [p. 61], then [p. 2], then [p. 3].",
        "The set {17} has one member.",
        "Consider the group {2} of men, and fill {12} in.",
        "An order on 3 /4/ came, on 4 /5/ too, on 5 /6/ too, and on 6 /7/ too.",
        "An order of /4/ 1951 came, of /5/ 1951 too, of /6/ 1951 too, and of /7/ 1951 too.",
        "Take x /2/ y, if a ||3|| b, with 7 <12> 8.",
        "<1> He came. <2> He left. <3> He wept. <4> He slept.",
        "The (F 4 v) plane was a (F4v) plane.",
        "Here S = {17} is meant.",
        "It is {17} ∪ {18}.",
        "If x<12> and y he spoke.",
        "On 5/14/50 and/or /usr/2/ he spoke.",
        "Turn to page [17] now.",
    ],
)
def test_numbers_of_prose_are_no_pages(text: str) -> None:
    assert "page number" not in [kind for kind, _ in _found(text)]


def test_a_sentence_goes_on_over_a_page_number() -> None:
    text = "The old miller slept and was\n\n41\n\nnot seen again. He had two sons. They wept."

    assert _found(text) == [("page number", "41")]
    assert _sentences(text)[0] == "The old miller slept and was 41 not seen again."


@pytest.mark.parametrize(
    "line",
    [
        *("- 41 -", "[41]", "Page 41", "xli", "41 THE MILLER", "THE MILLER 41", "41\n\nTHE MILLER"),
        *("41\n\fThe Miller", "\f", "\f41"),
    ],
)
def test_page_ends_inside_a_sentence_have_several_forms(line: str) -> None:
    text = f"The old miller slept and was\n\n{line}\n\nnot seen again. He had two sons."

    assert len(_sentences(text)) == 2


def test_a_sentence_goes_on_over_a_mark_of_a_page_in_a_line_of_its_own() -> None:
    near = (
        "They said that on Monday at noon, when it rained and when nobody\n"
        "was out, the old miller was\n[p. 41]\n"
        "not seen again. He had two sons.\n[p. 42]\nBoth wept."
    )
    far = near.replace("\n[", "\n\n[").replace("]\n", "]\n\n")

    assert len(_sentences(near)) == len(_sentences(far)) == 3
    assert [division.label for division in _cut(near).witness.divisions] == [""]
    assert len(_cut(far).witness.divisions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Names of men\n\n[p. 5]\n\nvon Hart slept. He woke.",
        "# The names of the old men\n\n[p. 5]\n\nvon Hart slept. He woke.",
    ],
)
def test_no_sentence_goes_on_over_a_mark_behind_a_title(text: str, tmp_path: Path) -> None:
    path = tmp_path / "names.md"
    path.write_text(text, encoding="utf-8")
    witness = read_witness(path, siglum="S")
    cut = SEGMENTERS["sentences"](dataclasses.replace(witness, language="en", furniture=True))

    assert len(cut.sentences) == 3
    assert [one.kind.value for one in cut.witness.set_aside] == ["page number"]


def test_a_number_beside_a_form_feed_is_in_a_line_of_its_own() -> None:
    text = "The old miller went to the\n\f\nXII\nmill. He had two sons."

    assert len(_sentences(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The old miller slept in the\n\n43\n\nGreat Mill. He had two sons.",
        "The old miller sold rye, salt,\n\n43\n\nDanish flour, and oats. He had two sons.",
    ],
)
def test_a_sentence_that_hangs_goes_on_over_a_page_that_counts_on(text: str) -> None:
    pages = "The old miller slept and\n\n41\n\nwoke. His old sons wept and\n\n42\n\nate. "

    assert len(_sentences(pages + text)) == 4
    assert _found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear old miller at the mill,\n\n1\n\nI write to you.\n\n2\n\nYou wrote to me.",
        "They agreed upon the following, namely,\n\n1\n\nThe war ends.\n\n2\n\nThey leave.",
        "They found in the town of\n\n250\n\nTons of wheat.",
        "The king whom we came to fight for\n\n1951\n\nThe year was cold.",
    ],
)
def test_a_comma_or_a_small_word_is_no_evidence_of_a_page(text: str) -> None:
    assert _found(text) == []
    assert len(_sentences(text)) == len(text.split("\n\n"))


def test_numbers_of_chapters_are_text_although_one_interrupts_a_sentence() -> None:
    chapters = [f"{number}\n\nThe old miller slept well." for number in range(1, 7)]
    chapters[3] = "4\n\nThe old miller had the"
    chapters[4] = "5\n\nwheel and a boat."

    assert _found("\n\n".join(chapters)) == []


def test_heads_in_capitals_that_interrupt_two_sentences_are_set_aside() -> None:
    text = "The old miller slept and\n\nTHE MILLER\n\nwoke. The old miller ate and\n\n"

    assert len(_sentences(f"{text}THE MILLER\n\nwept. It rained.")) == 3


def test_a_word_divided_by_a_page_is_one_word() -> None:
    cut = _cut("The old miller went to the har-\n\n41\n\nbour. He had two sons. They wept.")

    assert "har-bour" in "".join(
        token.span.words_of(cut.witness.compared).replace(" ", "")
        for token in tokens_of(cut, cut.sentences[0])
    )


_HEADS = """The old miller slept at noon and

6 THE MILLER

was not seen again. His sons wept for him

THE MILLER 7

and sold the mill. Nobody bought it. Snow fell.

8 THE MILLER

In spring the river rose. It carried the wheel

THE MILLER 9

to the sea."""


def test_running_heads_with_numbers_are_set_aside() -> None:
    assert [words for _, words in _found(_HEADS)] == [
        "6 THE MILLER",
        "THE MILLER 7",
        "8 THE MILLER",
        "THE MILLER 9",
    ]
    assert _sentences(_HEADS)[-1] == "It carried the wheel THE MILLER 9 to the sea."
    assert len(_sentences(_HEADS)) == 6


def test_pages_that_end_with_a_sentence_count_on_with_others() -> None:
    text = (
        "The miller slept and\n\n4\n\nwoke. It rained.\n\n5\n\nThe river rose. It carried\n\n"
        "6\n\nthe wheel away. He wept."
    )

    assert [words for _, words in _found(text)] == ["4", "5", "6"]


_VERBS = ("saw", "sold", "left", "found", "burned", "painted")


@pytest.mark.parametrize(
    "sign",
    [
        *("{}", "\n{}\n", "- {} -", "{} THE MILL", "\nTHE MILL {}\n", "{}  The Mill"),
        *("{}\nThe Mill", "\n{}\nThe Mill\n", "{}\n\fThe Mill", "\n{}\n\nThe Mill\n"),
    ],
)
def test_pages_of_a_long_text_are_found_in_many_layouts(sign: str) -> None:
    pages = [
        f"The old man of the valley {verb} the wheel and forgot all of\n{sign.format(number)}\n"
        "his letters. It rained."
        for number, verb in enumerate(_VERBS, 11)
    ]

    cut = _cut("\n".join(pages))

    assert len(cut.sentences) == 2 * len(pages)
    assert "Mill" not in cut.witness.compared.title()
    assert not any(map(str.isdigit, cut.witness.compared))


def test_heads_without_numbers_are_set_aside_if_they_return() -> None:
    pages = ["The old man slept and", "woke. Then he soon", "went out to the", "mill. It was gone."]
    text = "\n\nThe Miller\n\n".join(pages)

    assert _found(text) == [("running head", "The Miller")] * 3
    assert len(_sentences(text)) == 3


def test_pages_end_at_form_feeds() -> None:
    text = (
        "The miller slept and\n12\n\fTHE MILLER\nwoke. He also had\n13\n\fTHE MILLER\na son. It was"
    )
    text += "\n14\n\fTHE MILLER\nwinter."

    assert [words for _, words in _found(text)] == [
        *("12", "THE MILLER", "13", "THE MILLER", "14", "THE MILLER")
    ]
    assert len(_sentences(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "1\n\nThe miller slept.\n\n2\n\nHis sons wept.\n\n3\n\nSnow fell.",
        "CHAPTER I\n\nThe miller slept.\n\nCHAPTER II\n\nHis sons wept.\n\nCHAPTER III\n\nSnow.",
        "the sea\n\n1\n\nthe land\n\n2\n\nthe stars\n\n3\n\nthe night",
        "HART\n\nThe miller slept.\n\nPELL\n\nHis sons wept.\n\nHART\n\nSnow fell.\n\nHART\n\nYes.",
        "We must have\n\n17 planes\n\nbefore winter. He said so. It was late.",
        "Refrain\n\nThe miller slept,\n\nRefrain\n\nand his sons wept,\n\nRefrain\n\nand slept.",
        "We must have\n\n17\n\nplanes. It is late.",
        "Dear Mr Pell,\n\n12 June\n\nwe have your letter. It is good.",
        "Numbers:\n\n17\n\n18\n\n19\n\nThese are all. There are no more.",
    ],
)
def test_heads_and_numbers_of_divisions_are_text(text: str) -> None:
    assert not {"page number"} & {kind for kind, _ in _found(text)}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("The miller slept.4 His sons wept.", ["4"]),
        ("He said “yes.”4 Then he slept.", ["4"]),
        ("He slept (at noon).4 Then he woke.", ["4"]),
        ("The miller,4 old and tired,5 slept in the mill.6 He woke.", ["4", "5", "6"]),
        ("The miller1 and his brother2 went to the river3 to fish.", ["1", "2", "3"]),
        ("The miller* slept.", ["*"]),
        ("The miller slept.† He woke.", ["†"]),
        ("The miller[3] slept.", ["[3]"]),
        ("The miller slept.(1) He woke.", ["(1)"]),
        ("The miller1 slept by the river2 at noon.", ["1", "2"]),
        ("The miller slept.[12] He woke.", ["[12]"]),
        ("The miller³ slept.¹² He woke.", ["³", "¹²"]),
        ("He said “yes”³ and (at noon)[4] slept.", ["³", "[4]"]),
        ("The miller⁽³⁾ slept. He woke.§ It rained in 1812.⁴ Then he wept.", ["⁽³⁾", "§", "⁴"]),
        ("The miller³) slept (at noon²) and woke.", ["³)", "²"]),
        ("The miller slept.[a] He woke,[b] and wept.", ["[a]", "[b]"]),
        ("He slept.3 He woke in 1812.4 It rained.", ["3", "4"]),
    ],
)
def test_signs_of_notes_are_set_aside(text: str, marks: list[str]) -> None:
    assert _found(text) == [("note mark", mark) for mark in marks]


@pytest.mark.parametrize(
    "text",
    [
        "An mp3 of the B52 and a MIG-15 is in room A4.",
        "See No.12 and vol.3 of the papers.",
        "Read Acts 3:16 at 9.30 for 12,5 minutes.",
        "model1 and model2 and model3 failed.",
        "It weighs 5 m³ and takes 10² steps over 3 km².",
        "It was *very* cold and **dark**.",
        "It was *very\ncold* and dark.",
        "He said d**n and f*** you.",
        "The array a[3] has x[4] items.",
        "Paragraph1 is here.",
        "* The miller slept.\n* His sons wept.",
        "It costs $5,000 and 3.14 more.",
        "In the year1 nobody wept.",
        "The miller(3) slept. Nobody wept.",
        "Read Article(3) and Article(4) again.",
        "Article(3) and Clause(4) apply, but not Section(5) of it.",
        "They agreed:(1) to stop the war;(2) to leave;(3) to return.",
        "Smith(1), Jones(2), Brown(3) wept.",
        "See (a)(1) and (b)(2), where open(2) calls read(3).",
        "It rose to 1.3 The mill sold 2.4 Nobody wept.",
        "Section 4.2 Results were bad. Section 4.3 Men were few.",
        "Read /usr/lib/python3.*/OLD and 3.[4] of it.",
        "The formula (ab)* is short.",
        "By law.§ 3 of the act is void.",
    ],
)
def test_figures_and_stars_of_words_are_text(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Section 4.2 Results were bad. He left the town.3 Then he wept.", "3"),
        ("2.1 Men slept. 2.2 Women slept. They came.3 2.4 Others wept.", "3"),
        ("On 12.5 Kim left the house.6 Then he wept.", "6"),
        ("Read 1951.1 Men. Read 1951.2 Women. He came.3 Then he wept.", "3"),
        ("By order 51.1812.5 Kim left the house.6 Then he wept.", "6"),
    ],
)
def test_fractions_that_count_on_with_a_sign_of_a_note_are_text(text: str, mark: str) -> None:
    assert _found(text) == [("note mark", mark)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The miller slept [sic] at noon.", [("editor's remark", "[sic]")]),
        ("The miller slept (sic!) at noon.", [("editor's remark", "(sic!)")]),
        ("The miller [?] slept.", [("editor's remark", "[?]")]),
        ("The miller [sic in MS.] slept.", [("editor's remark", "[sic in MS.]")]),
        ("The miller [sic for Pell] slept.", [("editor's remark", "[sic for Pell]")]),
        ("The miller [sic: Pell] slept.", [("editor's remark", "[sic: Pell]")]),
        ("The miller [recte: smith] slept.", [("editor's remark", "[recte: smith]")]),
        (
            "The miller slept.\n\n[seal]\n[stamp]",
            [("editor's remark", f"[{word}]") for word in ("seal", "stamp")],
        ),
        ("He set the [seal] to it.", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("He left it [blank]\nfor us.", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("[Two torn] sails fell.", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("He [recte dixit] left.", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("The miller {sic} slept.", [("editor's remark", "{sic}")]),
        ("The miller [3 words erased] slept.", [("editor's remark", "[3 words erased]")]),
        ("The miller [Crossed out] slept.", [("editor's remark", "[Crossed out]")]),
        ("The [torn sail] fell.", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("The miller [two words illegible] slept.", [("editor's remark", "[two words illegible]")]),
        ("Five [6?] millers slept.", [("doubtful alternative", "[6?]")]),
        ("Five [6] millers slept.", [("doubtful alternative", "[6]")]),
        ("12 [13?] millers slept.", [("doubtful alternative", "[13?]")]),
        ("The [-old-] miller slept.", [("struck passage", "[-old-]")]),
        ("The ⟦very old⟧ miller slept.", [("struck passage", "⟦very old⟧")]),
        ("[The] miller slept.", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("The <old> miller slept.", [("editor's bracket", "<"), ("editor's bracket", ">")]),
        ("On [5?] June he slept.", [("editor's bracket", "["), ("editor's bracket", "?]")]),
        ("It was [2 June] 1951.", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("It was June 19[51].", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("It was June [1951].", [("editor's bracket", "["), ("editor's bracket", "]")]),
        ("[Hart?] slept.", [("editor's bracket", "["), ("editor's bracket", "?]")]),
    ],
)
def test_marks_of_editors_are_set_aside(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_remarks_have_words_of_their_language() -> None:
    text = "Le meunier [mot indéchiffrable] dormait."

    assert _found(text, language="fr") == [("editor's remark", "[mot indéchiffrable]")]


@pytest.mark.parametrize(
    "text",
    [
        "The miller (who slept?) woke.",
        "Is 3 < 4 and 5 > 2?",
        "A <b>bold</b> word and <i>another</i>.",
        "Write to <hart@mill.org> today.",
        "The list [1, 2, 3] is short.",
        "He was sick (sick!) of it.",
        "He said (sic transit gloria) goodbye.",
        "The Commission (SIC for short) met (SIC: 2834), and the (SIC) left.",
        "He said yes (sic, as he said to me then) and left (sic in caelo).",
        "It has 6[3] and 7[45] parts.",
        "He is number one. [3] He is 12 [3] years.",
        "If x<y and y>z then stop.",
    ],
)
def test_brackets_of_prose_are_text(text: str) -> None:
    assert _found(text) == []


def test_supplied_and_doubtful_words_are_compared() -> None:
    cut = _cut("On [5?] June [the] miller sail[ed] away.")

    keys = [token.key for token in tokens_of(cut, cut.sentences[0])]

    assert keys == ["on", "5", "june", "the", "miller", "sailed", "away", "."]


def test_nothing_is_set_aside_unless_asked_for() -> None:
    witness = Witness("S", "The mill [page 7] burned [sic] down.4 It rained.")

    assert SEGMENTERS["sentences"](witness).witness.set_aside == ()


def test_a_text_of_furniture_alone_is_compared() -> None:
    cut = _cut("[page 7]")

    assert cut.witness.set_aside == ()
    assert "no words would be left" in cut.witness.notices[0].message


def test_a_notice_counts_what_is_set_aside() -> None:
    cut = _cut("The mill [p. 7] burned [p. 8] down [sic] in [the] night.")

    (notice,) = cut.witness.notices
    counts = "2 page numbers, 1 editor's remark, 1 pair of editor's brackets"
    assert notice.message == f"set aside and not compared: {counts}."


def test_brackets_alone_need_no_notice() -> None:
    assert _cut("The mill burned in [the] night.").witness.notices == ()


def test_rules_set_aside_patterns_and_regions() -> None:
    rules = (
        IgnoredWords("stamps", pattern=r"Registry \d+"),
        IgnoredWords("preface", begin="Note by", end="end of note."),
    )
    text = "The mill burned. Registry 88 It rained. Note by Pell, end of note. Snow fell."

    cut = _cut(text, rules=rules)

    found = [(one.reason, one.span.of(text)) for one in cut.witness.set_aside]
    assert found == [("stamps", "Registry 88"), ("preface", "Note by Pell, end of note.")]
    assert len(cut.sentences) == 3


def test_heads_that_a_reader_left_out_are_points_and_need_no_notice() -> None:
    head = SetAside(Span(17, 17), SetAsideKind.HEAD, "“The Miller”, p. 2")
    blank = Witness("S", "", furniture=True)
    witness = dataclasses.replace(
        read_text("The mill burned. It rained.", blank), set_aside=(head,)
    )

    cut = SEGMENTERS["sentences"](witness)

    assert (cut.witness.set_aside, cut.witness.notices) == ((head,), ())
    assert len(cut.sentences) == 2


def test_a_mark_before_a_paragraph_belongs_to_it() -> None:
    assert _sentences("The mill burned.\n\n[p. 7] It rained.") == [
        "The mill burned.",
        "[p. 7] It rained.",
    ]


def test_a_bracket_belongs_to_its_word() -> None:
    assert _sentences("The mill burned.4 [It] rained. (Snow) fell [there]. [He] wept.") == [
        "The mill burned.4",
        "[It] rained.",
        "(Snow) fell [there].",
        "[He] wept.",
    ]


def test_a_mark_behind_a_sentence_belongs_to_it() -> None:
    assert _sentences("The mill burned. [p. 7]\n\nIt rained.") == [
        "The mill burned. [p. 7]",
        "It rained.",
    ]


_PIECES = st.sampled_from(
    [
        *("[p. 7]", "[f. 9v]", "|4|", "[sic]", "word*", "end.4", "wo[rd]", "[The]", "<so>", "{5}"),
        *("The mill", "burned", "down.", "\n\n17\n\n", "\n", "\n\n", "\f", "18 NAVAL PAPERS", " "),
        *("\r\n", "⟦", "]", "[", "[5?]", "five", "\u034f", "”", "(", ").3", "¹", "THE MILL 9"),
    ]
)


@given(st.lists(_PIECES, max_size=14).map("".join), st.sampled_from(sorted(SEGMENTERS)))
def test_sentences_and_gaps_restore_every_text(text: str, segmenter: str) -> None:
    witness = read_text(text, Witness("S", "", furniture=True)) if text.strip() else None
    if witness is None:
        return

    cut = SEGMENTERS[segmenter](witness)

    spans = sorted([*cut.gaps, *cut.sentences])
    assert "".join(span.of(cut.witness.text) for span in spans) == text
    assert len(cut.witness.compared) == len(text)
    assert SEGMENTERS[segmenter](witness) == cut


@given(witnesses)
def test_witnesses_with_divisions_and_corrections_are_restored(witness: Witness) -> None:
    cut = SEGMENTERS["sentences"](dataclasses.replace(witness, furniture=True))

    spans = sorted([*cut.gaps, *cut.sentences])
    assert "".join(span.of(cut.witness.text) for span in spans) == witness.text


@pytest.mark.parametrize("line", ["\n", "\r\n", " \n", "\t\r\n"])
def test_many_empty_lines_are_read_in_time(line: str) -> None:
    text = f"The ship{line * 300}The boat"
    began = time.perf_counter()

    assert _found(text) == []
    assert time.perf_counter() - began < 0.3  # Seconds.
