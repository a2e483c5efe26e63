"""Dates and lines of dates as pages print them, in many languages."""

import pytest

from bot.corpus.dates import dates, only_clock, only_date, place_and_date

LINES = {
    "7. März 2022, 17:08 Uhr": "2022-03-07",
    "Publié le 7 mars 2022 à 07h00": "2022-03-07",
    "7 березня 2022, 14:25": "2022-03-07",
    "7 марта 2022 г.": "2022-03-07",
    "פורסם ב-7 במרץ 2022 בשעה 10:00": "2022-03-07",
    "٧ مارس ٢٠٢٢": "2022-03-07",
    "7 آذار/مارس 2022": "2022-03-07",
    "Posted on March 7, 2022": "2022-03-07",
    "Mon 7 Mar 2022 19.42 GMT": "2022-03-07",
    "2022-03-07T19:42:00+02:00": "2022-03-07",
    "7th March 2022 | 6 min read": "2022-03-07",
    "Lunes, 7 de marzo de 2022, 10:30 h": "2022-03-07",
    "2022年3月7日": "2022-03-07",
    "31.12.2022": "2022-12-31",
    "03/07/2022": None,
    "31 February 2022": None,
}


@pytest.mark.parametrize("line", LINES, ids=str)
def test_a_line_of_a_date_gives_its_day(line: str) -> None:
    assert only_date(line)
    assert [day for _, day in dates(line)] == ([LINES[line]] if LINES[line] else [])


@pytest.mark.parametrize("line", ["The strike began on 7 March 2022", "Lemon 7 March 2022", "March", "", "7 2022"])
def test_other_lines_are_no_dates(line: str) -> None:
    assert not only_date(line)


def test_a_line_tells_first_from_changed() -> None:
    assert dates("Published Mar. 7, 2022 | Updated 8 March 2022; first published 6 March 2022") == [
        ("published", "2022-03-07"),
        ("changed", "2022-03-08"),
        ("first", "2022-03-06"),
    ]


def test_a_place_may_stand_before_the_day() -> None:
    assert place_and_date("Orrin, 7 March 2022")
    assert not place_and_date("We left Orrin on a Monday, the boat was late, 7 March 2022")


@pytest.mark.parametrize(
    ("line", "alone"), [("11:08 A.M.", True), ("17:30 Uhr", True), ("1108", False), ("9:30 is late", False)]
)
def test_an_hour_alone_is_told(line: str, alone: bool) -> None:
    assert only_clock(line) is alone
