"""Ukrainian: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.language import Language

UKRAINIAN = Language(
    "uk",
    abbreviations=frozenset(
        "акад Акад архієп бл вул ген Ген гетьм Гр гр Див див доц ім інж Інж кап кн Кн лейт ред "
        "мин митр наб напр обл отам п пл пол полк пор Пор пров проф Проф секр сл сот соч Тов "
        "тов упоряд".split()
    ),
    numbered_abbreviations=frozenset(
        "арк вид вип гл д док ж зб іл кн мал оп п пр прим р рис рік розд с спр ст стор т табл ф "
        "фонд ч".split()
    ),
    counted_abbreviations=frozenset("в вв г га грн км крб м млн млрд р рр с тис ц ч".split()),
    ending_abbreviations=("і т. д", "і т. п", "та ін", "й ін", "та інш"),
    openers=frozenset(
        "а але без би була були було в від він вона вони воно все всі до для з за згодом й і її "
        "їх його коли ми на над не ні о об по потім при про се та там так те ти ти тоді ту тут "
        "у це цей ця хто що як якщо я".split()
    ),
    page_words=frozenset("арк аркуш с стор сторінка".split()),
    editors_words=frozenset("нерозбірливо нерозб".split()),
)
