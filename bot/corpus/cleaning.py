"""What is page furniture: lines that a site or a printer adds around every text, in the languages that we know.

The lists hold ways in which pages speak of themselves, never words of a certain page. A line is furniture only as a
whole: nothing is cut out of a sentence.
"""

import re
from collections import Counter
from collections.abc import Sequence

from bot.corpus.lines import Line

_NUMBER = r"\d[\d.,\u00a0 ]{0,9}[km]?"
_WHOLE = (
    r"(?:share|tweet|pin it|print|e-?mail|copy link|save|like|reply|quote|edit|flag|award|upvote|downvote|"
    r"report|follow|listen|bookmark|gift(?: this)?(?: article)?|menu|search|home|close|"
    r"sign in|log ?in|log out|register|subscribe|donate|advertisement|ad|sponsored(?: content)?|"
    r"loading(?:\.{3}|…)?|next|previous|back to top|top|share this|view gallery|topics?|tags?|reuse this "
    r"content|skip to (?:main )?content|"
    r"facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|tiktok|pinterest|youtube|"
    r"реклама|поділитися|поширити|підписатися|друк(?:увати)?|читати далі|поделиться|подписаться|читать далее|"
    r"publicité|partager|imprimer|s['’]abonner|lire la suite|commenter|anzeige|teilen|drucken|abonnieren|weiterlesen|"
    r"publicidad|compartir|imprimir|suscribirse|leer más|פרסומת|שתפו|שיתוף|הדפסה|הרשמה|קרא עוד|"
    r"إعلان|مشاركة|شارك|طباعة|اشترك|اقرأ المزيد)"
)
_SHARING = re.compile(
    rf"(?:{_WHOLE}[\s|·•,/]*)+"
    r"|(?:share|send|email|e-mail|print|save|tweet|post)(?: this)?(?: (?:article|story|page|post))?"
    r"(?: (?:on|to|by|via|in|with) .{0,30})?"
    rf"|{_NUMBER}\s*(?:comments?|replies|shares?|views?|likes?|votes?|points?|upvotes?|views? today|"
    r"коментар\w*|комментари\w*|перегляд\w*|просмотр\w*|commentaires?|kommentare?|comentarios?|תגובות|تعليق(?:ات)?)"
    r"|(?:comments?|комментарии|коментарі|commentaires|kommentare|תגובות|تعليقات)\s*\(?\d*\)?"
    r"|\d{1,3}[- ]min(?:ute)?s?(?: read)?|(?:reading time|час читання|время чтения|lesezeit|temps de lecture)\b.{0,30}"
    r"|(?:listen to|play) (?:this )?(?:article|audio|story).{0,30}",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"[-–—\s\[(|]*(?:(?:page|p\.|seite|стор(?:інка|\.)|стр(?:аница|\.)|עמוד|صفحة)\s*)?\d{1,4}"
    r"(?:\s*(?:of|/|von|sur|de|з|из|מתוך|من)\s*\d{1,4})?[-–—\s\])|]*|\*\s?\*\s?\*|[-=_*~·•\s]{3,}|[|:+\s-]{3,}|#{1,6}",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:click (?:the|here|on)\b|follow .{2,30}['’]s coverage\b|tap (?:the|here)\b|\[?click here\]?|"
    r"subscribe\b|sign up\b|join (?:our|"
    r"the) (?:newsletter|mailing|channel)|"
    r"follow (?:us|me)\b|follow \w+ on (?:twitter|facebook|x|telegram|instagram)|get (?:the|our) "
    r".{0,30}(?:newsletter|inbox|app)|"
    r"part of (?:the|a|our) series\b|this (?:article|story|post) is part of|read (?:more|also|next|the "
    r"full)\b|see also\s*:|"
    r"related(?: (?:articles?|stories|posts|topics|content|links?|news))?\s*(?::.*)?$|more (?:from|on|in|"
    r"about) [^.?!]{1,60}$|most (?:read|popular|viewed)\b|"
    r"you (?:may|might) also (?:like|be interested)|recommended (?:for you|articles?|stories|reading)|"
    r"trending\b.{0,20}$|popular (?:posts|now|stories)|"
    r"we (?:use|value) (?:cookies|your privacy)|this (?:site|website|page) uses cookies|(?:by continuing|"
    r"accept (?:all )?cookies|cookie (?:policy|settings|preferences))|"
    r"all rights reserved|copyright\s*(?:©|\(c\)|\d{4})|©|\(c\) \d{4}|privacy policy|terms (?:of (?:use|"
    r"service)|and conditions)|"
    r"tags?\s*:|topics?\s*:|categor(?:y|ies)\s*:|filed under|posted in\b|permalink|print(?:er)?[- "
    r"]friendly|originally published (?:at|in|on|by)\b|"
    r"support (?:us|our (?:work|journalism))|donate (?:now|to|today)|(?:download|get) (?:the|our) app|"
    r"open in app|view (?:all|original|in)\b.{0,30}$|"
    r"leave a (?:comment|reply)|(?:log|sign) in to (?:comment|reply|post)|post(?:ed)? a comment|(?:add|"
    r"write|view|show|hide) (?:a |all )?comments?\b|"
    r"(?:last )?edited by\b|joined:|posts:\s*\d|reply\s*quote|quote reply|thread starter|"
    r"читайте також|читайте ще|читайте также|підпис(?:уйтесь|ка|атися)|подпис(?:ывайтесь|аться)|"
    r"(?:усі|всі) права|все права|(?:à )?lire aussi|(?:abonnez-vous|inscrivez-vous)|tous droits réservés|"
    r"nous utilisons des cookies|"
    r"lesen sie auch|mehr zum thema|alle rechte vorbehalten|(?:diese|unsere) (?:website|seite) "
    r"(?:verwendet|nutzt) cookies|melden sie sich|newsletter\b.{0,60}$|"
    r"lea también|todos los derechos|קראו (?:גם|עוד)|כל הזכויות|הירשמו|עקבו|اقرأ (?:أيضا|أيضًا|المزيد)|"
    r"جميع الحقوق|اشترك|تابعنا)",
    re.IGNORECASE,
)
# Lines that say: what follows is about other pages.
TRAILS = re.compile(
    r"(?:(?:topics?|tags?)$|"
    r"click the .{1,30} icon|related\b|more (?:from|on|in|about) |you (?:may|might) also|recommended|"
    r"most (?:read|popular|viewed)|read (?:more|also|next)|trending|"
    r"popular|comments?\b|leave a|читайте|підпис|подпис|lire aussi|à lire|lesen sie auch|mehr zum|קראו|اقرأ)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)\S+>?|\[[^\[\]]{0,200}\]\(\S{0,500}\)\s*\|?|p\.?\s?s\.?|@\w{2,30}|!\[\]\(\S{0,500}\)",
    re.IGNORECASE,
)
_CRUMB = re.compile(r"\s(?:>|›|»|→|::)\s")
_SIDE = re.compile(r"(?P<left>\S.{2,80}?)\s{3,}\d{1,4}|\d{1,4}\s{3,}(?P<right>\S.{2,80}?)")
_HANDLE = re.compile(r"(?:u/|@)?(?:[A-Za-z]{2,}(?:\d{1,4}|[_.-]\w+)|[A-Z][a-z]+[A-Z][A-Za-z]+|[a-z]{3,})")
_LONGEST = 240
_PLAIN = re.compile(r"[*_\[\]]|\]\([^()\s]{0,300}\)|\([#]\)")


def is_furniture(words: str) -> bool:
    """Whether a line, as it stands on the page, is no part of the text by its own look."""
    if len(words) <= 3 and not any(sign.isalnum() for sign in words):
        return True
    if len(words) > _LONGEST:
        return _is_crumbs(words) or words[:1] == "©"
    bare = _PLAIN.sub("", words).strip(" >#")
    if _PAGE.fullmatch(words) or _ADDRESS.fullmatch(words) or _is_doubled(bare):
        return True
    if words[0] == "#" and len(words) > 1:
        return _OPENING.match(bare) is not None
    return bool(_SHARING.fullmatch(bare) or _OPENING.match(bare) or _is_crumbs(words))


def is_handle(words: str) -> bool:
    """Whether a line is only a member's handle on a forum; told from a heading by the buttons beside it."""
    return len(words) <= 25 and _HANDLE.fullmatch(words) is not None


def is_page_number(words: str) -> bool:
    """Whether a line only numbers a page or rules it off."""
    return len(words) <= 40 and _PAGE.fullmatch(words) is not None


def _is_doubled(words: str) -> bool:
    """Whether a short label stands twice without a space between, as buttons come out of a page."""
    half = len(words) // 2
    return 4 <= half <= 40 and len(words) % 2 == 0 and words[:half] == words[half:] and words[0].isalpha()


def _is_crumbs(words: str) -> bool:
    parts = _CRUMB.split(words[:1000])
    return len(parts) >= 3 and all(len(part) <= 60 for part in parts[:-1])


def running_heads(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Find the lines (by index) that come back at page ends: the same but for numbers, three times or more."""
    near = {i + step for i, line in enumerate(lines) if _ends_page(text, line) for step in (-2, -1, 0, 1)}
    near &= set(range(len(lines)))
    forms = {i: re.sub(r"\d+", "#", text[lines[i].start : lines[i].end]) for i in near if len(lines[i]) <= 90}
    counts = Counter(forms.values())
    return frozenset(i for i, form in forms.items() if counts[form] >= 3) | _numbered_heads(text, lines)


def _numbered_heads(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Find head lines that carry the page's number far to the side of the same title, twice or more."""
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        match = _SIDE.fullmatch(text, line.start, line.end) if 4 < len(line) <= 120 else None
        if match:
            found[number] = match["left"] or match["right"]
    counts = Counter(found.values())
    return frozenset(number for number, title in found.items() if counts[title] >= 2)


def _ends_page(text: str, line: Line) -> bool:
    return line.page or (len(line) <= 12 and is_page_number(text[line.start : line.end]))
