import pytest
from hypothesis import assume, given

from tests.strategies import texts
from tests.words.pairs import one_bead
from variants.classify.cutting import best_cut, phrase_pairs
from variants.classify.differences import Differences, find_differences
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.span import Span
from variants.types.variant import Kind
from variants.types.witness import Witness
from variants.words.word_links import link_words


def _differences(seed: str, other: str) -> Differences:
    alignment = one_bead(seed, other)
    (words,) = link_words(alignment)
    return find_differences(words, alignment)


def _shown(seed: str, other: str) -> list[str]:
    """Return the variants as "lemma => reading", moved ones with a tilde."""
    return [
        f"{'~' if v.kind is Kind.MOVED else ''}{v.seed.of(seed)} => {v.other.of(other)}"
        for v in _differences(seed, other).variants
    ]


def _without(text: str, spans: list[Span]) -> str:
    """Return a text without the given spans, which must be disjoint."""
    kept, at = [], 0
    for span in sorted(spans):
        assert at <= span.start
        kept.append(text[at : span.start])
        at = span.end
    return "".join([*kept, text[at:]])


@given(texts, texts)
def test_every_word_is_either_the_same_or_in_one_variant(seed: str, other: str) -> None:
    assume(seed.strip() and other.strip())

    found = _differences(seed, other)

    mine = [span for span, _ in found.same] + [variant.seed for variant in found.variants]
    theirs = [span for _, span in found.same] + [variant.other for variant in found.variants]
    assert not _without(seed, mine).strip()
    assert not _without(other, theirs).strip()
    assert all(one.of(seed) == two.of(other) for one, two in found.same)


@given(texts)
def test_a_sentence_does_not_differ_from_itself(text: str) -> None:
    assume(text.strip())

    assert _differences(text, text).variants == ()


@given(texts, texts)
def test_no_variant_holds_the_same_words_on_both_sides(seed: str, other: str) -> None:
    assume(seed.strip() and other.strip())

    for variant in _differences(seed, other).variants:
        if variant.kind is not Kind.MOVED:
            assert variant.seed.of(seed) != variant.other.of(other)


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("The caf\u00e9 of Zo\u00eb was full.", "The cafe\u0301 of Zoe\u0308 was full."),
        ("A prin\u0323\u0306 was here.", "A prin\u0306\u0323 was here."),
        ("He took 5\u202f% of 3\u00a0000.", "He took 5\u00a0% of 3 000."),
    ],
)
def test_normal_forms_and_kinds_of_spaces_are_no_difference(seed: str, other: str) -> None:
    assert not _differences(seed, other).variants


@pytest.mark.parametrize("dashed", ["North–west", "Beth–el", "Alsace–Lorraine", "Gibea–hill"])
def test_a_compound_with_a_dash_and_one_with_a_hyphen_differ_in_form_alone(dashed: str) -> None:
    texts = [f"They came to {word} in the evening." for word in (dashed, dashed.replace("–", "-"))]

    for seed, other in (texts, texts[::-1]):
        (variant,) = _differences(seed, other).variants
        assert variant.kind is Kind.SPELLING


def test_a_word_in_capitals_is_not_joined_with_the_next_sentence() -> None:
    seed = "He built an altar unto the Lord; and took of every clean beast."
    other = "He built an altar unto the LORD. And took of every clean beast."

    assert _shown(seed, other) == ["Lord => LORD", "; and => . And"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "  \n  "])
def test_a_word_parted_at_the_end_of_a_line_differs_in_form_alone(end: str) -> None:
    variants = _differences(f"They had been de-{end}stroyed.", "They were destroyed.").variants

    assert [variant.kind for variant in variants][1:] == [Kind.TYPOGRAPHY]
    assert variants[1].seed == Span(14, 24 + len(end))


