# Уривок дня: сам допис, а також те, що модератори для нього встановлюють і що про нього бачать.

command-daily = Налаштувати й побачити уривок дня (для модераторів)
command-daily-manual = Вимкнено, доки ви не ввімкнете. «daily on» починає з уривка наступного дня, у цьому каналі чи в іншому; «time» приймає час і часовий пояс, «style» — message, thread або forum з міткою. «queue» обирає уривок на певний день, «preview» показує, що буде далі, нічого не витрачаючи, «history» розповідає, що було й чому.
command-daily-examples =
    daily
    daily on 08:30 zone=Europe/Kyiv
    daily style forum
    daily queue op-ed-digest.abcdef date=2030-01-31
    daily preview
parameter-action = Що зробити
parameter-date = Який день, як-от 2030-01-31; без нього — наступний
parameter-zone = Часовий пояс, названий за містом, як-от Europe/Kyiv

discord-command-daily = щоденний
discord-parameter-action = дія
discord-parameter-date = дата
discord-parameter-zone = пояс
discord-choice-on = увімкнути
discord-choice-off = вимкнути
discord-choice-time = час
discord-choice-channel = канал
discord-choice-style = вигляд
discord-choice-pause = призупинити
discord-choice-resume = продовжити
discord-choice-skip = пропустити день
discord-choice-queue = обрати уривок
discord-choice-preview = попередній перегляд
discord-choice-history = історія

## Допис

daily-title = Уривок за { $day }
daily-why = Чому саме цей: { $reasons }.
daily-why-queued = модератори обрали його на цей день
daily-why-undiscussed = тут його ще не обговорювали
daily-why-discussed = тут його вже обговорювали
daily-why-never-shown = тут його ще не показували
daily-why-rested = { $count ->
    [0] тут його щойно показували
    [one] востаннє показано { $count } день тому
    [few] востаннє показано { $count } дні тому
   *[other] востаннє показано { $count } днів тому
}
daily-why-turn = черга тексту «{ $title }»
daily-why-instead = обраний уривок уже не можна опублікувати
daily-why-drawn = обрано навмання
daily-paused-told = Модераторам: уривок дня призупинено. { $reason } Коли це виправлено, «daily resume» продовжить.

## Що встановлено

daily-is-on = Уривок дня ввімкнено
daily-is-off = Уривок дня вимкнено
daily-is-paused = Уривок дня призупинено
daily-row-time = Час
daily-row-channel = Канал
daily-row-style = Вигляд
daily-row-next = Наступний
daily-row-queued = Обрано на { $day }
daily-style-message = повідомлення
daily-style-thread = повідомлення з гілкою
daily-style-forum = допис на форумі
daily-no-channel = немає
daily-next-steps = Щоб змінити: «daily on», «off», «time 08:30», «channel», «style», «pause», «resume». Для окремих днів: «skip», «queue», «preview», «history».
daily-nobody-posts = Звідси нічого не публікується. Що було б опубліковано, показує «daily preview».
daily-on = Уривок дня ввімкнено.
daily-off = Уривок дня вимкнено.
daily-paused = Уривок дня призупинено, доки не буде «daily resume».
daily-resumed = Уривок дня знову виходить.
daily-set = Встановлено.
daily-still = { $state ->
    [paused] Уривок дня досі призупинено: «daily resume» продовжить.
   *[off] Уривок дня вимкнено: «daily on» увімкне його.
}
daily-comes = Наступний вийде { $moment }, у { $place }.
daily-not-paused = Нічого не змінено: його не призупинено.
daily-not-on = Нічого не змінено: його не ввімкнено.
daily-nothing-changed = Нічого не змінено. { $reason }
daily-not-with = { $others ->
    [none] «{ $action }» його не потребує
   *[other] «{ $action }» його не потребує; він для { $others }
}

## Окремі дні

daily-skipped = { $day } уривка не буде.
daily-skipped-already = Нічого не змінено: { $day } уже пропущено або уривок опубліковано.
daily-queued = { $passage } вийде { $day }.
daily-withheld = Нічого не змінено: { $passage } тут не показують.
daily-queue-title = Що обрано на наступні дні
daily-queue-empty = На наступні дні нічого не обрано: кожен уривок обирається, коли настає його день.
daily-queue-nothing = На { $day } нічого не було обрано.
daily-unqueued = Обране на { $day } скасовано.
daily-preview = Це вийде { $moment }, якщо нічого не зміниться. Перегляд нічого не витрачає.
daily-preview-off = Уривок дня зараз не ввімкнено. Якби він був увімкнений, це вийшло б { $moment }. Перегляд нічого не витрачає.
daily-preview-skipped = { $day } пропущено.
daily-preview-nothing = { $day } нічого опублікувати: у жодному тексті немає уривка, який зрозумілий окремо і який тут можна цитувати.
daily-history-title = Що принесли останні дні
daily-history-empty = Жоден день ще нічого не приніс.
daily-history-sent = { $passage } · { $reasons }
daily-history-claimed = саме публікується
daily-history-skipped = без уривка: { $reason }
daily-history-failed = не опубліковано: { $reason }

## Чому нічого не публікується

daily-problem-moderator = Так захотіли модератори.
daily-problem-missed = Тоді мене не було, і повернення запізнилося більш ніж на шість годин.
daily-problem-moved = Поки допис надсилали, на зміну цьому місцю прийшло інше.
daily-problem-empty = У жодному тексті не було уривка, який зрозумілий окремо і який тут можна цитувати.
daily-problem-unsent = Опублікувати за шість годин не вдалося: платформа не працювала або була недосяжна.
daily-problem-zone = Встановленого часового поясу більше не існує.
daily-problem-channel = Канал не обрано. Його обирає «daily channel».
daily-problem-left = Мене більше немає на цьому сервері.
daily-problem-missing = Каналу більше немає або мені його не видно.
daily-problem-kind = Такий канал не підходить до вигляду: для повідомлення чи гілки потрібен текстовий канал, для «forum» — форум.
daily-problem-send = Мені не дозволено писати в цьому каналі.
daily-problem-history = Мені не дозволено читати історію цього каналу, а без неї не видно, чи дійшов допис, коли обривався зв’язок.
daily-problem-threads = Мені не дозволено створювати гілки в цьому каналі або писати в них.
daily-problem-tag = На форумі немає мітки з такою назвою.
daily-problem-tag-missing = Форум вимагає мітки. «daily style forum» приймає і її назву.
daily-problem-refused = Платформа відхилила допис.
