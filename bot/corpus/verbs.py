"""Verbs of saying, language by language; another language is another line here."""

import re

from bot.corpus.alternatives import by_letter

_ENGLISH = (
    "said|says|say|saying|told|tells|tell|wrote|writes|write|added|adds|add|replied|replies|asked|asks|"
    "answered|answers|argued|argues|argue|"
    "claimed|claims|claim|stated|states|declared|declares|announced|announces|insisted|insists|insist|"
    "noted|notes|explained|explains|warned|warns|"
    "concluded|concludes|recalled|recalls|remarked|remarks|observed|observes|continued|continues|"
    "admitted|admits|acknowledged|acknowledges|"
    "conceded|concedes|confirmed|confirms|denied|denies|alleged|alleges|complained|complains|pleaded|"
    "shouted|cried|exclaimed|whispered|muttered|murmured|sighed|laughed|yelled|called out|shouts|cries|exclaims|"
    "whispers|mutters|murmurs|sighs|laughs|yells|calls out|grumbles|protests|retorts|muses|wonders|snaps|snapped|"
    "concedes|groans|groaned|grins|grinned|shrugs|shrugged|smiles|smiled|quips|scoffs|scoffed|jests|jested|"
    "quipped|joked|jokes|urged|urges|demanded|demands|called|calls|described|describes|dismissed|dismisses|"
    "denounced|denounces|branded|accused|accuses|"
    "teaches|taught|reads|reported|reports|tweeted|posted|suggested|suggests|predicted|predicts|promised|"
    "promises|vowed|vows|pledged|testified|"
    "testifies|maintained|maintains|contended|contends|estimates|estimated|emphasized|emphasised|"
    "emphasizes|stressed|stresses|praised|"
    r"speak|speaks|spoke|talk|talks|talked|chanted|chants|termed|hailed|characterized|characterised|"
    "labelled|labeled|deemed|recounted|recounts|boasted|boasts|agreed|agrees|countered|counters|mused|"
    "wondered|protested|grumbled|retorted|puts it|put it|disagreed|disagrees|objected|objects|"
    "responded|responds|interrupted|commented|comments|remembered|remembers|found that|finds that|"
    r"(?:is|was|are|were)\squoted(?:\s\w+)?\sas\ssaying|Said|Says|Wrote|Writes|thought|thinks|"
    r"(?:sent|sends|handed|gave)(?:\s\w+){1,5}?\s(?:line|note|message|reply|answer|statement|text|e-mail|email)"
)
_UKRAINIAN = (
    "назвав|назвала|називає|сказав|сказала|сказали|каже|кажуть|говорить|говорять|заявив|заявила|заявили|заявляє|написав|написала|пише|"
    "додав|додала|додали|додає|зазначив|зазначила|зазначили|зазначає|наголосив|наголосила|наголосили|наголошує|"
    "пояснив|пояснила|пояснили|пояснює|повідомив|повідомила|повідомили|повідомляє|відповів|відповіла|відповідає|"
    "запитав|запитала|питає|розповів|розповіла|розповіли|розповідає|підкреслив|підкреслила|підкреслює|стверджує|"
    "стверджував|стверджувала|жартує|пожартував|пожартувала|запевнив|запевнила|запевняє|визнав|визнала|визнає|"
    "бідкається|зітхає|усміхається|згадує|пригадує|міркує|обурюється|нарікає|обіцяє|"
    "пообіцяв|пообіцяла|попередив|попередила|уточнив|уточнила|уточнює|прокоментував|прокоментувала|коментує|"
    "ділиться|вважає|резюмує|підсумував|підсумувала|вигукнув|вигукнула|прошепотів|прошепотіла|подумав|подумала|спитав|спитала|"
    "нагадав|нагадала|нагадує|поскаржився|поскаржилася|згадав|згадала|заперечив|заперечила|заперечує|погодився|погодилася|"
    "порадив|порадила|пригадав|пригадала|казав|казала|казали|писав|писала|написали|відповіли|спитали|запитали|питають|"
    "зізнався|зізналася|зізнається|запитує|мовив|мовила|промовив|промовила|повторював|повторювала|повторює|кинув|кинула"
)
_RUSSIAN = (
    "назвал|назвала|называет|сказал|сказали|говорит|говорят|заявил|заявляет|написал|написала|пишет|добавил|добавила|"
    "добавляет|отметил|отметила|отмечает|подчеркнул|подчеркнула|подчеркивает|пояснил|пояснила|поясняет|объяснил|"
    "объяснила|объясняет|сообщил|сообщила|сообщили|сообщает|ответил|ответила|отвечает|спросил|спросила|рассказал|"
    "рассказала|рассказывает|утверждает|пошутил|пошутила|шутит|заверил|заверила|уверяет|признал|признала|признаёт|"
    "вспоминает|считает|обещает|пообещал|пообещала|предупредил|предупредила|уточнил|уточнила|воскликнул|"
    "воскликнула|прошептал|прошептала|подумал|вздыхает|улыбается|"
    "напомнил|напомнила|напоминает|пожаловался|пожаловалась|вспомнил|вспомнила|возразил|возразила|возражает|"
    "согласился|согласилась|посоветовал|посоветовала|говорил|говорила|говорили|писал|писала|написали|пишут|ответили|"
    "признался|призналась|признаётся|признается|спрашивает|спрашивают|спросили|произнёс|произнес|произнесла|повторял|повторяла|повторяет|бросил|бросила"
)
_FRENCH = (
    "qualifie|qualifié|dit|disait|déclare|déclaré|affirme|affirmé|explique|expliqué|expliquait|ajoute|ajouté|écrit|répond|répondu|"
    "répondit|souligne|souligné|raconte|raconté|lance|lancé|précise|précisé|assure|assuré|estime|estimé|confie|"
    "confié|reconnaît|reconnu|rappelle|rappelé|soupire|plaisante|sourit|insiste|insisté|demande|demandé|promet|"
    "promis|martèle|résume|murmura|s['’]exclame|s['’]écria"
)
_GERMAN = (
    "fügte|fügt|nennt|nannte|bezeichnet|bezeichnete|dachte|sagte|sagt|sagten|sagen|erklärte|erklärt|schrieb|schreibt|betonte|betont|meinte|meint|antwortete|antwortet|"
    "fragte|fragt|berichtete|berichtet|ergänzte|ergänzt|erzählte|erzählt|teilte|kritisierte|kritisiert|warnte|"
    "warnt|forderte|fordert|bestätigte|bestätigt|versicherte|versichert|räumte|rief|ruft|scherzt|scherzte|lacht|"
    "seufzt|versprach|verspricht|behauptete|behauptet|verkündete|entgegnete|entgegnet"
)
_SPANISH = (
    "dijo|dice|dicen|dijeron|decía|afirmó|afirma|afirman|explicó|explica|añadió|añade|declaró|declara|escribió|escribe|"
    "aseguró|asegura|señaló|señala|preguntó|respondió|responde|contestó|contesta|recuerda|recordó|reconoce|"
    "reconoció|admite|admitió|insiste|insistió|advierte|advirtió|lamenta|lamentó|contó|subrayó|subraya|sostiene|"
    "denunció|confirmó|confirma|comentó|comenta|susurró|gritó|"
    # Portuguese
    "disse|diz|dizem|afirmou|explicou|acrescentou|declarou|escreveu|respondeu|contou|garantiu|lembra|lembrou|reconheceu"
)
_ITALIAN = (
    "dice|disse|ha detto|spiega|spiegò|ha spiegato|afferma|ha affermato|aggiunge|aggiunse|ha aggiunto|racconta|"
    "ha raccontato|scrive|scrisse|ha scritto|risponde|rispose|ha risposto|ammette|sostiene|ricorda|dichiara|"
    "ha dichiarato|avverte|"
    # Polish
    "powiedział|powiedziała|powiedzieli|mówi|mówił|mówiła|twierdzi|dodał|dodała|dodaje|napisał|napisała|pisze|"
    "odpowiedział|odpowiedziała|odpowiada|zapytał|zapytała|wyjaśnił|wyjaśniła|wyjaśnia|podkreślił|podkreśliła|podkreśla|"
    "zapewnił|zapewniła|zapewnia|przyznał|przyznała|przyznaje|stwierdził|stwierdziła|opowiada|wspomina|ostrzega|"
    # Dutch, Swedish
    "zei|zegt|zeiden|schreef|schrijft|antwoordde|vertelde|vertelt|voegde|säger|skrev|skriver|svarade|berättar"
)
_HEBREW = (
    "אמר|אמרה|אמרו|אומר|אומרת|אומרים|הוסיף|הוסיפה|מוסיף|מוסיפה|כתב|כתבה|כותב|כותבת|ציין|ציינה|מציין|הסביר|הסבירה|"
    "מסביר|מסבירה|טען|טענה|טוען|טוענת|השיב|השיבה|משיב|מסר|מסרה|מסרו|הדגיש|הדגישה|מדגיש|הודיע|הודיעה|סיפר|סיפרה|"
    "מספר|מספרת|שאל|שאלה|ענה|ענתה|הודה|הזהיר|הזהירה|הבטיח|הבטיחה|צעק|צעקה|לחש|לחשה|ביקש|ביקשה|הזכיר|הזכירה"
)
_ARABIC_STEMS = (
    "قال|قالت|قالوا|يقول|تقول|يقولون|أضاف|أضافت|يضيف|تضيف|كتب|كتبت|يكتب|صرح|صرّح|صرحت|صرّحت|أكد|أكّد|أكدت|أكّدت|يؤكد|"
    "أوضح|أوضحت|يوضح|أعلن|أعلنت|ذكر|ذكرت|شدد|شدّد|شددت|أشار|أشارت|تابع|تابعت|سأل|سألت|أجاب|أجابت|رد|ردّ|ردّت|"
    "حذر|حذّر|حذرت|وعد|وعدت|جاء|جاءت"
)
SAYS = re.compile(
    rf"(?<![\w-])(?:{by_letter('|'.join((_ENGLISH, _UKRAINIAN, _RUSSIAN, _FRENCH, _GERMAN, _SPANISH, _ITALIAN)))})\b"
    rf"|(?<![\u0590-\u08ff])(?:{_HEBREW}|[وف]?(?:{_ARABIC_STEMS}))(?![\u0590-\u08ff])"
)
# What nobody hears unless it stands right before a quotation.
THOUGHT = re.compile(r"(?:thought|thinks|подума\w+|думаю|dachte|считает|вважає|estime|усміхається|улыбается|sourit)\b")
# Verbs that may come before their subject where no quotation has gone before: only names of speaking itself.
PLAIN = re.compile(r"(?:[Ss]aid|says|wrote|writes|added|adds|asked|asks|replied|replies|answered|answers)\b")
# Verbs whose object is a person or thing spoken of: what follows them is never who speaks.
OF_SOMEBODY = re.compile(
    r"(?:told|tells?|accuse[sd]?|called|calls|described|describes|dismissed|dismisses|denounced|denounces|branded|"
    r"praised|termed|hailed|characteri[sz]ed|labell?ed|deemed|urged|urges|warned|warns|reads|recounts|recounted)\b"
)
FEMALE = re.compile(
    r"(?:сказала|заявила|написала|додала|зазначила|наголосила|пояснила|повідомила|відповіла|запитала|розповіла|"
    r"підкреслила|добавила|отметила|подчеркнула|пояснила|объяснила|сообщила|ответила|спросила|рассказала|"
    r"запевнила|визнала|אמרה|הוסיפה|כתבה|قالت|أضافت|كتبت)\b"
)
MALE = re.compile(
    r"(?:сказав|заявив|написав|додав|зазначив|наголосив|пояснив|повідомив|відповів|запитав|розповів|підкреслив|"
    r"сказал|заявил|написал|добавил|отметил|подчеркнул|пояснил|объяснил|сообщил|ответил|спросил|рассказал|"
    r"запевнив|визнав)\b"
)
