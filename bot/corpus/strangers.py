"""Sentences that bring in somebody without a name, whom a "she" or "he" after them may well mean."""

import re

from bot.corpus.people import People

# "I asked the forester." brings in somebody whom a pronoun after it may well mean. English; Ukrainian, Russian.
_MET = re.compile(
    r"\b(?:I|[Ww]e)\s(?:\w+ly\s|then\s|also\s|later\s)?(?:asked|rang|phoned|called|met|visited|found|wrote to|spoke to|"
    r"spoke with|talked to|talked with|told|showed|reminded)\s(?:the|an?|my|our|his|her|their|one)\s"
    r"(?P<np>(?:[a-z-]+\s){0,2}?[a-z-]+)\b|"
    r"(?<!\w)(?:[Яя]|[Мм]и|[Мм]ы)\s(?:за|с)?(?:пита(?:в|ла|ли)|просил[аи]?|телефонува(?:в|ла|ли)|звони[вл][аи]?|"
    r"зустрі(?:в|ла|ли)|встретил[аи]?)\s[а-яіїєґё]+"
)
_ANOTHER = re.compile(
    r"\W*(?:Another|Someone|Somebody|One|The other|A (?:second|third|fourth|fifth))(?:,\s[^,.]{2,80},)?\s"
    r"(?!(?:of|day|morning|afternoon|evening|night|week|month|year|spring|summer|autumn|winter|time|thing|reason|can|must|"
    r"may|should|cannot|has to)\b)|"
    r"(?:Дружина|Жена|Мати|Мать|Сестра|Дочка|Донька|Дочь|Чоловік|Муж|Брат|Син|Сын|Батько|Отец|Сусідка?|Соседка?|Сосед|Інш(?:ий|а)|"
    r"Друг(?:ий|а|ой|ая)|Хтось|Кто-то)\s"
)


def brings_in(people: People, sentence: str, sex: str | None) -> bool:
    """Whether a sentence tells of somebody without a name: of another one, or of who was asked or met."""
    if _ANOTHER.match(sentence):
        return True
    met = _MET.search(sentence)
    if met is None or people.persons(sentence):
        return False
    return met["np"] is None or people.fits(met["np"], sex)
