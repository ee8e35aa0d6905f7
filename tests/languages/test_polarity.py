import pytest

from variants.languages import fold
from variants.languages.english.polarity_words import denied_base, is_comparative
from variants.languages.known import KNOWN, language_of
from variants.languages.polarity import (
    Denial,
    WordsOfSentence,
    are_cancelling,
    phrases_in,
    read_denials,
)
from variants.languages.polarity_table import DenialKind, PolarityWords

_OTHER_WORDS = """
under uncle union until unless nevertheless unfolding discover distance important improve invest
inform industry imagine illustrate irritate bless nonsense
"""


def _table(tag: str = "en") -> PolarityWords:
    table = language_of(tag).polarity
    assert table is not None
    return table


def _sentence(text: str, tag: str = "en") -> WordsOfSentence:
    language = language_of(tag)
    words = text.split()
    keys = [fold(word) for word in words]
    content = frozenset(
        n
        for n, key in enumerate(keys)
        if key[0].isalpha() and key not in language.function_words and key not in language.modals
    )
    return WordsOfSentence(words, keys, [language.lemma(key) for key in keys], content)


def _denials(text: str, tag: str = "en") -> list[tuple[str, DenialKind]]:
    words = text.split()
    found = read_denials(_sentence(text, tag), _table(tag))
    return [(" ".join(words[each.start : each.stop]), each.kind) for each in found]


def _read(text: str) -> tuple[Denial, ...]:
    return read_denials(_sentence(text), _table())


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("the herald did not speak", "not", DenialKind.WORD),
        ("the herald cannot speak", "cannot", DenialKind.WORD),
        ("the herald didn't speak", "didn't", DenialKind.WORD),
        ("the herald hardly spoke", "hardly", DenialKind.WORD),
        ("no one spoke", "no one", DenialKind.WORD),
        ("they rode without lanterns", "without", DenialKind.WORD),
        ("we stay unless it thaws", "unless", DenialKind.WORD),
        ("the herald refused to speak", "refused", DenialKind.VERB),
        ("the herald failed to speak", "failed", DenialKind.VERB),
        ("the village was free from plague", "free from", DenialKind.VERB),
        ("the herald was disloyal", "disloyal", DenialKind.AFFIX),
        ("the search was fruitless", "fruitless", DenialKind.AFFIX),
    ],
)
def test_a_denial_has_its_words_and_its_means(text: str, cue: str, kind: DenialKind) -> None:
    assert _denials(text) == [(cue, kind)]


@pytest.mark.parametrize(
    ("tag", "text", "cue", "kind"),
    [
        ("de", "er kam nicht mehr heim", "nicht mehr", DenialKind.WORD),
        ("de", "sie weigerten sich", "weigerten", DenialKind.VERB),
        ("de", "der Rat wies den Boten , der kam , ab", "", DenialKind.VERB),
        ("de", "der Rat wies den Boten zurück", "wies", DenialKind.VERB),
        ("de", "sie lehnen den Antrag ab", "lehnen", DenialKind.VERB),
        ("de", "der Rat wies den Boten an", "", DenialKind.VERB),
        ("de", "seine hoffnungslose Lage", "hoffnungslose", DenialKind.AFFIX),
        ("de", "es waren nicht mehr als zehn", "", DenialKind.WORD),
        ("pl", "rajcy odmówili pomocy", "odmówili", DenialKind.VERB),
        ("pl", "droga niebezpieczna", "niebezpieczna", DenialKind.AFFIX),
        ("pl", "droga bezpieczna", "", DenialKind.AFFIX),
        ("ru", "они отвергли мир", "отвергли", DenialKind.VERB),
        ("ru", "без малого сто", "", DenialKind.WORD),
        ("ru", "безнадёжный больной", "безнадёжный", DenialKind.AFFIX),
    ],
)
def test_a_denial_is_read_in_a_language(tag: str, text: str, cue: str, kind: DenialKind) -> None:
    assert _denials(text, tag) == ([(cue, kind)] if cue else [])


def test_the_scope_of_a_phrase_is_in_the_clause_that_it_begins() -> None:
    text = "er ging ohne dass man ihn sah"
    (denial,) = read_denials(_sentence(text, "de"), _table("de"))

    assert [text.split()[n] for n in denial.scope] == ["man", "ihn", "sah"]


@pytest.mark.parametrize(
    "text",
    [
        "no sooner had the bell rung than they left",
        "not only the miller but his sons came",
        "it was no small feat",
        "no fewer than nine came",
        "no later than noon",
        "he could not but laugh",
        "there is no doubt of it",
        "see No . 17 there",
        "see No 17 there",
        "the attempt failed",
        "he forgot the lantern",
        "his uncle waited until noon to discuss important news",
    ],
)
def test_a_phrase_that_denies_nothing_is_no_denial(text: str) -> None:
    assert _denials(text) == []


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("unlikely", "likely"),
        ("dishonour", ""),
        ("irregular", "regular"),
        ("immoral", "moral"),
        ("illegal", "legal"),
        ("indirect", "direct"),
        ("disagree", "agree"),
        ("unburied", "buried"),
        ("non-resident", "resident"),
        ("hopeless", "hope"),
        ("merciless", "mercy"),
        ("careless", "care"),
        ("unlocked", "locked"),
        *((word, "") for word in _OTHER_WORDS.split()),
    ],
)
def test_a_negative_affix_is_checked_against_the_index(word: str, base: str) -> None:
    assert denied_base(word) == base


