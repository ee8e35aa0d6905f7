import codecs
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.strategies import texts
from variants.errors import BinaryFile, InputError, UndecodableText, UnknownEncoding
from variants.readers.encoding import Decoded, decode
from variants.readers.file_text import ReadOptions
from variants.readers.formats import read_content

_PATH = Path("letter.txt")
_CURLY = "We don’t object—“Deliver it”, he wrote. Café.\r\n"
_GERMAN = "Die Verhandlungen müssen geführt werden, später wäre es zu spät. Größe."
_FRENCH = "Le général a été reçu à l’hôtel où il a parlé de l’armée française. C’était là."
_RUSSIAN = "Мы считаем, что перемирие теперь выгодно. Ваши летчики уже готовы летать."
_CHINESE = "我们认为现在停战是有利的。我们不会反对。我们建议你们坚守防线。"
_JAPANESE = "私たちは今休戦が有利であると認めました。反対はありません。"
_KOREAN = "우리는 지금 휴전이 유리하다고 인정했습니다."
_POLISH = "Uważamy, że rozejm jest teraz korzystny, ponieważ żołnierze są już zmęczeni."
_GREEK = "Θεωρούμε ότι η ανακωχή είναι τώρα συμφέρουσα για όλους μας."


def _decode(data: bytes, *, encoding: str | None = None, language: str = "en") -> Decoded:
    return decode(_PATH, data, encoding=encoding, language=language)


def _is_text(text: str) -> bool:
    """Return True if a file with this text does not look binary."""
    controls = sum((c < " " and c not in "\t\n\v\f\r\x1a\x1b") or c == "\x7f" for c in text)
    return "\0" not in text and controls <= 0.02 * len(text)


_unmarked = texts.filter(lambda text: _is_text(text) and not text.startswith("\ufeff"))


@given(_unmarked)
def test_utf_8_gives_the_text_back(text: str) -> None:
    # A text may begin like a PDF; no text of people does.
    assume(not text.startswith(("%PDF", "PK", "{\\rtf", "GIF8")))

    assert _decode(text.encode()) == Decoded(text, "utf-8", guessed=False)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@given(text=texts.filter(_is_text))
def test_a_mark_names_the_encoding_and_is_not_text(mark: bytes, encoding: str, text: str) -> None:
    assert _decode(mark + text.encode(encoding)) == Decoded(text, encoding, guessed=False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [_CURLY, _RUSSIAN, _CHINESE + "\n", "FILIPPOV"])
def test_wide_encodings_without_a_mark_are_guessed(encoding: str, text: str) -> None:
    assert _decode(text.encode(encoding)) == Decoded(text, encoding, guessed=True)


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        (_CURLY, "cp1252", "en"),
        ("£5 – no more.", "cp1252", "en-GB"),
        (_CURLY, "mac_roman", "en"),
        (_GERMAN, "cp1252", "de"),
        (_GERMAN, "cp850", "de"),
        (_GERMAN, "mac_roman", "en"),
        (_FRENCH, "cp1252", "fr"),
        (_FRENCH, "mac_roman", "fr"),
        (_RUSSIAN, "cp1251", "en"),
        (_RUSSIAN, "koi8_r", "ru"),
        (_RUSSIAN, "cp866", "ru"),
        (_POLISH, "cp1250", "pl"),
        (_GREEK, "cp1253", "el"),
        (_CHINESE, "gb18030", "zh"),
        (_CHINESE.replace("们", "們"), "big5", "zh"),
        (_JAPANESE, "shift_jis", "ja"),
        (_JAPANESE, "euc_jp", "ja"),
        (_KOREAN, "euc_kr", "ko"),
    ],
)
def test_encodings_of_older_machines_are_guessed(text: str, encoding: str, language: str) -> None:
    known = text.encode(encoding, "ignore").decode(encoding)

    decoded = _decode(known.encode(encoding), language=language)

    assert (decoded.text, decoded.encoding, decoded.guessed) == (known, encoding, True)


