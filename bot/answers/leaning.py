"""Which sentences lean on those before them: by what they open with, by pronouns that nothing in them explains.

Rules for English, Ukrainian and Russian, by lists and places of words alone; of Hebrew and Arabic, whose verbs have
their pronouns in them, only openings and "this". Where they err they should err by calling a sentence leaning: it then
brings the one before, or stays out.
"""

import re

from bot.search.analysis import is_stop

# What "this" may point at without a sentence before: the text itself, when and where it is written. "@" below.
_AT_HAND = r"""
    paper|article|essay|column|interview|chapter|op-ed|text|transcript|digest|web\s?site|page|newspaper|magazine|journal|podcast|blog
    day|week|weekend|month|year|morning|afternoon|evening|night|spring|summer|autumn|fall|winter|season|century|decade|time|moment
    country|nation|city|town|village|island|world|planet|earth|house|chamber|hall|community|region|continent
"""
_AT_HAND_ABROAD = r"""
    статт\w+|есе|тексті?|колон\w+|газет\w+|видан\w+|журнал\w*|інтерв['’]ю|тиж\w+|місяц\w+|р(?:ік|ок\w*|оц\w+)|д(?:ень|н\w+)|ран\w+|веч[іо]р\w*|літ\w+|зим\w+|весн\w+|осін\w*|раз|час\w*|країн\w+|міст\w+|світ\w*
    стать\w+|эссе|тексте?|колонк\w+|газет\w+|издани\w+|журнал\w*|интервью|недел\w+|месяц\w*|год\w*|утр\w+|вечер\w*|лет\w+|врем\w+|стран\w+|город\w*|мир\w*
    ה?(?:מאמר|טור|עיתון|מגזין|ריאיון|ראיון|שבוע|חודש|שנה|יום|בוקר|ערב|עיר|מדינה|ארץ|עולם)|ال(?:مقال\w*|نص|صحيفة|جريدة|مجلة|مقابلة|حوار|أسبوع|شهر|عام|سنة|يوم|صباح|مساء|بلد|بلاد|مدينة|عالم)
"""
# Openings that lean on the sentence before, by language; longest first where one begins another.
_POINTING = {
    "en": r"""
        this(?!\s+@)|that|these|they|he|she|it|his|her|hers|their|theirs|its|him|them|such|here|then
        those(?!\s+(?:who|of|that|which|whose|with|in)\b)
        there(?!\s+(?:is|are|was|were))
        but|and|yet|so|or|nor|also|too|still|thus|hence|therefore|however|moreover|furthermore|instead|indeed|besides
        meanwhile|nevertheless|nonetheless|otherwise|similarly|likewise|consequently|accordingly|again|rather|finally
        both|neither|another|others|the\s+(?:latter|former|other|same|second|third)|in\s+(?:addition|contrast|turn|fact|short|(?:this|that)(?!\s+@))
        for\s+(?:example|instance|this|that|these|those)|as\s+(?:a\s+result|such)|at\s+the\s+same\s+time|on\s+the\s+(?:other|contrary)
        after\s+(?:that|this)|because\s+of\s+(?:this|that)|even\s+so|if\s+so|with\s+(?:this|that)|all\s+(?:this|that|these|those)
        (?:yes|no)(?=[,.;—–-])|not\s+only|to\s+(?:this|that)|by\s+(?:this|that|then)|from\s+(?:this|that)|\w+\s+(?:also|too|however|therefore|then)
        (?:second|third|next|later|worse|above\s+all)(?=[,:])|(?:secondly|thirdly|lastly|afterwards?|(?:since|until|before)\s+then)\b
        (?:on|under|during|despite|before|since|until|at|of)\s+(?:this|that|these|those)(?!\s+@)
        as\s+(?:was\s+)?(?:mentioned|noted|said|shown)\s+(?:above|before|earlier)
        (?:\w+\s+){1,2}of\s+(?:them|(?:this|that|these)(?!\s+@)|those(?!\s+(?:who|of|that|which|whose|with|in)\b))
        (?:\w+\s+){0,2}(?:minute|hour|day|week|month|year|decade)s?\s+(?:later|earlier|afterwards?)(?!\s+than)
        (?:immediately|directly|shortly|soon)\s+(?:after(?=,)|afterwards?|thereafter)
        i\s+(?:dis)?agree(?:(?=[,.;:!])|\s+(?:about|on|and|but)|\s+with\s+(?:you|him|her|them|it))
    """,
    "uk": r"""
        це|цей|ця|ці|цього|цьому|цим|цими|цих|цією|той|та|те|ті|він|вона|вони|воно|його|її|їх|їм|їхн\w+|йому|такий|така|таке|такі|тут|там|тоді
        але|а|і|й|або|проте|однак|отже|тому|також|теж|крім\s+того|до\s+того\s+ж|втім|натомість|наприклад|(?:так|ні)(?=[,.;—–-])|водночас
        зрештою|таким\s+чином|\w+\s+(?:також|теж|однак)|по-друге|по-третє|згодом|потім|відтоді|насамкінець|окрім\s+(?:того|цього)|останн(?:ій|я|і)(?=\s+ж?\s*з)
        (?:у|в|на|після|під|через|з|до|попри|за|від|для)\s+(?:цього|цьому|цим|цих|цій|цю|цей|це|ті|те|той|того|тому|тим|тих|нього|неї|них)
        як\s+(?:зазначено|сказано|згадано)\s+вище|(?:\w+\s+){1,2}по\s+тому|(?:\w+\s+){1,2}(?:з|із|зі)\s+(?:них|цих)
        я\s+(?:не\s+)?згод(?:ен|на)(?:(?=[.;:!])|\s+(?:з|із|зі)\s+(?:вами|ним|нею|ними|цим|тобою))
    """,
    "ru": r"""
        это|этот|эта|эти|этого|этому|этим|этими|этих|этой|тот|та|то|те|он|она|они|оно|его|ее|её|их|им|ему|ей|такой|такая|такое|такие|здесь|там|тогда
        но|а|и|или|однако|поэтому|также|тоже|кроме\s+того|зато|впрочем|например|(?:да|нет)(?=[,.;—–-])|при\s+этом|таким\s+образом
        \w+\s+(?:также|тоже|однако)|во-вторых|в-третьих|затем|потом|позже|наконец
        (?:в|во|на|после|под|из-за|с|до|несмотря\s+на|за|от|для|к|об?|при)\s+(?:этого|этому|этим|этих|этой|эту|этот|это|этом|те|тот|того|тому|тем|тех|него|нее|неё|них|нем|нём)
        как\s+(?:отмечено|сказано|упомянуто)\s+выше|(?:\w+\s+){1,2}спустя(?!\s+после)|(?:\w+\s+){1,2}из\s+(?:них|этих)
        я\s+(?:не\s+)?соглас(?:ен|на)(?:(?=[.;:!])|\s+с\s+(?:вами|ним|ней|ними|этим|тобой))
    """,
    "he": r"""
        זה|זו|זאת|אלה|אלו|הוא|היא|הם|הן|שם|אז|כאן|כך|ככה|אבל|אך|אולם|ולכן|לכן|גם|וגם|בנוסף|למשל|לעומת\s+זאת|עם\s+זאת|עד\s+אז|מאז|לפיכך
        ל(?:דבריו|דבריה|דבריהם|דבריהן|דעתו|דעתה|דעתם|דעתן|טענתו|טענתה|טענתם)|אחר\s+כך|לאחר\s+מכן|אף\s+על\s+פי\s+כן|בניגוד\s+לכך|בשל\s+כך|למרות\s+(?:זאת|כך)
        מלבד\s+זאת|כתוצאה\s+מכך|(?:כן|לא)(?=[,.;—–-])|שנית|שלישית|לבסוף|אותו|אותה|אותם|אותן|[א-ת]+\s+(?:הזה|הזאת|הזו|האלה|האלו|ההוא|ההיא|ההם|הללו)
        רוב[םן]|חלק[םן]|מקצת[םן]|שניהם|שתיהן|(?:[א-ת]+\s+){1,2}מה[םן]|(?:[א-ת]+\s+){1,2}(?:לאחר|אחרי)\s+(?:מכן|כן)
    """,
    "ar": r"""
        و?(?:هذا|هذه|هؤلاء|ذلك|تلك|أولئك|هو|هي|هم|هن|هما|لكن|لكنه|لكنها|لكنهم|لذلك|لذا|كذلك|أيضا|أيضًا|بل|ثم|إنه|إنها|إنهم|مع\s+ذلك|بالتالي|هكذا|عندئذ|حينئذ)
        و?(?:بعد|قبل|منذ|خلال|رغم|بسبب|من\s+أجل|نتيجة|إلى\s+جانب|فضلا\s+عن|في|على|عن|من)\s+(?:هذا|هذه|ذلك|تلك)(?:\s+(?:الوقت|الحين))?
        غير\s+أن|إلا\s+أن|على\s+سبيل\s+المثال|ثانيا|ثانيًا|ثالثا|ثالثًا|أخيرا|أخيرًا|كما\s+(?:أنه|أنها|أنهم|ذكر|سبق)|من\s+ناحية\s+أخرى|في\s+المقابل|(?:نعم|لا)(?=[،,.؛])
        (?:بحسبه|حسب\s+قوله|حسب\s+قولها|حسب\s+قولهم|في\s+رأيه|في\s+رأيها|في\s+رأيهم)
        و?(?:معظم|بعض|أكثر|أغلب|غالبية|جميع|نصف|ثلث|ربع)ه(?:م|ن|ا)|و?(?:كلاهما|كلتاهما|كلهم)|(?:\w+\s+){1,2}من(?:هم|هن|ها|هما)
    """,
}
_OPENING = r"[\s\"'“”„«‘’(\[—–\u200e\u200f-]*"
_HAND = rf"(?:{'|'.join(f'{_AT_HAND} {_AT_HAND_ABROAD}'.split())})s?\b"
_DANGLING = re.compile(
    rf"{_OPENING}(?:{'|'.join('|'.join(words.split()) for words in _POINTING.values()).replace('@', _HAND)})\b",
    re.IGNORECASE,
)
# "They challenged this approach": what that is stands before, unless the sentence has named it itself.
_POINTED = re.compile(
    rf"\b(?:this|these)\s+(?!{_HAND})(?P<en>[a-z]\w*)"
    rf"|\b(?:цей|ця|ці|цього|цьому|цим|цими|цих|цієї|цією|цю|этот|эта|эти|этого|этому|этим|этими|этих|этой|эту|этом)\s+"
    rf"(?!{_HAND})(?P<slavic>[а-яіїєґё]\w*)"
    rf"|\bה(?!{_HAND})(?P<he>[א-ת]+)\s+(?:הזה|הזאת|הזו|האלה|האלו|ההוא|ההיא|ההם|הללו)\b"
    rf"|\b[وفبلك]?(?:هذا|هذه|ذلك|تلك)\s+(?!{_HAND})ال(?P<ar>\w+)",
    re.IGNORECASE,
)
# Words that point back wherever they stand: "nothing was decided on this, or on the other"; "the walls, however, held".
_INSIDE = re.compile(
    r"\b(?:this|these|those|the (?:latter|former))\s*[,.;:!?]"
    r"|\beither\s*[,.;:!?]"
    r"|,\s*(?:however|therefore|too|then|though|однак|отже|натомість|теж|однако|следовательно|тоже)\s*[,.;!?]"
    r"|\b(?:mentioned|see|noted|said|shown)\s+(?:above|below|earlier)\b",
    re.IGNORECASE,
)
# "In March they left": an opening that only places what is told, and then somebody whom nothing before explains.
_PLACED = re.compile(
    rf"{_OPENING}(?:"
    r"(?:in|at|on|by|during|under|from|within|throughout|near)\s+(?:[\w’'-]+\s+){1,5}?(?:he|she|they|his|her|their)"
    r"|(?:у|в|на|під|через|за|о|об|від|протягом)\s+(?:[\w’'-]+,?\s+){1,4}?(?:він|вона|вони|його|її|їх|їхн\w+)"
    r"|(?:в|во|на|под|через|за|о|об|от|из)\s+(?:[\w’'-]+,?\s+){1,4}?(?:он|она|они|его|ее|её|их)"
    r")\b|"
    rf"{_OPENING}(?:in|at|on|by|during|under|from|within|throughout|near)\s+[^,.;:]{{1,60}},\s+(?:he|she|they|it)\b|"
    rf"{_OPENING}ב[א-ת]+(?:\s+\d+,?|(?:\s+[א-ת\d]+){{0,4}},)\s+(?:הוא|היא|הם|הן)\s",
    re.IGNORECASE,
)
# "We carried it home": what that is was said before. "We owe it to them", "I find it hard": it stands for what follows.
_CARRIED = re.compile(
    rf"{_OPENING}(?:I|we|you)\s+(?:(?:will|would|can|could|must|should|may|have|had|did|do|not|never|always|just|cannot"
    r"|(?:do|did|wo|would|could|ca)n['’]t)\s+){0,3}(?!(?:make|made|find|found|think|thought|believed?|know|knew|hoped?"
    r"|sa(?:y|id)|fe(?:el|lt)|supposed?|consider(?:ed)?|s(?:ee|aw)|wish(?:ed)?|meant?|like|hate|love|owed?|deem(?:ed)?"
    r"|call(?:ed)?|until|if|when|that|as|is|was|and|but)\b)[a-z]+\s+it\b(?!\s+(?:that|is|was|will|would|has|had)\b)"
    rf"|{_OPENING}(?:я|ми|мы)\s+(?:(?:не|вже|уже|завжди|всегда)\s+)?[а-яіїєґё]+\s+(?:це|это)\b(?!\s+{_HAND})",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"{_OPENING}(?:he|she|his|her|він|вона|йому|їй|он|она|ему|ей)\b", re.IGNORECASE)
