"""Texts from Python: strings, files and witnesses."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import variants
from variants.errors import (
    EmptyFile,
    EmptyText,
    InvalidValue,
    MissingFile,
    NotASiglum,
    SeveralTexts,
    SiglaDoNotMatch,
    SiglumTwice,
    TooFewWitnesses,
    UnknownEncoding,
    UnknownName,
    VariantsError,
)
from variants.types.witness import Witness

_SEED = "We must go.\n\nThe ship is late.\n"
_OTHER = "We should go.\n\nThe boat is late.\n"


def _sigla(found: variants.Comparison) -> str:
    cuts = (found.collation.seed, *found.collation.others)
    return " ".join(cut.witness.siglum for cut in cuts)


def test_strings_files_and_witnesses_with_the_same_text_give_the_same_places(
    tmp_path: Path,
) -> None:
    paths = [tmp_path / "seed.txt", tmp_path / "other.txt"]
    for path, text in zip(paths, (_SEED, _OTHER), strict=True):
        path.write_bytes(text.encode())
    read = [variants.read(path, siglum=siglum) for path, siglum in zip(paths, "SA", strict=True)]

    of_strings = variants.compare(_SEED, _OTHER)

    assert [row.lemma for row in of_strings.places] == ["must", "ship"]
    assert variants.compare(*paths).places == of_strings.places
    assert variants.compare(*read).places == of_strings.places
    assert variants.compare(_SEED, paths[1]).places == of_strings.places


def test_a_string_has_the_paragraphs_of_a_file_with_the_same_text(tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    text = "1. We must go.\n\n2. The ship is late.\n\n3. It is cold."
    path.write_bytes(text.encode())

    seed = variants.compare(text, _OTHER).collation.seed.witness

    assert seed.divisions == variants.read(str(path), siglum="S").divisions
    assert [division.label for division in seed.divisions] == ["1", "2", "3"]


def test_sigla_are_letters_and_witnesses_keep_their_own() -> None:
    witness = Witness("A", "Ice.")

    assert _sigla(variants.compare("Ice.", "Ice.", "Ice.")) == "S A B"
    assert _sigla(variants.compare("Ice.", "Ice.", witness, "Ice.")) == "S B A C"
    assert _sigla(variants.compare(replace(witness, siglum="T"), "Ice.")) == "T A"
    assert _sigla(variants.compare("Ice.", witness, sigla=["Q", "R"])) == "Q R"


def test_titles_and_languages_are_kept_or_set() -> None:
    witness = Witness("B", "Eis.", language="de", title="Meier")

    found = variants.compare(
        "Ice.", "Glace.", witness, language="fr", titles={"A": "Petit"}, title="Ice"
    )

    cuts = (found.collation.seed, *found.collation.others)
    assert [cut.witness.language for cut in cuts] == ["fr", "fr", "de"]
    assert [cut.witness.title for cut in cuts] == ["", "Petit", "Meier"]
    assert found.collation.title == "Ice"


def test_the_language_of_the_settings_is_the_default() -> None:
    settings = variants.Settings(language="de", segmenter="lines")

    collation = variants.compare("Eis.", "Schnee.", settings=settings).collation

    assert collation.seed.witness.language == "de"
    assert collation.signature.segmenter == "lines"


def test_others_are_listed_in_the_given_order() -> None:
    found = variants.compare("We must go.", "We may go.", "We may go.", sigla=["S", "B", "A"])

    assert [row.sigla for row in found.places] == [("B", "A")]


def test_a_string_that_names_a_file_is_a_text_with_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.txt").write_text(_OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    found = variants.compare(_SEED, "other.txt")

    assert found.collation.others[0].witness.text == "other.txt"
    (message,) = (one.message for one in found.notices if "compared as a text" in one.message)
    assert message.endswith("give Path('other.txt').")


def test_a_string_with_a_null_character_is_no_file_name() -> None:
    notices = variants.compare("a\0b", "a\0c").notices

    assert not any("Path(" in notice.message for notice in notices)


@pytest.mark.parametrize(
    ("texts", "options", "error"),
    [
        (["Ice."], {}, TooFewWitnesses),
        (["Ice.", " \n"], {}, EmptyText),
        (["Ice.", Path("nowhere.txt")], {}, MissingFile),
        (["Ice.", "Snow."], {"sigla": ["S"]}, SiglaDoNotMatch),
        (["Ice.", "Snow."], {"sigla": ["S", "A B"]}, NotASiglum),
        (["Ice.", "Snow."], {"sigla": ["S", "S"]}, SiglumTwice),
        ([Witness("A", "Ice."), Witness("A", "Snow.")], {}, SiglumTwice),
        (["Ice.", "Snow."], {"titles": {"B": "Bao"}}, UnknownName),
        (["Ice.", "Snow."], {"language": "not a tag"}, InvalidValue),
        (["Ice.", None], {}, InvalidValue),
        (["Ice.", float("nan")], {}, InvalidValue),
        (["Ice.", b"Snow."], {}, InvalidValue),
        ([["Ice.", "Snow."]], {}, InvalidValue),
        (["Ice.", "Snow."], {"settings": variants.Settings(language="?")}, InvalidValue),
        (["Ice.", "Snow."], {"settings": variants.Settings(aligner="none")}, UnknownName),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_hint(
    texts: list[str | Path | Witness],
    options: dict[str, object],
    error: type[VariantsError],
) -> None:
    with pytest.raises(error) as raised:
        variants.compare(*texts, **options)  # type: ignore[arg-type] # wrong on purpose

    assert raised.value.hint


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"siglum": "A B"}, NotASiglum),
        ({"siglum": "A", "language": "?"}, InvalidValue),
        ({"siglum": "A", "encoding": "none"}, UnknownEncoding),
        ({"siglum": "A"}, EmptyFile),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_hint(
    tmp_path: Path, options: dict[str, Any], error: type[VariantsError]
) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("Ice." if "encoding" in options else "", encoding="utf-8")

    with pytest.raises(error) as raised:
        variants.read(path, **options)

    assert raised.value.hint


def test_a_read_witness_has_its_description(tmp_path: Path) -> None:
    path = tmp_path / "yang.txt"
    path.write_bytes("Café.".encode("cp1252"))

    witness = variants.read(
        path,
        siglum="Y",
        language="fr",
        encoding="cp1252",
        title="Yang",
        translator="Yang Li",
        date="1961",
    )

    assert (witness.siglum, witness.text, witness.language) == ("Y", "Café.", "fr")
    assert (witness.title, witness.translator, witness.date) == ("Yang", "Yang Li", "1961")


def test_one_of_several_texts_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("S,Yang\nWe must go.,We should go.\nHe too.,And he.\n")
    path = tmp_path / "a.csv"

    yang = variants.read(f"{path}::Yang", siglum="A")
    found = variants.compare(Path(f"{path}::S"), Path(f"{path}::Yang"))

    assert (yang.text, yang.source) == ("We should go.\n\nAnd he.\n", f"{path}::Yang")
    assert [row.lemma for row in found.places][:1] == ["must"]
    with pytest.raises(SeveralTexts, match="has 2 texts: S, Yang"):
        variants.read(path, siglum="A")
