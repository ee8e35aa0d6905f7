from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.project.editions import editions, telegram
from variants.classify.classification_rules import Rules
from variants.errors import RuleTooSlow
from variants.pipeline import collate
from variants.settings import ClassificationRule, Settings
from variants.types.collation import Collation, Reading
from variants.types.sense import Tier
from variants.types.variant import Flag, Kind, Ruling, VariantClass
from variants.types.witness import Witness

_ANY = ClassificationRule("any", seed=".*", variant_class=VariantClass.FORM)


def _fits(rule: ClassificationRule, lemma: str, reading: str) -> bool:
    ruling = Rules([rule]).apply(Kind.WORDING, frozenset(), [(lemma, reading)])[2]
    return ruling == Ruling(rule.name, VariantClass.FORM)


def _form(
    *, pairs: tuple[tuple[str, str], ...] = (), seed: str | None = None, other: str | None = None
) -> ClassificationRule:
    return ClassificationRule("it", pairs, seed, other, variant_class=VariantClass.FORM)


@pytest.mark.parametrize(
    ("pair", "lemma", "reading", "fits"),
    [
        (("okay", "OK"), "okay", "OK", True),
        (("okay", "OK"), "Okay", "Ok", True),
        (("okay", "OK"), "OK", "okay", False),
        (("okay", "OK"), "okay then", "OK then", False),
        (("cafés", "bars"), "cafes", "Bars", True),
        (("cease  fire", "truce"), "cease fire", "truce", True),
        (("not", ""), "not", "", True),
        (("not", ""), "", "not", False),
        # Where the case is all that a pair is about, it counts.
        (("Party", "party"), "Party", "party", True),
        (("Party", "party"), "party", "Party", False),
        (("Party", "party"), "PARTY", "party", False),
    ],
)
def test_a_pair_fits_its_words(
    pair: tuple[str, str], lemma: str, reading: str, *, fits: bool
) -> None:
    assert _fits(_form(pairs=(pair,)), lemma, reading) is fits


@pytest.mark.parametrize(
    ("seed", "other", "lemma", "reading", "fits"),
    [
        (r"\d+ hundred", r"\d+", "5 hundred", "500", True),
        (r"\d+ hundred", r"\d+", "5 hundred", "about 500", False),
        (r"\d+ hundred", None, "5 hundred", "500 or so", True),
        (None, "", "well", "", True),
        (None, "", "well", "well", False),
        (r"(\w+)-(\w+)", r"\1 \2", "cease-fire", "cease fire", True),
        (r"(\w+)-(\w+)", r"\1 \2", "cease-fire", "fire cease", False),
        ("okay", "ok", "Okay", "OK", False),
        ("(?i)okay", "(?i)ok", "Okay", "OK", True),
        ("(?i)okay", "ok", "Okay", "OK", False),
        ("a|b", "c|d", "b", "c", True),
        (".*", "c", "b c", "c", True),
        (r".*\s.*", "c", "b", "c", False),
    ],
)
def test_a_pattern_fits_the_whole_of_its_side(
    seed: str | None, other: str | None, lemma: str, reading: str, *, fits: bool
) -> None:
    assert _fits(_form(seed=seed, other=other), lemma, reading) is fits


def test_the_first_rule_that_fits_holds() -> None:
    meaning = replace(_ANY, name="first", variant_class=VariantClass.MEANING)
    words = [("the okay", "an OK"), ("okay", "OK")]

    narrow = replace(_form(pairs=(("okay", "OK"),)), name="narrow")

    assert Rules([meaning, narrow]).apply(Kind.WORDING, frozenset(), words)[2] == Ruling(
        "first", VariantClass.MEANING
    )
    assert Rules([narrow, meaning]).apply(Kind.WORDING, frozenset(), words)[2] == Ruling(
        "narrow", VariantClass.FORM
    )


def test_a_rule_takes_the_place_of_flags_and_of_a_kind_of_words_but_not_of_position() -> None:
    rules = Rules([ClassificationRule("it", seed=".*", kind=Kind.SPELLING)])
    ruling = Ruling("it", VariantClass.FORM)

    for found, given_kind in ((Kind.WORDING, Kind.SPELLING), (Kind.MOVED, Kind.MOVED)):
        said = rules.apply(found, frozenset({Flag.NEGATION}), [("a", "b")])
        assert said == (given_kind, frozenset(), ruling)


