import pytest

from tests.classify.sense.contrasts import marked_contrast
from variants.classify.sense.contrast import SideOfBead
from variants.classify.sense.denials import compare_denials
from variants.classify.sense.polarity_signs import (
    find_polarity_signs,
    turns_polarity,
)
from variants.classify.sense.word_hints import DENIAL, word_hints
from variants.languages import language_of
from variants.types.sense import SenseSort


@pytest.mark.parametrize(
    ("seed", "other", "name", "words"),
    [
        ("He / did not pay /", "He / paid /", "polarity.word", ("not", "")),
        ("He had / / paid", "He had / not / paid", "polarity.word", ("", "not")),
        (
            "we / may / sail save by day",
            "we / may not / sail save by day",
            "polarity.word",
            ("", "not"),
        ),
        ("/ No one / danced", "/ One / danced", "polarity.word", ("No one", "One")),
        ("/ No / two maps agree", "/ / Two maps agree", "polarity.word", ("No", "")),
        (
            "I / / doubt whether he paid",
            "I / have no / doubt that he paid",
            "polarity.word",
            ("", "no"),
        ),
        ("He had / / little trouble", "He had / no / little trouble", "polarity.word", ("", "no")),
        ("It was / a / small feat", "It was / no / small feat", "polarity.word", ("", "no")),
        ("We go / unless / it thaws", "We go / if / it thaws", "polarity.word", ("unless", "if")),
        (
            "She rode / without / a guide",
            "She rode / with / a guide",
            "polarity.word",
            ("without", "with"),
        ),
        ("a / worthy / heir", "an / unworthy / heir", "polarity.affix", ("worthy", "unworthy")),
        (
            "it is not / impossible /",
            "it is not / possible /",
            "polarity.affix",
            ("impossible", "possible"),
        ),
        ("He / forgot to bar / it", "He / barred / it", "polarity.verb", ("forgot", "")),
        (
            "He / refused / the post",
            "He / accepted / the post",
            "polarity.verb",
            ("refused", "accepted"),
        ),
        ("He / ceased to write / it", "He / wrote / it", "polarity.verb", ("ceased", "")),
        ("He / stopped / singing", "He / kept / singing", "polarity.word", ("stopped", "kept")),
        ("a / careless / clerk", "a / careful / clerk", "polarity.affix", ("careless", "careful")),
        (
            "a / merciful / clerk",
            "a / merciless / clerk",
            "polarity.affix",
            ("merciful", "merciless"),
        ),
        ("He / unlocked / it", "He / locked / it", "polarity.affix", ("unlocked", "locked")),
        (
            "He / did not come / and did not write except in Greek",
            "He / came / and wrote only in Greek",
            "polarity.word",
            ("not", ""),
        ),
        ("He / did not pay / the men except Max", "He / paid / them", "polarity.word", ("not", "")),
    ],
)
def test_a_denial_of_something_affirmed_is_a_sign(
    seed: str, other: str, name: str, words: tuple[str, str]
) -> None:
    found = [sign for sign in find_polarity_signs(marked_contrast(seed, other)) if sign.sort]

    assert [(sign.name, sign.seed, sign.other) for sign in found] == [(name, *words)]
    assert found[0].sort is SenseSort.NEGATION
    assert turns_polarity(marked_contrast(seed, other))
    assert turns_polarity(marked_contrast(other, seed))


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("/ No one / danced", "/ Nobody / danced"),
        ("/ No / two maps agree", "There are / not / two maps that agree"),
        ("/ No sooner had / he slept", "/ As soon as / he slept"),
        ("They fished / without success /", "They fished / unsuccessfully /"),
        ("He / failed to pay / it", "He / did not pay / it"),
        ("It was / no small / feat", "It was / a great / feat"),
        ("I / have no / doubt that", "I / do not / doubt that"),
        ("He / had no doubt / of it", "He / doubted not / of it"),
        ("He / did not come / until dawn", "He / came / only at dawn"),
        ("It will / not / last for more than a day", "It will / / last for no more than a day"),
        ("He / does not sell either /", "He / sells neither the one nor the other /"),
        ("We go / unless it thaws /", "We go / if it does not thaw /"),
        ("He / came not / home", "He / did not come / home"),
        ("It is / not impossible /", "It is / possible /"),
        ("They / ceased from / work", "They / rested from / work"),
        ("I / do not think he will / come", "I / think he will not / come"),
        ("/ nothing but / roots", "/ only / roots"),
        ("in room / No . 9 /", "in room / number 9 /"),
        ("He was / not rich /", "He was / poor /"),
        ("no farmer of Aldham ever went / unarmed /", "every farmer of Aldham went / armed /"),
        ("I / have no doubt / of it", "I / am sure / of it"),
        ("no / later / than noon", "not / later / than noon"),
        ("he told / only the outline /", "he told / nothing beyond the outline /"),
        ("He / did not know / it except by name", "He / knew / it only by name"),
        ("He / would not / leave unless paid", "He / would / leave only if paid"),
        ("He knew / only in outline /", "He knew / nothing / beyond the bare outline"),
        ("/ Apart from that he knew no / news", "/ He knew only that / news"),
        ("I / have not the slightest doubt / of it", "I / am sure / of it"),
        ("She / never speaks / save when asked", "She / speaks / only when asked"),
        ("he / may / sail only by day", "he / shall not / sail except by day"),
        ("that / no ship come / here", "that he / keep ships away / from here"),
        ("You / need / bread", "You / lack / bread"),
        ("It is / so deep that no one can cross / it", "It is / too deep to cross / it"),
        ("it is not possible to learn and / name / them", "I do not know and / cannot name / them"),
        ("he / ought not to sulk /", "it would be / disconsonant to sulk /"),
        ("they shall not sow ; / they shall not / reap", "they shall not sow / or / reap"),
        ("no one may sow , / or / reap", "they may not sow , / nor may they / reap"),
        ("We / do not ask for / more", "We / ask for no / more"),
        ("He / is not content with less /", "He / is content with nothing short of it /"),
        ("/ No Greek before him sailed / there", "/ He was the first Greek who sailed / there"),
        ("You / must not sell more than / we need", "You / may sell only what / we need"),
        ("The king / vetoed / the law", "The king / did not pass / the law"),
        ("They / work in vain /", "They / do not work with profit /"),
        (
            "neither sang nor danced ; / nobody / in it did so except the king",
            "no song , no dance ; / / in it the king alone did so",
        ),
        ("/ Who / could sing it ?", "/ No one / could sing it ."),
        ("He / stopped / at Rome", "He / kept / to Rome"),
        ("a / careless / clerk", "a / dreadful / clerk"),
        ("/ Failing such / notice it lapses", "/ In the absence of / notice it lapses"),
        ("/ In default of / notice it lapses", "/ Without / notice it lapses"),
        ("He / refused / , save once , to pay", "He / would not , save once , / pay"),
    ],
)
def test_another_way_of_denying_turns_nothing(seed: str, other: str) -> None:
    assert not turns_polarity(marked_contrast(seed, other))
    assert not turns_polarity(marked_contrast(other, seed))


