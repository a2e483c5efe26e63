"""What sites call their parts: the words of menus and of the lines above a title, in the languages that we know."""

import re
from functools import lru_cache

from bot.corpus.alternatives import by_letter
from bot.corpus.uncased import Uncased

# The lines above a title that tell what kind of text follows. The groups are the genres that they stand for.
KICKER = Uncased(
    r"(?P<opinion>opinions?|op-?ed|commentary|comment|viewpoint|perspectives?|guest (?:essay|column)|column|editorial|"
    r"comment is free|ideas|думка|думки|колонка|блоги?|коментар|погляд|мнения?|комментарий|колонки|точка зрения|"
    r"meinung|kommentar|gastbeitrag|leitartikel|kolumne|tribunes?|opinión|columna|chronique|opinions|דעה|דעות|מאמר|"
    r"טור(?: דעה)?|פובליציסטיקה|رأي|آراء|مقالات?|مقالات? (?:ال)?رأي|وجه(?:ة|ات) نظر)"
    r"|(?P<interview>interviews?|q ?& ?a|інтерв['’]ю|интервью|розмов[аи]|бесіда|"
    r"разговор|беседа|entretiens?|entrevistas?|intervista|gespräch|im gespräch|ריאיון|ראיון|ראיונות|مقابل(?:ة|"
    r"ات)|حوارات?)"
    r"|(?P<news>(?:(?:local|breaking|world|latest|national|international|city|home|regional) )?news|breaking|latest|"
    r"новини|новости|nachrichten|aktuell|actualités?|à la une|noticias|חדשות|أخبار|عاجل)"
    r"|(?P<letter>letters?(?: to the editors?)?|readers['’] letters|leserbriefe?|courrier des lecteurs|"
    r"листи(?: читачів)?|"
    r"письма(?: читателей)?|cartas(?: al director)?|מכתבים(?: למערכת)?|رسائل(?: القراء)?|open letter|відкритий лист|"
    r"открытое письмо|offener brief|lettre ouverte|carta abierta|מכתב פתוח|رسالة مفتوحة)"
    r"|(?P<speech>speech(?:es)?|address|remarks|rede|discours|discurso|промов[аи]|виступ|речь|выступление|נאום|خطاب)"
    r"|(?P<other>(?:news )?analysis|(?:book |film |music )?reviews?|features?|essays?|long ?reads?|the long read|"
    r"reports?|"
    r"explainers?|explained|faqs?|(?:frequently asked )?questions(?: (?:and|&) answers)?|fragen (?:und|&) antworten|"
    r"questions[- /]réponses|preguntas y respuestas|domande e risposte|питання (?:та|і|й) відповіді|вопросы и ответы|"
    r"שאלות ותשובות|أسئلة وأجوبة|obituar(?:y|ies)|profiles?|portraits?|special report|in depth|"
    r"investigations?|fact check|research|"
    r"аналітика|аналіз|репортаж|огляд|анализ|обзор|репортаж|analyse|reportage|reportaje|portrait|hintergrund|enquête|"
    r"ניתוח|כתבה|סקירה|تحليل|تقارير|تقرير|تحقيق)"
)
# The last word of a line above a title that a site made up itself: "The Harbour Interview".
ENDS_KICKER = Uncased(
    r"(?:\w[\w'’&-]* ){1,3}(?:interview|letters|opinion|essay|column|review|profile|q ?& ?a|debate|diary|conversation|"
    r"gespräch|kolumne|entretien|entrevista|інтерв['’]ю|интервью)"
)
# English, German, French, Spanish; Ukrainian, Russian; Hebrew; Arabic. "_" ties what belongs together.
_SECTIONS = (
    "news politics world national local region europe africa asia americas middle_east us uk business economy "
    "money markets "
    "finance tech technology science health environment climate education culture society arts art music film tv books "
    "theatre theater sport sports football life lifestyle life_and_style food travel style fashion people "
    "opinion comment "
    "weather traffic video videos photos podcasts podcast magazine jobs puzzles crosswords property cars "
    "motoring family "
    "religion faith history law crime courts tables fixtures transfers live_scores results obituaries letters features "
    "press_room newsroom media_center media_centre briefing_room press_releases speeches remarks statements "
    "transcripts interviews english français deutsch what's_on what’s_on community events farming work housing "
    "politik wirtschaft kultur gesellschaft wissen wissenschaft gesundheit umwelt bildung reise leben lokales regional "
    "panorama feuilleton ausland inland stadt land medien reportagen "
    "politique monde économie société santé planète idées sports cinéma livres environnement sciences région régions "
    "justiz karriere mobilität digital geld meinung netzwelt debatte wochenende familie verkehr essen geschichte "
    "justice débats opinions international afrique amériques asie voyages gastronomie éducation météo faits_divers "
    "economia cronaca cronache esteri interni società politica cultura scienza salute ambiente viaggi opinioni "
    "mundo local sucesos tribunales opinión ciudad ciudades tecnología educación ocio viajes gente tiempo empleo "
    "kraj świat polska gospodarka kultura nauka zdrowie opinie społeczeństwo środowisko sport wiadomości rozmowy "
    "binnenland buitenland economie wetenschap gezondheid natuur cultuur "
    "política mundo economía sociedad cultura deportes salud ciencia internacional "
    "політика світ економіка суспільство культура наука спорт здоров’я освіта місто регіони війна україна події "
    "политика мир экономика общество наука здоровье город регионы происшествия "
    "חדשות דעות תרבות ספורט כלכלה פוליטיקה חברה עולם מדע בריאות ספרים "
    "محليات اقتصاد رياضة سياسة ثقافة مجتمع العالم علوم صحة منوعات فنون تكنولوجيا"
)
SECTIONS = frozenset(name.replace("_", " ") for name in _SECTIONS.split())
_HOMES = (
    "home homepage start startseite accueil inicio portada головна головна_сторінка главная strona_główna "
    "ראשי דף_הבית עמוד_הבית "
    "الرئيسية الصفحة_الرئيسية front_page index forum forums blog about about_us"
)
HOMES = frozenset(name.replace("_", " ") for name in _HOMES.split())
# A line that says of which series a text is a part.
SERIES = Uncased(
    r"(?:part (?:\w+ )?of|from|in) (?:the|our|a|this) (?:\w+ )?series\b.{0,90}|this \w+ is part of .{3,110}|"
    r"(?:teil \d{1,2} der|aus der|zur) serie\b.{0,90}|(?:cet|cette|ce) \w+ fait partie .{3,110}|série\s*:.{2,80}|"
    r"serie\s*:.{2,80}|(?:із|з|из) (?:циклу|цикла|серії|серии)\b.{2,80}|спецпро(?:єкт|ект)\s*:.{2,80}|"
    r"מתוך הסדרה.{2,80}|من سلسلة.{2,80}"
)
# What leads about a site and is no part of any text, as whole items of a menu.
_NAVIGATION = (
    r"(?:skip|jump) to .{1,20}|(?:sign|log) ?(?:in|up|out)|login|register|subscribe(?: .{1,30})?|subscriptions?|"
    r"menu|search|"
    r"e-?paper|(?:my )?account|newsletters?|donate|today['’]s paper|sections|toggle .{1,20}|open menu|"
    r"zum (?:haupt)?inhalt(?: springen)?|abo(?:nnieren)?|anmelden|suche|registrieren|mein konto|menü|"
    r"aller au contenu(?: principal)?|s['’]abonner|se connecter|connexion|rechercher?|s['’]inscrire|mon compte|"
    r"(?:ir|saltar|pasar) al contenido(?: principal)?|iniciar sesión|suscríbete|suscribirse|buscar|menú|"
    r"(?:перейти )?до (?:основного )?(?:вмісту|змісту)|перейти до .{1,25}|підписатися|увійти|вхід|пошук|"
    r"реєстрація|меню|"
    r"перейти к .{1,25}|подписаться|войти|вход|поиск|регистрация|"
    r"דלג לתוכן(?: הראשי)?|דילוג לתוכן(?: הראשי| העיקרי)?|התחברות|כניסה|הרשמה|חיפוש|תפריט|מנוי(?:ים)?|"
    r"(?:انتقل|تخطى|اذهب) إلى .{1,25}|تسجيل الدخول|اشترك(?: الآن)?|بحث|القائمة|دخول|"
    # Calls to subscribe, with or without the site's own name
    r"(?:support|join) us|(?:try|start|get|give|gift) (?:\S+ ){0,3}(?:free|trial|subscription|for \W?\d\S{0,4})|"
    r"(?:\S+ ){0,3}(?:jetzt|gratis|kostenlos|30 tage) (?:\S+ )?(?:testen|lesen|abonnieren|bestellen|anmelden|sichern)|"
    r"(?:je m['’]abonne|abonnez-vous|offrir un abonnement|essai gratuit|faire un don)\b.{0,25}|"
    r"(?:hazte socio|prueba|suscríbete)\b.{0,25}|(?:оформити|оформить) (?:передплату|подписку)|підтримати(?: нас)?|"
    r"поддержать(?: нас)?|(?:הצטרפו|תמכו) .{1,20}|ادعمنا"
)
_NAV = Uncased(rf"(?:{by_letter(_NAVIGATION)})")
_TIES = re.compile(r"\s{2,}|\t|\s*[|/›»>·•]\s*|\s+[☰🔍≡]\s*|^[☰🔍≡]\s*")
_GAP = re.compile(r"\S(?:\s{2,}|\t)(?=\S)")
_RULED = re.compile(r"\s[|·•/›»>]\s")
_LONGEST = 240  # code points of a menu's line
_HELD = 256  # lines that are remembered: many rules ask after the same one
_SIGNS = re.compile(r"[☰🔍≡⌂✕×]")
# Without one of these a line is one item: most lines are.
_TIED = re.compile(r"[\s|/›»>·•☰🔍≡⌂✕×](?:(?<=[\t|/›»>·•☰🔍≡⌂✕×])|\s)")