_ONESELF = re.compile(r"I(?:['’]\w+)?")
_PRONOUNS = """
he she they him them his her hers their theirs
він вона вони його її їх йому їй їм
он она они его ее их ему ей им
"""
_MEANING_ANYBODY = """
nobody everybody somebody anybody everyone someone anyone none few many most some others whoever who those people
"""
_TELLING_WHEN = """
yesterday today tomorrow tonight soon often sometimes once recently later earlier always never perhaps maybe
вчора сьогодні завтра незабаром згодом часто іноді колись
вчера сегодня вскоре иногда
"""
_DETERMINING = """
a an the every each some any many most few several all no one two three four five ten both my our your
"""
_THIRD, _ANYBODY = frozenset(_PRONOUNS.split()), frozenset(_MEANING_ANYBODY.split())
_WHEN, _DETERMINERS = frozenset(_TELLING_WHEN.split()), frozenset(_DETERMINING.split())
_ROOT = 5  # letters that forms of a word have in common
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# ", she argues, ": who that is stands beside the quote.
_ASIDE = re.compile(r",\s+(?:as\s+)?(?:he|she|they)\s+[a-z]+(?=,)", re.IGNORECASE)
_LANGUAGES = ("en", "uk", "ru")


def stands(text: str) -> bool:
    """Whether a sentence can be understood without the one before it, as far as its words and their places tell."""
    text = _ASIDE.sub("", text)
    if _DANGLING.match(text) or _INSIDE.search(text) or _PLACED.match(text) or _CARRIED.match(text):
        return False
    return not (_unexplained(text) or _points(text))


