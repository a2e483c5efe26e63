"""Ways in which pages speak of themselves, by language: what buttons, boxes and footers say, never what a text says.

Fragments of regular expressions, matched without regard to case. Another language is another line in each table.
"""

# Words of a button: a line of nothing else is furniture.
BUTTONS = "|".join(
    (
        # English
        r"share|tweet|pin(?: it)?|print|e-?mail|copy link|save|like|reply|quote|edit|flag|award|upvote|downvote|report|"
        r"follow(?: us)?|listen|bookmark|gift(?: this)?(?: article)?|menu|search|home|close|sign ?in|sign ?up|log ?in|"
        r"log ?out|register|subscribe(?: now)?|donate|advertisement|ad|advert|sponsored(?: content)?|promoted|"
        r"loading(?:\.{3}|…)?|load more|show more|see more|next|previous|back to top|top|share this(?: \w+)?|"
        r"view gallery|topics?|tags?|reuse this content|skip to (?:main )?content|get alerts|my account|"
        r"accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|manage (?:options|cookies|preferences)|allow all|"
        r"cookie (?:settings|policy|notice)|privacy(?: policy| notice)?|terms(?: of (?:use|service))?|imprint|"
        r"sitemap|accessibility|contact us|advertise(?: with us)?|story continues(?: below)?|continue reading|"
        r"article continues(?: below| after (?:the )?ad\w*)?|post comment|text size(?: a)*|collection notice",
        # names of services
        r"facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|tiktok|pinterest|youtube|viber|threads|"
        r"bluesky|mastodon|messenger|rss|flipboard|pocket|tumblr|xing|vk|signal|soundcloud|spotify|bandcamp",
        # Ukrainian, Russian
        r"реклама|поділитися|поширити|підписатися|увійти|вхід|друк(?:увати)?|читати далі|меню|пошук|головна|"
        r"на головну|показати ще|завантажити ще|надіслати|відповісти|прийняти всі|політика конфіденційності|"
        r"поделиться|подписаться|войти|печать|читать далее|поиск|главная|показать ещё|ответить|принять все|"
        r"политика конфиденциальности|перейти до (?:основного )?вмісту|перейти к (?:основному )?содержанию",
        # German
        r"anzeige|werbung|teilen|merken|drucken|abonnieren|abo|weiterlesen|anmelden|registrieren|suche|startseite|"
        r"antworten|alle akzeptieren|ablehnen|einstellungen|impressum|datenschutz(?:erklärung)?|agb|kontakt|"
        r"nach oben|mehr laden|zum (?:inhalt|hauptinhalt)(?: springen)?|vorlesen|kommentieren|artikel teilen",
        # French
        r"publicité|partager|imprimer|s['’]abonner|se connecter|s['’]inscrire|lire la suite|commenter|envoyer|"
        r"offrir l['’]article|enregistrer|écouter|accueil|rechercher|répondre|tout accepter|tout refuser|"
        r"mentions légales|cgu|cgv|gestion des cookies|contact|plan du site|haut de page|voir plus|"
        r"aller au contenu(?: principal)?",
        # Spanish, Italian, Portuguese, Polish, Dutch
        r"publicidad|compartir|imprimir|suscribirse|suscríbete|iniciar sesión|leer más|inicio|buscar|responder|"
        r"aceptar todo|rechazar|aviso legal|ver más|ir al contenido|saltar al contenido|guardar|pubblicità|"
        r"condividi|stampa|abbonati|accedi|leggi (?:di più|anche)|vai al contenuto|publicidade|compartilhar|"
        r"partilhar|assinar|entrar|reklama|udostępnij|drukuj|zaloguj się|przejdź do treści|advertentie|delen|"
        r"inloggen|naar de inhoud",
        # Hebrew
        r"פרסומת|שתפו|שיתוף|הדפסה|הדפס|הרשמה|התחברות|קרא עוד|קראו עוד|המשך קריאה|תפריט|חיפוש|דף הבית|הגב|"
        r"שלח|שליחה|שליחה ב\S+|דלג לתוכן(?: הראשי)?|תנאי שימוש|מדיניות פרטיות|צור קשר|נגישות|פייסבוק|טוויטר|"
        r"וואטסאפ|טלגרם|עוד",
        # Arabic
        r"إعلان|مشاركة|شارك|شارك (?:الخبر|المقال|هذا)|طباعة|اشترك(?: الآن)?|تسجيل الدخول|اقرأ المزيد|القائمة|بحث|"
        r"الرئيسية|رد|تخطى? إلى المحتوى|سياسة الخصوصية|شروط الاستخدام|اتصل بنا|فيسبوك|تويتر|واتساب|تلغرام|"
        r"تلجرام|المزيد|قبول الكل",
    )
)

