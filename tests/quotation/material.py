"""Passages to quote from: the shipped digests, and texts in eight languages that were written for these tests."""

import re
from pathlib import Path

from bot.model import BlockKind, Passage, Role, Span, Speaker, Statement, StatementType
from bot.quotation import Texts

SEEDS = Path(__file__).parents[2] / "seeds"

OWN = {
    "harbour": (
        "The old harbour of Vellamo was not closed in 1987, as the guidebooks claim; it was sold for 1.5 million "
        "marks to a company that nobody in town had ever heard of, and the ferries stopped running three weeks "
        "later.",
        "Mayor Ilse Brandt said that the council can't keep the promise it made to the fishermen, because the "
        "state pays only 40% of the dredging. But she did not rule out a second loan if the herring return before"
        " winter.",
        "All boats must be registered with the U.S. consulate unless they carry fewer than 12 passengers, which "
        "means that some owners may sail without papers and never hear about it. The temperature that night fell "
        "to -5 degrees.",
        "Some residents always believed that the lighthouse was haunted. Others, like Tomas Riihimäki, were "
        "certain that it was only the wind, although he admitted he had never slept there himself.",
        "We should have asked the children first, according to Brandt's deputy. They knew every path between the "
        "warehouses, every loose plank of the pier, and which of the night watchmen could be trusted with a "
        "secret.",
        "Nobody is allowed to enter the customs house, except on the first Sunday of May. The key hangs in the "
        "bakery, and the baker gives it to anyone who asks politely, in any language, for no more than $20.",
        "What did the harbour master do when the storm came? He counted the ropes twice, went home to his supper "
        "and slept until ten, since a man who trusts his knots does not need to watch them.",
        "In the spring the company promised 300 new jobs and a railway to the quay. By autumn it had hired eleven"
        " people, two of whom were nephews of the director, and the rails had been laid no farther than the "
        "cemetery gate.",
    ),
    "orchard": (
        "An orchard is a slow argument with the weather: you plant in hope, prune in doubt, and harvest whatever "
        "the frost of April has chosen to leave you. My grandmother lost the argument in nine years out of twenty"
        " and never said so.",
        "There are about 7,500 kinds of apple in the world, yet the shops of our district sell four. The reasons "
        "are mostly dull ones: thick skins travel well, red sells better than green, and supermarkets will not "
        "wait for October.",
        "Grafting does not change the root. It can only persuade an old tree to bear the fruit of a stranger, and"
        " the tree, which has no opinion about names, usually agrees within two or three summers.",
        "Every year the cooperative in Dolna Banya weighs the windfalls separately, because cider makers pay less"
        " than half the price for them. Few growers complain, and those who do are usually new.",
        "I do not believe that bees are loyal. They come for sugar, they leave for sugar, and between the two "
        "they do us a favour that no machine has yet been able to imitate at any price.",
    ),
    "сад": (
        "Старий сад за річкою ніхто не поливав уже три роки, але яблуні не всохли: їхнє коріння сягає глибше, ніж"
        " колодязь, який дід викопав ще до війни, і тому вода для них є завжди.",
        "Мати казала, що ліс не можна купити, бо він не належить навіть тому, хто його посадив. Можна лише "
        "домовитися з ним на кілька поколінь, якщо не рубати більше, ніж виростає за зиму.",
        "У 1974 році через село проклали дорогу, і за перший тиждень нею проїхало рівно сорок дві машини. Бабуся "
        "рахувала їх з вікна й записувала в зошит, який тепер зберігається у шкільному музеї.",
    ),
    "переправа": (
        "Паром ходил через реку только летом, и никто в деревне не помнил, чтобы перевозчик хотя бы раз отказал "
        "путнику. Денег он не брал, зато просил рассказать что-нибудь, чего он ещё не слышал.",
        "Весной лёд ломался с таким грохотом, что дети просыпались и бежали смотреть. Взрослые делали вид, что им"
        " неинтересно, но к полудню на берегу стояли почти все, кроме больных и сторожа.",
    ),
    "der turm": (
        "Der Turm am Markt wurde nicht abgerissen, weil die Uhr darin zwar seit vierzig Jahren stillsteht, aber "
        "zweimal am Tag die richtige Zeit zeigt, was der Stadtrat einstimmig für ausreichend hielt.",
        "Wer im Winter über den Pass will, muss sich bis spätestens drei Uhr beim Wirt abmelden. Niemand "
        "kontrolliert das, doch alle halten sich daran, seit die beiden Lehrer aus Göttingen nicht zurückkamen.",
    ),
    "le moulin": (
        "Le moulin ne tourne plus depuis que la rivière a été détournée, mais le meunier se lève encore à quatre "
        "heures et balaie la cour, comme si les charrettes allaient revenir d'un moment à l'autre.",
        "On n'a jamais su qui avait peint les volets en bleu. Les enfants disaient que c'était le vent, les vieux"
        " que c'était une dette, et le maire préférait ne rien dire du tout.",
    ),
    "la plaza": (
        "La plaza no tenía nombre hasta que los vecinos decidieron, después de una discusión de seis horas, que "
        "era mejor no ponerle ninguno y dejar que cada cual la llamara como quisiera.",
        "Mi abuelo nunca vendió el piano, aunque nadie en la casa sabía tocarlo. Decía que un instrumento callado"
        " acompaña más que una radio encendida, y que además era imposible bajarlo por la escalera.",
    ),
    "הגן": (
        "הגן שמאחורי בית הספר לא היה שייך לאיש, ולכן כולם השקו אותו. בקיץ הביאו הילדים מים בדליים, ובחורף ישבה שם"
        " השומרת הזקנה וסיפרה על הים, שאותו לא ראתה מעולם.",
        "אבי אמר שאין טעם לנעול את השער אם החומה נמוכה כל כך. בכל זאת נעל אותו בכל ערב, והחביא את המפתח תחת האבן "
        "שכל השכונה הכירה.",
    ),
    "السوق": (
        "لم يكن السوق القديم كبيرا، لكن التجار كانوا يعرفون أسماء الزبائن وأسماء أولادهم، ولا يطلب أحد منهم المال"
        " قبل أن يسأل عن صحة الجميع ويشرب معهم كأسا من الشاي.",
        "قالت جدتي إن البيت الذي لا يدخله الضيوف يبرد حتى في الصيف، ولهذا تركت الباب مفتوحا كل مساء، ولم تغلقه "
        "إلا في ليلة واحدة من تلك السنوات الطويلة.",
    ),
}


