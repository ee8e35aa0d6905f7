"""The signature changes with everything that can change a result."""

import pickle
import subprocess
import sys
from dataclasses import fields, replace
from importlib import metadata
from typing import Any

import pytest

from variants.pipeline import collate
from variants.settings import ClassificationRule, Settings
from variants.signature import _plain, sign
from variants.types import library_versions
from variants.types.collation import Signature
from variants.types.correction import Split
from variants.types.ignored_words import IgnoredWords
from variants.types.notice import Notice
from variants.types.sentence_link import LinkKind, SentenceLink, SentenceMark
from variants.types.set_aside import SetAsideKind
from variants.types.span import Span
from variants.types.variant import Kind, VariantClass
from variants.types.witness import Division, DivisionKind, SetAside, Witness

_SEED = Witness("S", "Ice. More ice.")
_OTHER = Witness("A", "Snow. More snow.")
_RULE = ClassificationRule("okay", (("okay", "OK"),), "a", "b", Kind.SPELLING, VariantClass.FORM)
_LINK = SentenceLink(
    LinkKind.FORBIDDEN, "A", (SentenceMark(0, "Ice."),), (SentenceMark(1, "More"),)
)


def _fields(kind: type[Any]) -> list[str]:
    """Return the fields of a dataclass that a caller gives."""
    return [field.name for field in fields(kind) if field.init]


# Another value for each field. A new field needs a row, or a test below fails.
_SETTINGS: dict[str, object] = {
    "segmenter": "lines",
    "aligner": "length",
    "linker": "semantic",
    "language": "de",
    "terms": ("ice",),
    "names": (("Gao Gang", "Kao Kang"),),
    "rules": (_RULE,),
    "ignore": (Kind.CASE,),
}
_RULES: dict[str, object] = {
    "name": "fine",
    "pairs": (("okay", "O.K."),),
    "seed": "c",
    "other": None,
    "kind": Kind.CASE,
    "variant_class": VariantClass.WORDING,
    "sense": True,
}
_WITNESS: dict[str, object] = {
    "siglum": "B",
    "text": "Snow. More  snow.",
    "divisions": (Division(DivisionKind.VERSE, Span(0, 16), "1"),),
    "language": "de",
    "abbreviations": ("Snow",),
    "telegraph": True,
    "corrections": (Split("More"),),
    "reading": "--drop-headings",
    "units": "table",
    "furniture": True,
    "ignored_words": (IgnoredWords("stamps", pattern="No\\. 3"),),
    "set_aside": (SetAside(Span(0, 5), SetAsideKind.RULE, "stamps"),),
}
_DESCRIPTION: dict[str, object] = {
    "title": "Snow",
    "translator": "N. N.",
    "date": "1951",
    "source": "snow.txt",
    "encoding": "latin-1",
    "notices": (Notice("A", "Short."),),
}
_LINKS: dict[str, object] = {
    "kind": LinkKind.FORCED,
    "siglum": "B",
    "seed": (SentenceMark(1, "More"),),
    "other": (SentenceMark(1, "More snow"),),
}


_DEFAULTS = Settings()


def _sign(
    other: Witness = _OTHER, settings: Settings = _DEFAULTS, links: tuple[SentenceLink, ...] = ()
) -> Signature:
    return sign([_SEED, other], settings, links)


def _changed(value: Any, name: str, table: dict[str, object]) -> Any:  # noqa: ANN401 - any class
    return replace(value, **{name: table[name]})


@pytest.mark.parametrize("name", _fields(Settings))
def test_each_setting_changes_the_signature(name: str) -> None:
    assert _sign(settings=_changed(Settings(), name, _SETTINGS)) != _sign()


@pytest.mark.parametrize("name", _fields(ClassificationRule))
def test_each_part_of_a_rule_changes_the_signature(name: str) -> None:
    changed = Settings(rules=(_changed(_RULE, name, _RULES),))

    assert _sign(settings=changed) != _sign(settings=Settings(rules=(_RULE,)))