_TURKISH = (
    "Ateşkesin şimdi yararlı olduğunu düşünüyoruz, çünkü askerler yorgun. Işıkların söndüğü "
    "gece, ağır yağmurun altında dağı aştılar."
)
_HUNGARIAN = (
    "Úgy véljük, hogy a fegyverszünet most előnyös, mert a katonák már fáradtak. "
    "A hegyekből jövő erős szél miatt a gyűlést későbbre tűzték ki."
)
_CZECH = (
    "Domníváme se, že příměří je nyní výhodné, protože vojáci jsou už unavení. "
    "Večer začalo pršet a šest lodí zůstalo u břehu."
)
_SLOVENE = (
    "Menimo, da je premirje zdaj koristno, ker so vojaki že utrujeni. "
    "Zvečer je začelo deževati in šest ladij je ostalo ob reki."
)
_LATVIAN = (
    "Mēs uzskatām, ka pamiers tagad ir izdevīgs, jo karavīri jau ir noguruši. "
    "Vakarā sāka līt, un seši kuģi palika pie krasta."
)
_ICELANDIC = (
    "Við teljum að vopnahlé sé nú hagstætt, því að hermennirnir eru þegar þreyttir. "
    "Um kvöldið fór að rigna og sex skip urðu eftir við ströndina."
)
_HEBREW = "אנו סבורים שהפסקת האש מועילה כעת, כי החיילים כבר עייפים. בערב התחיל לרדת גשם."


@pytest.mark.parametrize("language", ["en", "own"])
@pytest.mark.parametrize(
    ("text", "encoding", "own"),
    [
        (_TURKISH, "cp1254", "tr"),
        (_TURKISH, "iso8859-9", "tr"),
        (_HUNGARIAN, "cp1250", "hu"),
        (_HUNGARIAN, "iso8859-2", "hu"),
        (_HUNGARIAN, "cp852", "hu"),
        (_CZECH, "cp1250", "cs"),
        (_CZECH, "iso8859-2", "cs"),
        (_CZECH, "cp852", "cs"),
        (_POLISH, "iso8859-2", "pl"),
        (_POLISH, "cp852", "pl"),
        (_SLOVENE, "cp1250", "sl"),
        (_LATVIAN, "cp1257", "lv"),
        (_ICELANDIC, "cp1252", "is"),
        (_HEBREW, "cp1255", "he"),
        (_RUSSIAN, "iso8859-5", "ru"),
    ],
)
def test_letters_of_a_language_choose_among_encodings(
    text: str, encoding: str, own: str, language: str
) -> None:
    decoded = _decode(text.encode(encoding), language=own if language == "own" else "en")

    assert (decoded.text, decoded.guessed) == (text, True)


def test_names_of_several_languages_in_an_english_text_leave_it_western() -> None:
    text = "The envoys Müller, João and Şen met Ms Škoda. " + "They spoke for an hour. " * 20
    known = text.replace("Ş", "S")

    assert _decode(known.encode("cp1252")) == Decoded(known, "cp1252", guessed=True)


def test_a_notice_names_an_encoding_that_fits_nearly_as_well() -> None:
    data = "Ø=Æ ¤".encode("cp850")

    decoded = _decode(data, language="pl")

    assert decoded.runner_up
    (notice,) = decoded.notices(_PATH)
    assert f"This is uncertain: {decoded.runner_up} fits nearly as well." in notice
    assert notice.endswith(f"name another with --encoding {decoded.runner_up}.")
    assert _decode(data, encoding=decoded.runner_up).text != decoded.text
    assert "uncertain" not in _decode(_CZECH.encode("cp1250")).notices(_PATH)[0]


@pytest.mark.parametrize("language", ["en", "own"])
@pytest.mark.parametrize(
    ("text", "encoding", "own"),
    [
        ("Kuş uçtu.", "cp1254", "tr"),
        ("Işık söndü.", "cp1254", "tr"),
        ("Şimdi gidiyoruz.", "cp1254", "tr"),
        ("Dağda kar var.", "iso8859-9", "tr"),
        ("Użyto broni na środku.", "cp852", "pl"),
        ("Rozejm nie zostanie użyty.", "iso8859-2", "pl"),
        ("A háború nem kezelhető.", "cp852", "hu"),
        ("Nem kezelhető.", "cp1250", "hu"),
        ("Jis neįmanomas.", "cp1257", "lt"),
        ("Pacea a fost încheiată.", "cp1250", "ro"),
        ("La paz llegó mañana.", "mac_roman", "es"),
        ("Það er friður.", "cp1252", "is"),
    ],
)
def test_a_short_text_is_read_rightly_or_said_to_be_uncertain(
    text: str, encoding: str, own: str, language: str
) -> None:
    decoded = _decode(text.encode(encoding), language=own if language == "own" else "en")

    assert decoded.text == text or "This is uncertain" in decoded.notices(_PATH)[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (_CURLY, "en"),
        ("John’s ‘word’ — “so”—was Anglo–American … §5", "en"),
        ("Müller said so.", "en"),
        (_GERMAN, "de"),
        ("Le général a été reçu.", "fr"),
        ("Il a dit : « Oui. »", "fr"),
        ("È già qui.", "it"),
        ("Señor, mañana.", "es"),
        ("Vi går nu över bron.", "sv"),
        (_TURKISH, "en"),
        (_CZECH, "en"),
        (_HUNGARIAN, "en"),
    ],
)
def test_a_text_with_enough_evidence_is_not_uncertain(text: str, language: str) -> None:
    encoding = {_TURKISH: "cp1254", _CZECH: "cp1250", _HUNGARIAN: "cp1250"}.get(text, "cp1252")
    decoded = _decode(text.encode(encoding), language=language)

    assert (decoded.text, decoded.runner_up) == (text, "")
    assert _decode(text.encode(), language=language).notices(_PATH) == ()


