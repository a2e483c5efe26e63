"""The names of months and days of the week as pages print them, and the words that stand around a date."""

from bot.corpus.words import word_set

# One line a month: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish; Ukrainian, Russian; Hebrew;
# Arabic (of Egypt and the Gulf, of the Levant and Iraq, of the Maghreb). Words that belong together are tied by "_".
_MONTHS = (
    "jan january januar jänner janvier enero gennaio janeiro januari stycznia січня січень января январь ינואר "
    "يناير كانون_الثاني جانفي",
    "feb february februar février febrero febbraio fevereiro februari lutego лютого лютий февраля февраль פברואר "
    "فبراير شباط فيفري",
    "mar march märz mars marzo março maart marca березня березень марта март מרץ מרס مارس آذار اذار",
    "apr april avril abril aprile kwietnia квітня квітень апреля апрель אפריל أبريل ابريل إبريل نيسان أفريل",
    "may mai mayo maggio maio mei maja травня травень мая май מאי مايو أيار ايار ماي",
    "jun june juni juin junio giugno junho czerwca червня червень июня июнь יוני يونيو حزيران جوان",
    "jul july juli juillet julio luglio julho lipca липня липень июля июль יולי يوليو تموز جويلية",
    "aug august août agosto augustus sierpnia серпня серпень августа август אוגוסט أغسطس اغسطس آب أوت",
    "sep sept september septembre septiembre settembre setembro września вересня вересень сентября сентябрь ספטמבר "
    "سبتمبر أيلول ايلول",
    "oct october okt oktober octobre octubre ottobre outubro października жовтня жовтень октября октябрь אוקטובר "
    "أكتوبر اكتوبر تشرين_الأول",
    "nov november novembre noviembre novembro listopada листопада листопад ноября ноябрь נובמבר نوفمبر تشرين_الثاني",
    "dec december dez dezember déc décembre dic diciembre dicembre dezembro grudnia грудня грудень декабря декабрь "
    "דצמבר ديسمبر كانون_الأول",
)
MONTHS = {name.replace("_", " "): number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

# Words of a line that holds a date and nothing else, in the same languages: days of the week, what happened on the
# day, parts of the day, zones of time, small words.
DATE_WORDS = word_set(
    "mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday "
    "published publication posted printed delivered given last first originally modified updated edited created "
    "submitted revised issued released date dated day on at the of and from time am pm a.m p.m a m p noon midnight "
    "التاريخ بتاريخ תאריך "
    "est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst ist cet cest eet eest msk z h hrs hours "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so veröffentlicht erschienen "
    "aktualisiert stand zuletzt geändert datum am um vom uhr den der "
    "lundi mardi mercredi jeudi vendredi samedi dimanche publié publiée paru parue mis mise à jour modifié le la en "
    "ligne "
    "lunes martes miércoles jueves viernes sábado domingo publicado publicada actualizado actualizada fecha el las "
    "los de del hrs "
    "lunedì martedì mercoledì giovedì venerdì sabato domenica pubblicato aggiornato il alle ore "
    "segunda terça quarta quinta sexta feira atualizado em às "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gepubliceerd bijgewerkt op om "
    "poniedziałek wtorek środa czwartek piątek sobota niedziela opublikowano aktualizacja dnia godz r "
    "понеділок вівторок середа четвер п’ятниця п'ятниця субота неділя опубліковано оновлено дата публікації вперше "
    "о об в на від рік року р год "
    "понедельник вторник среда четверг пятница суббота воскресенье опубликовано обновлено дата публикации впервые "
    "от года г "
    "יום ראשון שני שלישי רביעי חמישי שישי שבת פורסם עודכן תאריך בתאריך בשעה ב "
    "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت نشر نُشر في تاريخ النشر آخر تحديث الساعة بتاريخ م ص"
)