@pytest.mark.parametrize("name", _fields(Witness))
def test_each_setting_of_a_witness_changes_the_signature_and_its_description_does_not(
    name: str,
) -> None:
    changed = _sign(_changed(_OTHER, name, _WITNESS | _DESCRIPTION))

    assert (changed == _sign()) == (name in _DESCRIPTION)


@pytest.mark.parametrize("name", _fields(SentenceLink))
def test_each_part_of_a_link_changes_the_signature(name: str) -> None:
    assert _sign(links=(_changed(_LINK, name, _LINKS),)) != _sign(links=(_LINK,)) != _sign()


def test_abbreviations_belong_to_their_witness() -> None:
    plain, own = (replace(_SEED, abbreviations=words) for words in ((), ("Ice",)))

    one = sign([own, _OTHER], Settings(), ())
    other = sign([plain, replace(_OTHER, abbreviations=("Ice",))], Settings(), ())

    assert dict(one.choices) == dict(other.choices)
    assert one != other


def test_the_language_is_named_for_each_witness() -> None:
    assert _sign(replace(_OTHER, language="de")).languages == (("S", "en"), ("A", "de"))


def test_the_version_of_a_library_changes_the_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    before = dict(_sign().libraries)
    installed = metadata.version
    library_versions._version.cache_clear()  # noqa: SLF001 - versions are looked up once
    monkeypatch.setattr(metadata, "version", lambda name: f"{installed(name)}+local")

    after = dict(_sign().libraries)

    library_versions._version.cache_clear()  # noqa: SLF001
    assert {name for name, _ in after.items() - before.items()} == {
        *("PyStemmer", "breame", "numpy", "rapidfuzz", "regex", "sentencex")
    }


def test_a_library_without_metadata_is_named_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    library_versions._version.cache_clear()  # noqa: SLF001
    monkeypatch.setattr(metadata, "version", missing)

    libraries = dict(_sign().libraries)

    library_versions._version.cache_clear()  # noqa: SLF001
    assert libraries["numpy"] == "unknown"


def test_versions_are_those_of_where_the_signature_was_pickled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = _sign()
    pickled = pickle.dumps(before)
    library_versions._version.cache_clear()  # noqa: SLF001
    monkeypatch.setattr(metadata, "version", lambda name: f"{name} of another machine")

    assert pickle.loads(pickled) == before  # noqa: S301
    assert _sign() != before

    library_versions._version.cache_clear()  # noqa: SLF001


def test_a_plain_comparison_looks_up_no_versions() -> None:
    program = (
        "import sys; from variants import Settings, Witness, collate;"
        "found = collate([Witness('S', 'Ice.'), Witness('A', 'Snow.')], Settings());"
        "assert found.entries;"
        "assert 'importlib.metadata' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603


def test_only_libraries_of_the_chosen_methods_are_named() -> None:
    lines, vectors = (
        dict(_sign(settings=one).libraries)
        for one in (Settings(segmenter="lines"), Settings(linker="semantic"))
    )

    assert {"sentencex", "wordllama", "tokenizers"}.isdisjoint(lines)
    assert {"sentencex", "wordllama", "tokenizers"} <= set(vectors)


def test_a_collation_has_the_signature_of_what_it_was_made_from() -> None:
    settings = Settings(segmenter="lines", terms=("ice",))

    assert collate([_SEED, _OTHER], settings, links=(_LINK,)).signature == sign(
        [_SEED, _OTHER], settings, (_LINK,)
    )


def test_rules_and_names_are_named_in_short() -> None:
    chosen = dict(_sign(settings=Settings(names=(("Gao", "Kao"),), rules=(_RULE,))).choices)

    assert chosen["names"] == "Gao = Kao"
    assert chosen["classification rules"].startswith("okay (SHA-256 ")


def test_settings_without_rules_and_names_name_neither() -> None:
    chosen = dict(_sign(settings=Settings()).choices)

    assert not {"names", "classification rules", "links"} & set(chosen)


def test_a_setting_that_is_newer_than_a_signature_does_not_change_it_unless_it_is_set() -> None:
    assert "ignore" not in str(_plain(Settings()))
    assert "ignore" in str(_plain(Settings(ignore=(Kind.CASE,))))
