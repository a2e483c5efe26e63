"""The same few sentences in eight languages, to stand under a head; all of them invented."""

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