def test_a_pattern_without_end_is_refused_in_time() -> None:
    rules = Rules([_form(seed=r"(?:(a+)+b|(a|aa)+c)\1")])

    with pytest.raises(RuleTooSlow, match="'it'"):
        rules.apply(Kind.WORDING, frozenset(), [("a" * 200, "b")])


_SEED = "We must go. They said okay to the armistice at once. Nobody asked why they had come."
_OTHER = "We must go. They said OK to a truce at once. Nobody asked the reason why they had come."


def _compare(*rules: ClassificationRule) -> Collation:
    witnesses = (Witness("S", _SEED), Witness("A", _OTHER))
    return collate(witnesses, Settings(rules=rules))


def _readings(collation: Collation) -> dict[str, Reading]:
    return {reading.wording: reading for entry in collation.entries for reading in entry.readings}


def test_a_rule_also_fits_the_words_that_make_a_difference() -> None:
    rule = replace(_form(pairs=(("okay", "OK"), ("armistice", "truce"))), name="house")

    found = _readings(_compare(rule))

    for wording in ("OK", "a truce"):
        assert found[wording].ruling == Ruling("house", VariantClass.FORM)
        assert found[wording].variant_class is VariantClass.FORM
        assert not found[wording].substantive
    assert found["the reason"].ruling is None


_FLEET = "Then the grey ships of the fleet sailed for the harbour."


@pytest.mark.parametrize(("words", "decided"), [("the grey boats", True), ("the new boats", False)])
def test_beside_a_heavier_difference_in_one_place_a_rule_is_silent(
    words: str, *, decided: bool
) -> None:
    """Another witness widens the place; what is only shared with the seed weighs nothing."""
    rule = _form(pairs=(("ships", "boats"),))
    first = Witness("A", _FLEET.replace("the grey ships", words))
    wider = Witness("B", _FLEET.replace("the grey ships", "vessels"))

    found = _readings(collate((Witness("S", _FLEET), first, wider), Settings(rules=(rule,))))

    assert {wording: bool(reading.ruling) for wording, reading in found.items()} == {
        words: decided,
        "vessels": False,
    }


def test_a_rule_speaks_of_whole_sentences_too() -> None:
    rule = _form(seed="Nobody asked .*", other="")
    seed, other = Witness("S", _SEED), Witness("A", _OTHER.partition(" Nobody")[0])

    (omitted,) = (
        reading
        for reading in _readings(collate((seed, other), Settings(rules=(rule,)))).values()
        if reading.kind is Kind.OMITTED
    )

    assert omitted.variant_class is VariantClass.FORM


def test_patterns_have_the_class_that_a_rule_gives() -> None:
    rule = _form(pairs=(("could", "might"), ("armistice", "truce")))

    patterns = collate(telegram(), Settings(rules=(rule,))).patterns

    found = {(one.lemma, one.reading): one.variant_class for one in patterns}
    assert found["could", "might"] is VariantClass.FORM
    assert found["armistice", "truce"] is VariantClass.FORM


@given(edition=editions, rules=st.just((_ANY,)))
def test_rules_change_classes_and_nothing_else(
    edition: tuple[Witness, ...], rules: tuple[ClassificationRule, ...]
) -> None:
    without, ruled = collate(edition, Settings()), collate(edition, Settings(rules=rules))

    assert [
        (entry.place, entry.lemma, [(r.wording, r.attestations) for r in entry.readings])
        for entry in ruled.entries
    ] == [
        (entry.place, entry.lemma, [(r.wording, r.attestations) for r in entry.readings])
        for entry in without.entries
    ]
    differing = [entry for entry in ruled.entries if not entry.missing]
    assert {entry.variant_class for entry in differing} <= {VariantClass.FORM}


