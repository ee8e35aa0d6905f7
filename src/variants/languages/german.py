"""German: abbreviations, ordinals, and capitals that mark no names."""

from __future__ import annotations

from variants.languages.cardinal_forms import (
    months_from_january,
    numbered,
    with_hundreds,
    with_thousand,
)
from variants.languages.language import Language
from variants.languages.limit_table import limits
from variants.languages.polarity import PolarityWords, phrases_of, prefix_reader
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


def _cardinals() -> dict[str, int]:
    """Return the numbers in one word: "einundzwanzig", "zweihundertfünf", "dreitausend"."""
    small = numbered(
        "zwei zwo zweien, drei dreien, vier vieren, funf, sechs, sieben, acht, neun, zehn, elf, "
        "zwolf, dreizehn, vierzehn, funfzehn, sechzehn, siebzehn, achtzehn, neunzehn"
    )
    small |= numbered(",".join(_TENS), first=20, step=10)
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
    return {word: value for word, value in found.items() if word not in _SCALES}


_SHORT_FORMS = """
    gen=genosse/genossin/genossen dr=doktor prof=professor/professors hr=herr hrn=herrn
    frl=fräulein frhr=freiherr/freiherrn ing=ingenieur min=minister/ministers/minuten
    gez=gezeichnet nr=nummer nrn=nummern s=seite/seiten anl=anlage/anlagen bd=band bde=bände
    kap=kapitel abs=absatz abschn=abschnitt art=artikel vgl=vergleiche ca=circa/zirka
    bzw=beziehungsweise usw=und_so_weiter std=stunde/stunden jh=jahrhundert/jahrhunderts
    mill=million/millionen mio=million/millionen mrd=milliarde/milliarden str=straße st=sankt
    """

GERMAN = Language(
    "de",
    # Every noun has a capital.
    capitals_mark_names=False,
    number_words=True,
    value_words=ValueWords(
        cardinals=_cardinals(),
        articles=frozenset("ein eine einem einen einer eines".split()),
        scales=_SCALES,
        collectives={"dutzend": 12},
        many={"hunderte": 100, "hunderten": 100, "tausende": 1_000, "tausenden": 1_000},
        of=frozenset({"von"}),
        joints=frozenset({"und"}),
        before_numbers=limits(
            {
                Bound.AT_LEAST: "mindestens|wenigstens|zumindest|nicht weniger als",
                Bound.AT_MOST: "hochstens|nicht mehr als|bis zu",
                Bound.OVER: "mehr als|uber",
                Bound.UNDER: "weniger als|unter",
                Exactness.ABOUT: "etwa|ungefahr|zirka|circa|ca|rund|annahernd|an die",
                Exactness.NEARLY: "fast|beinahe|nahezu|knapp",
                Exactness.EXACTLY: "genau",
            }
        ),
        hours=frozenset({"uhr"}),
        clock=frozenset({"uhr"}),
        before_dates=limits(
            {
                Bound.BEFORE: "vor|vor dem",
                Bound.AFTER: "nach|nach dem",
                Bound.UNTIL: "bis|bis zum|bis spätestens zum|spätestens am",
                Bound.SINCE: "seit|seit dem|ab|ab dem",
            }
        ),
        percent=(("%",), ("prozent",), ("v", ".", "h", "."), ("v.h.",), ("vom", "hundert")),
        months=months_from_january(
            "januar jänner jan, februar feber febr feb, märz mrz, april apr, mai, juni, juli, "
            "august aug, september sept sep, oktober okt, november nov, dezember dez"
        ),
        unclear_dates=frozenset({"august"}),
        short_dates=frozenset("jan febr feb mrz apr aug sept sep okt nov dez".split()),
    ),
    polarity=PolarityWords(
        words=frozenset(
            "nicht nichts nie niemals niemand niemanden niemandem niemandes nirgends nirgendwo "
            "kein keine keinen keinem keiner keines keinerlei keinesfalls keineswegs weder ohne "
            "kaum".split()
        ),
        phrases=phrases_of("auf keinen fall|unter keinen umstanden|in keiner weise"),
        harmless=phrases_of(
            """
            nicht nur|nicht allein|nicht bloss|nicht zuletzt|nicht wahr|nicht umhin|nicht minder
            nicht weniger|nicht anders als|nichts als|nichts anderes als|ohne zweifel|ohne weiteres
            """
        ),
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
                "unbedingt unverzug ungeheu unterneh".split()
            ),
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
    page_words=frozenset("bl blatt s seite seiten sp spalte".split()),
    editors_words=frozenset("unleserlich unlesbar unentzifferbar".split()),
)
