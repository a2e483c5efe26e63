"""Words that hold sentences together. They are dropped from questions only: phrases and the concordance keep them.

tantivy brings Snowball's lists for some languages; what they lack, and the words with which people ask, stand here:
pronouns in their cases, prepositions and conjunctions, auxiliary verbs and particles, which grammars can count, and
what an apostrophe leaves of them ("doesn" of "doesn't"). A form that is also another word is left out: "своєю" is here,
and "мала" isn't. They are written as they are spelt, and folded when they are used.
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
ain aren couldn didn doesn hadn hasn haven isn mightn mustn needn oughtn shan shouldn wasn weren wouldn
anybody anyone anything anywhere everybody everyone everything everywhere nobody none nothing nowhere somebody someone
something somewhere another others whoever whichever whereas wherever whenever cannot ought
according across along alongside amid amongst around behind beneath beside besides beyond concerning despite except
inside onto outside regarding throughout toward towards underneath unless unlike via
already almost always anyway exactly hence indeed instead never nevertheless perhaps please simply somehow still
therefore
"""

_UKRAINIAN = """
а або але б без більше буде був була були було бути в вам вас весь вже ви від він вона вони воно все всі всіх да
де для до дуже є ж за з зі і із її їм їх й його йому коли кого кому крім куди лише ми мене мені мої мій може між
на над нам нас нас наш не нею ні ним них ніж о об один однак при про під після та так також такий там те тебе ти
тим то тобі того тоді той тому треба тут у увесь хоча це цей ця ці цього чи чим чого чому ще що щоб я як яка які
який якщо щодо стосовно сказав сказала сказали каже кажуть говорить говорять думає думають пояснює розповідає
хто ким скільки звідки навіщо чий чия чиє чиї чийого чиєї якого якої якому якій яким якою яких якими котрий котра
яку котре котрі котрого котрої котрому котрій котрим котрою котрих котрими чиєму чиїй чиїм чиєю чиїх чиїми чию
цю цієї цій цим цією цих цими цьому та ту тієї тій тією ті тих тими того самий сам сама самі свій своя своє свої свого
своєї своєму своїй своїм своєю своїх своїми свою мій моя моє мого моєї моєму моїй моїм моєю моїх моїми мою твій твоя
твоє твої твого твоєї твоєму наша наше наші нашого нашої нашому нашій нашим нашою наших нашими ваш ваша ваше ваші
вашого вашої вашому вашій вашим вашою ваших вашими їхній їхня їхнє їхні їхнього їхньої їхньому їхнім їхньою їхніх
їхніми їхню мною тобою собою себе собі нами вами ними нього неї ньому ній ніхто нікого нікому нічого ніщо ніде ніколи
хтось когось комусь щось чогось чомусь десь кудись колись якийсь якась якесь якісь будь усе усі усіх усім усіма всього
всієї всьому всім усю всю весь така таке такі такого такої такому таких такими таку
бо проти через серед поміж біля навколо перед позаду понад попри протягом впродовж упродовж замість завдяки задля
заради згідно навіть тільки саме майже вже ще досі потім тепер зараз завжди теж також тощо наскільки відколи доки поки
наче ніби неначе невже хіба мабуть можливо отже проте однак зате аби адже усупереч всупереч стосовно відносно
буду будеш будемо будете будуть була були має маю маєш маємо маєте мають мав мали може можу можеш можемо можете можуть
міг могла могло могли можна слід варто
сталося відбулося відбувається трапилося
"""

_RUSSIAN = """
это эта эти этот который которая которые сказал сказала сказали говорит говорят думает думают объясняет
почему отчего сколько откуда каков какова каковы каких каким какими чей чья чье чьи
какого какому каком какую какою чьего чьей чьему чьим чьих чьими чью котором которого которой которому которым которую
которых которыми этого этой этому этим этих этими эту этою того той тому тем тех тою то свой своя свое свои своего
своей своему своем своим своих своими свою мой моя мое мои моего моей моему моем моим моих моими мою твой твоя твое
твои наш наша наше наши нашего нашей нашему нашем нашим наших нашими нашу ваш ваша ваше ваши вашего вашей вашему вашим
ваших вашими вашу мною тобою собой собою себя себе нами вами ими ею нею кого кому ком чего чему никто никого никому
ничто ничего ничему нигде никогда весь всё вся всю всей всего всему всем всеми всех сам сама само
сами самого самой также тоже
против кроме среди около вокруг вместо благодаря согласно относительно насчет через между перед над под изо
ко обо лишь именно только даже уже еще пока пусть неужели разве ли ибо хотя насколько поэтому однако зато чтобы затем
теперь сейчас всегда будто словно
буду будешь будет будем будете будут имеет имею имеют имел имела имели может могу могут мог могла могло могли можно
нужно следует надо
случилось произошло происходит
"""

