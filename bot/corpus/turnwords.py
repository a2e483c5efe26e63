"""What opens a turn without a name: words for who asks, who answers and who calls from the room, by language."""

from collections.abc import Sequence

from bot.corpus.uncased import Uncased
from bot.corpus.words import word_set

ASKERS = word_set(
    "q question questioner interviewer host moderator presenter int mod "  # English
    "питання запитання ведучий ведуча модератор модераторка журналіст журналістка кореспондент кореспондентка "
    "інтерв'юер інтерв’юер кор журн вед "  # Ukrainian
    "вопрос ведущий ведущая журналист журналистка корреспондент корреспондентка корр "  # Russian
    "frage interviewerin moderation moderatorin "  # German
    "pregunta entrevistador entrevistadora periodista "  # Spanish
    "domanda intervistatore intervistatrice giornalista "  # Italian
    "journaliste animateur animatrice intervieweur "  # French
    "pytanie vraag pergunta "  # Polish, Dutch, Portuguese
    "שאלה מראיין מראיינת מנחה سؤال المحاور المحاورة المذيع المذيعة"  # Hebrew, Arabic
)
ANSWERERS = word_set(
    "a answer interviewee guest відповідь гість гостя ответ гость antwort gast réponse invité invitée respuesta "
    "invitado invitada risposta ospite odpowiedź antwoord resposta תשובה אורח אורחת جواب الجواب الضيف الضيفة"
)
PAIRS = (
    ("q", "a"),  # English
    ("q", "r"),  # French: question, réponse
    ("d", "r"),  # French and Italian: demande, domanda
    ("p", "r"),  # Spanish and Portuguese: pregunta, pergunta
    ("f", "a"),  # German: Frage, Antwort
    ("v", "a"),  # Dutch: vraag, antwoord
    ("p", "o"),  # Polish: pytanie, odpowiedź
    ("п", "в"),  # Ukrainian: питання, відповідь
    ("з", "в"),  # Ukrainian: запитання, відповідь
    ("в", "о"),  # Russian: вопрос, ответ
    ("ש", "ת"),  # Hebrew
    ("س", "ج"),  # Arabic
)
NO_LABEL = word_set(
    "note notes update updated correction clarification disclaimer warning example tip ps subject from to cc "
    "date re location time where when who what why how topics tags author authors title by published summary "
    "conclusion introduction background source sources photo photos image caption credit video audio listen "
    "watch read related editor translation translator link url address phone email e-mail website contact "
    "price isbn abstract keywords result results method methods aim first second third finally remember "
    "important fact facts myth step chapter part section act scene figure table appendix also more words text "
    "story pictures illustration illustrations design research recorded edited transcript transcribed problem "
    "solution pro con advantage advantages disadvantage disadvantages ingredients preparation tickets venue "
    "humanitarian diplomatic military economic political legal social cultural pros cons monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december "  # English
    "примітка джерело фото оновлено автор авторка текст ілюстрація переклад теги проблема рішення читайте дивіться "
    "источник примечание перевод читайте смотрите "  # Ukrainian, Russian
    "quelle foto fotos hinweis bild aufzeichnung protokoll lesen crédit texte photographie propos lire fuente "
    "texto fotografía leer fonte testo leggi הערה מקור תמונה צילום קראו ملاحظة مصدر صورة تصوير اقرأ"
)
# So many heads are an enumeration, and no exchange of two or three.
_SEVERAL = 4
_CROWD = Uncased(
    r"(?:an? |another |the |une? |le |la |l['’]|el |los |das |der |eine? )?(?:"
    r"audience(?: members?)?|crowd|hecklers?|protest[eo]rs?|demonstrators?|spectators?|callers?|listeners?|"
    r"voices?(?: from .{1,30})?|from the (?:floor|audience|crowd|gallery)|members? of the (?:audience|public)|"
    r"(?:some |several )?(?:hon(?:\.|ou?rable) )?(?:members?|senators?|delegates?|deputies)(?: of the \w+)?|"
    r"unidentified \w+|unknown(?: \w+)?|several voices|shouts?|"
    r"(?:\w+ ){1,3}(?:in|from) the (?:audience|crowd|hall|room|back(?: row)?|front(?: row)?|gallery|floor)|"  # English
    r"голос(?:и)?(?: .{1,20})?|(?:із?|з) зал[иу]|вигук(?:и)?(?: .{1,20})?|з місця|слухач(?:ка|і)?|глядач(?:ка|і)?|"
    r"голоса?(?: .{1,20})?|из зала|с места|выкрик(?:и)?(?: .{1,20})?|слушатель(?:ница)?|"
    r"\w+ (?:із?|з|у|в) зал[иіу]|\w+ (?:из|в) зал[ае]|"  # Ukrainian, Russian
    r"zwischenrufe?(?: .{1,20})?|zurufe?(?: .{1,20})?|publikum|stimme(?:n)?(?: .{1,20})?|"  # German
    r"voix(?: .{1,20})?|public|salle|auditeur|auditrice|spectat(?:eur|rice)|"  # French
    r"voz(?: .{1,20})?|público|oyente|voce(?: .{1,20})?|pubblico|"  # Spanish, Italian
    r"קהל|מהקהל|קול(?: .{1,15})?|קריאה(?: .{1,15})?|الجمهور|من القاعة|صوت(?: .{1,15})?)"
)


def is_asker(name: str) -> bool:
    """Whether a label says "question" rather than a name."""
    return name.casefold().rstrip("0123456789. ") in ASKERS


def is_answerer(name: str) -> bool:
    """Whether a label says "answer" rather than a name."""
    return name.casefold().rstrip("0123456789. ") in ANSWERERS


def is_crowd(name: str) -> bool:
    """Whether a label stands for somebody in the room whom the text does not name."""
    return _CROWD.fullmatch(name) is not None


def is_enumeration(labels: Sequence[str]) -> bool:
    """Whether labels are what a text goes through one by one ("Thyme: …", "Mint: …"): single words, each of them once.

    Where nouns have capitals, what a text calls them elsewhere ("Fresh Thyme") looks like somebody's full name.
    """
    single = all(label.isalpha() and not label.isupper() for label in labels)
    return single and len(labels) == len(set(labels)) >= _SEVERAL
