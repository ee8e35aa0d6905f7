import pytest

from variants.segmenters import cut_sentences
from variants.types.witness import Witness

_CABLE = "ROAD OPEN STOP WILL STOP AT MILL STOP SEND OIL COMMA NOT TAR STOP DUNN"
_PROSE = (
    "We had to stop. Then Ruth came to the stop. Nobody would stop. It was the last stop. We left."
)


def _sentences(text: str, *, language: str = "en", telegraph: bool | None = None) -> list[str]:
    cut = cut_sentences(Witness("S", text, language=language, telegraph=telegraph))
    return [cut.text_of(number) for number in range(len(cut.sentences))]


def test_stop_ends_the_sentences_of_a_telegram_unless_it_is_a_verb() -> None:
    assert _sentences(_CABLE) == [
        "ROAD OPEN STOP",
        "WILL STOP AT MILL STOP",
        "SEND OIL COMMA NOT TAR STOP",
        "DUNN",
    ]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ru", "ДОРОГА ОТКРЫТА ТЧК ШЛИТЕ МАСЛО ЗПТ СОЛЬ ТЧК ЖДУ ТЧК БЕЛОВ", 4),
        ("de", "WEG FREI STOP SCHICKT SALZ STOP WARTE STOP BELOW", 4),
        ("en", "Road open stop Send oil stop Waiting full stop Dunn", 4),
        (
            "en",
            "ROAD OPEN STOP WHO PAYS QUERY YOUR QUERY LATE STOP SEND OIL STOP PARA BOAT SUNK STOP",
            5,
        ),
        ("en", "road open (stop) send oil - stop - we stop at mill stop - dunn", 4),
        ("en", "the bus stop was shut and the next stop was far but his stop was near", 1),
        ("en", "his stop was shut and her stop was far but our stop was near", 1),
        ("en", "Dunn left his stop - too late - and her stop - too soon - for our stop - here", 1),
        ("en", "EACH STOP WAS SHUT AND EVERY STOP WAS FAR BUT THIS STOP WAS NEAR", 1),
        ("en", "THE BUS STOP AND THE NEXT STOP AND EACH STOP WERE SHUT BUT ONE STOP WAS NOT", 1),
        ("en", "WAIT UNTIL MONDAY NEXT STOP SEND OIL ON JUNE FIRST STOP COMING BY BUS STOP", 3),
        ("en", "POLICE STOP CARS AND GUARDS STOP BOATS", 1),
        ("en", "Road open STOP wait Monday STOP send oil STOP Dunn", 4),
        ("en", "ROAD OPEN (STOP) SEND OIL (STOP) WAITING (FULL STOP) DUNN", 4),
        ("en", "ROAD OPEN - STOP - SEND OIL - STOP - WAITING — STOP — DUNN", 4),
        ("en", "ROAD OPEN STOP SEND OIL STOP", 2),
        ("en", "Road open stop Send oil stop", 1),
        ("en", "ROAD OPEN STOP PARA 2 BOAT SUNK STOP SEND OIL STOP", 3),
    ],
)
def test_spoken_stops_are_known_in_several_forms(language: str, text: str, count: int) -> None:
    assert len(_sentences(text, language=language)) == count


def test_stop_is_a_word_of_prose() -> None:
    assert _sentences(_PROSE) == [
        "We had to stop.",
        "Then Ruth came to the stop.",
        "Nobody would stop.",
        "It was the last stop.",
        "We left.",
    ]


def test_a_telegram_is_recognised_among_paragraphs_of_prose() -> None:
    prose = "This was found in a box. It had been there for years. Nobody knew of it. " * 6

    assert _sentences(f"{prose}\n\n{_CABLE}\n\n{prose}").count("DUNN") == 1


def test_a_notice_states_that_a_telegram_was_recognised() -> None:
    (notice,) = cut_sentences(Witness("S", _CABLE)).witness.notices

    assert notice.siglum == "S"
    assert "STOP ends 3 sentences" in notice.message
    assert "telegraph = false" in notice.message


def test_the_setting_overrules_the_rate() -> None:
    few = "SEND OIL STOP DUNN"

    assert _sentences(few) == [few]
    assert _sentences(few, telegraph=True) == ["SEND OIL STOP", "DUNN"]
    assert _sentences(_CABLE, telegraph=False) == [_CABLE]
    assert cut_sentences(Witness("S", _CABLE, telegraph=True)).witness.notices == ()
