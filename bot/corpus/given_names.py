"""Given names that in nearly all texts are a woman's or a man's: so that "she" is never read as somebody called John.

What a text itself tells of a person ("Mr Doe", "her husband, Kim Doe") goes before. Names that are both in one country
or another stand in neither list (Andrea, Robin, Kim, Jean, Simone, Evelyn, Joan).
"""

from bot.corpus.words import word_set

_HERS = word_set(
    "abigail ada adele agatha agnes alexandra alice alicia alison amanda amelia amy angela anita ann anna anne "
    "annette annie antonia astrid audrey barbara beatrice becky bella bernadette beth betty birgit brenda bridget "
    "brigitte camila camilla carla carmen carol caroline catherine cathy cecilia celia charlotte chiara chloe "
    "christina christine claire clara clare claudia colette cornelia cynthia daisy daniela deborah delia delphine "
    "denise diana dora doris dorothy edith eileen elaine eleanor eleanora elena elise elizabeth ella ellen eloise "
    "elsa emilia emily emma erica esther eugenia eva eve fatima fiona flora florence frances francesca freya "
    "frida gabriela gemma georgia geraldine gertrude gloria grace greta gudrun gwen hanna hannah harriet heather "
    "heidi helen helena helga hilda ilse ingeborg ingrid irene iris isabel isabella isla ivy jacqueline jane "
    "janet janice jasmine jennifer jenny jessica joanna josephine joyce juanita judith judy julia juliana julie "
    "juliet karen karin kate katharina katherine kathleen kathryn katie kirsten kristina laila laura lauren layla "
    "leila lena leonora lily linda lisa liz lorna louise lucia lucy lydia mabel magdalena margaret margarita "
    "maria marianne marie marina marjorie marta martha martina mary matilda maud maureen megan melanie melissa "
    "mia michelle mildred miriam moira molly monica monika nadia nancy naomi natalia natalie natasha nell nina "
    "nora norma octavia olga olive olivia paloma pamela patricia paula pauline penelope petra philippa phoebe "
    "phyllis polly priya rachel rebecca renata rita rosa rosalind rose rosemary ruth sabine sally samantha sandra "
    "sara sarah selma sheila shirley silvia sofia sofie sonia sophia sophie stella stephanie susan susanna "
    "suzanne svetlana sylvia tamara tatiana teresa tessa theresa tina ursula valentina vanessa vera veronica "
    "victoria viola violet virginia wendy wilhelmina winifred yvonne zoe"
)
_HIS = word_set(
    "aaron abdul abdullah abraham adam adrian ahmad ahmed aidan alan albert alejandro alexander alfred ali "
    "alistair allan amir anders andreas andrew andrzej angus anthony anton antonio archibald arnold arthur august "
    "barnaby bartholomew basil benedict benjamin bernard boris brian bruce bruno callum carl carlos cedric "
    "charles christian christopher clarence clement clifford clive colin conrad craig cyril damian daniel darren "
    "david dennis derek desmond diego dieter dmitri dominic donald douglas duncan dylan edgar edmund eduardo "
    "edward edwin eric ernest ernst eugene ezra felix ferdinand fernando francis frank franz frederick friedrich "
    "gareth gavin geoffrey george gerald gerard gilbert giovanni giuseppe glen gordon graham gregory guido gunnar "
    "gustav hamish hans harold harry hassan heinrich henrik henry herbert hermann horace howard hubert hugh hugo "
    "hussein ian ibrahim igor isaac ismail ivan ivo jack jacob jakob james jason javier jeffrey jeremiah jeremy "
    "jerome jim joachim joe johann john johnny jonathan jorge jose josef joseph joshua juan julian jurgen karl "
    "keith kenneth kevin klaus kurt lars lawrence leo leon leonard leopold liam lorenz luca lucas ludwig luigi "
    "luis luke magnus malcolm manuel marcel marco marcus mario marius mark markus martin mathias mats matthew "
    "matthias maurice max michael miguel mike mikhail milan mohamed mohammed moses muhammad murray nathan "
    "nathaniel neil nicholas nigel nikolai nils norman oliver omar oscar osman otto pablo patrick paul pavel "
    "pedro percy peter petr philip pierre rafael ralph ramon raymond reginald rene richard robert roberto "
    "roderick roger roland ronald rudolf rupert russell samir samuel scott sean sebastian sergei sergio silas "
    "simon stanley stefan stephen steven stewart stuart sven theodore thomas tim timothy tobias toby tom tomas "
    "tommy trevor ulrich victor vincent vladimir walter werner wilhelm william winston wolfgang yusuf"
)


def sex_of_given(name: str) -> str | None:
    """Whether a full name is a woman's ("f") or a man's ("m") by its first word; None where that leaves a doubt."""
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    folded = first.casefold()
    return "f" if folded in _HERS else "m" if folded in _HIS else None