# Countable things that sites print beside texts.
COUNTED = (
    r"comments?|replies|shares?|views?|likes?|votes?|points?|upvotes?|views? today|коментар\w*|комментари\w*|"
    r"перегляд\w*|просмотр\w*|commentaires?|réactions?|kommentare?|comentarios?|commenti|תגובות|צפיות|"
    r"تعليق(?:ات)?|مشاهدات?"
)

# A line that is this, alone or with a count, opens what readers have written.
COMMENTS = (
    r"(?:reader |all |view )?comments?|discussion(?: about this (?:post|article|story))?|(?:join the )?"
    r"conversation|responses|leave a (?:comment|reply)|add a comment|"
    r"коментарі|коментувати|залишити коментар|обговорення|комментарии|оставить комментарий|обсуждение|"
    r"kommentare?|leserkommentare|diskussion|kommentieren sie|commentaires?|réactions|vos réactions|"
    r"réagir(?: à cet article)?|laisser un commentaire|comentarios?|deja un comentario|commenti|komentarze|reacties|"
    r"תגובות|כתבו תגובה|הוסיפו תגובה|הוספת תגובה|التعليقات|تعليقات|(?:أضف|اترك|اكتب) تعليق(?:ا|اً|ًا|ك)?"
)

# Lines that begin so announce other pages, a newsletter, a form: a box, or the trail after the text.
BOXES = "|".join(
    (
        # English
        r"related(?: (?:articles?|stories|posts|topics|content|links?|news|coverage|reading))?\s*:?$|more (?:from|on|"
        r"in|about|by) [^.?!]{1,60}$|more (?:stories|news|articles)\b.{0,20}$|most (?:read|popular|viewed|shared)\b|"
        r"you (?:may|might) also (?:like|be interested|enjoy)|recommended (?:for you|articles?|stories|reading)|"
        r"recommended$|trending\b.{0,20}$|popular (?:posts|now|stories|articles)|read (?:more|also|next|the full)\b|"
        r"see also\s*:|latest (?:news|posts|stories|headlines|from)\b.{0,30}$|editor['’]?s?['’]? picks|"
        r"up next$|don['’]t miss$|from (?:our|the) (?:archives?|partners?|web)\b.{0,20}$|around the web$|"
        r"sponsored(?: content| links?| by .{2,30})?$|promoted (?:content|stories|links)|paid (?:content|post)|"
        r"sign up\b|subscribe\b|newsletters?\b[^.?!]{0,60}$|follow (?:us|me)\b|get (?:the|our) "
        r".{0,30}(?:newsletter|inbox|app|letter)|topics?\s*$|tags\s*$|share (?:this|on)\b.{0,40}$|"
        r"this is your last free|you have (?:\w+ )?free articles|other (?:news|articles|stories)\b.{0,30}$|"
        r"join [\d,.]{2,9}\+? \w+|join (?:our|the) (?:newsletter|mailing|channel)|explore more",
        # Ukrainian, Russian
        r"читайте (?:також|ще|також|далі)|останні новини|схожі (?:новини|матеріали|статті)|новини партнерів|"
        r"популярн(?:е|і)\b.{0,25}$|найпопулярніш\w+|найчитаніш\w+|рекоменду(?:ємо|вані)\b.{0,25}$|більше за темою|"
        r"за темою|ще за темою|дивіться також|по темі|підпис(?:уйтесь|уйтеся|ка|атися)|головне за день|"
        r"читайте также|последние новости|похожие (?:новости|материалы|статьи)|новости партн[её]ров|"
        r"популярн(?:ое|ые)\b.{0,25}$|самое читаемое|рекоменду(?:ем|емые)\b.{0,25}$|по теме|смотрите также|"
        r"подпис(?:ывайтесь|аться)|другие новости|інші новини",
        # German
        r"lesen sie auch|mehr zum thema|mehr (?:aus|von|zu)\b[^.?!]{1,50}$|meist ?gelesen\w*|das könnte sie auch|"
        r"auch interessant|(?:weitere|ähnliche) (?:artikel|beiträge|themen|meldungen)|zum thema$|passend zum|"
        r"aktuelle (?:meldungen|nachrichten)|melden sie sich|newsletter\b|jetzt (?:kostenlos )?(?:anmelden|"
        r"abonnieren)|schlagw(?:ort|örter)e?\s*:?|themen\s*:?$|"
        r"folgen sie uns|empfohlen\w*\b.{0,30}$|neueste\b.{0,30}$",
        # French
        r"(?:à )?lire (?:aussi|également)|à lire\b.{0,20}$|sur le même (?:sujet|thème)|les plus (?:lus|consultés|"
        r"partagés)|dans la même (?:rubrique|catégorie)|articles? (?:similaires?|liés?|recommandés?)|"
        r"(?:abonnez|inscrivez)-vous|newsletters?\b[^.?!]{0,60}$|nos (?:derniers|autres) \w+$|"
        r"suivez-nous|mots[- ]clés\b|thèmes\s*:?$|voir aussi|pour aller plus loin$|"
        r"la rédaction vous (?:conseille|recommande)",
        # Spanish, Italian, Portuguese, Polish, Dutch
        r"lea también|leer también|te puede interesar|más (?:leídas?|leídos?|noticias|sobre)\b.{0,40}$|lo más "
        r"(?:leído|visto)|noticias relacionadas|artículos relacionados|síguenos|suscríbe(?:te|ase)|etiquetas\b|"
        r"leggi anche|potrebbe interessarti|i più letti|articoli correlati|iscriviti|leia (?:também|mais)|mais lidas|"
        r"veja também|czytaj (?:też|także|więcej)|najczęściej czytane|zobacz też|polecane\b.{0,20}$|lees ook|"
        r"meest gelezen|gerelateerd\w*",
        # Hebrew
        r"קראו (?:גם|עוד)|עוד (?:בנושא|באותו נושא|כתבות)\b.{0,30}$|כתבות נוספות|הנקראות ביותר|הנצפות ביותר|"
        r"אולי יעניין אותך|מומלצים|הירשמו|הרשמו|עקבו|לקריאה נוספת|תגיות|חדשות אחרונות|ידיעות אחרונות נוספות",
        # Arabic
        r"اقرأ (?:أيضا|أيضًا|أيضاً|ايضا|المزيد)|(?:الأكثر|الاكثر) (?:قراءة|مشاهدة|شعبية)|مواضيع ذات صلة|"
        r"أخبار ذات صلة|مقالات ذات صلة|ذات صلة|(?:آخر|أحدث) (?:الأخبار|الاخبار)|اشترك|تابعنا|قد يعجبك|"
        r"الكلمات المفتاحية|الوسوم|كلمات مفتاحية",
    )
)

