"""German: abbreviations, ordinals, and capitals that mark no names."""

from __future__ import annotations

from variants.languages.cardinal_forms import (
    inflected,
    months_from_january,
    numbered,
    with_hundreds,
    with_thousand,
)
from variants.languages.language import Language
from variants.languages.limit_table import limits
from variants.languages.polarity_table import PolarityWords, phrases_of, prefix_reader
from variants.languages.short_form_table import short_forms
from variants.languages.value_table import Bound, Exactness, ValueWords

_ONES = "zwei drei vier funf sechs sieben acht neun".split()
_TENS = "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig".split()


_SCALES = {
    "hundert": 100,
    "tausend": 1_000,
    **dict.fromkeys(("million", "millionen"), 1_000_000),
    **dict.fromkeys(("milliarde", "milliarden"), 1_000_000_000),
}


_PARTS = numbered(
    "drittel dritteln, viertel vierteln, funftel funfteln, sechstel, siebtel, achtel, neuntel, "
    "zehntel",
    first=3,
)


def _cardinals() -> dict[str, int]:
    """Return the numbers in one word: "einundzwanzig", "zweihundertfünf", "dreitausend"."""
    small = numbered(
        "zwei zwo zween zweien zweier, drei dreien dreier, vier vieren, funf, sechs, sieben, acht, "
        "neun, zehn, elf eilf, zwolf, dreizehn, vierzehn, funfzehn, sechzehn sechszehn, "
        "siebzehn siebenzehn, achtzehn, neunzehn"
    )
    small |= numbered(",".join(_TENS), first=20, step=10) | {"siebenzig": 70}
    small |= {
        f"{one}und{ten}": 10 * n + digit
        for n, ten in enumerate(_TENS, 2)
        for digit, one in enumerate(("ein", *_ONES), 1)
    }
    hundreds = numbered(",".join(f"{one}hundert" for one in _ONES), first=200, step=100)
    centuries = {f"{teen}hundert": 100 * n for teen, n in small.items() if n in range(11, 20)}
    ends = {"eins": 1, **small}
    above = with_hundreds(ends, {"hundert": 100, "einhundert": 100, **hundreds})
    years = with_hundreds(ends, centuries)
    years |= with_hundreds(
        {**ends, **above}, {"tausend": 1_000, "eintausend": 1_000, "zweitausend": 2_000}
    )
    thousands = with_thousand({"ein": 1, **small, **above}, "tausend")
    found = {**small, **above, **thousands, **years}
    found |= with_hundreds(ends, {"hundert": 100}, joint="und")
    found |= {word.replace("ei", "ey"): value for word, value in small.items()}  # "zwey".
    return {word: value for word, value in found.items() if word not in _SCALES}


_SHORT_FORMS = """
    gen=genosse/genossin/genossen dr=doktor prof=professor/professors hr=herr hrn=herrn
    frl=fräulein frhr=freiherr/freiherrn ing=ingenieur min=minister/ministers/minuten
    gez=gezeichnet nr=nummer nrn=nummern s=seite/seiten anl=anlage/anlagen bd=band bde=bände
    kap=kapitel abs=absatz abschn=abschnitt art=artikel vgl=vergleiche ca=circa/zirka
    bzw=beziehungsweise usw=und_so_weiter std=stunde/stunden jh=jahrhundert/jahrhunderts
    mill=million/millionen mio=million/millionen mrd=milliarde/milliarden str=straße st=sankt
    """


def _and_halves() -> dict[str, float]:
    """Return the numbers in one word with a half: "dreieinhalb", "anderthalb", "drittehalb"."""
    found = {f"{one}einhalb": n + 0.5 for n, one in enumerate(("ein", *_ONES), 1)}
    found |= {f"{one}undeinhalb": n + 0.5 for n, one in enumerate(("ein", *_ONES), 1)}
    old = {"anderthalb": 1.5, "drittehalb": 2.5, "dritthalb": 2.5, "viertehalb": 3.5}
    old |= {
        f"{word}{name}": value * scale
        for word, value in old.items()
        for name, scale in (("hundert", 100), ("tausend", 1_000))
    }
    old |= {f"anderthalb{end}": 1.5 for end in ("e", "en", "er", "es")}
    return found | old


def _ordinals() -> dict[str, int]:
    """Return the ordinals up to a hundred in all cases: "siebzehnten", "einundzwanzigster"."""
    endings = "e en er es em"
    found = inflected(
        "erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft dreizehnt "
        "vierzehnt funfzehnt sechzehnt siebzehnt achtzehnt neunzehnt",
        endings,
    )
    for number, stem in ((7, "siebent"), (11, "eilft"), (16, "sechszehnt"), (17, "siebenzehnt")):
        found |= inflected(stem, endings, first=number)
    for digit, one in enumerate(("", *(f"{word}und" for word in ("ein", *_ONES)))):
        stems = " ".join(f"{one}{ten}st" for ten in _TENS)
        found |= inflected(stems, endings, first=20 + digit, step=10)
    found |= inflected("hundertst", endings, first=100)
    return found | {word.replace("ei", "ey"): value for word, value in found.items()}