_ARABIC = """
في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن ان أن إن كان كانت هو هي هم نحن انا أنا انت
أنت قد و او أو ثم بل كل بعض غير بين عند حتى اذا إذا كما لكن منذ قبل بعد كيف لماذا ماذا متى اين أين هل قال قالت
يقول تقول يقولون قالوا كم أي أية لمن ممن عمن حدث يحدث
له لها لهم لهن لهما لي لك لنا لكم به بها بهم بهن بهما بنا بكم فيه فيها فيهم فيهما منه منها منهم منهما عنه عنها عنهم
عليه عليها عليهم عليهما علينا إليه إليها إليهم إلينا معه معها معهم معنا هؤلاء أولئك هذان هذين هاتان هاتين ذاك هنا هناك
اللذان اللذين اللتان اللتين اللواتي اللاتي أنتم أنتن هما هن إياه إياها نفسه نفسها أنفسهم
كانوا كانتا كنت كنا كنتم يكون تكون يكونون يكونوا أكون نكون سيكون ستكون سوف ليس ليست ليسوا لست لسنا لقد تم يتم
إن إنه إنها إنهم أنه أنها أنهم بأن بأنه بأنها لأن لأنه لأنها لأنهم كأن كي لكي لولا لو إذ إذن حيث حين حينما عندما بينما
كلما إلا إنما إما أما سوى فقط أيضا مثل مثلما بدون دون ضد تحت فوق خلال أثناء حول بسبب حسب عبر ضمن لدى لديه لديها
لديهم بما مما فيما عما وما يمكن أيها أيتها نعم ربما بحيث بشأن بخصوص تجاه
"""

_HEBREW = """
של את על עם אל מן כי לא גם או אם זה זו זאת הוא היא הם הן אני אתה אנחנו יש אין היה היתה הייתה היו כל רק עוד אבל
אך אשר כמו בין לפני אחרי מה מי איך למה מדוע מתי איפה האם אמר אמרה אומר אומרת אמרו אומרים אומרות
כמה כיצד איזה איזו אילו היכן לאן מאין מהו מהי מיהו מיהי קרה קורה
מאיפה ממתי לאיזה באיזה לאיזו באיזו למי ממי במי עם מהם מהן אותי אותך אותו אותה אותנו אתכם אותם אותן לי לך לו לה לנו
לכם להם להן בי בך בו בה בנו בהם בהן שלי שלך שלו שלה שלנו שלכם שלהם שלהן ממני ממנו ממנה מהם מהן עליו עליה עליהם עליהן
עלינו אליו אליה אליהם אלינו איתו איתה איתם אתו אתם אתן הללו אלה אלו האלה האלו הזה הזו הזאת ההוא ההיא ההם עצמו עצמה
עצמם משהו מישהו מישהי כלום שום להיות תהיה יהיה יהיו תהיינה הייתי היינו הייתם איננו אינו אינה אינם אינן ישנו ישנה
ישנם כאשר כאשר כדי בגלל בזכות למרות אילו אלמלא לולא לכן משום מפני מאז עד בלי ללא נגד בעד תחת מעל מתחת ליד אצל
בשביל עבור לפי אודות לגבי בנוגע באשר כלפי תוך בתוך מתוך במשך במהלך מאוד יותר פחות כבר עדיין אולי שוב אף כן כך ככה
אז כאן הרי אלא האם לעולם מעולם כמובן
"""

OWN: dict[str, frozenset[str]] = {
    "ar": frozenset(_ARABIC.split()),
    "en": frozenset(_ENGLISH.split()),
    "he": frozenset(_HEBREW.split()),
    "ru": frozenset(_RUSSIAN.split()),
    "uk": frozenset(_UKRAINIAN.split()),
}