# Labels that open a trail only after the text has ended; inside a text they may be headings.
LAST = (
    r"(?:(?:last (?:modified|updated|reviewed)|zuletzt (?:geändert|aktualisiert)|dernière (?:mise à jour|modification)|"
    r"última (?:actualización|modificación)|עודכן לאחרונה|آخر تحديث)\b.{0,50}|downloads?|attachments?|documents?|"
    r"resources|contacts?|shop|upcoming events|notes (?:to|for) editors|about us|"
    r"(?:press|media) (?:contacts?|office|inquiries|enquiries)|contact for (?:the )?(?:media|press)|for (?:more|"
    r"further|media) (?:information|inquiries|enquiries)\b.{0,40}|"
    r"end(?:s|ed)?(?: (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?)?|завантаження|завантажити|"
    r"контакти(?: для .{2,20})?|файли|скачать|контакты(?: для .{2,20})?|файлы|pressekontakt|kontakt(?: für .{2,30})?|"
    r"rückfragen\b.{0,30}|"
    r"anhänge|contacts? presse|téléchargements?|documents? joints?|pièces jointes|contacto(?: de prensa)?|descargas|"
    r"contatti|kontakt|הורדות|קבצים מצורפים|לפרטים נוספים|דוברות|للتواصل|تحميل|مرفقات)\s*:?$"
)