def _senses(collation: Collation) -> list[tuple[float, Tier, str]]:
    """Return probability, tier and origin of each reading."""
    return [
        (reading.sense.probability, reading.sense.tier, reading.sense.by)
        for entry in collation.entries
        for reading in entry.readings
        if reading.sense is not None
    ]


@pytest.mark.parametrize(
    ("rule", "given_sense"),
    [
        (replace(_ANY, variant_class=None, sense=True), (1.0, Tier.SENSE, "rule any")),
        (replace(_ANY, variant_class=None, sense=False), (0.0, Tier.WORDING, "rule any")),
        (_ANY, (0.0, Tier.FORM, "rule any")),
        (replace(_ANY, sense=False), (0.0, Tier.FORM, "rule any")),
        (
            replace(_ANY, variant_class=VariantClass.TERM, sense=True),
            (1.0, Tier.SENSE, "rule any"),
        ),
    ],
)
@given(edition=editions)
def test_a_rule_overrules_the_estimate_of_every_reading_that_it_matches(
    edition: tuple[Witness, ...],
    rule: ClassificationRule,
    given_sense: tuple[float, Tier, str],
) -> None:
    ruled = collate(edition, Settings(rules=(rule,)))

    assert set(_senses(ruled)) <= {given_sense}
    readings = [reading for entry in ruled.entries for reading in entry.readings]
    assert len(_senses(ruled)) == sum(not reading.missing for reading in readings)


def test_a_rule_about_sense_keeps_class_flags_sort_and_words() -> None:
    estimated = _readings(_compare())
    rule = ClassificationRule("ranks", (("armistice", "truce"),), sense=True)

    ruled = _readings(_compare(rule))

    truce, before = ruled["a truce"], estimated["a truce"]
    assert truce.sense is not None
    assert before.sense is not None
    assert (truce.sense.probability, truce.sense.by) == (1.0, "rule ranks")
    assert truce == replace(before, sense=truce.sense)
    assert (truce.sense.sort, truce.sense.seed, truce.sense.other) == (
        before.sense.sort,
        before.sense.seed,
        before.sense.other,
    )
    assert {words: ruled[words] for words in ruled if words != "a truce"} == {
        words: estimated[words] for words in estimated if words != "a truce"
    }


def test_a_class_of_more_than_form_takes_a_difference_out_of_the_tier_of_form() -> None:
    rule = ClassificationRule("house", (("grey", "gray"),), variant_class=VariantClass.TERM)
    texts = Witness("S", _FLEET), Witness("A", _FLEET.replace("grey", "gray"))

    form, term = (
        _readings(collate(texts, Settings(rules=rules)))["gray"].sense for rules in ((), (rule,))
    )

    assert form is not None
    assert term == replace(form, tier=Tier.WORDING)
    assert (form.tier, form.by) == (Tier.FORM, "model")


def test_the_heaviest_difference_of_a_place_decides_beside_a_rule() -> None:
    touching = ClassificationRule("ships", (("ships", "boats"),), sense=True)
    harmless = replace(touching, sense=False)
    first = Witness("A", _FLEET.replace("the grey ships", "the new boats"))
    wider = Witness("B", _FLEET.replace("the grey ships", "vessels"))

    heavy, light = (
        _readings(collate((Witness("S", _FLEET), first, wider), Settings(rules=(each,))))
        for each in (touching, harmless)
    )

    found = heavy["the new boats"].sense, light["the new boats"].sense
    assert [sense.by for sense in found if sense] == ["rule ships", "model"]


def test_a_rule_decides_on_the_sense_of_whole_sentences() -> None:
    rule = ClassificationRule("why", seed="Nobody asked .*", other="", sense=False)
    seed, other = Witness("S", _SEED), Witness("A", _OTHER.partition(" Nobody")[0])

    estimated, ruled = (
        [one.sense for one in _readings(each).values() if one.kind is Kind.OMITTED and one.sense]
        for each in (
            collate((seed, other), Settings()),
            collate((seed, other), Settings(rules=(rule,))),
        )
    )

    assert [(one.tier, one.by) for one in estimated] == [(Tier.SENSE, "model")]
    assert [(one.tier, one.by) for one in ruled] == [(Tier.WORDING, "rule why")]
