# ruff: noqa: E501 - a sample and its borders read better on one line
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.strategies import composed_texts, texts
from variants.readers.formats import read_witness
from variants.segmenters import cut_sentences
from variants.segmenters.boundaries import find_boundaries
from variants.segmenters.punctuation import mask
from variants.types.span import Span
from variants.types.witness import Division, DivisionKind, Witness

_SEEDS = Path(__file__).parents[2] / "seeds"

# A bar marks an expected boundary, beside the white space that becomes the gap.
_ENGLISH = {
    "plain": "He left.| She stayed?| They ran!",
    "curly quotation of several sentences": "“Go. |Now. |I mean it.” |He went.",
    "straight quotation of several sentences": '"Go. |Now," he said. |"I mean it." |He went.',
    "single quotation marks": "‘Go. |It is late.’ |He didn’t.",
    "straight single quotation marks": "'Go. |It is late.' |He didn't.",
    "quotation inside a quotation": "“She said ‘No.’ |I left.” |So did he.",
    "closing mark before the speaker": "“Is it true?” he asked. |“It is!” she said.",
    "speaker before the quotation": "He asked, “Is it true?” |She nodded.",
    "two quotations": "“Go.” |“No.”",
    "quotation mark around a word": "The so-called “volunteers.” |They came.",
    "question mark after a quotation": "Did he say “Go!”? |He did.",
    "dash after a quotation": "“Well!”—and he left. |So did we.",
    "apostrophe at a word's end": "The pilots’ training ended. |The pilots' planes came.",
    "year with an apostrophe": "It was the summer of ’50. |War began in '51. |It went on.",
    "brackets around sentences": "He left. |(She did not. |She stayed.) |They met.",
    "sentence in brackets inside another": "The plan (it was his! his own!) was dropped. |He left.",
    "editor's brackets": "He met Kim [Il Sung]. |[Stalin] agreed.",
    "brackets at the end": "FILIPPOV [Stalin].” |For Roshchin.",
    "abbreviation in brackets": "They came (see p. 12, No. 3). |They left.",
    "registry number": "See No. 302/sh. |It is short.",
    "number sign at the beginning": "No. 302/sh",
    "general": "Gen. Peng spoke. |Lt. Gen. Hong and Col. Yu listened.",
    "titles": "Mr. Gao, Mrs. Li, Ms. Wu, Dr. Kim and Amb. Razuvaev met. |They agreed.",
    "country": "U.S. forces advanced. |The U.S. Army did too.",
    "country at the end": "They attacked the U.S. |The war went on.",
    "page": "See p. 12 and pp. 3–5. |Also vol. 2, no. 7.",
    "volume at the beginning": "Vol. 3 is lost. |Doc. 12 is not.",
    "initials": "J. V. Stalin wrote. |I.V. Stalin signed. |J.-P. Sartre read.",
    "Latin": "Arms, e.g. rifles, i.e. all arms, were sent. |They came cf. below, etc. |They went.",
    "date": "On Feb. 3 they met. |On Oct. 14, 1952 they parted.",
    "time": "They met at 5 p.m. on Monday. |They parted at 6 p.m. |It was dark.",
    "decimal number": "It rose by 3.5 per cent. |It fell by .7 later.",
    "year at the end": "It was 1950. |The war began.",
    "figure at the end": "They had 16. |We had 8.",
    "ellipsis and small letter": "He waited... and left. |She … stayed.",
    "ellipsis and capital": "He waited… |Then he left... |She stayed.",
    "spaced ellipsis": "He waited . . . and left. |She stayed . . . |They met.",
    "stammer": "I… I do not know. |Nor I.",
    "colon": "Three questions were raised: First, an armistice. |Second: arms.",
    "dashes": "First—about an armistice. |Second – about arms. |— Third.",
    "semicolon": "He came; she left. |They met.",
    "numbered items": "1. First item. |2. Second item.",
    "lettered items": "(a) The first. |(b) The second.",
    "Roman numerals": "I. The war. |II. The peace. |IV. After.",
    "regnal number": "Louis XIV. was king. |He died.",
    "telegram": "ATTACK AT DAWN STOP. |SEND HELP. |PARA 2. |NO. 5 IS LOST.",
    "telegram without dots": "ATTACK AT DAWN STOP |SEND HELP STOP",
    "several marks": "What?! |No!!! |Yes?.. |So.",
    "mark without a blank": "See example.com and file.txt now. |Done.",
    "degree": "He has a Ph.D. in law. |She too.",
    "company": "Smith & Co. Ltd. sold arms. |Others bought.",
    "saint": "He went to St. Petersburg. |It was cold.",
    "hard-wrapped lines": "They went to\nthe front. |It was\r\nfar.",
    "wrapped in a quotation": "“Go.|\nNow.” |He\nwent.",
    "mark that stands off": "He asked “Why?” ; Kim did not. |They met.",
    "dash without a blank": "What?—No. |So be it.",
    "ellipsis in brackets": "[...] They left. |[…] He stayed.",
    "raised sign of a note": "They left.¹ |She stayed.”²³ |He went†‡ home.* |So did I.‡",
    "number of a note glued to the end": "They came.12 |Nobody stayed.”3 |It rose to 3.5 by then.",
    "number of a note behind a bracket": "Nobody came (so I hear).3 |He said “No.”4 |Ruth left.",
    "figures that are no note": "See vol.12 Chapter 3, Doc.7 Annex A, no.3 here. |He paid 4.50.",
    "signs of paragraphs": "¶ 5. He left. |§ 6. He came.",
    "number of a telegram": "Ref. your tel. No. 412. |We reply.",
    "everyday word": "Nobody saw me. |Ruth did. |It was art. |Paul was ill. |In May. |Rain fell.",
    "everyday word before a number": "See art. 5 and fig. 7. |Done.",
    "pronoun of one letter": "Here am I. |And there is she. |So said A. B. Cole.",
    "office of the field": "Tov. Lin met Com. Bo. |Amemb. Rome, Insp. Dunn and Jos. Kerr came.",
    "word without vowels": "They met Chg. Hart near Ft. Worth. |The 2nd Bn. 7 men strong, fled. |It was Sgt. Pell.",
    "word without vowels that ends": "He gave us 5 lbs. |Hart took 7 hrs. |Hmm. |Paul wept. |Psst. |Ruth is on TV. |Dale left.",
    "unit behind a number in words": "He ran ten km. |Kim took five hrs. |Stalin fell ten ft. |Peng ate two lbs. |Lin drove at sixty mph. |Chou came to Krk. |Rijeka is near.",
    "word without vowels before an opener": "They saw the 2nd Bn. |Then they left.",
    "capital of the state": "He came from Wash. D.C. on Fri. Jan. 5 with Dir. Cole. |Dir. Dunn left.",
    "day before a date": "They met on Tues. Oct. 7 and Wed. 8 Oct. |They left in Dec. |The ship sank.",
    "latitude": "It lay in lat. 12 deg. S. |It was lat. 9 or lat. 10. |Wind rose at long. 9° W. |Rain fell.",
    "hour of a place": "He left at 4 p.m. Berlin time. |We left at 4 p.m. |Berlin slept.",
    "speeches with dashes": "— Who is there? |— I. |— Who? |— J. Cole.",
    "titles in capitals": "TOV. LIN AND INSP. DUNN LEFT. |COM. BO STAYED.",
    "figure behind a colon": "He counted: 5. |Then he left. |We had two: 1. Oil for lamps. |2. Rope.",
    "long is a word": "The road was long. |10 men had died.",
    "etc. as often as it occurs": "Rye etc. is dear. |Oats etc. are not. |He sold rye etc. |On Monday he left.",
    "lettered appendix": "See App. B. |The stemma differs. |It lies in Bldg. C.",
    "degrees": "It froze at 2 °C. |No change was seen.",
    "abbreviation that ends": "He sold rye, oats, etc. |W. Pratt came. |Oats etc. were dear.",
    "own abbreviation": "Opd. 4 is as old as the hills. |Opd. Lane is new to all of us. |Look into Opd. Mill if you can.",
    "own abbreviation of four letters": "Opit. Lane spoke. |Opit. Dunn answered Opit. Cole. |We left.",
    "town at the ends of sentences": "They held Wonsan. |5 men died. |They left Wonsan. |6 men left. |They took Wonsan. |Kim wept.",
    "town at the heads of sentences": "Wonsan. |Kim wept. |Wonsan. |Lin wept. |They left Wonsan. |Six men wept.",
    "word of four letters that ends sentences": "Opit. |Lane spoke. |Opit. |Dunn answered Opit. |Then we left.",
    "answers": "She said no. |No. |Paul said no. |See No. 5.",
    "number before a title": "Chapter IV. The Letter|\n\nHe wrote.|\n\nPart 2. The Sea|\n\nHill 9. |He left.",
    "own abbreviation, once": "It is in Opd. |Mill is near.",
    "short words that end sentences": "We met Kim. |Then it rained. |I wrote to Kim. |Then it snowed.",
    "everyday word that is counted before a letter": "We ate a fig. |Ruth left. |See fig. B and art. II here.",
    "first name that looks like an abbreviation": "She met Al. |Ruth met Bart. |Paul wept.",
    "pronoun before a name": "So did I. |Ruth left. |He is older than I. |They met. |Nor had I. |Paul knew V. I. Lenin and I. Hart.",
    "initials behind a verb or than": "He is older than I. V. Stalin. |It was I. Hart. |So did I. V. Lenin. |He is taller than I. Hart.",
    "title that looks like a word": "The Soviet rep. Malik spoke. |They sent brig. Gen. Kim there. |We left Fresno, Cal. Secretary Acheson wept. |The Art. Commander left.",
    "points with brackets": "He asked: |a) Go home. |b) Be quiet. |Then he sat down. |We left.",
    "points with several marks": "Buy: |1.) Rye. |2.) Oats. |Nothing else. |Come soon.",
    "points with Roman numerals": "It said: I. To call the guard. |II. To sleep. |So be it.",
    "points with small Roman numerals": "We need: i. Oil for lamps. |ii. Rope. |iii. Salt. |Nothing else.",
    "numbered points in the run": "We need: 1. Oil for lamps. |2. Rope. |3. Salt. |Nothing else.",
    "speakers": "DUNN. We agree. |LANE. So do I. |DUNN. You saw me. |LANE. I did.",
    "speakers of two words": "THE CLERK. Silence. |SIR JOHN. No. |THE CLERK. Out. |SIR JOHN. Why?",
    "speaker that does not return": "DUNN. Yes.|\nLANE. No.|\nDUNN. Why?|\nMR. O’HARA. It is late. |Go home.",
    "speakers that never return": "FIRST BOY. Yes.|\nSECOND BOY. No.|\nONE GIRL. Why?",
    "speakers without capitals": "Dunn. Yes.|\nLane. I met Dunn. |He wept.|\nDunn. Why?|\nSir Paul. It is late.",
    "words in capitals that are speakers elsewhere": "USSR. It is old.|\nNATO. It is new.|\nDPRK. He lived in the USSR. |They all lived in the DPRK. |Kim left.",
    "resolutions are no speakers": "Adopted. |Kim left.|\nMonday morning. |We met.|\nMonday morning. |It rained.|\nAdopted. |Peng wept.|\nRight. |He left.",
    "answers are no speakers": "Yes. |I do.|\nNo. |I left.|\nYes. |So it is.|\nNo. |Stay.",
    "names at heads of few lines": "Dunn. |We met.|\nHe wept.|\nDunn. |Lane left.|\nIt is late.|\nThey slept.",
    "word in capitals, once": "He cried HELP. |Nobody came. |HELP. |It was late.",
    "no blank between sentences": "He sat down.|She stood there!|Then both left.|So it was.",
    "no blank in a name": "See pathlib.Path and node.js now. |Read vol.Two of it.",
    "several blanks": "He left.|   She stayed.|\t They met.",
    "no-break space": "He left.|\u00a0She met J.\u00a0V.\u00a0Stalin. |So.",
    "blank line without divisions": "BEIJING|\n\nDeliver it.|\r\n \r\nFILIPPOV",
    "nothing": "",
    "white space only": "   \n",
    "no end": "He left",
    "marks only": "...",
}
_OTHERS = {
    "fr": (
        "«\u00a0Oui.\u00a0»| Lui «\u00a0il vint\u202f!\u00a0»| Et «\u00a0Quoi\u202f?\u00a0»",
        "M. Dupont est là\u00a0!| Mme Curie aussi.| J.\u00a0V. Staline non.",
        "« Partons. |Il est tard. » |Il partit.",
        "Il aime l'art. |Anne vit le vol. |Paul lut vol. 3.",
        "Le gén. Roux lut l'art. 9 et le t. IV. |S. Exc. M. Blanc rit. |Il vit le no 4, etc. |Tout finit.",
        "Cf. t. II, p. 7 sq. |Voir là.",
        "Il prit vingt kg. |Kim partit.",
    ),
    "de": (
        "„Ja. |Gut.“ |Dann „nein!“ sagte er. |»So.« |»Nein«, sagte sie.",
        "Er kam am 3. Mai. |Dr. Meier war z. B. da. |Das ist Nr. 5.",
        "Das 4. Schiff sank im 16. Jahrhundert. |Ich sah 20. |Dann kam Karl V. |Es war Nr. 8. |Karl ging.",
        "Äpfel, Birnen usw. |Der 3. fehlt. |Beschluß: 1. Brot. |2. Salz. |Am 30. Sept. kam es.",
        "Er nahm die Höhe 205. |Karl Müllers 2. Sohn kam auf Seite 9. |Mein 3. Schiff sank.",
        "Es waren 300. |Keiner blieb.",
        "Angenommen. |Karl ging.|\nMontag. |Wir kamen.|\nAngenommen. |Karl kam.",
        "Er erhielt das Kreuz 1. Klasse. |Der Matrose 2. Ranges war im Haus 9. |Karl ging.",
        "Es ist seine Art. |Hans kennt mich. |Karl las Art. 5 und Art. II.",
        "Am 9.11. (Montag) kam er. |Am 9.11. gingen wir.",
        "Es kostet 3 Mill. Rubel. |Gez. Dr. Beck.",
    ),
    "ru": (
        "«Да. |Хорошо.» |Он ушёл. |Т. Сталин и тов. Мао.",
        "И. В. Сталин, т. е. Филиппов. |— Да, — сказал он. |В 1950 г. началась война.",
        "См. док. № 7, л. 2 и прим. 3. |Он умер в 1902 г. |Пили чай, пели и т. д. |Затем ушли.",
        "В 1902 г. Белов уехал в г. Пермь. |Это стоило 9 руб. |Инж. Белов молчал.",
        "Он ушёл на ст. Отпор. |Св. Пётр ушёл. |Кн. Волконский остался. |Потратили 240 самолё\u0308тов. |Ждём.",
        "Дали несколько млн. |Сталин молчал.",
        "Он пришёл в 9 час. 30 мин. утра. |Ждали до 20 мая с. г. |Проф. Белов ушёл.",
    ),
    "zh": (
        "我们认为停战是有利的。|他走了！|他问：“你好吗？”|我说：「好。」|再见。",
        "第一，停战。 |第二，顾问。",
        "他来了。|3天后走了！|１９世纪（他来。3天）。|完。",
        "他走了3。5倍！|５天后再见。",
        "他来了。|“好。|走吧。”|他说。",
        "谁去接?!|没有人!!|走吧.",
        "船到了.|谁去接?|没有人!|价格是2.5元.|请等3天.|再见.",
    ),
    "ja": (
        "休戦が有利です。|「はい。」|彼は行った。",
        "「帰る。」と母は言った。|「なぜ？」と聞いた。|「ところで。」|ところが誰も来ない。",
    ),
    "it": (
        "Il gen. Rossi e il sig. Bianchi lessero pag. 4, ecc. |Poi tacquero.",
        "Viva il re. |Carlo disse di no. |Anna andò via. |Luca no.",
        "Nel 300 a. C. Roma cresceva. |Poi no.",
    ),
    "la": (
        "Cn. Pompeius et Sex. Roscius venerunt. |Sed Ti. Gracchus abiit.",
        "Caesar a. d. III Non. Iun. rediit. |Vixit an. LX. |Prid. Id. Mart. decessit.",
        "Dat. Romae ante diem. |Ego vidi.",
    ),
    "grc": (
        "Τί σιγᾷς; |Οὐδὲν λέγω. |«Τί;» ἔφη. |Τέλος.",
        "τί σιγᾷς\u037e |οὐδὲν λέγω. |ὁ δ’ ἀπῆλθεν· ἐγὼ δ’ ἔμεινα.",
    ),
    "he": (
        "הוּא אָמַר שָׁלוֹם. |כֵּן הִגִּיעָה לְבֵיגִ'ינְג. |הִיא שָׁבָה.",
        'נולד 500 לפנה"ס. |ד"ר לוי בא. |י. ל. פרץ כתב.',
    ),
    "pl": (
        "Gen. Wolski i inż. Lis byli dn. 4 maja na s. 9. |Min. Beck milczał. |Kupił chleb, sól itd. |Nikt nie przyszedł.",
        "Ob. Lis przyszedł o godz. 9 min. 30. |Czekał do 20 maja br. |Prof. Beck milczał.",
    ),
    "ar": (
        "وصل صباحًا. |وقال نعم.",
        "جاء الرجل. |هل ذهب؟ |نعم! |قال ذلك.",
        "جاء د. علي و م. حسن. |ماذا قال؟",
    ),
    "es": (
        "¿Vino? |¡Sí! |“No. |Nunca.” |Él se fue.",
        "Cayó al mar. |Juan está bien. |Ana vio un mono. |Luis no.",
        "Los RR. PP. y Fr. Luis callaron, etc. |Luego vino. |Véase t. XI.",
    ),
    "hi": ("वह आया। |वह गया।",),
    "pt-BR": ("Ele veio. |O Sr. Silva saiu.",),
    "nl": (
        "Mevr. De Wit zag ds. Bos op nr. 5. |Zie blz. 9 e.v. van dl. II. |Brood, wijn enz. |De boer at.",
    ),
    "pt": ("O Exmo. Silva leu pág. 9 do vol. II. |A Profa. Costa comprou pão, etc. |Ela saiu.",),
    "uk": (
        "Проф. Гай читав ф. 1, оп. 2, арк. 4. |Ген. Кос їв хліб, сіль і т. д. |Люди пішли.",
        "Він виїхав з міста у 1918 р. |Див. док. 3.",
    ),
    "sv": ("Se kap. 5 i vol. II. |Han kom.",),
    "vi": ("Họ đến TP. Huế. |GS. Lê xem tr. 9. |Họ vui.",),
    "sk": ("Videl prst. |Peter odišiel.",),
    "el": ("Πήρε ψωμί, κρασί κτλ. |Βλ. σ. 12. |Ήρθε ο στρ. Πλαστήρας.",),
    "tlh": ("He came. |He left.",),
}


