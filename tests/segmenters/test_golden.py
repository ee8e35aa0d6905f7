# ruff: noqa: E501 - sample texts and dumps read better on one line
"""Exact sentences of difficult texts, so that a changed constant or branch is noticed."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conftest import Golden
from variants.segmenters import SEGMENTERS
from variants.types.correction import Correction, Join, Split
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness

_TEXTS = {
    "en": (
        "“Go… now!” she said. (Why not?) He’s (or isn’t) off. He came at 5 p.m. It rained.",
        "No. 302 came. No. It did not. See Vol. 3, p. 12. Gen. Smith met Dr. Li. They met J. K. Wu.",
        "He came.12 She left.[3] They stayed.¹ “Is it so?” he asked. “It is.” . . . Then he left.",
        "1. First point. 2. Second point. a) third point. [Stamp] *** He signed. ¶ 5. The end. x",
        "The ship sank\nin the bay.\n\nThe crew swam.\n \n\nNobody drowned.\fThe end came.\r\n\r\nFin.",
        '‘Tis true. The \'50s were cold. "So!" (It was so.) [It was.] Then—“Stop!”—he fell. Why?! Oh.',
        "Wait . . . there is more. He said “No.” And left. «Was it?» it was. Stop.Go. It was 3.5 m. I am.",
        "See approx. 5 men. See approx. men. He is at No. 5. Cpt. Li. Ms. Li. Ti. Li; tel. 5. M. left.",
        "...and so on. —No? —Yes. 'Yes.' 'No.' He took (a. b.) and [c]. They (all of them) left! !!! So.",
    ),
    "fr": (
        "Chez M. Dupont. Il vint au no 5. Voir t. 3. « Oui ! » dit-il. Mlle. Lu et Mme. Li. Et Me. Wu.",
    ),
    "de": (
        "Der Hr. kam. Hrn. Meier sah er. Siehe Bd. 3 und Abs. 2. »So?« fragte er. Am 5. Mai kam er.",
    ),
    "ru": ("Тов. Сталин пришёл. См. гл. 3. и рис. 4. Он ушёл. им. Ленина. Он был в 1951 г. Всё.",),
    "zh": ("停战是有利的。为什么？“好！”他说。（他走了。）她来了。",),
    "ja": ("「行こう。」と言った。彼は来た｡「はい」。終わり！",),
}
_OWN = ("Kor.", "Dok")
_CORRECTED = (
    "The gate was shut. “Open it!” he cried. Nobody came—‘Open it!’ Then it rained. Nobody came. "
    "He went away; it was late. It was late. The old man’s well-known dog barked. 停战是有利的。 "
    "He wrote c_d and cafe\u0301s too."
)
_CORRECTIONS: tuple[Correction, ...] = (
    Split("it was late"),
    Split("Nobody came"),
    Split("is nowhere"),
    Split("Open it!’"),
    Split("Open  it!” he"),
    Split("known dog"),
    Split("dog barked"),
    Split("有利"),
    Split("d and"),
    Split("and cafe"),
    Split("s too"),
    Split("too."),
    Join(("The gate", "Open it!")),
    Join(("Then it", "Nobody came")),
    Join(("He went", "The old")),
    Join(("nothing", "It was")),
    Join(("dog", "停战")),
)
_LINES = "one\ntwo \r\n\r\n three\u2028four\x85five\vsix\fseven\rend  "


def _shown(cut: Segmentation) -> Iterator[str]:
    for sentence in cut.sentences:
        yield f"{sentence.start}-{sentence.end} {sentence.of(cut.witness.text)!r}"
    yield f"notices: {len(cut.witness.notices)}"


def test_sentences_are_exactly_these(golden: Golden) -> None:
    witnesses = [
        Witness("A", text, language=tag, abbreviations=_OWN)
        for tag, texts in _TEXTS.items()
        for text in (*texts, "Der Kor. Li kam. Im Dok. 5. Ja. Dokument Dok. Ende.")
    ]
    divided = Witness(
        "A",
        "3 He came. She left 4 And then. It rained. It",
        divisions=(
            Division(DivisionKind.VERSE, Span(0, 19), "3"),
            Division(DivisionKind.VERSE, Span(19, 45), "4"),
        ),
    )
    lines = [
        line
        for witness in (*witnesses, divided)
        for line in _shown(SEGMENTERS["sentences"](witness))
    ]

    golden("segmenters/sentences.txt", "".join(f"{line}\n" for line in lines))


def test_corrected_sentences_are_exactly_these(golden: Golden) -> None:
    lines: list[str] = []
    for name, cut in SEGMENTERS.items():
        lines += [name, *_shown(cut(Witness("A", _CORRECTED, corrections=_CORRECTIONS)))]
    for one in _CORRECTIONS:
        alone = SEGMENTERS["sentences"](Witness("A", _CORRECTED, corrections=(one,)))
        lines += [str(one), *_shown(alone)]

    golden("segmenters/corrected.txt", "".join(f"{line}\n" for line in lines))


def test_lines_are_exactly_these(golden: Golden) -> None:
    lines = _shown(SEGMENTERS["lines"](Witness("A", _LINES)))

    golden("segmenters/lines.txt", "".join(f"{line}\n" for line in lines))
