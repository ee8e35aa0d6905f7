import io
import lzma
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.project.editions import editions, telegram
from tests.reports.collations import collations
from tests.reports.decided import DECIDED, decided_editions, decision, status
from tests.reports.harbour import HARBOUR
from tests.reports.tei.taking import Taking, text_of, written
from variants.pipeline import collate
from variants.reports.tei import write_tei
from variants.reports.writer import ReportOptions
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.decision import Action, Wording
from variants.types.edition import Edition
from variants.types.segmentation import Segmentation
from variants.types.span import Span
from variants.types.status import Decisions, PlaceStatus, State
from variants.types.witness import Witness
from variants.wording.xml_text import xml_safe

_APART = ReportOptions(standoff=True)
_DATA = Path(__file__).parent.parent.parent / "data" / "tei"


@cache
def _telegram() -> Edition:
    return Edition("telegram-302sh", collate(telegram(), Settings()))


def _crossing() -> Edition:
    """Return the harbour with a decision on words that cross two places."""
    text = HARBOUR.seed.witness.text
    start = text.index("ice comes, because")
    span = Span(start, start + len("ice comes, because"))
    live = decision("must", Action.EMEND, wording=Wording("frost, as"))
    crossing = PlaceStatus("own", span, State.DECIDED, frozenset(), (live,), (), "frost, as")
    return replace(DECIDED, decisions=Decisions((crossing,)))


def _squeezed(text: str) -> str:
    return xml_safe("".join(text.split()))


def _of_witness(collation: Collation, cut: Segmentation) -> str:
    """Return the sentences of a witness in the order of the passages."""
    return " ".join(
        cut.text_of(sentence)
        for passage in collation.passages
        for rendering in passage.renderings
        if rendering.siglum == cut.witness.siglum
        for sentence in rendering.sentences
    )


def _printed(edition: Edition) -> str:
    return "".join(run.text for run in edition.runs())


def _assert_restored(edition: Edition, options: ReportOptions | None = None) -> None:
    taking = Taking(written(edition, options))
    for cut in edition.collation.others:
        found = taking.witness(cut.witness.siglum)
        assert "".join(found.split()) == _squeezed(_of_witness(edition.collation, cut))
    seed = _squeezed(edition.collation.seed.witness.text)
    assert "".join(taking.witness("S").split()) == seed
    assert "".join(taking.established_text().split()) == _squeezed(_printed(edition))


@settings(max_examples=60)
@given(decided_editions())
def test_every_witness_and_the_established_text_can_be_taken_again(edition: Edition) -> None:
    _assert_restored(edition)
    _assert_restored(edition, _APART)


@settings(max_examples=15)
@given(editions)
def test_compared_texts_can_be_taken_again(witnesses: tuple[Witness, ...]) -> None:
    edition = Edition("", collate(witnesses, Settings()))
    _assert_restored(edition)
    _assert_restored(edition, _APART)


@pytest.mark.parametrize("edition", [DECIDED, _crossing()], ids=["nested", "crossing"])
def test_an_edition_by_hand_can_be_taken_again_word_for_word(edition: Edition) -> None:
    _assert_restored(edition)
    taking = Taking(written(edition))
    for cut in edition.collation.others:
        found = taking.witness(cut.witness.siglum)
        assert found.split() == _of_witness(edition.collation, cut).split()


@pytest.mark.parametrize("options", [ReportOptions(), _APART], ids=["segments", "points"])
def test_the_telegram_can_be_taken_again_word_for_word(options: ReportOptions) -> None:
    edition = _telegram()
    taking = Taking(written(edition, options))

    for cut in edition.collation.others:
        found = taking.witness(cut.witness.siglum)
        assert found.split() == _of_witness(edition.collation, cut).split()
    assert taking.established_text().split() == _printed(edition).split()


def test_the_established_text_of_decisions_has_its_blanks_where_they_belong() -> None:
    assert Taking(written(DECIDED)).established_text().split() == _printed(DECIDED).split()


def test_places_one_in_the_other_are_segments_and_places_that_cross_have_anchors() -> None:
    assert Taking(written(DECIDED)).method == "parallel-segmentation"
    assert Taking(written(_crossing())).method == "double-end-point"


def test_the_apparatus_stands_apart_from_any_text_if_asked_for() -> None:
    taking = Taking(written(DECIDED, _APART))

    assert taking.method == "double-end-point"
    assert all(app.getparent().tag.endswith("listApp") for app in taking.find("app"))  # type: ignore[union-attr]  # Each has one.


def test_a_sentence_is_a_sentence_and_a_division_a_paragraph() -> None:
    edition = _telegram()
    taking = Taking(written(edition))

    numbers = [one.get("n") for one in (*taking.find("s"), *taking.find("milestone"))]
    assert sorted(map(int, map(str, numbers))) == [
        n + 1 for n in range(len(edition.collation.seed.sentences))
    ]
    assert len(taking.find("p")) > 3