def test_the_user_s_word_goes_before_all() -> None:
    assert _decode("é".encode(), encoding="latin-1") == Decoded("Ã©", "iso8859-1", guessed=False)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8-sig", "utf-16-le"])
def test_a_mark_is_no_text_under_a_named_encoding_either(encoding: str) -> None:
    data = "\ufeffletter".encode(encoding.replace("-sig", ""))

    assert _decode(data, encoding=encoding).text == "letter"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32-be"])
def test_a_file_in_utf_8_is_not_read_as_utf_16(encoding: str) -> None:
    with pytest.raises(UndecodableText, match=f"letter.txt is not {encoding}"):
        _decode(b"Deliver at once.", encoding=encoding)

    assert _decode("Ж 1".encode("utf-16-le"), encoding="utf-16-le").text == "Ж 1"


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "", "a\0b", "../x"])
def test_an_unknown_encoding_is_named(name: str) -> None:
    with pytest.raises(UnknownEncoding) as caught:
        _decode(b"text", encoding=name)

    assert caught.value.encoding == name


def test_what_a_named_encoding_cannot_decode_is_placed() -> None:
    with pytest.raises(UndecodableText) as caught:
        _decode(b"one\r\ntwo \xff", encoding="utf-8")

    assert (caught.value.byte, caught.value.line, caught.value.offset) == (0xFF, 2, 9)
    assert "letter.txt is not utf-8: byte 0xFF in line 2 (offset 9)" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"\x7fELF\x02\x01\x01\0\0\0" * 9, 7),
        (b"text\x01\x02\x03\x04 and more", 4),
        (b"\x01\0\x02\0\x03\0", 1),
        (b"a text with one zero\0 in it", 20),
        (codecs.BOM_UTF16_LE + "a\x01\x02\x03".encode("utf-16-le"), 4),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, offset: int) -> None:
    with pytest.raises(BinaryFile) as caught:
        _decode(data)

    assert caught.value.offset == offset


def test_a_stray_control_character_is_text() -> None:
    text = "A note mark of Word\x02 stands here, and the end mark of DOS there, and more.\x1a"

    assert _decode(text.encode()).text == text


def test_half_a_character_is_not_decoded() -> None:
    with pytest.raises(UndecodableText, match="is not utf-7"):
        _decode(b"+2AA-", encoding="utf-7")


@given(st.binary(max_size=300), st.sampled_from(["utf-7", "idna", "utf-16", "cp1252", "gb18030"]))
def test_a_named_encoding_decodes_or_says_what_it_cannot(data: bytes, encoding: str) -> None:
    try:
        decoded = _decode(data, encoding=encoding)
    except InputError:
        return

    assert decoded.encoding == codecs.lookup(encoding).name


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "Größe.\n"),
        ("a.md", "Größe.\n"),
        ("a.csv", "Größe,Maß\nein,zwei\n"),
        ("a.usfm", "\\id RUT\n\\c 1\n\\v 1 Größe\n"),
        ("a.po", 'msgid "size"\nmsgstr "Größe"\n'),
        ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nGröße\n"),
    ],
)
def test_readers_of_text_files_note_a_guess(name: str, content: str) -> None:
    data = content.encode("cp1252")

    guessed = read_content(Path(name), data, ReadOptions(language="de"))
    named = read_content(Path(name), data, ReadOptions(encoding="cp1252"))

    assert "was guessed; it was read as cp1252" in guessed[0].notices[-1]
    assert [each.text for each in named] == [each.text for each in guessed]
    assert named[0].notices == ()