GERMAN = Language(
    "de",
    # Every noun has a capital.
    capitals_mark_names=False,
    number_words=True,
    value_words=ValueWords(
        cardinals=_cardinals() | _and_halves(),
        after_tens={"eins": 1},
        ordinals=_ordinals(),
        articles=frozenset("ein eine einem einen einer eines".split()),
        scales=_SCALES,
        collectives={"dutzend": 12, "schock": 60},
        many={"hunderte": 100, "hunderten": 100, "tausende": 1_000, "tausenden": 1_000},
        of=frozenset({"von"}),
        joints=frozenset({"und"}),
        fractions={
            **dict.fromkeys("halb halbe halben halber halbes halfte".split(), 1 / 2),
            **{word: 1 / number for word, number in _PARTS.items()},
        },
        parts=_PARTS
        | inflected("dritt viert funft sechst siebent acht neunt zehnt", "e en", first=3),
        part_words=frozenset("teil teile teils theil theile".split()),
        alternatives=frozenset({"oder", "bis"}),
        between={"von": "bis", "zwischen": "und"},
        weekdays=numbered(
            "montag montags, dienstag dienstags, mittwoch mittwochs, donnerstag donnerstags, "
            "freitag freitags, samstag samstags sonnabend sonnabends, sonntag sonntags",
            first=1,
        ),
        day_words=frozenset({"den", "der", "des", "dem"}),
        minutes={"viertel": 15},
        past=frozenset({"nach"}),
        to=frozenset({"vor"}),
        before_hours={
            ("halb",): 30,
            ("viertel",): 45,
            ("dreiviertel",): 15,
            ("drei", "viertel"): 15,
        },
        unclear_bounds=phrases_of("uber|unter|bis zu"),
        before_numbers=limits(
            {
                Bound.AT_LEAST: "mindestens|wenigstens|zumindest|nicht weniger als|nicht unter",
                Bound.AT_MOST: "hochstens|nicht mehr als|bis zu|nicht uber|maximal|langstens",
                Bound.OVER: "mehr als|uber|mehr denn",
                Bound.UNDER: "weniger als|unter",
                Exactness.ABOUT: "etwa|ungefahr|zirka|circa|ca|rund|annahernd|an die|gegen",
                Exactness.NEARLY: "fast|beinahe|nahezu|knapp",
                Exactness.EXACTLY: "genau|gerade",
            }
        ),
        before_dates=limits(
            {
                Bound.BEFORE: "vor|vor dem",
                Bound.AFTER: "nach|nach dem",
                Bound.BY: "spatestens|spatestens am|spatestens um",
                Bound.UNTIL: "bis|bis zum|bis spatestens zum",
                Bound.SINCE: "seit|seit dem|ab|ab dem",
                Exactness.ABOUT: "etwa|ungefahr|gegen|etwa um|etwa am",
            }
        ),
        after_values=limits(
            {
                Bound.AT_LEAST: "oder mehr|und daruber",
                Bound.AT_MOST: "oder weniger|und darunter",
            }
        ),
        hours=frozenset({"uhr"}),
        clock=frozenset({"uhr"}),
        percent=(("%",), ("prozent",), ("v", ".", "h", "."), ("v.h.",), ("vom", "hundert")),
        months=months_from_january(
            "januar januars jänner jenner jan, februar februars feber febr feb, märz märzen mrz, "
            "april aprils apr, mai mais maien, juni junis junius, juli julis julius, "
            "august augusts aug, september septembers sept sep, oktober oktobers october okt, "
            "november novembers nov, dezember dezembers december dez"
        ),
        unclear_dates=frozenset({"august", "julius", "junius"}),
        short_dates=frozenset("jan febr feb mrz apr aug sept sep okt nov dez".split()),
    ),
    polarity=PolarityWords(
        words=frozenset(
            "nicht nichts nie niemals nimmer nimmermehr niemand niemanden niemandem niemandes "
            "niemands nirgends nirgendwo nirgend nit kein keine keinen keinem keiner keines keins "
            "keinerlei keinesfalls keineswegs mitnichten weder ohne ohn kaum schwerlich".split()
        ),
        phrases=phrases_of(
            """
            auf keinen fall|unter keinen umstanden|in keiner weise|nicht mehr|nicht langer
            nie mehr|nie wieder|noch nicht|noch nie|gar nicht|durchaus nicht|uberhaupt nicht
            nicht einmal|ohne dass|ohne das
            """
        ),
        small=frozenset("mehr noch wieder einmal dass das gar durchaus uberhaupt langer".split()),
        harmless=phrases_of(
            """
            nicht nur|nicht allein|nicht bloss|nicht zuletzt|nicht wahr|nicht umhin|nicht minder
            nicht weniger|nicht anders als|nichts als|nichts anderes als|ohne zweifel|ohne weiteres
            nicht mehr als|nicht langer als|nicht selten|nicht wenige|nicht wenig|nicht ohne
            nicht vor|nicht eher|nicht fruher|nicht bevor|nicht spater|kein zweifel|keine frage
            kein geringerer|niemand anders als|kein anderer als|oder nicht|ohne verzug|ohne ausnahme
            """
        ),
        verb_forms=frozenset(
            """
            weigern weigert weigerte geweigert verweigern verweigert verweigerte
            leugnen leugnet leugnete geleugnet verneinen verneint verneinte weigerten verweigerten
            abgeleugnet ableugnen abgestritten abstreiten verschmahen verschmaht verschmahte
            verbieten verbietet verbot untersagen untersagt untersagte
            verwerfen verwirft verwarf verwarfen verworfen verneinten verboten untersagten
            ablehnen abgelehnt ablehnt ablehnte ablehnten abschlagen abgeschlagen abschlug
            zuruckweisen zuruckgewiesen zuruckwies zuruckwiesen abweisen abgewiesen abwies
            ausgeschlagen
            """.split()
        ),
        separable_verbs={
            **dict.fromkeys("lehnen lehnt lehne lehnte lehnten".split(), frozenset({"ab"})),
            **dict.fromkeys("weist wies wiesen".split(), frozenset({"ab", "zuruck"})),
            **dict.fromkeys("leugnen leugnet streiten streitet stritt".split(), frozenset({"ab"})),
        },
        affirming_endings=("voll", "volle", "vollen", "voller", "volles", "vollem"),
        hedged=frozenset({"kaum"}),
        nearly=frozenset("fast beinahe nahezu".split()),
        partial=frozenset("alle alles allen aller jeder jede jedes immer ganz uberall".split()),
        weak=frozenset("selten wenig wenige weniger".split()),
        clause_words=frozenset(
            "und aber sondern denn weil da obwohl wahrend wenn dass bevor bis damit ob".split()
        ),
        not_merely=phrases_of("nicht nur|nicht allein|nicht bloss"),
        exclusive=phrases_of("nur|allein|lediglich|ausschliesslich|einzig|bloss|nichts als"),
        inclusive=phrases_of("auch|sogar|nicht nur|nicht allein|nicht bloss|ebenfalls"),
        exceptive=phrases_of("ausser|als"),
        base_of=prefix_reader(
            "un",
            frozenset(
                "unter uns und univers union uniform ungar ungefahr unlangst unfall unten unmittel "
                "unbedingt unverzug ungeheu unterneh zweifellos bloss".split()
            ),
            endings="los lose losen loser loses losem",
        ),
    ),
    short_forms=short_forms(_SHORT_FORMS),
    abbreviations=frozenset(
        "Abg Admin Bez Bgm Botsch Dipl Dir Doz Ehrw Erzb Exz Fam Feldw Frhr Frl Gebr Gen Genn "
        "Gesch Gez Hl Hptm Hr Hrn Ing Insp Jgfr Kap Kapt Kard Kfm Komm Korv Kpt Lic Lt Ltn Maj "
        "Mill Min Mjr Obfw Oblt Obltn Obst Pfr Pol Priv Prok Prov Präs Rabb Rittm Sekr Stud Uffz "
        "Verw Vgl vgl Vors Wwe".split()
    ),
    numbered_abbreviations=frozenset(
        "abb abh abs abschn abt akz anh anl anm art aufl aug ausg bd bde beil bem bl dez dok "
        "fasz febr fig fn fol hs hss jan jg kap lfd lfg lit ms mss nov nr okt rdnr s sept sig "
        "sign sp str suppl tab taf tel tl u urk verz z ziff zl".split()
    ),
    ending_abbreviations=("usw", "usf", "etc", "u. dgl", "u. ä", "u. a. m", "ff"),
    everyday_words=frozenset("Art mich".split()),
    openers=frozenset(
        "aber alle als am an auch auf aus außerdem bei beide bis da dagegen daher damals damit "
        "danach dann darauf darum das dass daß dem den denn der deren des deshalb die dies "
        "diese dieser dieses doch dort durch ein eine einem einen einer eines einige endlich er "
        "erst es für gegen gestern heute hier ich ihm ihn ihr ihre im immer in ist ja jede "
        "jeder jedes jetzt kein keine keiner man manche mancher mehr mit nach nein nicht nichts "
        "nie niemals niemand noch nun nur ob obwohl oder ohne plötzlich schließlich schon sein "
        "seine seit sie so sogar sonst später trotzdem um und uns unser unter viele vielleicht "
        "vom von vor war warum was weil wenn wer wie wieder wir wo zu zum zur zwischen über".split()
    ),
    unbroken=((r"\b\d{1,2}\.\d{1,2}\.", r"[(\[]"),),  # "am 7.10. (Dienstag)"
    ordinals_have_stops=True,
    numbered_nouns=frozenset(
        "Abschnitt Artikel Band Blatt Haus Höhe Jahr Jahre Kapitel Nummer Paragraph Punkt Seite "
        "Ziffer Zimmer".split()
    ),
    page_words=frozenset("bl blatt s seite seiten sp spalte".split()),
    editors_words=frozenset("unleserlich unlesbar unentzifferbar".split()),
)
