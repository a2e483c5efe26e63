"""Print `bot/search/synonyms/names.yaml`: names of countries, cities, languages, months and days in five languages.

    python tools/names.py > bot/search/synonyms/names.yaml

They are the Unicode Common Locale Data Repository's, as Babel brings them (Unicode-3.0 licence, `names.LICENSE`). Taken
are only names that are listed here and of which `words.yaml` has no more to say, so that each of them was looked at:
words that are something else as well in one of the languages (Chad, Mali, Togo, Nice) and names by which one would take
a side are not among them. Where Babel has a newer edition, what it changes shows in the difference of the file.
"""

import re
import sys
from collections.abc import Iterable, Iterator

from babel import Locale

LANGUAGES = ("en", "uk", "ru", "he", "ar")

TERRITORIES = """
    002 003 005 009 142 143 150 151 154 155 419 AD AF AL AM AO AQ AR AT AU AZ BA BD BE BF BG BH BI BJ BN BO BR BT BW
    BZ CA CH CL CM CN CO CR CY DE DJ DK DO DZ EC EE EG EH ER ES ET FI FJ FR GE GL GM GR GT GY HN HR HT HU ID IE IL IN
    IQ IR IS IT JM JP KE KH KW KZ LA LB LI LK LR LS LT LU LV LY MA MC ME MG MK MN MR MT MU MV MW MX MY MZ NA NE NG NI
    NL NO NP NZ PA PG PH PK PL PT PY QA RO RS RW SA SC SD SE SG SI SK SN SO SR SS SV SY TH TJ TM TN TW TZ UA UG UY UZ
    VA VE VN XK YE ZM ZW
"""
# By the ids of their time zones, which is where the data has them.
CITIES = """
    Africa: Abidjan Accra Addis_Ababa Cairo Casablanca Dakar Harare Johannesburg Kampala Khartoum Kinshasa Lagos Luanda
        Mogadishu Monrovia Nairobi Tripoli
    America: Bogota Buenos_Aires Caracas Chicago Denver Detroit Havana Los_Angeles Managua Mexico_City Montevideo
        New_York Port-au-Prince Sao_Paulo Toronto Vancouver
    Asia: Aden Almaty Amman Ashgabat Baghdad Baku Bangkok Beirut Bishkek Colombo Damascus Dhaka Dubai Dushanbe
        Hong_Kong Irkutsk Jakarta Jerusalem Kabul Kamchatka Karachi Katmandu Kuala_Lumpur Manila Nicosia Novosibirsk
        Phnom_Penh Pyongyang Riyadh Samarkand Seoul Shanghai Taipei Tashkent Tbilisi Tehran Tokyo Ulaanbaatar
        Vladivostok Yekaterinburg Yerevan
    Australia: Melbourne Sydney
    Europe: Amsterdam Athens Belgrade Berlin Bratislava Brussels Bucharest Budapest Chisinau Copenhagen Dublin Helsinki
        Istanbul Kaliningrad Lisbon Ljubljana London Madrid Minsk Moscow Oslo Paris Prague Riga Rome Sarajevo
        Simferopol Skopje Stockholm Tallinn Vienna Vilnius Volgograd Warsaw Zagreb Zurich
"""
SPOKEN = """
    af sq am ar hy az eu be bg ca ce cs da de el en eo et fi fr ga ka gu he hi hu id is it ja kk km ko ku ky la lo lt lv
    mk mn nl ne no fa pl pt ro ru sa sr sk sl es sw sv tg ta tt te th bo tr tk uk ur uz vi cy yi
"""
# What is said in brackets or shortened; and a name that is a word of every sentence, too.
_UNFIT = re.compile(r"[()]|о-в|, | [-–—] |^May$")

Names = tuple[str, ...]


def main() -> None:
    """Print the file."""
    locales = [Locale(language) for language in LANGUAGES]
    countries = [_named(*(locale.territories.get(code) for locale in locales)) for code in TERRITORIES.split()]
    # Some cities are called as their country is, in some of the languages.
    taken = {name.casefold() for group in countries for name in group}
    cities = [group for group in _cities(locales) if taken.isdisjoint(map(str.casefold, group))]
    spoken = [_named(*(locale.languages.get(code) for locale in locales)) for code in SPOKEN.split()]
    print("# Made by tools/names.py of the Unicode Common Locale Data Repository; see names.LICENSE.")
    for kind, groups in (
        ("Countries and parts of the world", countries),
        ("Cities", cities),
        ("Languages; most of these words name what is of a people, too", spoken),
        ("Months", list(_calendar(locales, "months", range(1, 13)))),
        ("Days", list(_calendar(locales, "days", range(7)))),
    ):
        print(f"\n# {kind}")
        for group in groups:
            print(f"- {' = '.join(group)}")


def _cities(locales: list[Locale]) -> Iterator[Names]:
    """Give the cities' names; the English one is mostly that of the time zone."""
    part = ""
    for word in CITIES.split():
        if word.endswith(":"):
            part = word[:-1]
            continue
        zone = f"{part}/{word}"
        given = [locale.time_zones.get(zone, {}).get("city") for locale in locales]
        yield _named(given[0] or word.replace("_", " "), *given[1:])


def _calendar(locales: list[Locale], of: str, numbers: Iterable[int]) -> Iterator[Names]:
    """Give names of months or days: as they stand alone, and as they stand in a date."""
    for number in numbers:
        given = [getattr(locale, of)[form]["wide"][number] for locale in locales for form in ("stand-alone", "format")]
        yield _named(*given)


def _named(*names: str | None) -> Names:
    """Give the names that can be used, each once."""
    fit = (name for name in names if name and not _UNFIT.search(name))
    return tuple({name.casefold(): name.replace("\u200f", "") for name in fit}.values())


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
