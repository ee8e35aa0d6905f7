"""Contract of every entry in the tables of readers, segmenters, aligners, linkers and formats."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.aligners.texts import follows, linked_texts, obeys, sides_are_runs
from tests.strategies import texts, witnesses
from variants.aligners import ALIGNERS
from variants.aligners.order import sort_beads
from variants.errors import VariantsError
from variants.readers.file_text import ReadOptions
from variants.readers.formats import READERS, readable, witness_of
from variants.reports.formats import WRITERS, format_of
from variants.segmenters import SEGMENTERS
from variants.types.segmentation import Segmentation
from variants.types.sentence_link import SentenceLink
from variants.types.witness import Witness
from variants.words import LINKERS

# The examples can share `tmp_path`, because they only use it as a name.
_files = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
_untimed = settings(deadline=None)  # The first call loads a library.


@pytest.mark.parametrize("name", SEGMENTERS)
@_untimed
@given(witness=witnesses)
def test_sentences_and_gaps_restore_the_text(name: str, witness: Witness) -> None:
    cut = SEGMENTERS[name](witness)

    spans = sorted([*cut.gaps, *cut.sentences])

    assert "".join(span.of(witness.text) for span in spans) == witness.text


@pytest.mark.parametrize("name", SEGMENTERS)
@_untimed
@given(witness=witnesses)
def test_a_sentence_is_trimmed_and_not_empty(name: str, witness: Witness) -> None:
    cut = SEGMENTERS[name](witness)

    sentences = [cut.text_of(i) for i in range(len(cut.sentences))]

    assert all(sentence and sentence == sentence.strip() for sentence in sentences)


@pytest.mark.parametrize("name", SEGMENTERS)
@_untimed
@given(witness=witnesses)
def test_segmentation_is_deterministic(name: str, witness: Witness) -> None:
    assert SEGMENTERS[name](witness) == SEGMENTERS[name](witness)


@pytest.mark.parametrize("name", ALIGNERS)
@_untimed
@given(drawn=linked_texts())
def test_links_are_obeyed(
    name: str, drawn: tuple[Segmentation, Segmentation, tuple[SentenceLink, ...]]
) -> None:
    seed, other, links = drawn

    # Alignment refuses a sentence in no bead, and one in two.
    alignment = ALIGNERS[name](seed, other, links)

    assert obeys(alignment, links)
    assert sides_are_runs(alignment)
    assert follows(alignment)
    assert sort_beads(alignment.beads) == alignment.beads
    assert not any("link" in notice.message for notice in alignment.notices)


@pytest.mark.parametrize("name", LINKERS)
@_untimed
@given(drawn=linked_texts())
def test_a_linker_has_every_word_of_every_bead_and_links_in_order(
    name: str, drawn: tuple[Segmentation, Segmentation, tuple[SentenceLink, ...]]
) -> None:
    alignment = ALIGNERS["length"](*drawn)
    sides = (alignment.seed, alignment.other)

    linked = LINKERS[name](alignment)

    assert [one.bead for one in linked] == [b for b in alignment.beads if b.seed and b.other]
    for one in linked:
        assert list(one.links) == sorted(one.links)
        assert all(0 <= link.probability <= 1 for link in one.links)
        for cut, numbers, tokens in zip(
            sides, (one.bead.seed, one.bead.other), (one.seed, one.other), strict=True
        ):
            words = "".join(token.span.of(cut.witness.text) for token in tokens)
            assert "".join(words.split()) == "".join("".join(map(cut.text_of, numbers)).split())


@pytest.mark.parametrize("name", readable())
@_files
@given(
    data=st.one_of(
        st.binary(max_size=200), texts.map(lambda t: t.encode("utf-16-le", "surrogatepass"))
    )
)
def test_any_bytes_give_a_witness_or_a_user_error(
    name: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # Otherwise LibreOffice would run for each example.
    reader = READERS[name]
    assert reader.read is not None

    with contextlib.suppress(VariantsError):
        for text in reader.read(tmp_path / "any", data, ReadOptions()):
            assert witness_of(text, "any", Witness("S", "")).text.strip()
            assert bool(text.encoding) == reader.has_encoding


@pytest.mark.parametrize("name", readable())
def test_a_reader_has_a_suffix_for_the_files_of_editions(name: str) -> None:
    assert READERS[name].suffixes


def test_no_two_formats_claim_a_suffix() -> None:
    claimed = [suffix for reader in READERS.values() for suffix in reader.suffixes]

    assert len(claimed) == len(set(claimed))
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in claimed)


@pytest.mark.parametrize("name", WRITERS)
def test_a_format_is_found_by_its_suffix(name: str) -> None:
    assert format_of(Path(f"a.b{WRITERS[name].suffix.upper()}")) == name
