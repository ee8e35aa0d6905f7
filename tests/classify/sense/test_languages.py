"""Negations and numbers that differ are found in the languages that have tables of them."""

from __future__ import annotations

import pytest

from variants.pipeline import collate
from variants.settings import Settings
from variants.types.sense import Tier
from variants.types.witness import Witness


def _marked(tag: str, seed: str, other: str) -> list[str]:
    """Return the readings of the first tier, with the words of the seed."""
    texts = (Witness("S", seed, language=tag), Witness("A", other, language=tag))
    found = collate(texts, Settings(segmenter="lines"))
    return [
        f"{entry.lemma.of(seed)} > {reading.wording}"
        for entry in found.entries
        for reading in entry.readings
        if reading.sense is not None and reading.sense.tier is Tier.SENSE
    ]


@pytest.mark.parametrize(
    ("tag", "seed", "other"),
    [
        ("de", "Der Bote hat den Brief nicht gelesen.", "Der Bote hat den Brief gelesen."),
        ("de", "Niemand durfte das Lager verlassen.", "Jeder durfte das Lager verlassen."),
        ("de", "Wir haben kein Brot mehr.", "Wir haben noch Brot."),
        ("de", "Die Antwort war ungewiss.", "Die Antwort war gewiss."),
        ("de", "Er ging ohne seine Frau nach Wien.", "Er ging mit seiner Frau nach Wien."),
        ("de", "Sie zahlten dreißig Taler.", "Sie zahlten dreizehn Taler."),
        ("de", "Mindestens hundert Reiter kamen.", "Höchstens hundert Reiter kamen."),
        ("de", "Er war nie in Rom.", "Er war einmal in Rom."),
        ("de", "Das Schiff traf am 3. Mai ein.", "Das Schiff traf am 13. Mai ein."),
        ("fr", "Le messager n'a pas lu la lettre.", "Le messager a lu la lettre."),
        ("fr", "Personne ne put quitter le camp.", "Chacun put quitter le camp."),
        ("fr", "Il n'a jamais vu Rome.", "Il a souvent vu Rome."),
        ("fr", "Il partit sans sa femme.", "Il partit avec sa femme."),
        ("fr", "Ils payèrent soixante-dix écus.", "Ils payèrent soixante-deux écus."),
        ("fr", "Au moins cent cavaliers vinrent.", "Au plus cent cavaliers vinrent."),
        ("fr", "Rien ne bougea dans la ville.", "Tout bougea dans la ville."),
        ("fr", "Une trentaine d'hommes vinrent.", "Une quarantaine d'hommes vinrent."),
        ("fr", "La quatrième séance est close.", "La cinquième séance est close."),
        ("fr", "Il écrivit au XVIIIe siècle.", "Il écrivit au XIXe siècle."),
        ("fr", "Le duc peut entrer dans la ville.", "Le duc ne peut entrer dans la ville."),
        ("fr", "Il est possible qu'il vienne.", "Il est impossible qu'il vienne."),
        ("fr", "Aucun des témoins n'a parlé au juge.", "Tous les témoins ont parlé au juge."),
        ("fr", "Ni le duc ni sa femme ne vinrent.", "Le duc et sa femme vinrent."),
        ("es", "El mensajero no leyó la carta.", "El mensajero leyó la carta."),
        ("es", "Salió sin que el juez lo viera.", "Salió después de que el juez lo viera."),
        ("es", "La segunda carta se perdió.", "La tercera carta se perdió."),
        ("es", "Los testigos dijeron que estuvo allí.", "Los testigos negaron que estuvo allí."),
        ("es", "Nadie pudo salir del campamento.", "Todos pudieron salir del campamento."),
        ("es", "Nunca estuvo en Roma.", "Siempre estuvo en Roma."),
        ("es", "Partió sin su mujer.", "Partió con su mujer."),
        ("es", "Pagaron sesenta escudos.", "Pagaron setenta escudos."),
        ("es", "Por lo menos cien jinetes llegaron.", "A lo sumo cien jinetes llegaron."),
        ("es", "No tenemos pan.", "Tenemos pan."),
        ("it", "Il messo non lesse la lettera.", "Il messo lesse la lettera."),
        ("it", "Nessuno poté lasciare il campo.", "Tutti poterono lasciare il campo."),
        ("it", "Né il duca né la moglie vennero.", "Il duca e la moglie vennero."),
        ("it", "Restò sei giorni a Roma.", "Restò otto giorni a Roma."),
        ("it", "La terza lettera andò perduta.", "La quarta lettera andò perduta."),
        ("it", "Non fu mai a Roma.", "Fu spesso a Roma."),
        ("it", "Partì senza la moglie.", "Partì con la moglie."),
        ("it", "Pagarono sessanta scudi.", "Pagarono settanta scudi."),
        ("it", "Almeno cento cavalieri vennero.", "Al massimo cento cavalieri vennero."),
        ("pl", "Posłaniec nie przeczytał listu.", "Posłaniec przeczytał list."),
        ("pl", "Nikt nie mógł opuścić obozu.", "Każdy mógł opuścić obóz."),
        ("pl", "Nigdy nie był w Rzymie.", "Często był w Rzymie."),
        ("pl", "Wyjechał bez żony.", "Wyjechał z żoną."),
        ("pl", "Zapłacili sześćdziesiąt talarów.", "Zapłacili siedemdziesiąt talarów."),
        ("pl", "Co najmniej stu jeźdźców przybyło.", "Najwyżej stu jeźdźców przybyło."),
        ("ru", "Гонец не прочитал письмо.", "Гонец прочитал письмо."),
        ("ru", "Никто не мог покинуть лагерь.", "Каждый мог покинуть лагерь."),
        ("ru", "Он уехал без жены.", "Он уехал с женой."),
        ("ru", "Они заплатили шестьдесят рублей.", "Они заплатили шестнадцать рублей."),
        ("ru", "Пришло не менее ста всадников.", "Пришло не более ста всадников."),
        ("ru", "У нас нет хлеба.", "У нас есть хлеб."),
        ("ru", "Ответ был неизвестен.", "Ответ был известен."),
        ("zh", "我们不能派遣飞机。", "我们能派遣飞机。"),
        ("zh", "苏联没有飞行员。", "苏联有飞行员。"),
        ("zh", "无人离开营地。", "人人离开营地。"),
        ("zh", "我們不同意這個意見。", "我們同意這個意見。"),
        ("zh", "請勿派遣專家。", "請派遣專家。"),
        ("zh", "他派来十六架飞机。", "他派来六十架飞机。"),
    ],
)
def test_a_negation_or_number_of_one_side_touches_the_sense(
    tag: str, seed: str, other: str
) -> None:
    assert _marked(tag, seed, other) != []