def test_two_changes_in_two_clauses_do_not_cancel() -> None:
    seed = ["the road was ", " safe ", " and the guide ", " honest ", ""]
    other = ["the road was ", " unsafe ", " and the guide ", " dishonest ", ""]

    for n in (1, 3):
        cut = [
            "/".join(("".join(side[:n]), side[n], "".join(side[n + 1 :]))) for side in (seed, other)
        ]
        assert turns_polarity(marked_contrast(*cut))


def test_a_denial_with_a_counterpart_is_evidence_only() -> None:
    contrast = marked_contrast("He / failed to pay / it", "He / did not pay / it")

    found = list(find_polarity_signs(contrast))

    assert [(sign.name, sign.value, sign.sort) for sign in found] == [("polarity.cancel", 2, None)]


def test_a_denial_in_a_free_paraphrase_is_evidence_only() -> None:
    contrast = marked_contrast(
        "/ nothing is left for us but swords / .", "/ the harvest is late / ."
    )

    assert [sign.name for sign in find_polarity_signs(contrast)] == ["polarity.free"]


@pytest.mark.parametrize(
    ("one", "two"), [("never", "hardly ever"), ("never", "seldom"), ("not", "scarcely")]
)
def test_a_denial_with_an_exception_is_of_another_degree(one: str, two: str) -> None:
    contrast = marked_contrast(f"he / {one} / wrote", f"he / {two} / wrote")

    found = {sign.name: sign for sign in find_polarity_signs(contrast)}

    assert found["polarity.hedged"].sort is SenseSort.DEGREE
    assert (found["polarity.hedged"].seed, found["polarity.hedged"].other) == (one, two)
    assert not turns_polarity(contrast)


