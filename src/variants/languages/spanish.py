"""Spanish: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.cardinal_forms import months_from_january, numbered
from variants.languages.folding import fold
from variants.languages.language import Language
from variants.languages.limit_table import limits
from variants.languages.polarity_table import PolarityWords, phrases_of, stem_reader
from variants.languages.short_form_table import short_forms
from variants.languages.value_table import Bound, Exactness, ValueWords

_COMMON_CAPITALS = """
    asamblea cámara comisión comité congreso consejo cortes d dios doctor doctora don doña dr
    dra ejército embajador estado general gobierno gral iglesia ministerio ministro papa
    parlamento partido presidente profesor reina república rey secretario senado señor señora sr
    sra ud uds usted ustedes
    espíritu él hijo le lo me mi mis mí nuestro nuestra padre se señores su sus te ti tu tú tus
    vos vosotros vuestra vuestro yo
    """
_SHORT_FORMS = """
    sr=señor sra=señora srta=señorita sres=señores dr=doctor dra=doctora d=don dña=doña
    gral=general cnel=coronel cap=capitán/capítulo tte=teniente lic=licenciado ing=ingeniero
    prof=profesor excmo=excelentísimo ilmo=ilustrísimo rvdo=reverendo sto=santo sta=santa
    ud=usted uds=ustedes vd=usted vds=ustedes cía=compañía núm=número núms=números n=número
    p=página pp=páginas pág=página págs=páginas v=véase vol=volumen t=tomo doc=documento
    art=artículo/artículos h=hora/horas min=minutos etc=et_cetera
    """

_ORDINALS = {
    **numbered("primer primero primera, segundo segunda, tercer tercero tercera", first=1),
    **numbered("cuarto cuarta, quinto quinta, sexto sexta, septimo septima", first=4),
    **numbered("octavo octava, noveno novena, decimo decima, undecimo undecima", first=8),
    **numbered("duodecimo duodecima, decimotercero decimotercera", first=12),
    **numbered("decimocuarto decimocuarta, decimoquinto decimoquinta", first=14),
    **numbered("decimosexto decimosexta, decimoseptimo decimoseptima", first=16),
    **numbered("decimoctavo decimoctava, decimonoveno decimonovena", first=18),
    **numbered("vigesimo vigesima, trigesimo trigesima", first=20, step=10),
    **numbered("cuadragesimo cuadragesima, quincuagesimo quincuagesima", first=40, step=10),
    **numbered("centesimo centesima", first=100),
}
_PARTS = {
    word: number
    for word, number in _ORDINALS.items()
    if number in {*range(3, 11), 100} and word not in {"tercer", "tercero"}
}
"""Ordinals whose plural is a denominator, and that are one before "parte"."""
_AT_LEAST = "al menos|a lo menos|por lo menos|cuando menos|como minimo"
_AT_MOST = "a lo sumo|a lo mas|cuando mas|como maximo|como mucho"
_DENIED = (
    "im-posib im-prud im-pacien im-perf im-pur in-movil in-mort im-modest im-probab in-capa "
    "in-cierto in-cierta in-compl in-cumpl in-dign in-discut in-docil des-igual in-felic "
    "in-feliz in-efic in-evitab in-exact in-exper in-fiel in-finit in-grat in-habil in-just "
    "in-numer in-ofens in-quiet "
    "in-satisf in-sensat in-sensib in-sufic in-toler in-util in-visib ir-regul ir-resol i-legal "
    "i-legit i-legib des-leal des-conoc des-agrad des-obed des-honr des-content"
)
"""Stems with a prefix that denies them."""

SPANISH = Language(
    "es",
    number_words=True,
    value_words=ValueWords(
        cardinals={
            **numbered("dos, tres, cuatro, cinco, seis, siete, ocho, nueve, , once, doce"),
            **numbered("trece, catorce, quince, dieciseis, diecisiete, dieciocho", first=13),
            **numbered("diecinueve, veinte, veintiuno veintiun veintiuna, veintidos", first=19),
            **numbered("veintitres, veinticuatro, veinticinco, veintiseis, veintisiete", first=23),
            **numbered("veintiocho, veintinueve", first=28),
            **numbered("treinta, cuarenta, cincuenta, sesenta, setenta", first=30, step=10),
            **numbered("ochenta, noventa, cien ciento", first=80, step=10),
            **numbered("doscientos doscientas, trescientos trescientas", first=200, step=100),
            **numbered("cuatrocientos cuatrocientas, quinientos quinientas", first=400, step=100),
            **numbered("seiscientos seiscientas, setecientos setecientas", first=600, step=100),
            **numbered("ochocientos ochocientas, novecientos novecientas", first=800, step=100),
        },
        after_tens={"un": 1, "uno": 1, "una": 1},
        scores={"diez": 10},  # For "diez y seis".
        ordinals=_ORDINALS,
        ordinal_tens={word: n for word, n in _ORDINALS.items() if n in range(10, 100, 10)},
        ordinal_endings=frozenset("o a er".split()),
        scales={"mil": 1_000, **dict.fromkeys(("millon", "millones"), 1_000_000)},
        collectives={
            **numbered("decena decenas, , docena docenas, , , quincena", first=10),
            **numbered("veintena, treintena, cuarentena, cincuentena", first=20, step=10),
            **numbered("centena centenas centenar centenares", first=100),
            **numbered("millar millares", first=1_000),
        },
        many={"centenares": 100, "miles": 1_000, "millares": 1_000},
        fractions={"mitad": 1 / 2, "tercio": 1 / 3},
        parts={
            **_PARTS,
            **{f"{part}s": number for part, number in _PARTS.items()},
            "tercios": 3,
        },
        part_words=frozenset({"parte"}),
        of=frozenset({"de", "del"}),
        joints=frozenset({"y"}),
        alternatives=frozenset({"o", "u", "a"}),
        between={"entre": "y", "de": "a"},
        labels=frozenset(
            "acto articulo capitulo escena libro numero pagina parte seccion titulo tomo".split()
        ),
        false_numerals=frozenset({"DI", "MI", "MIL"}),
        joins_ones=True,
        articles=frozenset({"un", "una"}),
        percent=(("%",), ("por", "ciento"), ("por", "cien"), ("por", "100")),
        hours=frozenset("h hs hora horas".split()),
        before_dates=limits(
            {
                Bound.BEFORE: "antes del|antes de",
                Bound.AFTER: "después del|después de|tras el",
                Bound.UNTIL: "hasta|hasta el",
                Bound.SINCE: "desde|desde el|a partir del",
            }
        ),
        unclear_bounds=phrases_of("hasta"),
        before_numbers=limits(
            {
                Bound.AT_LEAST: f"{_AT_LEAST}|no menos de",
                Bound.AT_MOST: f"{_AT_MOST}|hasta|no mas de",
                Bound.OVER: "mas de|por encima de",
                Bound.UNDER: "menos de",
                Exactness.ABOUT: "unos|unas|como unos|alrededor de|aproximadamente|cerca de",
                Exactness.NEARLY: "casi",
                Exactness.EXACTLY: "exactamente|precisamente",
            }
        ),
        months=months_from_january(
            "enero ene, febrero febr feb, marzo, abril abr, mayo, junio jun, julio jul, agosto, "
            "septiembre setiembre sept, octubre oct, noviembre nov, diciembre dic"
        ),
        small_months=True,
        weekdays=numbered("lunes, martes, miercoles, jueves, viernes, sabado, domingo", first=1),
        short_dates=frozenset("ene febr feb abr jun jul sept oct nov dic".split()),
        day_words=frozenset({"de"}),
        after_values=limits(
            {
                Bound.AT_LEAST: f"{_AT_LEAST}|o mas",
                Bound.AT_MOST: f"{_AT_MOST}|o menos",
                Exactness.ABOUT: "poco mas o menos|mas o menos|aproximadamente",
                Exactness.EXACTLY: "exactamente|precisamente",
            }
        ),
    ),
    polarity=PolarityWords(
        words=frozenset(
            "no nunca jamas nadie nada ninguno ninguna ningun ningunos ningunas tampoco ni "
            "sin".split()
        ),
        harmless=phrases_of(
            """
            no solo|no solamente|no unicamente|no obstante|no menos|sin embargo|sin duda
            sin demora|nada menos que|no bien|no hay duda|no cabe duda|no sin|sin cesar|sin mas
            hasta que no|a menos que no|por poco no|nada mas|siempre jamas
            """
        ),
        phrases=phrases_of("sin que"),
        second={"ni": "ni"},
        small=frozenset(
            "el la los las lo un una unos unas de del al a en con por para sobre su sus mi mis "
            "nuestro nuestra vuestro vuestra yo tu ella ellos ellas me te se le les nos os este "
            "esta ese esa aquel aquella y e o u pero que".split()
        ),
        exceptive=phrases_of("sino|mas que|salvo|excepto"),
        verbs=frozenset("neg nieg rehus carec".split()),
        base_of=stem_reader(_DENIED),
        concord=frozenset(
            "nunca jamas nadie nada ninguno ninguna ningun ningunos ningunas tampoco ni".split()
        ),
        nearly=frozenset({"casi"}),
        partial=frozenset("todo toda todos todas siempre cada".split()),
        weak=frozenset("poco poca pocos pocas apenas raramente".split()),
        clause_words=frozenset("y e pero sino porque cuando si que aunque mientras o u".split()),
        not_merely=phrases_of("no solo|no solamente|no unicamente"),
        exclusive=phrases_of("solo|solamente|unicamente|exclusivamente"),
        inclusive=phrases_of("tambien|incluso|no solo|no solamente"),
    ),
    common_capitals=frozenset(fold(_COMMON_CAPITALS).split()),
    short_forms=short_forms(_SHORT_FORMS),
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
    everyday_words=frozenset("art bien mar mono".split()),
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
