"""Words that a full stop follows without ending a sentence, and words that open one; lists, each with its languages.

Abbreviations are compared as they are printed: "Sgt" is one, "sgt" is none. Those that are plain words as well ("no",
"art") count only before a number.
"""

from bot.corpus.words import word_set

# Before a name: titles, which no sentence ends with.
TITLES = word_set(
    # English
    "Mr Mrs Ms Mx Messrs Dr Drs Prof Gen Adm Brig Sen Rep Gov Lt Col Maj Capt Cpt Cmdr Sgt Cpl Pte Rev Revd Fr Hon "
    "Supt Insp Det Amb Pres Mt Ft "
    # German, Dutch
    "Hr Hrn Frl Dipl Ing Dkfm Frhr Stv Jhr Mevr Dhr "
    # French
    "Mme Mmes Mlle Mlles MM Mgr Ste "
    # Spanish, Portuguese, Italian
    "Sra Sres Srta Dña Dra Exmo Ilmo Dott Sig Sigg Avv "
    # Polish, Czech
    "Ks Inż Bc MUDr JUDr PhDr "
    # Ukrainian, Russian
    "ім акад доц канд докт просп бул пров обл вул им ул "
    # Turkish
    "Doç Yrd Uzm Sn"
)
# Between words: never the last of a sentence.
INNER = word_set(
    # English, Latin
    "vs v cf approx ca viz resp esp incl excl eds e.g i.e "
    # German
    "bzw bspw vgl sog ggf evtl inkl exkl insb insbes zzgl abzgl geb gegr einschl z.B d.h u.U i.d.R sogen "
    # French, Spanish, Italian
    "env éd hab aprox pag cfr tél p.ej p.ex "
    # Ukrainian, Russian
    "див напр пор зокр тел ред упоряд см напр ср т.зв т.е"
)
# Before a number; elsewhere most of them are words like others.
NUMBERED = word_set(
    # English, Latin
    "No Nos no nos Art Arts art arts Sec Sect sec Ch Chs ch Chap chap Fig Figs fig figs Vol Vols vol vols p pp P Pp "
    "Pt pt Par par Cap cap cl Eq eq App app Ex Op op Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues "
    "Wed Thu Thur Thurs Fri Sat Sun "
    # German
    "Nr Nrn S Bd Bde Kap Abb Abs Abschn Tab Okt Dez "
    # French, Spanish, Polish
    "Nº nº N núm Núm janv févr avr juil sept oct nov déc nr poz str "
    # Ukrainian, Russian
    "ст с стор розд гл рис табл п пп ч т кн вип кв год січ лют бер квіт трав черв лип серп вер жовт лист груд янв фев "
    "мар апр авг сен окт ноя дек"
)
# A letter may stand for their number, too.
LETTERED = word_set("Fig Figs fig figs Vol vol Abb Tab Bd рис табл")
# These may end a sentence: it goes on unless the next word is one that opens sentences.
OPEN = word_set(
    # English
    "Inc Ltd Co Corp Bros LLC Jr Sr Esq St Ave Blvd Rd Sq Hwy Dept Univ Assn Bldg Calif Ariz Okla Tenn Minn Wis Colo "
    # German
    "Str Mio Mrd Std Min Jh Jhd Jhdt Ges Aufl Hrsg Verl Chr "
    # French, Spanish, Portuguese
    "av bd boul Cie Av Avda Ud Uds Cía Ltda "
    # Polish, Czech
    "ul tzw np mln tys wyd tj godz zł Kč tzv např "
    # Ukrainian, Russian
    "р рр г гг м о хв сек грн руб коп тис тыс млн млрд км проф ген полк кап лейт гр тов преп зав засл нар мол пл пос "
    "дер"
)
# These end a sentence whenever a capital follows.
ENDING = word_set("etc usw u.s.w uvm itd itp тощо ін др")
# Hours end one unless a day, or a zone of time in capitals, follows.
HOURS = word_set("a.m p.m A.M P.M am pm")
DAYS = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Eastern Central Pacific Mountain Greenwich"
)
ALL = TITLES | INNER | NUMBERED | OPEN | ENDING | HOURS