def _cut(marked: str, language: str) -> str:
    """Return the text with a bar before the white space after every sentence."""
    text = marked.replace("|", "")
    sentences = cut_sentences(Witness("S", text, language=language)).sentences
    for sentence in reversed(sentences[:-1]):
        text = f"{text[: sentence.end]}|{text[sentence.end :]}"
    return text


def _expected(marked: str) -> str:
    """Return the text with each bar moved before the white space."""
    return marked.replace(" |", "| ")


@pytest.mark.parametrize("name", _ENGLISH)
def test_english_is_cut_where_a_reader_would(name: str) -> None:
    assert _cut(_ENGLISH[name], "en") == _expected(_ENGLISH[name])


@pytest.mark.parametrize(
    ("language", "marked"), [(tag, t) for tag in _OTHERS for t in _OTHERS[tag]]
)
def test_other_languages_are_cut_where_a_reader_would(language: str, marked: str) -> None:
    assert _cut(marked, language) == _expected(marked)


def test_the_telegram_has_thirty_sentences() -> None:
    telegram = read_witness(_SEEDS / "telegram-302sh.txt", siglum="S")

    cut = cut_sentences(telegram)

    sentences = [cut.text_of(i) for i in range(len(cut.sentences))]
    assert len(sentences) == 30
    assert sentences[:3] == [
        "BEIJING, TO ROSHCHIN",
        "Deliver immediately to the addressee.",
        "“To Comrade MAO ZEDONG.",
    ]
    assert sentences[24:26] == ["FILIPPOV [Stalin].”", "For Roshchin."]
    assert sentences[28:] == ["FILIPPOV", "No. 302/sh"]


