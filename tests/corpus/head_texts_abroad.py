"""Heads of pages in other languages; every name and place is invented."""

from head_texts import Head

HEADS: dict[str, Head] = {
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
    "Arabic with a breadcrumb of two": (
        "ar",
        "الرئيسية > مقالات\n\nمقالات رأي\n\nمن يوقظ القبطان؟\n\nنادين البحري\n\n7 مارس 2022\n\n",
        "من يوقظ القبطان؟",
        None,
        ["نادين البحري"],
        "2022-03-07",
    ),
    "German with a call to subscribe and questions": (
        "de",
        "Zum Inhalt springen\nHafenblatt+ jetzt testen\n\nFragen und Antworten\n\nWarum kommt die Fähre zu spät?\n\n"
        "Seit Wochen wartet die Insel. Was der Kapitän sagt und was die Reederei plant\n\nVon Ute Krähe\n"
        "7. März 2022, 6:00 Uhr\n\n",
        "Warum kommt die Fähre zu spät?",
        "Seit Wochen wartet die Insel. Was der Kapitän sagt und was die Reederei plant",
        ["Ute Krähe"],
        "2022-03-07",
    ),
    "Spanish with a masthead over a section, place and day": (
        "es",
        "Ir al contenido\nEl Faro del Norte\n\nSociedad\n\nEl último barco del viernes ya no sale\n\n"
        "El puerto dice que no hay "
        "prisa, pero los vecinos cruzan a remo\n\nLucía Garza\nOrrin - 7 MAR 2022 - 09:41 CET\n\n",
        "El último barco del viernes ya no sale",
        "El puerto dice que no hay prisa, pero los vecinos cruzan a remo",
        ["Lucía Garza"],
        "2022-03-07",
    ),
    "German report from a place": (
        "de",
        "Startseite > Panorama > Justiz\n\nJustiz\n\nFähre muss nicht pünktlich sein\n\nDas Gericht weist die Klage "
        "eines "
        "Gastes ab. Der Kapitän feiert mit Tee\n\nAus Orrin berichtet Ute Krähe\n07.03.2022, 15:32 Uhr\n\n",
        "Fähre muss nicht pünktlich sein",
        "Das Gericht weist die Klage eines Gastes ab. Der Kapitän feiert mit Tee",
        ["Ute Krähe"],
        "2022-03-07",
    ),
}
