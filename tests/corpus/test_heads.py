"""Heads of pages as sites and printers make them, in many languages; every name and place is invented."""

from typing import Any

import pytest
from structure_score import exported

BODIES = {
    "en": "The ferry left at six, as it had done for forty years, and nobody on the quay looked up. There was "
    "fog on the "
    "water and a smell of tar, and the captain had forgotten his gloves again.\n\nWhen the bell rang for the second "
    "time the dog got up, walked to the end of the pier and sat down there, because that is where the boat would be.",
    "de": "Die Fähre legte um sechs ab, wie sie es seit vierzig Jahren tat, und niemand am Kai sah auf. Über dem "
    "Wasser "
    "lag Nebel, und der Kapitän hatte wieder einmal seine Handschuhe vergessen.\n\nAls die Glocke zum zweiten Mal "
    "schlug, stand der Hund auf, ging bis ans Ende der Mole und setzte sich, weil das Boot dort anlegen würde.",
    "fr": "Le bac est parti à six heures, comme il le faisait depuis quarante ans, et personne n’a levé les yeux. Il y "
    "avait du brouillard sur l’eau, et le capitaine avait encore oublié ses gants.\n\nQuand la cloche a sonné pour la "
    "deuxième fois, le chien s’est levé, il a marché jusqu’au bout de la jetée et il s’est assis là.",
    "es": "El barco salió a las seis, como lo hacía desde hace cuarenta años, y nadie en el muelle levantó la "
    "vista. Había "
    "niebla sobre el agua y el capitán había olvidado otra vez los guantes.\n\nCuando la campana sonó por segunda vez, "
    "el perro se levantó, caminó hasta el final del muelle y se sentó allí, porque allí llegaría el barco.",
    "uk": "Пором відійшов о шостій, як робив це сорок років, і ніхто на причалі не підвів голови. Над водою "
    "стояв туман, а "
    "капітан знову забув рукавиці.\n\nКоли дзвін ударив удруге, пес підвівся, дійшов до кінця молу і сів там, бо саме "
    "туди мав пристати човен, і всі це знали.",
    "ru": "Паром отошёл в шесть, как делал это сорок лет, и никто на причале не поднял головы. Над водой стоял "
    "туман, а "
    "капитан снова забыл рукавицы.\n\nКогда колокол ударил во второй раз, пёс встал, дошёл до конца мола и сел там, "
    "потому что именно туда должна была пристать лодка.",
    "he": "המעבורת יצאה בשש, כמו שיצאה ארבעים שנה, ואיש על הרציף לא הרים את ראשו. מעל המים עמד ערפל, והקברניט "
    "שכח שוב את "
    "הכפפות שלו.\n\nכשהפעמון צלצל בפעם השנייה קם הכלב, הלך עד קצה המזח והתיישב שם, כי לשם הייתה הסירה אמורה להגיע.",
    "ar": "غادرت العبّارة في السادسة كما كانت تفعل منذ أربعين عاماً، ولم يرفع أحد على الرصيف رأسه. كان الضباب "
    "فوق الماء، وكان "
    "القبطان قد نسي قفازيه مرة أخرى.\n\nوعندما دقّ الجرس للمرة الثانية نهض الكلب ومشى إلى آخر الرصيف وجلس هناك، لأن "
    "القارب سيصل إلى هناك.",
}

