"""What editors put beside a text: notes on how it came about, what happened in the room, footnotes, who signed."""

import re
from collections.abc import Iterator, Sequence

from bot.corpus.names import is_name
from bot.corpus.uncased import Uncased
from bot.corpus.units import EDITORS, Page, Unit
from bot.corpus.words import ends_sentence
from bot.model import BlockKind

_MADE = (
    r"(?:lightly |slightly )?(?:edited|condensed|amended|updated|corrected|translated|shortened|abridged|recorded|"
    r"adapted|"
    r"transcribed|conducted|republished|reprinted|revised)"
)
_NOTE = Uncased(
    r"editor['’]?s['’]? notes?\b|note from the editors?|translator['’]?s['’]? notes?\b|note from the translator\b|"
    r"примітка перекладач\w+|від перекладач\w+|примечание переводчи\w+|от переводчи\w+|anmerkung(?:en)? (?:des|der) "
    r"übersetzer\w*|note (?:du traducteur|de la traductrice)|nota (?:del traductor|de la traductora)|הערת המתרגמ?[םת]|"
    r"ملاحظة المترجمة?|additional reporting|(?:reporting|writing|editing) by|with "
    r"reporting|corrections?(?:\s*[:(–—-]|$)|clarifications?(?:\s*[:(–—-]|$)|correction appended|"
    rf"(?:this|these) \w+(?: \w+)? (?:has been|was|have been|were) (?:\w+ )?{_MADE}\b|"
    rf"(?:the |our )?(?:interview|conversation|discussion|transcript|answers|q&a)s?,? (?:\w+ ){{0,5}}{_MADE}\b|"
    r"translat(?:ed (?:by|from)|ion by|ion:)|an earlier version of this|this \w+ (?:originally|first) appeared|"
    r"(?:below,? )?we (?:re)?(?:publish|print|produce) (?:below|here|in full|the (?:full |complete )?text)\b|"
    r"(?:ми )?(?:публікуємо|друкуємо) (?:повний )?текст|(?:мы )?(?:публикуем|печатаем) (?:полный )?текст|"
    r"wir (?:dokumentieren|veröffentlichen) (?:hier |im folgenden )?(?:den |die |das )|"
    r"nous (?:re)?(?:publions|produisons) (?:ici |ci-dessous )|(?:publicamos|reproducimos) (?:aquí |a continuación )|"
    r"(?:an? )?(?:audio |video )?(?:recording|video|transcript) of (?:this|the) \w+ (?:is|will be) available|"
    r"від редакції|примітка (?:редакції|редактора)|від редактора|виправлення\s*[:.]|переклад(?:ено)? (?:з|із|:)|"
    r"(?:розмову|бесіду|інтерв['’]ю|текст|матеріал|статтю|новину) (?:\w+ ){0,3}(?:скорочено|відредаговано|оновлено|"
    r"перекладено|записано|адаптовано|доповнено)|"
    r"от редакции|примечание (?:редакции|редактора)|исправление\s*[:.]|перевод (?:с|:)|"
    r"(?:разговор|беседа|интервью|текст|материал|статья|новость) (?:\w+ ){0,3}(?:сокращ|отредактир|обновл|перевед|"
    r"записан|"
    r"адаптир|дополнен)\w*|"
    r"note de la rédaction|n\.?d\.?l\.?r\b|(?:cet|cette|ce) \w+ (?:a été|ont été) (?:\w+ )?(?:édité|condensé|"
    r"modifié|mis|"
    r"traduit|relu|actualisé|corrigé|enregistré)|(?:propos|entretien) (?:édités?|condensés?|traduits?|relus?)|"
    r"traduit d|"
    r"anmerkung(?:en)? der redaktion|korrektur\s*:|(?:dieser|dieses|diese|das|der) (?:interview|gespräch|artikel|text|"
    r"beitrag) (?:wurde|ist)\b.{0,80}(?:gekürzt|redigiert|aktualisiert|bearbeitet|übersetzt|geführt|korrigiert|"
    r"autorisiert)|"
    r"aus dem \w+ (?:übersetzt )?von|nota (?:de la redacción|del editor)|esta (?:entrevista|nota|"
    r"conversación) (?:ha sido|"
    r"fue) (?:editada|actualizada|condensada|corregida)|nota (?:della redazione|redakcji)|"
    r"הערת (?:המערכת|העורך)|(?:הריאיון|הראיון|השיחה|הכתבה|המאמר) (?:נערכ?ה?|קוצרה?|עודכנה?|תורגמה?)|תרגום(?: מ\S+)?:|"
    r"ملاحظة (?:المحرر|التحرير)|(?:حُرّر|حُرر|حُرِّر|تم تحرير|اختُصر)"
)
_DELIVERY = Uncased(
    r"check against delivery|(?:as |remarks as )(?:prepared(?: for delivery)?|delivered|written)|embargoed\b.{0,60}|"
    r"for immediate release|es gilt das gesprochene wort|sperrfrist\b.{0,60}|(?:seul )?le (?:texte )?prononcé fait foi|"
    r"звіряти з виголошеним|сверять с произнес[её]нным"
)
_SIGNED = Uncased(
    r"(?<!\w)[–—-]\s?(?:the )?(?:eds?|editors?|ред|редакція|редакция|d\.? ?red|la rédaction|ndlr|המערכת)\.?\)?\]?$|"
    r"[\[(–—-]\s?(?:the )?(?:translators?|transl?\.|перекладач(?:ка)?|(?:прим\. )?перекл\.|переводчи(?:к|ца)|"
    r"(?:прим\. )?перев\.|übersetzer(?:in)?|n\. ?d\. ?t\.|המתרגמ?[םת]|المترجمة?)\s?[\])]$"
)
_SIGN = 40  # code points in which the one who signs a note stands
_STAGE = Uncased(
    r"[(\[](?:(?:\w+ ){0,3}(?:laughter|laughs|laughing|applause|cheering|cheers|booing|silence|pause|inaudible|"
    r"crosstalk|"
    r"music|сміх|сміється|сміються|оплески|пауза|тиша|смех|смеётся|смеется|аплодисменты|тишина|rires?|applaudissements|"
    r"silence|lachen|lacht|gelächter|beifall|applaus|stille|risas?|aplausos|risate|applausi|śmiech|brawa|צחוק|צוחקת?|"
    r"מחיאות כפיים|שתיקה|ضحك|يضحك|تصفيق|صمت))(?: \w+){0,3}\.?[)\]]"
)
_BRACKETED = re.compile(r"\[[^\[\]]{2,90}(?<![.!?…])\]")
_RECEIVED = Uncased(
    r"(?:manuscript )?(?:received|submitted|accepted|revised|first published online|eingegangen|eingereicht|angenommen|"
    r"надійшла|прийнято|поступила|принята|reçu|accepté|recibido|aceptado)\b.{0,120}\d{4}.{0,60}"
)
_FORMULA = Uncased(
    r"(?:yours(?: \w+){0,2}|(?:very )?(?:sincerely|truly|faithfully|respectfully|cordially)(?: yours)?|"
    r"(?:with )?(?:best|kind|"
    r"warm|kindest|warmest)(?: \w+)?(?: (?:regards|wishes))?|regards|in solidarity|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen|solidarischen) grüßen?|hochachtungsvoll|(?:bien |très )?cordialement|"
    r"(?:bien )?à vous|atentamente|(?:un )?cordial(?:es)? saludos?|cordialmente|distinti saluti|з повагою|із повагою|"
    r"с уважением|щиро ваш\w*|искренне ваш\w*|z poważaniem|בברכה|בכבוד רב|(?:مع )?(?:أطيب |خالص )?التحيات?|"
    r"(?:مع )?(?:خالص )?التقدير)\s?[,.،–—-]?"
)
_MARKED = re.compile(r"\[?(?P<number>\d{1,3})\]?[.)]?\s+\S|(?P<sign>[*†‡§]{1,3})\s?\S")
_RULE = re.compile(r"_{3,}|[-–—]{3,}")


