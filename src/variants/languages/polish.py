"""Polish: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.cardinal_forms import inflected, months_from_january, numbered
from variants.languages.folding import fold
from variants.languages.language import Language
from variants.languages.limit_table import limits
from variants.languages.polarity_table import PolarityWords, phrases_of, prefix_reader
from variants.languages.short_form_table import short_forms
from variants.languages.value_table import Bound, Exactness, ValueWords

_NEGATIONS = ["nie", "bez"]
_AGREEING = (
    "nikt nikogo nikomu nikim nic niczego niczemu niczym nigdy nigdzie ani ni zaden zadna zadne "
    "zadnego zadnej zadnemu zadnym zadnych zadnymi zadni wcale bynajmniej nijak".split()
)
_TEENS = "jedenast dwunast trzynast czternast pietnast szesnast siedemnast osiemnast dziewietnast"
_TENS = (
    "dwudziest trzydziest czterdziest piecdziesiat szescdziesiat siedemdziesiat osiemdziesiat "
    "dziewiecdziesiat"
)
_ENDINGS = "y ego emu ym a ej"
_FEMININE_PARTS = "trzeci czwart piat szost siodm osm dziewiat dziesiat"

_COMMON_CAPITALS = """
    biuro bóg boga cesarz cesarza komitet komitetu kościół kościoła król króla minister ministra
    ministerstwo ministerstwa pan pana panie pani państwo państwa państwu partia partii partię
    partią premier premiera prezydent prezydenta rada rady radzie republika republiki rząd rządu
    rządem rządowi rządzie sejm sejmu sekretarz sekretarza towarzysz towarzysza
    duch ducha duchem duchu ja mnie mną mi mój moja moje mego mojego mojej mojemu moim moich ojciec
    ojca ojcem ojcu on jego jemu mu go nim niego swój swoja swoje swego swojego swej swojej syn
    syna synem synowi synu twój twoja twoje twego twojego twej twojej twemu twoim twoich ty ciebie
    cię tobie ci tobą wy was wam wami wasz wasza wasze waszego waszej waszym waszych
    """
_SHORT_FORMS = """
    tow=towarzysz/towarzysza/towarzyszowi/towarzyszem/towarzysze/towarzyszy/towarzyszom
    ob=obywatel/obywatela/obywatelka gen=generał/generała/generałem
    prof=profesor/profesora/profesorem dr=doktor/doktora inż=inżynier/inżyniera
    płk=pułkownik/pułkownika mjr=major/majora ks=ksiądz/księdza bp=biskup/biskupa
    abp=arcybiskup/arcybiskupa św=święty/świętego/święta r=rok/roku/rokiem br=bieżącego_roku
    dn=dnia/dniu godz=godzina/godzinie/godziny/godzin min=minut/minuty
    tys=tysiąc/tysiące/tysięcy mln=milion/miliony/milionów zł=złoty/złote/złotych
    s=strona/strony/stronie str=strona/strony/stronie zob=zobacz
    zał=załącznik/załącznika/załączniki nr=numer/numeru art=artykuł/artykułu ul=ulica/ulicy
    in=inni/inne/innych tj=to_jest tzn=to_znaczy np=na_przykład itd=i_tak_dalej
    itp=i_tym_podobne
    """

POLISH = Language(
    "pl",
    number_words=True,
    value_words=ValueWords(
        cardinals={
            **numbered(
                "dwa dwie dwaj dwoch dwom dwoma dwu dwoje dwojga, trzy trzej trzech trzem trzema "
                "troje trojga, cztery czterej czterech czterem czterema czworo czworga, "
                "piec pieciu piecioro, szesc szesciu szescioro, siedem siedmiu siedmioro, "
                "osiem osmiu osmioro, dziewiec dziewieciu, dziesiec dziesieciu dziesiecioro, "
                "jedenascie jedenastu, "
                "dwanascie dwunastu, trzynascie trzynastu, czternascie czternastu, "
                "pietnascie pietnastu, szesnascie szesnastu, siedemnascie siedemnastu, "
                "osiemnascie osiemnastu, dziewietnascie dziewietnastu"
            ),
            **numbered(
                "dwadziescia dwudziestu, trzydziesci trzydziestu, czterdziesci czterdziestu, "
                "piecdziesiat piecdziesieciu, szescdziesiat szescdziesieciu, "
                "siedemdziesiat siedemdziesieciu, osiemdziesiat osiemdziesieciu, "
                "dziewiecdziesiat dziewiecdziesieciu",
                first=20,
                step=10,
            ),
            **numbered(
                "sto stu, dwiescie dwustu, trzysta trzystu, czterysta czterystu, "
                "piecset pieciuset, szescset szesciuset, siedemset siedmiuset, "
                "osiemset osmiuset, dziewiecset dziewieciuset",
                first=100,
                step=100,
            ),
            # Both ordinals of "dwudziestego pierwszego" have the ending.
            **inflected(_TENS, _ENDINGS, first=20, step=10),
            **dict.fromkeys("poltora poltorej".split(), 1.5),
            "poltrzecia": 2.5,
            "polczwarta": 3.5,
            "poltorasta": 150,
            "tuzin": 12,
            "kopa": 60,
            "kope": 60,
        },
        ordinals={
            **inflected("pierwsz", "y ego emu ym a ej e"),
            **inflected("drug", "i iego iemu im a iej ie", first=2),
            **inflected("trzec", "i iego iemu im ia iej", first=3),
            **inflected("czwart piat szost siodm osm dziewiat dziesiat", _ENDINGS, first=4),
            **inflected(_TEENS, f"{_ENDINGS} e", first=11),
            **inflected("setn dwusetn trzechsetn czterechsetn", _ENDINGS, first=100, step=100),
            **inflected(
                "piecsetn szescsetn siedemsetn osiemsetn dziewiecsetn",
                _ENDINGS,
                first=500,
                step=100,
            ),
            **inflected("tysieczn dwutysieczn", _ENDINGS, first=1_000, step=1_000),
        },
        after_tens=dict.fromkeys("jeden jedna jedno jednego jednej jednemu jednym".split(), 1),
        collectives={"tuziny": 12, "tuzinow": 12, "kopy": 60, "kop": 60},
        fractions={
            **dict.fromkeys("pol polowa polowe polowy".split(), 1 / 2),
            **dict.fromkeys("cwierc cwierci".split(), 1 / 4),
        },
        parts=inflected(_FEMININE_PARTS, "a e ych", first=3)
        | {"cwierc": 4, "cwierci": 4}
        | {"trzecich": 3},
        part_words=frozenset("czesc czesci".split()),
        joints=frozenset({"i"}),
        alternatives=frozenset("lub albo czy do".split()),
        between={"od": "do", "miedzy": "a", "pomiedzy": "a"},
        scales={
            **dict.fromkeys("tysiac tysiaca tysiacu tysiace tysiecy tysiacom".split(), 1_000),
            **dict.fromkeys("milion miliona milionow miliony".split(), 1_000_000),
            **dict.fromkeys("miliard miliarda miliardow miliardy".split(), 1_000_000_000),
        },
        weekdays=numbered(
            "poniedzialek poniedzialku, wtorek wtorku, sroda srode srody, czwartek czwartku, "
            "piatek piatku, sobota sobote soboty, niedziela niedziele niedzieli",
            first=1,
        ),
        minutes={"kwadrans": 15},
        past=frozenset({"po"}),
        before_hours={("pol", "do"): 30, ("wpol", "do"): 30, ("kwadrans", "na"): 45},
        unclear_bounds=phrases_of("do"),
        before_numbers=limits(
            {
                Bound.AT_LEAST: "co najmniej|przynajmniej|nie mniej niz|nie mniej jak",
                Bound.AT_MOST: "co najwyzej|najwyzej|nie wiecej niz|nie wiecej jak|do",
                Bound.OVER: "ponad|wiecej niz|wiecej jak|przeszlo|powyzej|z gora",
                Bound.UNDER: "mniej niz|ponizej|niespelna",
                Exactness.ABOUT: "okolo|mniej wiecej|w przyblizeniu",
                Exactness.NEARLY: "prawie|niemal|blisko|bez mala",
                Exactness.EXACTLY: "dokladnie|rowno",
            }
        ),
        before_dates=limits(
            {
                Bound.BEFORE: "przed|przed dniem",
                Bound.AFTER: "po|po dniu",
                Bound.BY: "najpozniej|nie pozniej niz",
                Bound.UNTIL: "do|do dnia|az do",
                Bound.SINCE: "od|od dnia|poczawszy od",
                Exactness.ABOUT: "okolo",
            }
        ),
        after_values=limits(
            {
                Bound.AT_LEAST: "lub wiecej|albo wiecej",
                Bound.OVER: "z gora|z okladem",
                Exactness.ABOUT: "mniej wiecej",
            }
        ),
        percent=(("%",), ("procent",), ("procenta",), ("procentow",), ("procentu",), ("proc",)),
        months=months_from_january(
            "styczeń stycznia styczniu styczniem stycz, luty lutego lutym, "
            "marzec marca marcu marcem, kwiecień kwietnia kwietniu kwietniem, "
            "maj maja maju majem, czerwiec czerwca czerwcu czerwcem, "
            "lipiec lipca lipcu lipcem, sierpień sierpnia sierpniu sierpniem, "
            "wrzesień września wrześniu wrześniem, "
            "październik października październiku październikiem, "
            "listopad listopada listopadzie listopadem, grudzień grudnia grudniu grudniem"
        ),
        small_months=True,
        unclear_dates=frozenset({"maja"}),
        short_dates=frozenset({"stycz"}),
    ),
    polarity=PolarityWords(
        words=frozenset(_NEGATIONS + _AGREEING),
        harmless=phrases_of(
            """
            nie tylko|nie mniej|nie wiecej niz|nie wiecej jak|bez watpienia|niemniej|bez zwloki
            nie mogl nie|nie mogla nie|nie moze nie|nie inaczej|nie raz|nie bez|nie kto inny
            nie ma watpliwosci|nie ulega watpliwosci|nie pozniej|nie wczesniej|nie predzej
            bez mala|bez wyjatku|czy nie
            """
        ),
        small=frozenset("ma masz bylo juz jeszcze wiecej".split()),
        phrases=phrases_of("nie ma|nie masz|nie bylo|juz nie|nie juz|jeszcze nie|nigdy wiecej"),
        verb_forms=frozenset(
            """
            odmowic odmowil odmowili odmowila odmowily odmowiono odmawia odmawial odmawiali odmawiac
            odrzucic odrzucil odrzucili odrzuca odrzucal odrzucono odrzucony odrzucenie
            zabronic zabronil zabronili zabroniono zabroniony zabrania zabranial zabraniali
            zakazac zakazal zakazali zakazano zakazany zakazuje
            wzbronil wzbrania wzbranial odmowia odrzuca odrzucaja odrzucila odrzucily
            zaprzeczyc zaprzeczyl zaprzeczyli zaprzecza zaprzeczal zaprzeczac
            """.split()
        ),
        concord=frozenset(_AGREEING),
        nearly=frozenset({"prawie", "niemal"}),
        partial=frozenset("wszyscy wszystko wszystkie wszystkich zawsze kazdy kazda".split()),
        weak=frozenset("malo rzadko ledwo ledwie".split()),
        clause_words=frozenset("i a ale lecz bo gdy gdyz jesli ze choc oraz lub albo aby".split()),
        not_merely=phrases_of("nie tylko"),
        exclusive=phrases_of("tylko|jedynie|wylacznie"),
        inclusive=phrases_of("takze|rowniez|nawet|nie tylko"),
        base_of=prefix_reader(
            "nie bez",
            frozenset(
                "niedziel niemi niemc niech niekt niebo niebios niegdys nieraz niewol niewiast "
                "bezpiecz".split()
            ),
        ),
    ),
    common_capitals=frozenset(fold(_COMMON_CAPITALS).split()),
    short_forms=short_forms(_SHORT_FORMS),
    abbreviations=frozenset(
        "Abp abp adm Akad al arch Bp bp Br br Bł bł chor doc Dr dr Dyr dyr Gen gen hab Hr hr "
        "Insp insp Inż inż kap Kard kard kmdr kmdt Kol kol kom kpr Kpt kpt Ks ks los m.in Min "
        "Marsz marsz Mec "
        "mec Mgr mgr Mjr mjr np Ob ob Obyw obyw os p pl plut Por por pp ppor ppłk Prez prez Prof "
        "prof Przew przew Płk płk Red red rtm Sekr sekr sen sierż st tj Tow tow tzn tzw ul wlk woj "
        "wojew ww zast Zob zob Św św".split()
    ),
    numbered_abbreviations=frozenset(
        "ark art bd cz dn dok f fol fot godz k kart kl l m min nr ok oprac par pkt poz przyp r "
        "rkps rozdz rps ryc rys s ser ss str sygn szt t tab tabl tom ust vol wyd z zał "
        "zesz zw".split()
    ),
    counted_abbreviations=frozenset("br godz gr kg km m min r s szt tys w zł".split()),
    ending_abbreviations=("itd", "itp", "etc", "i in", "nast"),
    openers=frozenset(
        "a ale bez był było co czy do dla gdy i ich ile jak jego jej już kiedy kto lecz mi my "
        "na nie nikt o od on ona oni po pod potem przed przy są się ta tak tam ten teraz to tu "
        "ty u w więc wtedy za z ze że".split()
    ),
    page_words=frozenset("k karta s str strona".split()),
    editors_words=frozenset("nieczytelne nieczytelny nieczytelna".split()),
)
