"""Words that hold sentences together. They are dropped from questions only: phrases and the concordance keep them.

tantivy brings Snowball's lists for some languages; what they lack, and the words with which people ask, stand here.
They are written as they are spelt, and folded when they are used.
"""

STOP_FILTERS = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
}

_ENGLISH = """
about above after again against all also although am among an and any are as at be because been before being below
between both but by can could did do does doing don down during each either else etc ever every few for from
further get gets got had has have having he her here hers herself him himself his how however i if in into is it
its itself just let ll many may me might more most much must my myself neither no nor not now of off on once one
only or other our ours ourselves out over own per quite rather re really same shall she should since so some
such than that the their theirs them themselves then there these they this those though through thus to too
under until up upon us ve very was we well were what whatever when where whether which while who whom whose why
will with within without would yet you your yours yourself say says said saying tell tells told explain explains
describe describes happen happened happening happens mean means meant talk talks think thinks thought
"""

_UKRAINIAN = """
а або але б без більше буде був була були було бути в вам вас весь вже ви від він вона вони воно все всі всіх да
де для до дуже є ж за з зі і із її їм їх й його йому коли кого кому крім куди лише ми мене мені мої мій може між
на над нам нас нас наш не нею ні ним них ніж о об один однак при про під після та так також такий там те тебе ти
тим то тобі того тоді той тому треба тут у увесь хоча це цей ця ці цього чи чим чого чому ще що щоб я як яка які
який якщо щодо стосовно сказав сказала сказали каже кажуть говорить говорять думає думають пояснює розповідає
хто ким скільки звідки навіщо чий чия чиє чиї чийого чиєї якого якої якому якій яким якою яких якими котрий котра
сталося відбулося відбувається трапилося
"""

_RUSSIAN = """
это эта эти этот который которая которые сказал сказала сказали говорит говорят думает думают объясняет
почему отчего сколько откуда каков какова каковы каких каким какими чей чья чье чьи
случилось произошло происходит
"""

_ARABIC = """
في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن ان أن إن كان كانت هو هي هم نحن انا أنا انت
أنت قد و او أو ثم بل كل بعض غير بين عند حتى اذا إذا كما لكن منذ قبل بعد كيف لماذا ماذا متى اين أين هل قال قالت
يقول تقول يقولون قالوا كم أي أية لمن ممن عمن حدث يحدث
"""

_HEBREW = """
של את על עם אל מן כי לא גם או אם זה זו זאת הוא היא הם הן אני אתה אנחנו יש אין היה היתה הייתה היו כל רק עוד אבל
אך אשר כמו בין לפני אחרי מה מי איך למה מדוע מתי איפה האם אמר אמרה אומר אומרת אמרו אומרים אומרות
כמה כיצד איזה איזו אילו היכן לאן מאין מהו מהי מיהו מיהי קרה קורה
"""

OWN: dict[str, frozenset[str]] = {
    "ar": frozenset(_ARABIC.split()),
    "en": frozenset(_ENGLISH.split()),
    "he": frozenset(_HEBREW.split()),
    "ru": frozenset(_RUSSIAN.split()),
    "uk": frozenset(_UKRAINIAN.split()),
}