@pytest.mark.parametrize(
    ("tag", "seed", "other"),
    [
        ("de", "Niemand sah ihn.", "Keiner sah ihn."),
        ("de", "Er wusste es nicht.", "Das wusste er nicht."),
        ("de", "Er hatte kein Geld.", "Geld hatte er nicht."),
        (
            "de",
            "Nicht nur der König, sondern auch sein Sohn kam.",
            "Sowohl der König als auch sein Sohn kam.",
        ),
        ("de", "Ohne Zweifel war er müde.", "Er war gewiss müde."),
        ("de", "Sie zahlten einundzwanzig Taler.", "Sie zahlten 21 Taler."),
        ("de", "Er hat niemals gelogen.", "Er hat nie gelogen."),
        ("de", "Es war nicht unmöglich.", "Es war möglich."),
        ("de", "Keiner der Soldaten floh.", "Von den Soldaten floh keiner."),
        ("de", "Er konnte nicht umhin zu lachen.", "Er musste lachen."),
        ("fr", "Il ne vint pas.", "Il n'est pas venu."),
        ("fr", "Personne ne le vit.", "Nul ne le vit."),
        ("fr", "Il ne dit rien.", "Il n'a rien dit."),
        ("fr", "Il fit un pas vers la porte.", "Il s'avança vers la porte."),
        ("fr", "Une personne entra.", "Quelqu'un entra."),
        ("fr", "Avant qu'il ne vienne, elle partit.", "Avant qu'il vienne, elle partit."),
        ("fr", "Ils payèrent quatre-vingts écus.", "Ils payèrent 80 écus."),
        ("fr", "Il est plus grand que son père.", "Il est d'une taille plus grande que son père."),
        ("fr", "Sans doute était-il fatigué.", "Il était sans doute fatigué."),
        ("fr", "Il portait un habit neuf.", "Il portait un habit nouveau."),
        ("fr", "Entre dix et vingt hommes vinrent.", "De dix à vingt hommes vinrent."),
        ("fr", "Il ne peut entrer.", "Il ne peut pas entrer."),
        ("fr", "Il ne vint personne que le duc.", "Il vint seulement le duc."),
        ("fr", "Il écrivit au XVIIIe siècle.", "Il écrivit au dix-huitième siècle."),
        ("es", "Nadie lo vio.", "No lo vio nadie."),
        ("es", "No vino sino su hermano.", "Solo vino su hermano."),
        ("es", "El tercer capítulo es largo.", "El 3.º capítulo es largo."),
        ("es", "No dijo nada.", "Nada dijo."),
        ("es", "No tenía dinero alguno.", "No tenía ningún dinero."),
        ("es", "Nunca mintió.", "Jamás mintió."),
        ("es", "Pagaron treinta y un escudos.", "Pagaron 31 escudos."),
        ("es", "No solo el rey, sino también su hijo vino.", "Tanto el rey como su hijo vinieron."),
        ("es", "Sin embargo, llegó tarde.", "No obstante, llegó tarde."),
        ("it", "Nessuno lo vide.", "Non lo vide nessuno."),
        ("it", "Non disse niente.", "Non disse nulla."),
        ("it", "Era più dotto di quanto non credesse.", "Era più dotto di quanto credesse."),
        ("it", "Tu sei un uomo buono.", "Tu se' un uomo buono."),
        ("it", "Non venne altri che il servo.", "Venne soltanto il servo."),
        ("it", "Non mentì mai.", "Mai mentì."),
        ("it", "Pagarono ventuno scudi.", "Pagarono 21 scudi."),
        ("it", "Era più stanco che mai.", "Era stanchissimo."),
        ("it", "Non solo il re, ma anche suo figlio venne.", "Vennero sia il re che suo figlio."),
        ("pl", "Nikt go nie widział.", "Nie widział go nikt."),
        ("pl", "Nic nie powiedział.", "Nie powiedział niczego."),
        ("pl", "Nigdy nie kłamał.", "Nie kłamał nigdy."),
        ("pl", "Zapłacili dwadzieścia jeden talarów.", "Zapłacili 21 talarów."),
        ("pl", "Nie tylko król, ale i jego syn przybył.", "Przybył zarówno król, jak i jego syn."),
        ("ru", "Никто его не видел.", "Его никто не видел."),
        ("ru", "Он ничего не сказал.", "Он не сказал ничего."),
        ("ru", "Он никогда не лгал.", "Он не лгал никогда."),
        ("ru", "Они заплатили двадцать один рубль.", "Они заплатили 21 рубль."),
        ("ru", "Не только царь, но и его сын пришёл.", "Пришли и царь, и его сын."),
        ("ru", "Он не мог не засмеяться.", "Он засмеялся."),
        ("ru", "Несколько человек ушли.", "Ушло несколько человек."),
        ("zh", "信没有到。", "信未到。"),
        ("zh", "不但他来，他的儿子也来了。", "他和他的儿子都来了。"),
        ("zh", "不过他很累。", "但是他很累。"),
        ("zh", "他不得不走。", "他必须走。"),
        ("zh", "战争非常残酷。", "战争十分残酷。"),
        ("zh", "无论如何，我们要走。", "不管怎样，我们要走。"),
        ("zh", "這是不可避免的。", "這是無法避免的。"),
        ("zh", "不久他到了。", "很快他就到了。"),
        ("zh", "他们不断进攻。", "他们一直进攻。"),
        ("zh", "不少士兵来了。", "许多士兵来了。"),
        ("zh", "毫无疑问他是对的。", "他无疑是对的。"),
        ("zh", "他派来十六架飞机。", "他派來16架飛機。"),
    ],
)
def test_equal_negations_and_numbers_in_other_words_do_not(tag: str, seed: str, other: str) -> None:
    assert _marked(tag, seed, other) == []