@pytest.mark.parametrize(
    ("one", "two"),
    [("only", "also"), ("Even", "Only"), ("instead of", "as well as"), ("excluding", "including")],
)
def test_one_thing_alone_or_among_others_is_not_merely(one: str, two: str) -> None:
    contrast = marked_contrast(f"/ {one} / the widows", f"/ {two} / the widows")

    found = [sign for sign in find_polarity_signs(contrast) if sign.sort]

    assert [(sign.sort, sign.seed, sign.other) for sign in found] == [
        (SenseSort.NOT_MERELY, one, two)
    ]


@pytest.mark.parametrize(
    ("seed", "other", "words"),
    [
        ("It is / not merely / gossip", "It is / not / gossip", ("not merely", "not")),
        (
            "These are not / merely rumors , but corresponds / to reality",
            "These are not / rumours , but correspond / to reality",
            ("not merely", "not"),
        ),
        ("He came / not / merely to eat", "He came / / merely to eat", ("not merely", "merely")),
        ("/ Not only / he voted", "/ Only / he voted", ("Not only", "Only")),
        ("He was / no mere / clerk", "He was / not a / clerk", ("no mere", "not")),
        ("He was / no / mere clerk", "He was / a / mere clerk", ("no mere", "mere")),
        ("I do not sing for money / alone /", "I do not sing for money / now /", ("alone", "")),
        (
            "These are / not only rumours but / facts",
            "These are / / facts",
            ("not only rumours", ""),
        ),
    ],
)
def test_not_merely_against_not_or_nothing_is_a_sign(
    seed: str, other: str, words: tuple[str, str]
) -> None:
    contrast = marked_contrast(seed, other)

    found = {sign.name: sign for sign in find_polarity_signs(contrast)}

    sign = found["polarity.not merely"]
    assert (sign.seed, sign.other, sign.sort) == (*words, SenseSort.NOT_MERELY)
    assert turns_polarity(contrast)
    assert turns_polarity(marked_contrast(other, seed))


@pytest.mark.parametrize(
    ("seed", "other"),
    [
        ("/ not only / the miller / but / his sons", "/ / the miller / and / his sons"),
        ("/ not merely / the miller", "/ not just / the miller"),
        ("I do not sing for bread / alone /", "I do not / only / sing for bread"),
    ],
)
def test_not_only_against_both_is_no_change(seed: str, other: str) -> None:
    assert not turns_polarity(marked_contrast(*(_first_only(text) for text in (seed, other))))


def _first_only(text: str) -> str:
    """Return a text without its slashes after the second."""
    parts = text.split("/")
    return "/".join((parts[0], parts[1], "".join(parts[2:])))


def test_only_against_alone_is_no_change() -> None:
    assert not turns_polarity(marked_contrast("/ only / the widows", "the widows / alone /"))


@pytest.mark.parametrize(
    ("word", "hints"),
    [("No", True), ("unpaid", True), ("refuses", True), ("forgot", True), ("uncle", False)],
)
def test_words_hint_at_polarity(word: str, *, hints: bool) -> None:
    assert bool(word_hints(word, "en") & DENIAL) is hints
    assert not word_hints(word, "la") & DENIAL


def test_a_language_without_a_table_has_no_signs() -> None:
    assert (
        list(find_polarity_signs(marked_contrast("non / venit / puer", "/ venit / puer", "la")))
        == []
    )


def test_of_very_many_denials_a_hundred_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[tuple[object, ...]] = []

    def counted(*pair: object) -> float:
        compared.append(pair)
        return 0.0

    comparison = "variants.classify.sense.denials._Comparison"
    # Counted, since no test is timed.
    monkeypatch.setattr(f"{comparison}._nearness", counted)
    text = "no boat " * 400

    compare_denials(*(SideOfBead(text.split(), language_of("en")) for _ in range(2)))

    assert len(compared) == 100 * 100
