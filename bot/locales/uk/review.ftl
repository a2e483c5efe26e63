# Що обговорюють і що про це занотовують модератори.

## Команди

command-discussed = Побачити, про що ця спільнота вже говорила, а про що ні
command-discussed-manual = Кожен текст — це смужка з клітинкою на кожен уривок: що повніша, то більше його обговорювали. Нижче — уривки, які обговорювали найменше. Малі числа ніколи не називаються точно, і нікого не рахують поіменно.
command-discussed-examples =
    discussed
    discussed interview
command-balance = Побачити частку кожної позиції в тому, що тут показано
command-balance-manual = Це частки у відповідях і щоденних уривках за останні 30 днів поруч із тим, що є в текстах.
command-balance-examples = balance
command-review = Побачити, що обговорюють, і занотувати побачене (для модераторів)
command-review-manual = «top», «recent», «undiscussed», «trend» і «channels» показують числа; «days», «channel», «source» і «status» їх звужують. «passage» показує один уривок; «status» і «note» позначають його для всіх модераторів. «export» дає файл, «page» — посилання на сторінку, «trail» — що робили модератори. Малі числа ніколи не називаються точно.
command-review-examples =
    review
    review undiscussed source=interview
    review trend days=365
    review note op-ed-digest.abcdef note="ask the author"
    review export format=annotations

parameter-days = За скільки днів, разом із сьогоднішнім
parameter-status = Який стан: open (відкрито), seen (переглянуто) чи noted (занотовано)
parameter-note = Що занотувати про уривок
parameter-format = Який файл: csv, json чи annotations (W3C Web Annotations)

## Числа словами

count-none = жодного разу
count-few = менше ніж { $least } { $least ->
    [one] раз
   *[other] разів
}
count-from = { NUMBER($count, useGrouping: 0) }+ разів
people-none = нікого
people-few = менше ніж { $least }
people-from = { NUMBER($count, useGrouping: 0) }+
count-place = { $number } з { $of }
count-gone = у тексті більше немає

## Що обговорено, а що ні

discussed-title = Що тут обговорювали
discussed-covered = { $of ->
    [one] Досі — { $covered } з { $of } уривка.
   *[other] Досі — { $covered } з { $of } уривків.
}
discussed-left = { $count ->
    [one] Є ще { $count } текст; назвіть його, щоб побачити.
    [few] Є ще { $count } тексти; назвіть якийсь, щоб побачити.
   *[other] Є ще { $count } текстів; назвіть якийсь, щоб побачити.
}
discussed-least = Найменше обговорено: звідси можна почати розмову
discussed-nothing = Тут іще нічого не обговорювали.
discussed-nothing-of = З тексту «{ $title }» тут іще нічого не обговорювали.
discussed-what = Обговорено — це перевірено, процитовано, дано відповідь чи реакцію або написано в гілці. Ані імен, ані повідомлень не зберігаємо.
strip-alt = { $of ->
    [1] Єдиний уривок обговорено { $most }.
    [one] Обговорено { $covered } з { $of } уривка; найбільше — уривок { $number }, { $most }.
   *[other] Обговорено { $covered } з { $of } уривків; найбільше — уривок { $number }, { $most }.
}
strip-alt-none = { $of ->
    [1] Єдиний уривок не обговорювали.
   *[other] Уривків — { $of }, жодного не обговорювали.
}
bars-alt = { $count ->
    [one] { $count } уривок: { $first }.
    [few] { $count } уривки; перший — { $first }.
   *[other] { $count } уривків; перший — { $first }.
}
trend-title = { $step ->
    [week] Обговорення за тижнями
    [month] Обговорення за місяцями
   *[day] Обговорення за днями
}
trend-alt = { $step ->
    [week] Від { $first } до { $last }, за тижнями; найбільше — у тиждень від { $day }, { $most }.
    [month] Від { $first } до { $last }, за місяцями; найбільше — у місяць від { $day }, { $most }.
   *[day] Від { $first } до { $last }, за днями; найбільше — { $day }, { $most }.
}
channels-alt = { $count ->
    [one] { $count } канал.
    [few] { $count } канали, найжвавіший перший.
   *[other] { $count } каналів, найжвавіший перший.
}

## Рівновага