# Other lines that are furniture from their first words on.
OPENINGS = "|".join(
    (
        # English
        r"click (?:the|here|on|to (?:share|print|e-?mail|follow|subscribe))\b|like this:|our standards:|"
        r"follow .{2,30}['’]s coverage\b|tap (?:the|here)\b|\[?click here\]?|"
        r"follow \w+ on (?:twitter|facebook|x|telegram|instagram)|part of (?:the|a|our) series\b|"
        r"this (?:article|story|post) is part of|"
        r"we (?:use|value) (?:cookies|your privacy)|we and our (?:\d+ )?partners|this (?:site|website|page) uses "
        r"cookies|(?:by continuing|accept (?:all )?cookies|cookie (?:policy|settings|preferences))|by signing up\b|"
        r"all rights reserved|copyright\s*(?:©|\(c\)|\d{4})|©|\(c\) \d{4}|privacy policy|terms (?:of (?:use|service)|"
        r"and conditions)|tags?\s*:|topics?\s*:|categor(?:y|ies)\s*:|keywords\s*:|filed under|posted in\b|permalink|"
        r"print(?:er)?[- ]friendly|print this\b|originally published (?:at|in|on|by)\b|support (?:us|our (?:work|"
        r"journalism))|donate (?:now|to|today)|(?:download|get) (?:the|our) app|open in app|view (?:all|original|"
        r"in)\b.{0,30}$|(?:log|sign) in to (?:comment|reply|post|continue)|register (?:for free|to)\b.{0,40}$|"
        r"post(?:ed)? a comment|(?:add|write|view|show|hide) (?:a |all )?comments?\b|your e-?mail address will|"
        r"required fields are|enter your e-?mail|your e-?mail\b.{0,30}$|(?:last )?edited by\b|page last\b|"
        r"joined:|posts:\s*\d|reply\s*quote|quote reply|thread starter|"
        r"proudly powered by|powered by\b.{0,30}$|downloaded from\b|retrieved from\b.{0,80}$|report (?:this|a|an) "
        r"\w+$|image \d+ of \d+|(?:photo|slide|picture) \d+ (?:of|/) \d+|do you have (?:an opinion|a story)|"
        r"have (?:an opinion|a story|a tip)\b|got a (?:story|tip)|read on\s*:|buy (?:the|this) book|"
        r"article continues\b.{0,40}$|story continues\b.{0,40}$|(?:next|previous) (?:article|post|story|letter|"
        r"chapter|page|entry|episode)\s*:?.{0,90}$|(?:next|previous)\s*:\s.{0,90}$|watch\s*:\s.{0,90}$|"
        r"listen\s*:\s.{0,90}$|in pictures\s*:.{0,90}$|send in\b.{0,30}$|"
        r"a version of this (?:article|story|piece|obituary|review|essay) (?:appear(?:s|ed)|ran|was published)\b|"
        r"view this (?:e-?mail|newsletter|message) in|"
        r"you(?:['’]re| are) (?:receiving|getting) this (?:e-?mail|news\w+)|unsubscribe\b|"
        r"(?:update|manage) your (?:\w+ )?(?:preferences|subscription)|forward(?:ed)? this e-?mail|"
        r"(?:rate|review|leave)\b.{0,40}\b(?:stars|wherever you (?:get|listen|find))\b|"
        r"(?:our|the|this) [^.]{0,60}\bnewsletters?\b[^.]{0,60}\. (?:sign up|subscribe)\b|"
        r"(?:keep|continue) reading (?:with|by|for)\b.{0,60}$|this (?:article|story|content) is (?:only )?"
        r"(?:for|available to) (?:our )?(?:subscribers|members)\b|from \w+, the (?:free|open) encyclopa?edia$|"
        r"this page was last (?:edited|modified)|text is available under\b|"
        r"\[?(?:ad|advertisement|commercial|music) break\]?$",
        # Ukrainian, Russian
        r"підтримайте нас на\b|поддержите нас на\b|"
        r"підпишіться на\b|подпиш(?:итесь|ись) на\b|приєднуйтесь до (?:нашого |нашої )?(?:телеграм|каналу|чату)|"
        r"присоединяйтесь к (?:нашему |нашей )?(?:телеграм|каналу|чату)|вы получили это письмо|отписаться|"
        r"цей лист (?:надіслано|ви отримали)|відписатися|(?:цей матеріал|ця стаття|эта статья|этот материал) доступ\w+|"
        r"(?:усі|всі) права|все права|передрук|перепечатка|при (?:використанні|цитуванні|копіюванні|использовании|"
        r"цитировании) (?:матеріал|материал)|(?:теги|мітки|ключові слова|ключевые слова|рубрики?|категорії|"
        r"категории)\s*:|якщо ви (?:помітили|знайшли) помилку|(?:знайшли|помітили) помилку|если вы (?:заметили|нашли) "
        r"ошибку|(?:нашли|заметили) ошибку|увійдіть, щоб|войдите, чтобы|ми використовуємо (?:cookie|файли)|"
        r"мы используем (?:cookie|файлы)|поділитися\s*:|поделиться\s*:|наступна (?:стаття|новина)|попередня "
        r"(?:стаття|новина)|редакція може не поділяти|мнение редакции может|"
        r"(?:мнение|позиция) автора может|(?:думка|позиція) автора може|мнение автор(?:ов|а) не|погляди авторів",
        # German
        r"alle rechte vorbehalten|(?:diese|unsere) (?:website|seite) (?:verwendet|nutzt) cookies|wir verwenden "
        r"cookies|nächster (?:artikel|beitrag)|vorheriger (?:artikel|beitrag)|"
        r"schlagw(?:ort|örter|orte)\s*:|tags\s*:|bild \d+ von \d+|seite drucken",
        # French
        r"tous droits réservés|nous utilisons des cookies|nous et nos (?:\d+ )?partenaires|article (?:suivant|"
        r"précédent)|mots[- ]clés\s*:|étiquettes\s*:|réagir à|image \d+ sur \d+|"
        r"reproduction interdite|la suite après la publicité",
        # Spanish, Italian, Portuguese, Polish, Dutch
        r"todos los derechos|utilizamos cookies|artículo (?:siguiente|"
        r"anterior)|tutti i diritti|todos os direitos|wszelkie prawa|alle rechten|używamy plików cookie",
        # Hebrew
        r"(?:לכתבות נוספות,? |לעדכונים,? )?(?:הצטרפו|הירשמו|הרשמו) ל(?:ערוץ|ניוזלטר|רשימת התפוצה|"
        r"קבוצת ה?(?:וואטסאפ|טלגרם|פייסבוק))|"
        r"(?:הכתבה|המאמר|התוכן) (?:המלאה?|זמינה?|פתוחה?) למנויים|"
        r"כל הזכויות|תגיות\s*:|נושאים\s*:|מצאתם טעות|אנו משתמשים ב|שתפו (?:ב|את)|הכתבה הבאה|הכתבה הקודמת",
        # Arabic
        r"(?:هذا|هذه) (?:المقال|المقالة|المحتوى|الخبر) (?:متاح|متاحة|مخصص|مخصصة|خاص|خاصة)|"
        r"لمتابعة القراءة|انضم(?:وا)? إلى (?:قنات|مجموعتنا)|تابعونا|"
        r"جميع الحقوق|حقوق النشر|(?:الكلمات المفتاحية|الوسوم|وسوم)\s*:|نستخدم ملفات|المقال (?:التالي|"
        r"السابق)|شارك\s*:",
    )
)