def test_an_adopted_reading_names_its_witness_and_an_emendation_its_editor() -> None:
    lemmas = {one.text: one for one in Taking(written(DECIDED)).find("lem") if one.get("type")}

    should, salts = lemmas["should"], lemmas["old salts"]
    assert sorted(should.items()) == [("cert", "medium"), ("type", "adopted"), ("wit", "#A")]
    assert sorted(salts.items()) == [("resp", "#editor-mo"), ("type", "emendation")]
    assert lemmas["brings"].get("type") == "alternative"


def test_the_note_of_a_decision_tells_reason_evidence_and_who() -> None:
    (note,) = [
        one for one in Taking(written(DECIDED)).find("note") if one.get("subtype") == "sense"
    ]

    said = " ".join(text_of(note).split())
    assert said == (
        "2026-11-22T14:40:55Z prints “should” with A: «Следует»: an advice; =not an order. "
        "Folio 12 следует"
    )
    assert (note.get("resp"), note.get("cert")) == ("#editor-kl", "medium")


def test_a_conflict_has_two_notes_and_no_verdict() -> None:
    (app,) = [o for o in Taking(written(DECIDED)).find("app") if o.get("subtype") == "conflict"]

    assert [one.get("type") for one in app if one.tag.endswith("note")] == ["decision"] * 2
    assert app[0].get("type") is None


def test_what_is_lost_is_told_at_the_end() -> None:
    back = text_of(Taking(written(DECIDED)).find("back")[0])

    assert "Burn this letter." in back


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert written(DECIDED) == written(DECIDED)


def test_an_anonymous_report_names_no_editor_and_one_without_reasons_no_reason() -> None:
    shy = written(DECIDED, ReportOptions(anonymous=True, reasons=False)).decode()

    assert all(name not in shy for name in ("Lindgren", "kl-7c2f", "editor-kl", "#editor-mo"))
    assert "Следует" not in shy
    assert "prints “should” with A" in shy


def test_characters_that_xml_forbids_are_signs() -> None:
    edition = Edition("a\x00b", replace(HARBOUR, title="a\x00<b>\ud800"))

    assert Taking(written(edition)).find("title")[0].text == "a⟨U+0000⟩<b>⟨U+D800⟩"


@settings(max_examples=20)
@given(collations())
def test_all_names_are_of_one_thing_and_all_pointers_lead_somewhere(collation: Collation) -> None:
    root = Taking(written(Edition("", collation))).root

    names = [one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iter()]
    known = {f"#{name}" for name in names if name}
    pointers = {
        pointer
        for one in root.iter()
        for key in ("wit", "resp", "from", "to", "ana")
        for pointer in (one.get(key) or "").split()
    }
    assert len(known) == sum(name is not None for name in names)
    assert pointers <= known


def test_sigla_that_xml_has_no_names_for_are_told_apart() -> None:
    seed, first, second = (
        Segmentation(Witness(siglum, "One."), (Span(0, 4),)) for siglum in ("S", "B*", "4'")
    )
    collation = replace(HARBOUR, seed=seed, others=(first, second), passages=())

    found = {
        one.get("n"): one.get("{http://www.w3.org/XML/1998/namespace}id")
        for one in Taking(written(Edition("", collation))).find("witness")
    }

    assert found["S"] == "S"
    assert len(set(found.values())) == 3


@pytest.mark.system
def test_what_is_written_is_valid_tei(tmp_path: Path) -> None:
    schema = tmp_path / "tei_all.rng"
    schema.write_bytes(lzma.decompress((_DATA / "tei_all.rng.xz").read_bytes()))
    found: list[Edition] = [_telegram(), _telegram(), DECIDED, DECIDED, _crossing()]

    @settings(max_examples=60, suppress_health_check=list(HealthCheck))
    @given(decided_editions())
    def draw(edition: Edition) -> None:
        found.append(edition)

    draw()
    files = [tmp_path / f"{number}.xml" for number in range(len(found))]
    for number, (file, edition) in enumerate(zip(files, found, strict=True)):
        file.write_bytes(written(edition, _APART if number % 2 else ReportOptions()))

    done = subprocess.run(  # noqa: S603 - our own files
        ["jing", str(schema), *map(str, files)],  # noqa: S607 - wherever it is installed
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_a_broken_stream_is_not_hidden() -> None:
    class Full(io.BytesIO):
        def write(self, _content: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_tei(DECIDED, ReportOptions(), Full())


def test_a_standing_beside_the_text_is_not_lost() -> None:
    empty = Segmentation(Witness("S", " "), ())
    late = replace(status(decision("must")), place="own", span=Span(0, 1))
    edition = Edition("", replace(HARBOUR, seed=empty, others=(), passages=()), Decisions((late,)))

    assert "keeps the seed’s words" in text_of(Taking(written(edition)).find("back")[0])