def test_no_sentence_crosses_a_division() -> None:
    text = "The first line\nand the second"
    divisions = tuple(Division(DivisionKind.VERSE, span) for span in (Span(0, 14), Span(15, 29)))

    cut = cut_sentences(Witness("S", text, divisions))

    assert cut.sentences == (Span(0, 14), Span(15, 29))


@pytest.mark.filterwarnings("default")
def test_a_simple_rule_is_used_if_sentencex_panics() -> None:
    # It panics on the no-break space, which the mask replaces.
    assert list(find_boundaries("en", "the letter A\xa0. Then this. 好。是")) == [15, 26, 28]


def test_a_lone_surrogate_is_part_of_a_sentence() -> None:
    assert _spans("One \ud800. Two.") == (Span(0, 6), Span(7, 11))


_untimed = settings(deadline=None)  # The first call loads a library.


@_untimed
@given(texts)
def test_the_mask_keeps_every_offset_and_has_one_kind_of_space(text: str) -> None:
    masked = mask(text)

    assert len(masked) == len(text)
    assert not re.search(r"[^\S ]", masked)
    assert all(
        after in (before, " ", ".", "0", "s", "o")
        for before, after in zip(text, masked, strict=True)
    )


@_untimed
@given(composed_texts)
def test_the_kind_of_spaces_moves_no_cut(text: str) -> None:
    plain = re.sub(r"[\t\u00a0\u202f\u2009\u3000]", " ", text)

    assert _spans(plain) == _spans(text)


@_untimed
@given(composed_texts.filter(lambda text: not set(text) & set("。！")))
def test_the_kind_of_quotation_marks_moves_no_cut(text: str) -> None:
    straight = re.sub("[“”„]", '"', text)

    assert _spans(straight) == _spans(text)


@_untimed
@given(composed_texts)
def test_the_kind_of_newlines_moves_no_cut(text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    windows = text.replace("\n", "\r\n")

    cut = cut_sentences(Witness("S", windows))

    assert [span.of(windows).replace("\r\n", "\n") for span in cut.sentences] == [
        span.of(text) for span in _spans(text)
    ]


def _spans(text: str) -> tuple[Span, ...]:
    return cut_sentences(Witness("S", text)).sentences