# How long a text takes to read, or that it can be heard.
READING = (
    r"\d{1,3}[- ]min(?:ute)?s?\.?(?: (?:read|listen|watch))?|(?:reading time|час читання|время чтения|lesezeit|"
    r"temps de lecture|tiempo de lectura|tempo di lettura|זמן קריאה|وقت القراءة)\b.{0,30}|"
    r"\d{1,3} (?:min(?:uten)? lesezeit|хв(?:илин\w*)?(?: читання)?|мин(?:ут\w*)?(?: чтения)?|דקות קריאה|دقائق)|"
    r"(?:listen to|play) (?:this )?(?:article|audio|story).{0,30}|"
    r"(?:artikel|beitrag|text) (?:an|vor)hören.{0,20}|(?:écouter|réécouter) (?:cet |l['’])(?:article|entretien).{0,20}|"
    r"escuchar (?:este |el )?artículo.{0,20}|(?:слухати|прослухати|слушать|прослушать) (?:статтю|матеріал|статью|текст)"
    r".{0,20}|האזינו לכתבה.{0,20}|استمع (?:إلى|ل).{0,20}|"
    # who may read it
    r"(?:article |contenu )?réservé (?:aux|à nos) abonnés|(?:nur |exklusiv )?für abonnent(?:en|innen).{0,20}|"
    r"(?:for )?(?:subscribers?|members?)[- ]only|(?:exclusive )?for (?:our )?(?:subscribers|members)(?: only)?|"
    r"(?:exclusivo|solo|sólo) para suscriptores|(?:лише |тільки )?для передплатників|(?:только )?для подписчиков|"
    r"למנויים בלבד|للمشتركين فقط"
)