def take_notes(page: Page) -> None:
    """Settle what editors put beside the text, wherever it stands on the page."""
    units = page.units
    last = _last_prose(units)
    for number, unit in enumerate(units):
        if unit.settled or unit.label:
            continue
        edge = number < 12 or number >= min(last - 2, len(units) - 12)
        if _is_room(unit) or (edge and _is_note(unit)):
            unit.settle(BlockKind.EDITORIAL_NOTE, EDITORS)
        elif number > last // 2 and unit.words <= 20 and _RECEIVED.fullmatch(unit.plain):
            unit.settle(BlockKind.DATELINE, EDITORS)
    for unit in _footnotes(page, last):
        unit.settle(BlockKind.EDITORIAL_NOTE, EDITORS)
    for unit in _signatures(units, last):
        unit.settle(BlockKind.BYLINE, EDITORS)


def _is_note(unit: Unit) -> bool:
    plain = unit.plain.strip(" [(*_")
    if unit.words <= 60 and _NOTE.match(plain) is not None:
        return True
    whole = unit.plain.strip(" *_")
    ends = whole[-1:] in "])" and max(whole.rfind("["), whole.rfind("(")) > 0
    aside = ends and whole[0].isalpha()  # only what is in the brackets is theirs
    return 3 < unit.words <= 70 and not aside and _SIGNED.search(plain.rstrip("*_ ")[-_SIGN:]) is not None


