"""Russian: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.cardinal_forms import cardinals_from_two
from variants.languages.language import Language
from variants.languages.letter_spelling import with_letters
from variants.languages.value_table import ValueWords

RUSSIAN = Language(
    "ru",
    spelling=with_letters({"ё": "е"}),
    value_words=ValueWords(
        cardinals=cardinals_from_two(
            "два две двух двум двумя двое, три трех трёх трем трём тремя трое, "
            "четыре четырех четырёх четырем четырём четырьмя, пять пяти пятью, "
            "шесть шести шестью, семь семи, восемь восьми восемью, "
            "девять девяти девятью, десять десяти десятью, одиннадцать одиннадцати, "
            "двенадцать двенадцати, тринадцать тринадцати, четырнадцать четырнадцати, "
            "пятнадцать пятнадцати, шестнадцать шестнадцати, семнадцать семнадцати, "
            "восемнадцать восемнадцати, девятнадцать девятнадцати, двадцать двадцати"
        ),
    ),
    abbreviations=frozenset(
        "адм адмир Адм Акад акад арх архиеп архим архп асс Ген ген геол гос Гр гр гражд губ дир "
        "док доц е зав зам Зам Им им Инж инж инсп кав кавк кап Кн кн лейт мин митр млад наб "
        "напр обл оз отд полк пом пос пр-т пред предс прот Проф проф ред респ Св св свящ секр "
        "см сов соч Ср ср станц Тов тов тт тт-щи ул фельдм худ чл юр".split()
    ),
    numbered_abbreviations=frozenset(
        "абз авг альб апр вкл вып гл д дд дек док ед ил илл инв исх кат кн л лл марта нояб ок "
        "окт оп п пар пп прил прим прот разд рег ред рис с сб св сент сл соч сп ст стб стр т "
        "таб табл тетр тт ф февр фонд фотогр хр ч шифр экз янв".split()
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
    page_words=frozenset("л лист листы об с стр страница".split()),
    editors_words=frozenset("неразборчиво нрзб неразб".split()),
)