def of_somebody(text: str) -> bool:
    """Whether a sentence opens with "he" or "she": whom that means is named before."""
    return _PERSON.match(text) is not None


def names_somebody(text: str) -> bool:
    """Whether a name stands in a sentence, as far as a capital tells: at its beginning it tells nothing."""
    return any(word[0].isupper() and not _ONESELF.fullmatch(word) for word in _WORD.findall(text)[1:])


def _points(text: str) -> bool:
    """Whether a "this" means what no word before it in the sentence names."""
    for match in _POINTED.finditer(text):
        root = next(word for word in match.groups() if word)[:_ROOT]
        if not re.search(rf"\b(?:ה|ال)?{re.escape(root)}", text[: match.start()], re.IGNORECASE):
            return True
    return False


def _unexplained(text: str) -> bool:
    """Whether its first "they", "her", "його" comes before anybody or anything that it could mean."""
    words = _WORD.findall(text)
    first = next((at for at, word in enumerate(words) if word.lower() in _THIRD), None)
    if first is None:
        return False
    return not any(_could_be_meant(words, at) for at in range(first))


def _could_be_meant(words: list[str], at: int) -> bool:
    """Whether a word may name whom a later pronoun means; in Cyrillic any word that carries meaning may."""
    word = words[at].lower()
    if word in _ANYBODY or (at and words[at][0].isupper() and word != "i" and not word.startswith("i’")):
        return True
    if (
        word[0].isdigit()
        or word in _WHEN
        or word.endswith("ly")
        or any(is_stop(word, language) for language in _LANGUAGES)
    ):
        return False
    if not word.isascii() or not at:
        return True
    return words[at - 1].lower() in _DETERMINERS or (len(word) > 3 and word.endswith("s"))