@pytest.mark.parametrize(
    ("seed", "other", "shown"),
    [
        (
            "Comrade Stalin said that he could not agree with this proposal.",
            "Comrade Stalin stated that he could agree with this proposal.",
            ["said => stated", "not => "],
        ),
        (
            "The rumors about Gao Gang were false.",
            "Rumours about Kao Kang were false.",
            ["The rumors => Rumours", "Gao Gang => Kao Kang"],
        ),
        (
            "We recognized that an armistice is now advantageous.",
            "We recognized that a truce is now advantageous.",
            ["an armistice => a truce"],
        ),
        (
            "We sent Krasovsky the order in the evening.",
            "In the evening we sent the order to Krasovsky.",
            ["Krasovsky the order => the order to Krasovsky", "~in the evening => In the evening"],
        ),
        (
            "They will go, if you agree.",
            "They will go if you agree.",
            [", => "],
        ),
        (
            "They will go, in fact, now.",
            "They will go now.",
            [", in fact, => "],
        ),
        (
            "The king had lately come to the town.",
            "Then the king had come to the town.",
            ["The => Then the", "lately => "],
        ),
        (
            '"There," he thought, "I sing."',
            'for there he thought, "I sing."',
            ['"There => for there'],
        ),
        (
            "We sent the cavalry school a horse.",
            "We sent the school of the cavalry a horse.",
            ["cavalry school => school of the cavalry"],
        ),
        (
            "They have built a bank there.",
            "A bank has been built there.",
            ["They have built a bank => A bank has been built"],
        ),
        (
            "There will not be objections from our side.",
            "From our side objections there will not be.",
            ["~objections => objections"],
        ),
        (
            "There is one wardrobe for the whole family.",
            "For the whole family there is one.",
            ["wardrobe => ", "for => For"],
        ),
    ],
)
def test_a_reader_is_shown_what_a_person_would_mark(
    seed: str, other: str, shown: list[str]
) -> None:
    found = _shown(seed, other)

    assert [one for one in shown if one not in found] == []


@pytest.mark.parametrize(
    ("seed", "other", "facing"),
    [
        (
            "On 13 June 1951 the fleet left the harbour.",
            "The fleet left the harbour on 14 June 1951.",
            "13 => 14",
        ),
        (
            "We should send them by November 7.",
            "We should send them by the 7th of November.",
            "November 7 => the 7th of November",
        ),
    ],
)
def test_a_number_goes_with_the_words_it_stands_beside(seed: str, other: str, facing: str) -> None:
    assert facing in _shown(seed, other)


def test_sentences_with_nothing_in_common_are_one_reading() -> None:
    variants = _differences(
        "Deliver immediately to the addressee.", "Please pass this on at once."
    ).variants

    assert [variant.kind for variant in variants] == [Kind.RECAST]


def test_a_modal_word_is_no_servant_of_its_neighbour() -> None:
    shown = _shown("Your pilots must be sent.", "Your pilots should be sent.")

    assert shown == ["must => should"]


def test_a_sentence_half_of_which_is_kept_is_not_recast() -> None:
    kept = _differences(
        "The old convoy reached the quiet harbour before the winter storm.",
        "The old convoy entered the quiet harbour after a summer calm.",
    )

    assert Kind.RECAST not in {variant.kind for variant in kept.variants}


@pytest.mark.parametrize("count", [130, 400])
def test_many_words_without_a_firm_equal_one_are_not_cut(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    seed = " ".join(f"a{n}" for n in range(count))
    other = " ".join(f"b{n}" for n in range(count))
    asked = []
    monkeypatch.setattr(best_cut, "_steps", lambda *given: asked.append(given))

    found = _shown(seed, other)

    assert asked == []
    assert found


@pytest.mark.parametrize(
    ("seed", "other", "places"),
    [
        ("“To Comrade Hall.", "“Comrade Hall.", ["To => "]),
        ("“Comrade Hall.", "“To Comrade Hall.", [" => To"]),
        ("(“The king said nothing.", "(“King said nothing.", ["The king => King"]),
    ],
)
def test_a_mark_before_an_omitted_first_word_is_equal(
    seed: str, other: str, places: list[str]
) -> None:
    assert _shown(seed, other) == places


def test_few_words_at_a_time_are_cut_like_many(monkeypatch: pytest.MonkeyPatch) -> None:
    seed = Witness(
        "S", "The old king sent his ships, and all were lost. We came late to the town by night."
    )
    other = Witness(
        "A",
        "The aged king despatched a fleet; every vessel of it was wrecked. "
        "At night we reached the city very late.",
    )
    many = collate([seed, other], Settings()).passages

    monkeypatch.setattr(best_cut, "_CELLS_AT_A_TIME", 0)
    monkeypatch.setattr(phrase_pairs, "_PLACES_AT_A_TIME", 3)

    assert collate([seed, other], Settings()).passages == many