def passages() -> list[tuple[Passage, str]]:
    """Give all passages with their words."""
    found: list[tuple[Passage, str]] = []
    for name, texts in OWN.items():
        found += [(_passage(name, number, text), text) for number, text in enumerate(texts, 1)]
    for file in sorted(SEEDS.glob("*.md")):
        found += _digest(file)
    return found


def shelf() -> Texts:
    """Give the index of all of them."""
    return Texts.build(passages())


def _digest(file: Path) -> list[tuple[Passage, str]]:
    blocks = [block.strip() for block in file.read_text(encoding="utf-8").split("\n\n")]
    texts = [re.sub(r"^[-*] |\*\*", "", line, flags=re.M) for block in blocks for line in block.split("\n")]
    plain = [text.strip() for text in texts if text.strip() and not text.startswith("#")]
    return [(_passage(file.stem, number, text), text) for number, text in enumerate(plain, 1)]


def _passage(source: str, number: int, text: str) -> Passage:
    speaker = Speaker(f"Author of {source}", Role.AUTHOR)
    return make(source, number, text, speaker)


def make(source: str, number: int, text: str, speaker: Speaker, quoted: tuple[str, str] | None = None) -> Passage:
    """Make a passage that is all of its words; `quoted` are somebody's name and their words in it."""
    statements: tuple[Statement, ...] = ()
    if quoted:
        at = text.index(quoted[1])
        spans = (Span(at, at + len(quoted[1])),)
        statements = (Statement(spans, Speaker(quoted[0], Role.QUOTED), StatementType.DIRECT),)
    whole = (Span(0, len(text)),)
    return Passage(
        f"{source}:{number}", source, "e", number, whole, (whole,), speaker, BlockKind.PARAGRAPH, (), statements
    )
