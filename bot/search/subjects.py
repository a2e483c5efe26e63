"""Words that are never what a text speaks of, though it is full of them: "two", "like", "often".

They are searched for as any others, and completed when somebody begins to type them; nobody is offered them as a
subject. Listed are numerals, the verbs that go with everything ("make", "take"), adverbs of time, place and degree,
adjectives that tell size or order, and how time and length are measured, in the forms that texts are full of. Words
that may well be a subject ("time", "work", "home") are left out.
"""

from functools import cache

from bot.search.analysis import fold, is_stop, surfaces

_ENGLISH = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
billion billions dozen dozens first second third fourth fifth sixth seventh eighth ninth tenth half twice double like
likes liked make makes made making take takes took taken taking give gives gave given giving get getting come comes
came coming go goes went gone going put puts putting keep keeps kept keeping find finds found finding see sees saw seen
seeing look looks looked looking want wants wanted need needs needed know knows knew known knowing use uses used using
try tries tried trying turn turns turned let lets seem seems seemed become becomes became becoming begin begins began
begun start starts started starting show shows showed shown bring brings brought hold holds held leave leaves leaving
call calls called calling ask asks asked asking answer answers answered believe believes believed feel feels felt hear
heard speak speaks spoke spoken write writes wrote written read reads add adds added name names named include includes
included including continue continues continued remain remains remained stay stayed set sets run runs ran move moved
follow follows followed following happen lot lots kind kinds sort sorts thing things way ways bit case cases fact facts
part parts point points number numbers end ends back away forward ahead apart aside alone together here today tomorrow
yesterday tonight soon later late early often sometimes usually rarely always never ever again even yet still just
right wrong good better best well bad worse worst big bigger biggest small smaller little less least large larger great
greater high higher low lower long longer short shorter new newer old older young younger next last former latter
recent recently current currently own certain various several different possible likely clear clearly real really whole
full main major able enough especially particularly finally eventually suddenly probably maybe course sure true yes
okay nearly barely hardly far near close closer easy hard simple important necessary common non anti mr mrs ms argues
argued states stated day days week weeks month months year years hour hours minute minutes kilometre kilometres metre
metres kilometers meters percent
"""
_UKRAINIAN = """
один одна одне одного одному одним одній одну одною два дві двох двом двома три трьох трьом трьома чотири чотирьох
пʼять пять п'яти шість сім вісім девʼять десять десяти одинадцять дванадцять двадцять тридцять сорок пʼятдесят
шістдесят сто двісті триста пʼятсот тисяча тисячі тисяч мільйон мільйони мільйонів мільярд мільярдів млн млрд тис
перший перша перше перші першого першої другий друга друге другого другої третій третя третє третього пів півтора двічі
тричі десяток має мають мав мала мало мали може можуть міг могла могли робити робить роблять зробити зробив зробила
зробили дати дає дають дав дала дали взяти взяв йти іти йде йдуть пішов пішла пішли прийшов прийшла прийшли стати став
стала стало стали хотіти хоче хочуть хотів хотіла хотіли знати знаю знає знають знав бачити бачить бачив бачила знайти
почати почав почала почали називають називає питають питає пише писав написав написала відповів додав каже стоїть
стояти лишився лишилися залишити лежить бувати буває можна треба потрібно потрібен потрібна потрібні варто необхідно
раз рази разів разом багато чимало кілька декілька трохи менше більше більш менш найбільше найменше близько майже добре
погано гарно краще гірше великий велика велике великі великого великої малий мале маленький маленька новий нова нове
нові нового нової старий стара старе старі довгий довго короткий високий низький інший інша інше інші іншого іншої
іншому іншим іншими інших кожен кожна кожне кожного кожної різний різні різних певний певні весь останній остання
останні наступний наступна сьогодні вчора завтра тепер зараз тоді колись часто рідко завжди іноді спочатку потім далі
пізніше раніше знову назад уперше нарешті просто справді дійсно напевно мабуть звичайно особливо приблизно взагалі
зокрема наприклад ледве день дні днів дня тиждень тижні тижнів місяць місяці місяців рік роки років року році година
години годин
"""
_RUSSIAN = """
один одна одно одного одной одному одним одну два две двух двум двумя три трех трем четыре четырех пять пяти шесть семь
восемь девять десять десяти одиннадцать двенадцать двадцать тридцать сорок пятьдесят шестьдесят сто двести триста
пятьсот тысяча тысячи тысяч миллион миллиона миллионы миллионов миллиард миллиардов млн млрд тыс первый первая первое
первые первого первой второй вторая второе второго третий третья третье третьего пол полтора дважды трижды десяток
может могут мог могла могли делать делает делают сделать сделал сделала сделали дать дает дают дал дала дали взять взял
идти идет идут шел шла пошел пришел пришла пришли стать стал стала стало стали хотеть хочет хотят хотел хотела хотели
знать знаю знает знают знал видеть видит видел видела найти начать начал начала начали называют называет спрашивают
спросил пишет писал написал написала ответил добавил стоит стоять остался осталась остались лежит бывает можно надо
нужно нужен нужна нужны следует необходимо раз раза разом вместе много немало несколько немного меньше больше более
менее около почти хорошо плохо лучше хуже большой большая большое большие большого маленький маленькая новый новая
новое новые нового новой старый старая старое старые долго короткий высокий низкий другой другая другое другие другого
других другим каждый каждая каждое каждого каждой разные разных некоторые некоторых последний последняя последние
следующий следующая сегодня вчера завтра теперь сейчас тогда часто редко всегда иногда сначала потом дальше позже
раньше снова назад впервые наконец просто действительно наверное конечно особенно примерно вообще например едва день
дни дней дня неделя недели недель месяц месяца месяцев год года году годы лет час часа часов
"""
_HEBREW = """
אחד אחת שני שתי שניים שתיים שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שמונה תשע תשעה עשר עשרה עשרים שלושים
ארבעים חמישים שישים מאה מאות אלף אלפים אלפי מיליון מיליוני מיליארד ראשון ראשונה הראשון הראשונה שנייה השני השנייה שלישי
שלישית חצי רבע פעם פעמים פעמיים יש אין אפשר היה הייתה היו יהיה תהיה יהיו להיות יכול יכולה יכולים יכולות צריך צריכה
צריכים רוצה רוצים רצה רצתה יודע יודעת יודעים ידע עושה עושים עשה עשתה לעשות נותן נתן נתנה לתת לקח לקחה לקחת בא באה באו
לבוא הולך הולכת הולכים הלך הלכה ללכת ראה ראתה רואה רואים לראות מצא מצאה למצוא התחיל התחילה נשאר נשארו כתב כתבה כותב
שואל שואלים שאל שאלה ענה מגיע הגיע הגיעה להגיע דבר דברים הרבה מעט קצת יותר פחות הכי מאוד כמעט ביותר טוב טובה טובים רע
רעה גדול גדולה גדולים הגדול קטן קטנה קטנים חדש חדשה חדשים החדש ישן ישנה הישן ארוך קצר גבוה נמוך אחר אחרת אחרים אחרות
שונה שונים שונות מסוים מסוימת רבים רבות אחרון אחרונה האחרון הבא הבאה היום אתמול מחר עכשיו תמיד לפעמים לעתים שוב אז לפני
אחרי כבר עדיין סוף לבסוף פשוט באמת ממש בדיוק אולי כנראה במיוחד בערך יחד לבד יום ימים שבוע שבועות חודש חודשים שנה שנים
השנה שעה שעות
"""
_ARABIC = """
واحد واحدة اثنان اثنين اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثمانية تسع تسعة عشر عشرة عشرين ثلاثين
أربعين خمسين ستين مئة مائة مئات ألف آلاف مليون ملايين مليار الأول الأولى أول الثاني الثانية ثاني الثالث الثالثة نصف ربع
مرة مرات مرتين يكون تكون كان كانت كانوا أصبح أصبحت صار صارت يصبح بدأ بدأت يبدأ يمكن يجب ينبغي يستطيع أراد يريد تريد
يعرف يعلم رأى يرى فعل يفعل عمل يعمل تعمل قام قامت يقوم أعطى يعطي أخذ يأخذ جاء جاءت يأتي ذهب ذهبت يذهب وجد وجدت وصل وصلت
كتب كتبت يكتب سأل يسأل أجاب بقي ظل شيء أشياء أمر كثير كثيرة الكثير قليل قليلة القليل أكثر أقل أكبر أصغر جدا جيد جيدة
أفضل سيئ أسوأ كبير كبيرة الكبير الكبيرة صغير صغيرة الصغير الصغيرة جديد جديدة الجديد الجديدة قديم قديمة القديم القديمة
طويل طويلة قصير قصيرة آخر أخرى آخرون الآخر الأخرى الآخرين مختلف مختلفة معظم بعض البعض عدة جميع الجميع نفس الأخير
الأخيرة القادم القادمة السابق السابقة اليوم أمس غدا الآن دائما أحيانا أيضا فقط تقريبا ربما خاصة معا وحده يوم أيام أسبوع
أسابيع شهر أشهر سنة سنوات السنة عام أعوام العام ساعة ساعات
"""
_NEVER = (_ENGLISH, _UKRAINIAN, _RUSSIAN, _HEBREW, _ARABIC)
_LANGUAGES = ("en", "uk", "ru", "he", "ar")


def is_subject(word: str) -> bool:
    """Whether texts may speak of a word, in whatever language it is."""
    folded = fold(word)
    return folded not in _never() and not any(is_stop(folded, language) for language in _LANGUAGES)


@cache
def _never() -> frozenset[str]:
    return frozenset(fold(word) for words in _NEVER for word in surfaces(words))
