"""Heads of pages in English as sites and printers make them; every name and place is invented."""

# The language of the body, the head, and what it says: title, subtitle, authors, published.
Head = tuple[str, str, str | None, str | None, list[str], str | None]

HEADS: dict[str, Head] = {
    "masthead, menu, kicker, clock": (
        "en",
        "Skip to content\nThe Orrin Sentinel\nHome  News  Sport  Letters\nSign in | Subscribe\n\nENVIRONMENT\n\n"
        "Last ferry captain refuses to learn the new timetable\n\nHe says that the tide has never read it either.\n\n"
        "By Mina Sorrel\n\n7 March 2022, 8:15pm\n\nShare\nFacebook  X  Copy link\n\n",
        "Last ferry captain refuses to learn the new timetable",
        "He says that the tide has never read it either.",
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "masthead told by the line of rights only": (
        "en",
        "Quayside\n\nLast ferry captain refuses to learn the new timetable\n\nby Mina Sorrel\nMarch 7, 2022\n\n",
        "Last ferry captain refuses to learn the new timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "a short title with a long subtitle": (
        "en",
        "Salt and Iron\n\nHow a village kept its port when everything else went\n\nBy Mina Sorrel\n\n",
        "Salt and Iron",
        "How a village kept its port when everything else went",
        ["Mina Sorrel"],
        None,
    ),
    "outlet behind two names": (
        "en",
        "Ferry captain refuses timetable\nBy Mina Sorrel and Otto Quist, Orrin Sentinel\nPublished Mar. 7, 2022 | "
        "Updated 4:52 p.m.\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel", "Otto Quist"],
        "2022-03-07",
    ),
    "outlet behind one name": (
        "en",
        "Ferry captain refuses timetable\nBy Mina Sorrel, Orrin Sentinel\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        None,
    ),
    "three names with commas": (
        "en",
        "Ferry captain refuses timetable\nBy Mina Sorrel, Otto Quist & Ada Brook\n2022-03-07T18:00:00Z\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel", "Otto Quist", "Ada Brook"],
        "2022-03-07",
    ),
    "names one a line over the date": (
        "en",
        "Ferry captain refuses timetable\n\nMina Sorrel\nOtto Quist\n7 March 2022\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel", "Otto Quist"],
        "2022-03-07",
    ),
    "name, day and minutes on one line": (
        "en",
        "# Ferry captain refuses timetable\n\n**Mina Sorrel** · Mar 7, 2022 · 6 min read\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "name with an office, a date with a zone": (
        "en",
        "Ferry captain refuses timetable\nMina Sorrel, maritime correspondent\nMon 7 Mar 2022 06.30 GMT\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "buttons between title and byline": (
        "en",
        "Ferry captain refuses timetable\n\nGet alerts\nSave for later\n\nWords: Mina Sorrel\nPhotos: Otto "
        "Quist\n7 March 2022"
        "\n6 min read\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "speech with the place": (
        "en",
        "Home > Council > Speeches\n\n“We owe the tide an answer”: remarks at the harbour dinner\n\nSpeech by "
        "Ada Brook, "
        "Harbour Master\nOrrin, 7 March 2022\n\n",
        "“We owe the tide an answer”: remarks at the harbour dinner",
        None,
        ["Ada Brook"],
        "2022-03-07",
    ),
    "posted under a heading of the site": (
        "en",
        "Recipes    Boats    Contact\n\nSeven knots that a ferryman needs\n\nPosted on March 7, 2022 in Boats\n\n",
        "Seven knots that a ferryman needs",
        None,
        [],
        "2022-03-07",
    ),
    "window title of a print": (
        "en",
        "07/03/2022, 09:14              Ferry captain refuses the timetable - Orrin Sentinel\n\nFerry captain "
        "refuses the "
        "timetable\n\n7th March 2022\n\n",
        "Ferry captain refuses the timetable",
        None,
        [],
        "2022-03-07",
    ),
    "volume of a journal": (
        "en",
        "TRANSACTIONS OF THE TIDE SOCIETY   Vol. 12 (2019)\n\nWhat the Fog Weighed: Ten Years of Buckets on the "
        "Orrin Quay\n\n"
        "Mina Sorrel and Otto Quist\n\n",
        "What the Fog Weighed: Ten Years of Buckets on the Orrin Quay",
        None,
        ["Mina Sorrel", "Otto Quist"],
        None,
    ),
    "numbers that could be two days": (
        "en",
        "Ferry captain refuses timetable\n\nBy Mina Sorrel\n03/07/2022\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        None,
    ),
    "an agency is no author": (
        "en",
        "Ferry captain refuses timetable\n\nBy Northern Press Agency\n7 March 2022\n\n",
        "Ferry captain refuses timetable",
        None,
        [],
        "2022-03-07",
    ),
    "day of the paper above its name": (
        "en",
        "Monday, March 7, 2022\nThe Orrin Sentinel\nVol. XII, No. 3\n\nFERRY CAPTAIN REFUSES TIMETABLE\n\nBY "
        "MINA SORREL, STAFF "
        "WRITER\n\n",
        "FERRY CAPTAIN REFUSES TIMETABLE",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "guest essay with a photographer": (
        "en",
        "Guest Essay\n\nThe Tide Does Not Read\n\nMarch 7, 2022\n\nCredit: Otto Quist\n\nBy Mina Sorrel\n\n",
        "The Tide Does Not Read",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "standfirst without a full stop, then name and day": (
        "en",
        "The tide does not read\nA ferry captain explains why he has never owned a watch\nMina Sorrel\n7 March "
        "2022\n\n",
        "The tide does not read",
        "A ferry captain explains why he has never owned a watch",
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "told to somebody": (
        "en",
        "FIRST PERSON\n\nI have never owned a watch\n\nAs told to Mina Sorrel\n\n",
        "I have never owned a watch",
        None,
        ["Mina Sorrel"],
        None,
    ),
    "posted by": (
        "en",
        "# I have never owned a watch\n\nPosted by Mina Sorrel on 7 March 2022 at 10:15\n\n",
        "I have never owned a watch",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "a question as a title": (
        "en",
        "Opinion\nWho needs a timetable?\nMina Sorrel\n\nMar 7, 2022, 6:00 AM EST\n\n",
        "Who needs a timetable?",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "breadcrumb that ends in the title": (
        "en",
        "Sentinel Online › News › Harbour › Ferry captain refuses the timetable\n\nHarbour\n\nFerry captain "
        "refuses the "
        "timetable\n\nBy Mina Sorrel | 7 March 2022 | Updated 8 March 2022\n\n",
        "Ferry captain refuses the timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "menu of links": (
        "en",
        "[The Quay](https://quay.example/) | [News](https://quay.example/n) |"
        " [Boats](https://quay.example/b)\n\n# Ferry "
        "captain refuses timetable\n\nBy [Mina Sorrel](https://quay.example/ms), 7 March 2022\n\n",
        "Ferry captain refuses timetable",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "name and office on lines of their own": (
        "en",
        "OPINION\n\nThe tide does not read\n\nMina Sorrel\nColumnist\n\n7 March 2022\n\n",
        "The tide does not read",
        None,
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "name between title and standfirst": (
        "en",
        "Opinion\nHarbours\n\nThe tide does not read\n\nMina Sorrel\n\nTimetables are printed for passengers. "
        "The sea has "
        "never bought a ticket – and it shows\n\nMon 7 Mar 2022 07.00 GMT\n\nShare\n\n",
        "The tide does not read",
        "Timetables are printed for passengers. The sea has never bought a ticket – and it shows",
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "an office, a breadcrumb of two, a speech's title, where and when": (
        "en",
        "Harbour Board\nPress Room > Speeches\n\nRemarks by Mayor Mina Sorrel at the Reopening of the Quay\n\n"
        "March 7, 2022\n\nOrrin Fish Market\n\n10:30 A.M.\n\n",
        "Remarks by Mayor Mina Sorrel at the Reopening of the Quay",
        None,
        [],
        "2022-03-07",
    ),
    "the line of a series below the standfirst": (
        "en",
        "The tide does not read\n\nMonday 7 March 2022, by [Mina Sorrel](#)\n\nThe captain has no clock. He wants to "
        "know "
        "who has.\n\nPart of the series: [Slow Ports](#)\n\n",
        "The tide does not read",
        "The captain has no clock. He wants to know who has.",
        ["Mina Sorrel"],
        "2022-03-07",
    ),
    "nothing but a title": ("en", "The tide does not read\n\n", "The tide does not read", None, [], None),
    "no title at all": ("en", "", None, None, [], None),
}
