import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from variants.languages import language_of
from variants.types.span import Span
from variants.types.words import TokenKind
from variants.words.tokenize import _PLAIN_PATTERN, _compiled, count_words, tokenize

_ENGLISH = language_of("en")


@given(texts)
def test_only_white_space_lies_between_tokens(text: str) -> None:
    tokens = tokenize(text, Span(0, len(text)), _ENGLISH)

    rest = list(text)
    for token in tokens:
        assert token.span.length
        rest[token.span.start : token.span.end] = " " * token.span.length
    assert not "".join(rest).strip()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("MIG-15s, won’t", ["MIG-15s", ",", "won’t"]),
        ("No. 302/sh", ["No", ".", "302/sh"]),
        ("the U.S. forces", ["the", "U.S.", "forces"]),
        ("First—about", ["First", "—", "about"]),
        ("12,000 at 9:40", ["12,000", "at", "9:40"]),
        ("end.”", ["end", ".", "”"]),
        ("two hundred and ten of 3 000", ["two hundred and ten", "of", "3 000"]),
        ("$200, 10% or 10 per cent", ["$200", ",", "10%", "or", "10 per cent"]),
        ("half a million, 3 1/2 or 3½", ["half a million", ",", "3 1/2", "or", "3½"]),
        ("two or three on 13 June", ["two", "or", "three", "on", "13", "June"]),
        ("two and then three and a dozen", ["two", "and", "then", "three", "and", "a", "dozen"]),
        ("Commit-\ntee, well-\r\n  known", ["Commit-\ntee", ",", "well-\r\n  known"]),
        ("ran -\nlate, Sun-\nDay", ["ran", "-", "late", ",", "Sun", "-", "Day"]),
        ("停战MIG-15", ["停", "战", "MIG-15"]),
        ("１９５１年６月３日に50機", ["１９５１", "年", "６", "月", "３", "日", "に", "50", "機"]),
        ("و١٬٢٠٠ طائرة", ["و", "١٬٢٠٠", "طائرة"]),
        ('ד״ר מצה"ל ב־3 "זה"', ["ד״ר", 'מצה"ל', "ב", "־", "3", '"', "זה", '"']),
        ("ἀλλ᾽οὐκ", ["ἀλλ᾽οὐκ"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("co\u00adoperate", ["co\u00adoperate"]),
        ("naïve cafe\u0301", ["naïve", "cafe\u0301"]),
        ("ok 👩‍👩‍👧!", ["ok", "👩‍👩‍👧", "!"]),
        ("الهدنة مفيدة", ["الهدنة", "مفيدة"]),
    ],
)
def test_words_keep_what_belongs_to_them(text: str, tokens: list[str]) -> None:
    found = tokenize(text, Span(0, len(text)), _ENGLISH)

    assert [token.span.of(text) for token in found] == tokens


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("pilots", TokenKind.CONTENT),
        ("The", TokenKind.FUNCTION),
        ("sixteen", TokenKind.NUMBER),
        ("16", TokenKind.NUMBER),
        ("MIG-15s", TokenKind.CONTENT),
        ("—", TokenKind.PUNCTUATION),
    ],
)
def test_tokens_have_their_kind(word: str, kind: TokenKind) -> None:
    (token,) = tokenize(word, Span(0, len(word)), _ENGLISH)

    assert token.kind is kind


def test_words_are_counted_as_they_are_tokenized() -> None:
    text = "He paid one hundred and ten of 3 000 marks, ten per cent, in ten days."

    counts = count_words(text, Span(0, len(text)), _ENGLISH)

    assert counts["one hundred and ten"] == counts["3 000"] == counts["ten per cent"] == 1
    assert counts["ten"] == 1


@given(st.text(st.sampled_from("aBz09'’-.,:/“”‘–—… \t\r\n\v\x1c()")))
def test_both_patterns_find_equal_words_in_plain_text(text: str) -> None:
    found = [[match.span() for match in p.finditer(text)] for p in (_PLAIN_PATTERN, _compiled())]

    assert found[0] == found[1]
