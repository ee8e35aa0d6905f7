"""Letters beyond ASCII that languages write in their own words, in lower case."""

from __future__ import annotations

from collections.abc import Mapping

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщьюя"
_OF_SERBIAN_AND_MACEDONIAN = "абвгдежзијклмнопрстуфхцчџшљњ"

LETTERS: Mapping[str, frozenset[str]] = {
    tag: frozenset(letters)
    for tag, letters in {
        "be": _CYRILLIC.replace("и", "").replace("щ", "") + "ёіўыэ",
        "bg": _CYRILLIC + "ъѝ",
        "ca": "àçèéíïòóúü",
        "cs": "áčďéěíňóřšťúůýž",
        "da": "æøåéòôü",
        "de": "äöüß",
        "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
        "es": "áéíñóúüªº",
        "et": "äõöüšž",
        "fi": "äöåšž",
        "fr": "àâæçéèêëîïôœùûüÿ",
        "ga": "áéíóú",
        "hr": "čćđšž",
        "hu": "áéíóöőúüű",
        "is": "áðéíóúýþæö",
        "it": "àèéìíòóùú",
        "la": "æœëáéíóúý",
        "lt": "ąčęėįšųūž",
        "lv": "āčēģīķļņšūž",
        "mk": _OF_SERBIAN_AND_MACEDONIAN + "ѓѕќѐѝ",
        "nb": "æøåéèêòóôü",
        "nl": "áèéêëíïóöúü",
        "pl": "ąćęłńóśźż",
        "pt": "áâãàçéêíóôõúü",
        "ro": "ăâîşţșț",
        "ru": _CYRILLIC + "ёъыэ",
        "sk": "áäčďéíĺľňóôŕšťúýž",
        "sl": "čšž",
        "sq": "çë",
        "sr": _OF_SERBIAN_AND_MACEDONIAN + "ђћ",
        "sv": "åäöéà",
        "tr": "çğıöşüâîûi̇",
        "uk": _CYRILLIC + "ґєії",
    }.items()
}
"""Letters by the language's tag."""

SHARES: Mapping[str, float] = dict.fromkeys(("cs", "hu", "is", "sk"), 0.11) | {
    **dict.fromkeys(("ga", "lv", "sq", "tr"), 0.08),
    **dict.fromkeys(("lt", "pl", "ro"), 0.05),
    **dict.fromkeys(("fi", "fr", "et", "pt", "sv"), 0.04),
    **dict.fromkeys(("ca", "da", "de", "es", "hr", "nb", "sl"), 0.02),
}
"""Share of these letters among all letters of a text, for languages that write others as well."""