@pytest.mark.parametrize(
    ("word", "comparative"),
    [
        ("later", True),
        ("fewer", True),
        ("stronger", True),
        ("never", False),
        ("under", False),
        ("number", False),
        ("foreigner", False),
    ],
)
def test_comparatives_are_recognised(word: str, *, comparative: bool) -> None:
    assert is_comparative(word) is comparative


def test_the_scope_of_a_denial_ends_with_its_clause() -> None:
    (denial,) = _read("they did not burn the mill but drank the wine")

    assert denial.scope == (3, 5)
    assert denial.clause == 0


def test_the_scope_of_a_denial_at_the_end_is_the_word_before_it() -> None:
    (denial,) = _read("the bells rang not .")

    assert denial.scope == (2,)


@pytest.mark.parametrize(
    ("tag", "text", "cues"),
    [
        ("fr", "il ne peut entrer", ["ne peut"]),
        ("fr", "il ne peut pas entrer", ["pas"]),
        ("fr", "il ne peut que rire", []),
        ("fr", "je ne saurais le dire", ["ne saurais"]),
        ("fr", "ils n'osèrent entrer", ["n'osèrent"]),
        ("fr", "ni le duc ni son frère ne vinrent", ["ni"]),
        ("fr", "il n'a ni père , ni mère", ["ni"]),
        ("fr", "plus savante que ses maîtres ne le croient", []),
        ("fr", "il partit sans que le duc le sût", ["sans que"]),
        ("fr", "il partit sans que personne ne le sût", ["sans que"]),
        ("fr", "une chose impossible", ["impossible"]),
        ("fr", "une lettre importante", []),
        ("es", "ni su padre , ni su madre vino", ["ni"]),
        ("es", "hasta que no hubo luz", []),
        ("es", "los testigos negaron el hecho", ["negaron"]),
        ("es", "una cosa imposible", ["imposible"]),
        ("it", "né il duca né il fratello venne", ["né"]),
        ("it", "né il padre , né la madre venne", ["né"]),
        ("it", "ne venne il duca", []),
        ("it", "più dotto di quanto non credano", []),
        ("it", "una cosa impossibile", ["impossibile"]),
    ],
)
def test_denials_are_read_in_a_language(tag: str, text: str, cues: list[str]) -> None:
    found = [
        fold(" ".join(text.split()[one.start : one.stop]))
        for one in _read_in(tag, text)
        if not one.weak
    ]

    assert found == [fold(cue) for cue in cues]


def test_a_phrase_denies_words_of_the_clause_that_it_ends_in() -> None:
    (denial,) = _read_in("es", "salió sin que el juez lo viera y volvió")

    assert denial.scope == (3, 4, 5, 6)
    assert denial.clause == 1


def _read_in(tag: str, text: str) -> tuple[Denial, ...]:
    language, words = language_of(tag), text.split()
    keys = [language.fold(word) for word in words]
    lemmas = [language.lemma(key) for key in keys]
    assert language.polarity is not None
    content = frozenset(range(len(keys)))
    return read_denials(WordsOfSentence(words, keys, lemmas, content), language.polarity)


@pytest.mark.parametrize(
    ("text", "cancel"),
    [
        ("it was not impossible", True),
        ("she never fails to write", True),
        ("no page of the chronicle is unread", False),
        ("he refused the unpaid work", False),
    ],
)
def test_a_negation_cancels_the_denial_after_it(text: str, *, cancel: bool) -> None:
    first, second = _read(text)

    assert are_cancelling(first, second) is cancel


def test_a_word_that_can_replace_a_denial_is_weak() -> None:
    assert [denial.weak for denial in _read("few came and none stayed")] == [True, False]


def test_the_longest_phrase_is_found() -> None:
    keys = ["not", "only", "only", "the"]

    assert phrases_in(keys, frozenset({("only",), ("not", "only")})) == [range(2), range(2, 3)]


def test_eight_languages_have_a_table_of_denials() -> None:
    found = [tag for tag in KNOWN if language_of(tag).polarity is not None]

    assert found == ["de", "en", "es", "fr", "it", "pl", "ru", "zh"]


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("they came not to learn and mention it", True),
        ("they came not to praise but bury him", False),
        ("they came not to learn and mentioned it", False),
    ],
)
def test_a_denial_reaches_over_and_to_a_word_in_one_form(text: str, *, reached: bool) -> None:
    (denial,) = _read(text)

    assert (text.split().index("to") + 3 in denial.scope) is reached