def _is_room(unit: Unit) -> bool:
    """Whether a unit only says what was heard or seen, in brackets ("[Applause]"), or how a speech is to be read."""
    plain = unit.plain.strip("*_ ")
    if unit.words > 12 or unit.marker:
        return False
    if _DELIVERY.fullmatch(plain.strip("[(.)]")):
        return True
    return _STAGE.fullmatch(plain) is not None or (_BRACKETED.fullmatch(plain) is not None and unit.words <= 8)


def says_of_room(bracketed: str) -> bool:
    """Whether words with their brackets tell what was heard or seen in a room: "[Applause]", "(Laughs.)"."""
    return _STAGE.fullmatch(bracketed) is not None


def signed_by_editors(bracketed: str) -> bool:
    """Whether words with their brackets are a note of the editors, by how they begin or by who signs them."""
    return _NOTE.match(bracketed[1:]) is not None or _SIGNED.search(bracketed[-_SIGN:]) is not None


def _last_prose(units: Sequence[Unit]) -> int:
    """The number of the last unit that is a paragraph for certain."""
    for number in range(len(units) - 1, -1, -1):
        unit = units[number]
        if not unit.settled and unit.words >= 20 and ends_sentence(unit.plain) and not _is_note(unit):
            return number
    return 0


def _footnotes(page: Page, last: int) -> Iterator[Unit]:
    """Find the notes below a rule at the end of a text, counted from one or marked with a star."""
    units = page.units
    for number in range(max(0, last // 2), len(units)):
        raw = page.text[units[number].spans[0].start : units[number].spans[-1].end]
        if units[number].kind is not BlockKind.FURNITURE or not _RULE.fullmatch(raw):
            continue
        expected = 1
        for unit in units[number + 1 :]:
            start = unit.spans[0].start - (len(unit.sign) + 1 if unit.marker == "number" else 0)
            found = _MARKED.match(page.text, start, unit.spans[0].end)
            if unit.settled or found is None or unit.words > 80:
                break
            if found["number"] and int(found["number"]) != expected:
                break
            expected += 1
            yield unit


def _signatures(units: Sequence[Unit], last: int) -> Iterator[Unit]:
    """Find who signed a letter, and from where: the short lines below its last formula."""
    for number in range(max(0, last), len(units)):
        if units[number].settled or not _FORMULA.fullmatch(units[number].plain):
            continue
        for unit in units[number + 1 : number + 8]:
            if unit.settled or unit.words > 10 or (ends_sentence(unit.plain) and not is_name(unit.plain.rstrip("."))):
                return
            yield unit
        return
