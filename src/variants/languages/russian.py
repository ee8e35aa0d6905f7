"""Russian: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.language import Language

RUSSIAN = Language(
    "ru",
    abbreviations=frozenset(
        "е им тов тт Тов ген Ген акад адм гр гос губ док зам инж кап кн мин обл пом пос проф "
        "пр-т см Ср ср Акад Инж Проф напр ул".split()
    ),
    numbered_abbreviations=frozenset(
        "авг апр вып гл д дек док ил кн л марта нояб окт оп п пп прим рис с сб св сент ст стр "
        "т таб табл тт ф февр фонд ч янв".split()
    ),
    counted_abbreviations=frozenset(
        "вв г га гг ед кг км л м мин млн млрд об руб с стр т тыс ц ч чел экз".split()
    ),
    ending_abbreviations=("и т. д", "и т. п", "и др", "и пр"),
    openers=frozenset(
        "а без бы в вот все всё где для до его ее её если за и из их к как когда кто мне мы на "
        "над не нет но о об он она они от по под после потом при с сам со так там тогда тот ты "
        "у что эта эти это этот я".split()
    ),
)