# Words that open sentences and are no names: they tell that the word before was the last of its sentence.
STARTERS = word_set(
    # English
    "The A An This That These Those It It's It’s He She They We I I'm I’m I've I’ve You Your And But Or So Yet Nor In "
    "On At By For From With Without To As If When Whenever While Where Why What Who Whose How Which There Here Then "
    "Now No Not Yes My His Her Its Our Their Some Many Most More Much Each Every All Both Any Another Other Others "
    "Such Nobody Nothing Everyone Everybody Everything Someone Something After Before Since Until Under Over Once "
    "Because Although Though However Later Last Next Only Even Still Just Also Instead Meanwhile Perhaps Maybe "
    "Today Yesterday Tomorrow During Through Despite Between Among Against Is Are Was Were Do Does Did Can Could "
    "Should Would Has Have Had Let Don’t Don't One Two Three "
    # German
    "Der Die Das Ein Eine Einer Es Er Sie Wir Ich Ihr Und Aber Doch Denn Dann Da Im Am Auf Mit Bei Nach Seit Für Wer "
    "Wie Wenn Weil Auch Noch Schon Nun Jetzt Hier Dort Dieser Diese Dieses Jeder Jede Alle Viele Manche Kein Keine "
    "Nicht Nur Als Ob Um Zu Zum Zur Vor Ohne Damit Dabei Sein Seine Ihre Unsere Mein Meine Was Wo Warum Man Später "
    "Heute Gestern "
    # French
    "Les Un Une Il Elle Ils Elles Nous Vous Je Ce Cette Ces Cela C’est C'est Mais Et Ou Donc Car Dans Sur Pour Par "
    "Avec Sans Sous Depuis Après Avant Quand Lorsque Si Comme Qui Que Où Pourquoi Comment Mon Son Sa Ses Leur Leurs "
    "Notre Puis Ainsi Aussi Alors Ici Aujourd’hui Hier "
    # Spanish, Portuguese, Italian
    "En Los Las Una Unos Pero Y O Su Sus Este Esta Esto Ese Esa Eso Yo Ella Ellos Cuando Donde Porque Según Con Sin "
    "Desde Hasta Para También Ya Hoy Os Uma Mas Não Em Ele Eu Quando Isso Também Il Lo Gli Uno Ma Non Per Nel Nella "
    "Che Questo Questa Anche Io Lui Lei Noi Dopo "
    # Dutch, Polish
    "Het Een Maar Ik Hij Zij Wij Dit Dat Deze Toen Nie Ale W Z Na Jest Po Od Jak Gdy Ten Ta "
    # Ukrainian, Russian
    "Він Вона Воно Вони Я Ми Ви Ти Це Цей Ця Ці Той Та Те Ті А І Й Але Проте Однак Тому Тоді Потім Тут Там У В На З Із "
    "Зі До Від Для За Про Як Якщо Коли Що Хто Де Чому Ні Так Не Також Після Перед Під Час Його Її Їх Наш Мій Свій Усі "
    "Всі Кожен Сьогодні Вчора Он Она Оно Они Мы Вы Ты Это Этот Эта Эти Тот Но И Или Затем Здесь С Из К От По О Об Если "
    "Когда Что Кто Где Почему Нет Да Также После Его Ее Её Все Каждый Сегодня Вчера"
)
# What German, Scandinavian, Slavic and other languages write after an ordinal ("22. November"), in small letters.
AFTER_ORDINALS = word_set(
    # German, Danish, Norwegian
    "januar jänner februar feber märz april mai juni juli august september oktober november dezember desember "
    "jahrhundert jahrhunderts jahrhunderte jahrtausend jahrtausends "
    # Finnish, Hungarian, Turkish
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
    "marraskuuta joulukuuta január február március április május június július augusztus szeptember október ocak şubat "
    "mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"
)
# What stands before a German ordinal.
BEFORE_ORDINALS = word_set(
    "der die das dem den des am im vom zum zur beim bis ab seit jeder jede jedes jedem jeden sein seine seinem seinen "
    "seiner ihr ihre ihrem ihren ihrer mein meine meinem meinen meiner unser unsere unserem unseren unserer Der Die "
    "Das Am Im Vom Zum Zur Beim Bis Ab Seit"
)