# The language of the body, the head, and what it says: title, subtitle, authors, published.
HEADS: dict[str, tuple[str, str, str, str | None, list[str], str | None]] = {
    "masthead, menu, kicker, clock": (
        "en",
        "Skip to content\nThe Orrin Sentinel\nHome  News  Sport  Letters\nSign in | Subscribe\n\nENVIRONMENT\n\n"
        "Last ferry captain refuses to learn the new timetable\n\nHe says that the tide has never read it either.\n\n"
        "By Mina Sorrel\n\n7 March 2022, 8:15pm\n\nShare\nFacebook  X  Copy link\n\n",
        "Last ferry captain refuses to learn the new timetable",
        "He says that the tide has never read it either.",
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "masthead told by the line of rights only": (
        "en",
        "Quayside\n\nLast ferry captain refuses to learn the new timetable\n\nby Mina Sorrel\nMarch 7, 2022\n\n",
        "Last ferry captain refuses to learn the new timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "a short title with a long subtitle": (
        "en",
        "Salt and Iron\n\nHow a village kept its port when everything else went\n\nBy Mina Sorrel\n\n",
        "Salt and Iron",
        "How a village kept its port when everything else went",
        ["Mina Sorrel"],
        None,
    ),
    "outlet behind two names": (
        "en",
        "Ferry captain refuses timetable\nBy Mina Sorrel and Otto Quist, Orrin Sentinel\nPublished Mar. 7, 2022 | "
        "Updated 4:52 p.m.\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel", "Otto Quist"],
        "2022-03-07",
    ),
    "outlet behind one name": (
        "en",
        "Ferry captain refuses timetable\nBy Mina Sorrel, Orrin Sentinel\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        None,
    ),
    "three names with commas": (
        "en",
        "Ferry captain refuses timetable\nBy Mina Sorrel, Otto Quist & Ada Brook\n2022-03-07T18:00:00Z\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel", "Otto Quist", "Ada Brook"],
        "2022-03-07",
    ),
    "names one a line over the date": (
        "en",
        "Ferry captain refuses timetable\n\nMina Sorrel\nOtto Quist\n7 March 2022\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel", "Otto Quist"],
        "2022-03-07",
    ),
    "name, day and minutes on one line": (
        "en",
        "# Ferry captain refuses timetable\n\n**Mina Sorrel** · Mar 7, 2022 · 6 min read\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "name with an office, a date with a zone": (
        "en",
        "Ferry captain refuses timetable\nMina Sorrel, maritime correspondent\nMon 7 Mar 2022 06.30 GMT\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "buttons between title and byline": (
        "en",
        "Ferry captain refuses timetable\n\nGet alerts\nSave for later\n\nWords: Mina Sorrel\nPhotos: Otto "
        "Quist\n7 March 2022"
        "\n6 min read\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "speech with the place": (
        "en",
        "Home > Council > Speeches\n\n“We owe the tide an answer”: remarks at the harbour dinner\n\nSpeech by "
        "Ada Brook, "
        "Harbour Master\nOrrin, 7 March 2022\n\n",
        "“We owe the tide an answer”: remarks at the harbour dinner",
        None,
        ["Ada Brook"],
        "2022-03-07",
    ),
    "posted under a heading of the site": (
        "en",
        "Recipes    Boats    Contact\n\nSeven knots that a ferryman needs\n\nPosted on March 7, 2022 in Boats\n\n",
        "Seven knots that a ferryman needs",
        None,
        [],
        "2022-03-07",
    ),
    "window title of a print": (
        "en",
        "07/03/2022, 09:14              Ferry captain refuses the timetable - Orrin Sentinel\n\nFerry captain "
        "refuses the "
        "timetable\n\n7th March 2022\n\n",
        "Ferry captain refuses the timetable",
        None,
        [],
        "2022-03-07",
    ),
    "volume of a journal": (
        "en",
        "TRANSACTIONS OF THE TIDE SOCIETY   Vol. 12 (2019)\n\nWhat the Fog Weighed: Ten Years of Buckets on the "
        "Orrin Quay\n\n"
        "Mina Sorrel and Otto Quist\n\n",
        "What the Fog Weighed: Ten Years of Buckets on the Orrin Quay",
        None,
        ["Mina Sorrel", "Otto Quist"],
        None,
    ),
    "numbers that could be two days": (
        "en",
        "Ferry captain refuses timetable\n\nBy Mina Sorrel\n03/07/2022\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        None,
    ),
    "an agency is no author": (
        "en",
        "Ferry captain refuses timetable\n\nBy Northern Press Agency\n7 March 2022\n\n",
        "Ferry captain refuses timetable",
        None,
        [],
        "2022-03-07",
    ),
    "German": (
        "de",
        "Zum Inhalt springen\nOrriner Landbote\nAbo  E-Paper  Anmelden\n\nHafen und Handel\n\nFährstreit in "
        "Orrin: Der Mann, "
        "der keinen Fahrplan liest\n\nSeit vierzig Jahren fährt er nach der Flut. Nun klagt die Stadt.\n\nVon "
        "Jörg Amsel und "
        "Ute Krähe\n7. März 2022, 17:08 Uhr\n\nTeilen  Merken  Drucken\nLesezeit: 3 Min.\n\n",
        "Fährstreit in Orrin: Der Mann, der keinen Fahrplan liest",
        "Seit vierzig Jahren fährt er nach der Flut. Nun klagt die Stadt.",
        ["Jörg Amsel", "Ute Krähe"],
        "2022-03-07",
    ),
    "German commentary": (
        "de",
        "Kommentar\nLasst ihn fahren, wann er will\nEin Kommentar von Jörg Amsel\nStand: 07.03.2022, 06:00 Uhr\n\n",
        "Lasst ihn fahren, wann er will",
        None,
        ["Jörg Amsel"],
        "2022-03-07",
    ),
    "French": (
        "fr",
        "Aller au contenu\nLa Vigie de l’Estran\nS’abonner    Se connecter\n\nSociété\n\nOdile Marchal : « La "
        "marée ne lit "
        "pas les horaires »\n\nÀ 61 ans, elle conduit le dernier bac à la voile. Rencontre.\n\nPropos recueillis "
        "par Yves "
        "Corbeau\nPublié le 7 mars 2022 à 07h00, mis à jour le 8 mars 2022\n\n",
        "Odile Marchal : « La marée ne lit pas les horaires »",
        "À 61 ans, elle conduit le dernier bac à la voile. Rencontre.",
        ["Yves Corbeau"],
        "2022-03-07",
    ),
    "Spanish": (
        "es",
        "Inicio | Política | Cultura |"
        " Deportes\n\nOPINIÓN\n\nLa marea no lee horarios\n\nPor Lucía Garza y Tomás Olmo\n7 de "
        "marzo de 2022\n\n",
        "La marea no lee horarios",
        None,
        ["Lucía Garza", "Tomás Olmo"],
        "2022-03-07",
    ),
    "Ukrainian": (
        "uk",
        "Причал\nГоловна / Новини / Місто\nПідписатися   Увійти\n\nУ Тихому порту капітан відмовився вчити новий "
        "розклад\n\n"
        "Оксана Чайка, «Причал»\n7 березня 2022, 14:25\n\nПоділитися: Facebook Telegram\n\n",
        "У Тихому порту капітан відмовився вчити новий розклад",
        None,
        ["Оксана Чайка"],
        "2022-03-07",
    ),
    "Ukrainian interview": (
        "uk",
        "Інтерв’ю\n\nКапітан Гнат Весло: «Приплив не читає розкладів»\n\nРозмовляла Оксана Чайка\n7 березня 2022 "
        "року\n\n",
        "Капітан Гнат Весло: «Приплив не читає розкладів»",
        None,
        ["Оксана Чайка"],
        "2022-03-07",
    ),
    "Russian": (
        "ru",
        "Главная / Общество\n\nКапитан отказался учить новое расписание\n\nАвтор: Ольга Чайка\n7 марта 2022 г., "
        "14:25\n\n",
        "Капитан отказался учить новое расписание",
        None,
        ["Ольга Чайка"],
        "2022-03-07",
    ),
    "Hebrew": (
        "he",
        "דלג לתוכן הראשי\nהמזח\nחדשות  דעות  תרבות  ספורט\n\nדעה\n\nהניחו לקברניט להפליג בשקט\n\nהעירייה רוצה "
        "שכל מעבורת תצא "
        "בדיוק בזמן, אבל הגאות לא קוראת לוחות זמנים\n\nתמר שחף\n7 במרץ 2022\n\nשתפו בפייסבוק\n\n",
        "הניחו לקברניט להפליג בשקט",
        "העירייה רוצה שכל מעבורת תצא בדיוק בזמן, אבל הגאות לא קוראת לוחות זמנים",
        ["תמר שחף"],
        "2022-03-07",
    ),
    "Hebrew with the word for by": (
        "he",
        "הניחו לקברניט להפליג בשקט\n\nמאת תמר שחף\nפורסם ב-7 במרץ 2022 בשעה 10:00\n\n",
        "הניחו לקברניט להפליג בשקט",
        None,
        ["תמר שחף"],
        "2022-03-07",
    ),
    "Arabic": (
        "ar",
        "جريدة الشاطئ\nالرئيسية | محليات | اقتصاد |"
        " رياضة\nاشترك الآن\n\nقبطان العبّارة يرفض حفظ الجدول الجديد\n\nنادين البحري\n"
        "7 آذار/مارس 2022\n\nشارك الخبر\n\n",
        "قبطان العبّارة يرفض حفظ الجدول الجديد",
        None,
        ["نادين البحري"],
        "2022-03-07",
    ),
    "day of the paper above its name": (
        "en",
        "Monday, March 7, 2022\nThe Orrin Sentinel\nVol. XII, No. 3\n\nFERRY CAPTAIN REFUSES TIMETABLE\n\nBY "
        "MINA SORREL, STAFF "
        "WRITER\n\n",
        "FERRY CAPTAIN REFUSES TIMETABLE",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "guest essay with a photographer": (
        "en",
        "Guest Essay\n\nThe Tide Does Not Read\n\nMarch 7, 2022\n\nCredit: Otto Quist\n\nBy Mina Sorrel\n\n",
        "The Tide Does Not Read",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "standfirst without a full stop, then name and day": (
        "en",
        "The tide does not read\nA ferry captain explains why he has never owned a watch\nMina Sorrel\n7 March "
        "2022\n\n",
        "The tide does not read",
        "A ferry captain explains why he has never owned a watch",
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "told to somebody": (
        "en",
        "FIRST PERSON\n\nI have never owned a watch\n\nAs told to Mina Sorrel\n\n",
        "I have never owned a watch",
        None,
        ["Mina Sorrel"],
        None,
    ),
    "posted by": (
        "en",
        "# I have never owned a watch\n\nPosted by Mina Sorrel on 7 March 2022 at 10:15\n\n",
        "I have never owned a watch",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "a question as a title": (
        "en",
        "Opinion\nWho needs a timetable?\nMina Sorrel\n\nMar 7, 2022, 6:00 AM EST\n\n",
        "Who needs a timetable?",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "breadcrumb that ends in the title": (
        "en",
        "Sentinel Online › News › Harbour › Ferry captain refuses the timetable\n\nHarbour\n\nFerry captain "
        "refuses the "
        "timetable\n\nBy Mina Sorrel | 7 March 2022 | Updated 8 March 2022\n\n",
        "Ferry captain refuses the timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "menu of links": (
        "en",
        "[The Quay](https://quay.example/) | [News](https://quay.example/n) |"
        " [Boats](https://quay.example/b)\n\n# Ferry "
        "captain refuses timetable\n\nBy [Mina Sorrel](https://quay.example/ms), 7 March 2022\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "Italian": (
        "es",
        "Cultura\n\nIl capitano che non legge gli orari\n\ndi Lucia Garzetta\n7 marzo 2022\n\n",
        "Il capitano che non legge gli orari",
        None,
        ["Lucia Garzetta"],
        "2022-03-07",
    ),
    "Polish": (
        "es",
        "Kapitan nie czyta rozkładów\n\nAutor: Jan Czapla\n7 marca 2022\n\n",
        "Kapitan nie czyta rozkładów",
        None,
        ["Jan Czapla"],
        "2022-03-07",
    ),
    "Hebrew, two authors and a day in numbers": (
        "he",
        "הניחו לקברניט להפליג בשקט\n\nמאת: תמר שחף ויואב ברק\n7.3.2022 | 10:00\n\n",
        "הניחו לקברניט להפליג בשקט",
        None,
        ["תמר שחף", "יואב ברק"],
        "2022-03-07",
    ),
    "Russian with a photographer": (
        "ru",
        "Репортаж\n\nКапитан отказался учить новое расписание\n\nТекст: Ольга Чайка\nФото: Пётр Мол\n7 марта 2022\n\n",
        "Капитан отказался учить новое расписание",
        None,
        ["Ольга Чайка"],
        "2022-03-07",
    ),
    "Arabic with the word for by": (
        "ar",
        "رأي\n\nالبحر لا يقرأ الجداول\n\nبقلم: نادين البحري\nنشر في 7 مارس 2022\n\n",
        "البحر لا يقرأ الجداول",
        None,
        ["نادين البحري"],
        "2022-03-07",
    ),
    "Ukrainian column": (
        "uk",
        "Перейти до основного вмісту\n\nКОЛОНКА\n\nПриплив не читає розкладів\n\nОксана Чайка\nкапітанка "
        "порту\n\nПонеділок, "
        "7 березня 2022, 09:00\n\n",
        "Приплив не читає розкладів",
        None,
        ["Оксана Чайка"],
        "2022-03-07",
    ),
    "name and office on lines of their own": (
        "en",
        "OPINION\n\nThe tide does not read\n\nMina Sorrel\nColumnist\n\n7 March 2022\n\n",
        "The tide does not read",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "French with a role and a city": (
        "fr",
        "Reportage\n\nLe dernier bac à voile\n\nPar Yves Corbeau, envoyé spécial à Tréval\nLe 7 mars 2022 à 18h30\n\n",
        "Le dernier bac à voile",
        None,
        ["Yves Corbeau"],
        "2022-03-07",
    ),
    "Spanish interview": (
        "es",
        "ENTREVISTA\n\n“La marea no lee”\n\nEl capitán Tomás Olmo explica por qué nunca ha llevado reloj.\n\nLucía "
        "Garza\nPublicado: 7 de marzo de 2022, 10:30 h\n\n",
        "“La marea no lee”",
        "El capitán Tomás Olmo explica por qué nunca ha llevado reloj.",
        ["Lucía Garza"],
        "2022-03-07",
    ),
    "nothing but a title": ("en", "The tide does not read\n\n", "The tide does not read", None, [], None),
    "no title at all": ("en", "", None, None, [], None),
}


def head_of(name: str) -> dict[str, Any]:
    language, head, *_ = HEADS[name]
    foot = "\n\n© 2022 Quayside. All rights reserved.\n" if name.startswith("masthead told") else "\n"
    return exported(head + BODIES[language] + foot)


@pytest.mark.parametrize("name", HEADS, ids=str)
def test_a_head_says_what_it_prints(name: str) -> None:
    _, _, title, subtitle, authors, published = HEADS[name]
    found = head_of(name)["metadata"]
    assert (found["title"], found["subtitle"], found["authors"], found["published"]) == (
        title,
        subtitle,
        authors,
        published,
    )


@pytest.mark.parametrize("name", HEADS, ids=str)
def test_the_text_begins_where_it_begins(name: str) -> None:
    body = BODIES[HEADS[name][0]].split("\n\n")
    found = head_of(name)["paragraphs"]
    shown = [paragraph["plain"] for paragraph in found if paragraph["kind"] in ("paragraph", "heading", "list_item")]
    assert shown == body
