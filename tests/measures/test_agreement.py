from hypothesis import given

from tests.project.editions import editions, telegram
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.collation import Collation
from variants.types.measure import Agreement, Shares
from variants.types.variant import VariantClass
from variants.types.witness import Witness
from variants.types.words import TokenKind
from variants.words.tokenize import tokens_of

_FLAG = "Sixteen ships carried no flag.\n"
_SHIPS = (
    f"The convoy left at dawn.\n{_FLAG}Nobody waved to them.\n"
    "The ice was late that year.\nThe old admiral slept well.\nRain fell on the harbour."
)


def _agreements(*texts: str) -> tuple[Agreement, ...]:
    witnesses = [Witness(siglum, text) for siglum, text in zip("SABC", texts, strict=False)]
    return _measured(collate(witnesses, Settings(segmenter="lines")))


def _measured(collation: Collation) -> tuple[Agreement, ...]:
    assert collation.measures is not None
    return collation.measures.agreements


def test_words_are_the_same_but_for_form_different_or_missing() -> None:
    seed = "Sixteen ships left the harbour.\nNobody waved.\nThe old admiral slept well."
    other = "16 ships left the harbor.\nNobody waved.\nThe admiral snored well today."

    (agreement,) = _agreements(seed, other)

    assert agreement.words == Shares(same=8, form=2, different=1, missing=1)
    assert agreement.sentences == Shares(same=1, form=1, different=1, missing=0)
    assert agreement.added == 1


def test_a_sentence_that_is_left_out_is_missing_with_all_its_words() -> None:
    (agreement,) = _agreements(_SHIPS, _SHIPS.replace(_FLAG, ""))

    assert agreement.sentences == Shares(5, 0, 0, 1)
    assert agreement.words == Shares(25, 0, 0, 5)
    assert dict(agreement.classes)[VariantClass.EXTENT] == 1


def test_a_sentence_that_was_put_in_counts_as_added() -> None:
    (agreement,) = _agreements(_SHIPS.replace(_FLAG, ""), _SHIPS)

    assert agreement.added == 5
    assert agreement.words == Shares(25, 0, 0, 0)


def test_a_text_agrees_with_itself_wholly() -> None:
    seed, *_ = telegram()

    (agreement,) = _measured(collate([seed, Witness("A", seed.text)], Settings()))

    assert agreement.words.same == agreement.words.total > 300
    assert agreement.sentences.same == agreement.sentences.total == 30


def test_a_further_witness_changes_no_share() -> None:
    seed, first, *more = telegram()

    alone = _measured(collate([seed, first], Settings()))[0]
    together = _measured(collate([seed, first, *more], Settings()))[0]

    assert (alone.words, alone.sentences, alone.added) == (
        together.words,
        together.sentences,
        together.added,
    )


@given(editions)
def test_every_sentence_and_word_of_the_seed_is_counted_once(edition: tuple[Witness, ...]) -> None:
    collation = collate(edition, Settings())

    words = sum(
        token.kind is not TokenKind.PUNCTUATION
        for sentence in collation.seed.sentences
        for token in tokens_of(collation.seed, sentence)
    )
    for agreement in _measured(collation):
        assert agreement.sentences.total == len(collation.seed.sentences)
        assert agreement.words.total == words


def test_a_share_of_nothing_is_none() -> None:
    assert Shares(0, 0, 0, 0).share(0) is None
    assert Shares(1, 1, 1, 1).share(1) == 0.25