def items(line: str) -> list[str]:
    """Part a line where a menu parts its items: at wide gaps, bars, slashes and arrows."""
    if _TIED.search(line) is None:
        return [part] if (part := line.strip().strip(" []")) else []
    return [part.strip(" []") for part in _TIES.split(_SIGNS.sub("  ", line.strip())) if part.strip(" []")]


@lru_cache(maxsize=_HELD)
def is_navigation(line: str) -> bool:
    """Whether a line leads about the site: every item of it, or two of them, is a section or a button."""
    if len(line) > _LONGEST or not (parts := items(line)):
        return False
    return (
        all(map(_NAV.fullmatch, parts))
        or (len(parts) >= 2 and _are_short(parts) and sum(map(_names_a_part, parts)) >= 2)
        or bool(_SIGNS.search(line) and len(line) <= 60)
    )


@lru_cache(maxsize=_HELD)
def is_menu(line: str) -> bool:
    """Whether a line is a row of short items with wide gaps or signs between, whatever they are called."""
    parts = items(line) if len(line) <= _LONGEST else []
    if len(parts) < 3 or not _are_short(parts):
        return False
    return len(_GAP.findall(line.strip())) >= 2 or len(_RULED.findall(line)) >= 2


@lru_cache(maxsize=_HELD)
def is_section(words: str) -> bool:
    """Whether some words are only the name of a part of a site ("Culture", "Life & Style", "Sport | Football")."""
    parts = [part.casefold() for run in items(words) for part in re.split(r"\s+(?:&|and|und|et|y|і|та|и)\s+|,\s+", run)]
    return bool(parts) and all(part in SECTIONS for part in parts)


def _names_a_part(part: str) -> bool:
    folded = part.casefold()
    if folded in SECTIONS or folded in HOMES or _NAV.fullmatch(part) is not None:
        return True
    return is_section(part) or KICKER.fullmatch(part) is not None


def _are_short(parts: list[str]) -> bool:
    return all(len(part.split()) <= 4 and len(part) <= 32 and not part.endswith((".", "?", "!")) for part in parts)