balance-title = Що тут показано за { $days } { $days ->
    [one] день
    [few] дні
   *[other] днів
} і що є в текстах
balance-too-little = Показано замало, щоб назвати частки й нікого не виказати.
balance-standpoints = Позиції
balance-texts = Тексти
balance-shown = показано: { $percent } %
balance-offered = у текстах: { $percent } %
balance-offered-little = у текстах: менше ніж 1 %
balance-left = { $count ->
    [one] Є ще { $count } текст.
    [few] Є ще { $count } тексти.
   *[other] Є ще { $count } текстів.
}
balance-what = Показано — це уривки у відповідях і уривки дня. Що є в текстах, рахуємо уривками. Позначки дали ті, хто названий поруч, і ніколи — цей бот.

## Огляд

review-days = { $days ->
    [one] { NUMBER($days, useGrouping: 0) } день
    [few] { NUMBER($days, useGrouping: 0) } дні
   *[other] { NUMBER($days, useGrouping: 0) } днів
}
review-one-channel = один канал
review-top = Найбільше обговорено
review-recent = Обговорено останнім
review-recent-what = За днями: годину, канал і дію не називаємо, бо вони могли б когось виказати.
review-undiscussed = Найменше обговорено
review-channels = Де обговорено
channel-unseen = канал, якого ви не бачите
channel-gone = канал, якого я більше не бачу (…{ $end })
review-nothing-yet = Розповісти нічого: за цей час нічого не обговорювали.
review-nothing-fits = Розповісти нічого: жоден уривок не відповідає запиту.
review-nothing = Розповісти нічого або замало, щоб нікого не виказати.
review-not-with = «{ $action }» рахує всі тексти разом
review-no-passage = «{ $action }» не про один уривок
review-next = «review passage» з ідентифікатором показує уривок; «review status» і «review note» позначають його.
review-mark-next = «review status … status=seen» і «review note … note=…» позначають цей уривок для всіх модераторів.
review-set = { $passage } позначено.
review-note-expected = кілька слів
review-none-marked-yet = Ще не позначено жодного уривка.
review-none-marked = Так не позначено жодного уривка.
review-marked = Що позначено
review-page = Сторінка показує все це наочно. Посилання на неї — лише для вас, діє один раз і лише кілька хвилин.

status-open = відкрито
status-seen = переглянуто
status-noted = занотовано
moderator-you = ви
moderator-other = модератор { $mark }
moderator-erased = один із модераторів

passage-discussed = Обговорено
passage-shown = Показано ботом
passage-people = Людей у найжвавіший день
passage-status = Стан
passage-note = Нотатка
passage-by = Хто й коли
kind-of-checked = · перевірено
kind-of-spotted = · процитовано в розмові
kind-of-replied = · відповіді
kind-of-reacted = · реакції
kind-of-threaded = · у гілках

trail-title = Що робили модератори
trail-empty = Жоден модератор іще нічого не робив.
trail-what = Позначки відрізняють модераторів одного від одного й нікого не називають.

export-title = Щоб забрати із собою
export-nothing = Експортувати нічого: нічого не обговорено й не позначено.
export-alt = { $passages ->
    [one] { $passages } уривок
    [few] { $passages } уривки
   *[other] { $passages } уривків
}: скільки разів кожен обговорено, його стан і нотатка. Нікого з тих, хто користується ботом, тут немає.
export-cut = Тут лише перші { $most } уривків.
export-discussed = обговорено { $times }
export-placed = { $count ->
    [one] { $count } анотація має лише місце уривка: більше його слів права на текст не дозволяють.
    [few] { $count } анотації мають лише місця уривків: більше їхніх слів права на тексти не дозволяють.
   *[other] { $count } анотацій мають лише місця уривків: більше їхніх слів права на тексти не дозволяють.
}
export-left-out = { $count ->
    [one] { $count } уривок пропущено: його текст змінився або зник.
    [few] { $count } уривки пропущено: їхні тексти змінилися або зникли.
   *[other] { $count } уривків пропущено: їхні тексти змінилися або зникли.
}

## Назви в Discord

discord-command-discussed = обговорено
discord-command-balance = рівновага
discord-command-review = огляд
discord-parameter-days = дні
discord-parameter-status = стан
discord-parameter-note = нотатка
discord-parameter-format = формат
discord-choice-top = найбільше
discord-choice-recent = останнє
discord-choice-undiscussed = необговорене
discord-choice-trend = перебіг
discord-choice-channels = канали
discord-choice-passage = уривок
discord-choice-status = стан
discord-choice-note = нотатка
discord-choice-export = експорт
discord-choice-page = сторінка
discord-choice-trail = дії
discord-choice-open = відкрито
discord-choice-seen = переглянуто
discord-choice-noted = занотовано
discord-choice-csv = csv
discord-choice-json = json
discord-choice-annotations = анотації