# Readers' time stamps and buttons, by which what readers wrote is told from the text.
REMARK_SIGNS = (
    r"(?:\d{1,3}|an?) ?(?:s|m|h|d|w|y|mo|min|mins|hrs?|hours?|days?|weeks?|months?|years?|minutes?)(?: ago)?$|"
    r"\b(?:ago|тому|назад)$|^(?:il y a|vor|hace|לפני|منذ|قبل) \S+(?: \S+)?$|^(?:reply|répondre|antworten|відповісти|"
    r"ответить|responder|rispondi|הגב|رد)\b|\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?$|^(?:report|like|upvote)$"
)

# What a long sentence must speak of to be the site's: its own services.
SERVICES = (
    r"newsletter|inbox|\baccount\b|e-?mail|\bapp\b|twitter|facebook|instagram|telegram|whatsapp|youtube|\bfree\b|"
    r"subscri|"
    r"sign(?:ing)? up|log in|cookie|\b(?:article|story|post|series|reporting|journalism|website|site|channel|copyright|"
    r"rights|permission|paperback|e-?book|buy|order)\b|телеграм|канал|розсилк|рассылк|сайт|матеріал|материал|"
    r"посилання|ссылк|помилку|ошибку|"
    r"konto|\babo|compte|\bsite\b|cuenta|boletín|canal|konta|דוא|ערוץ|אתר|ניוזלטר|הסכמה|למנויים|بريد|قناة|موقع|النشرة|للمشتركين"
)

# Pleas for money or members: they open so …
PLEA_OPENS = (
    r"support |enjoying |enjoyed |did you (?:like|enjoy)|like what you|help us|become a |join |keep |if you (?:value|"
    r"like|enjoy|can)|we (?:are|rely|depend|need)|please (?:consider|support|help|donate)|your support|"
    r"підтрим|долуч|стань|поддерж|станьте|помогите|допомож|unterstütz|werden sie|helfen sie|spenden|soutenez|"
    r"aidez|rejoignez|apoya|ayúd|hazte|sostieni|wesprzyj|תמכו|הצטרפו|ادعم|انضم|[\w&’' ]{3,40} is (?:free|funded|"
    r"reader|supported)"
)
# … and speak of these.
PLEA_OF = (
    r"\breaders?\b|\bmember(?:s|ship)?\b|\bsubscri|\bdonat|\bindependent journalism|\bour journalism|\bfree to read|"
    r"\bnewsletter|читач|підписк|донат|журналіст|подписк|читател|leser|mitglied|\babo\b|spende|journalismus|lecteur|"
    r"abonn|\bdons?\b|adhér|suscri|socio|donaci|abbon|מנוי|תרומה|חבר|اشتراك|تبرع"
)
