import sys

import pytest

from variants.errors import NoScores
from variants.measures.scores import SCORES, measure_scores
from variants.pipeline import collate
from variants.settings import Settings
from variants.types.measure import Score
from variants.types.witness import Witness


def _scores(seed: str, other: str) -> dict[str, Score]:
    collation = collate([Witness("S", seed), Witness("A", other)], Settings(segmenter="lines"))
    found = measure_scores(collation.seed, collation.others[0], collation.passages, list(SCORES))
    return {score.name: score for score in found}


def test_the_same_text_needs_no_edit_and_shares_every_letter() -> None:
    scores = _scores("A red wall.\nA green door.", "A red wall.\nA green door.")

    assert (scores["ter"].value, scores["chrf"].value) == (0.0, 100.0)


def test_edits_are_counted_for_a_hundred_words_of_the_seed() -> None:
    assert _scores("the red wall stands", "the red house stands")["ter"].value == 25.0


def test_what_only_the_witness_has_counts_as_edits() -> None:
    seed = "The convoy left at dawn.\nNobody waved to them."
    more = "The convoy left at dawn.\nSixteen ships carried no flag.\nNobody waved to them."

    assert _scores(seed, more)["ter"].value == pytest.approx(100 * 5 / 9, abs=0.01)


def test_each_score_says_what_made_it() -> None:
    for score in _scores("a wall", "a house").values():
        assert score.signature.startswith("nrefs:1|case:mixed|")
        assert "version:" in score.signature


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == "sacrebleu"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "sacrebleu", None)

    with pytest.raises(NoScores, match="needs sacrebleu") as raised:
        _scores("a wall", "a house")

    assert raised.value.hint.endswith(" sacrebleu")
    assert raised.value.exit_code == 5
