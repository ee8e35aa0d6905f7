"""Spanish: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.cardinal_forms import cardinals_from_two
from variants.languages.language import Language
from variants.languages.value_table import ValueWords

SPANISH = Language(
    "es",
    value_words=ValueWords(
        cardinals=cardinals_from_two(
            "dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, "
            "quince, dieciseis, diecisiete, dieciocho, diecinueve, veinte"
        ),
        hours=frozenset({"h"}),
    ),
    abbreviations=frozenset(
        "Adm Alm Arz Cap Card Cía Cnel Col Cte Dña Excmo Fr Gral Gob Ilmo Lcdo Lic Mons Pbro "
        "PP Prof RR Rvdo SS Sgto Sto Tte Ud Uds Vd Vds alm avda cap card cía cnel cte dpto gob "
        "gral lic mons prof tte".split()
    ),
    numbered_abbreviations=frozenset(
        "art arts cap caps col cols doc docs f fasc fig figs fol fols ff l lib leg n núm núms p "
        "pp párr s sec ss t tít tomo v vol vols".split()
    ),
    ending_abbreviations=("etc", "sigs", "y ss"),
    openers=frozenset(
        "a al algunos allí ante antes aquel aquella aquí así aunque cada como con cuando de "
        "desde después donde dos el ella ellas ellos en entonces entre era es esa ese eso esta "
        "este esto fue hasta hay la las le les lo los luego mas me mi mientras muy más nada ni "
        "no nos o para pero poco por porque pues que quien se según ser si sin sino sobre son "
        "su sus también tan te toda todo todos tras tu un una uno unos y ya yo él".split()
    ),
    page_words=frozenset("folio hoja página páginas".split()),
    editors_words=frozenset("ilegible ilegibles".split()),
)
