# Сторінка модераторів і те, що кажуть там, де про неї питають.

# Там, де про неї питають
page-link = Відкрити сторінку модераторів
page-link-told = Посилання діє один раз протягом { $minutes } хвилин і впускає того, хто за ним перейде: нікому його не передавайте. Сеанс триває щонайбільше { $hours } годин і лише доти, доки ви дбаєте про цю спільноту.
page-link-here = Сторінка доступна лише на комп’ютері, де працює бот: посилання відкривається тільки там. Той, хто тримає бота, може задати web.base_url.
page-off = Сторінки тут немає: її не ввімкнено (web.enabled у налаштуваннях) або вона не запустилася, і журнал каже чому. Це може виправити той, хто тримає бота.
page-private-only = Сторінка показує спільноту, тож питайте про неї там: у каналі сервера.
page-terminal = Сторінку показує бот, що працює (commonplace run, з web.enabled у налаштуваннях), і відкривається вона за посиланням, яке бот дає модераторові в Discord: /review, «page». У терміналі ті самі числа показує review.

# Усюди
web-name = Commonplace
web-skip = Перейти до вмісту
web-leave = Вийти
web-footer = Commonplace рахує уривки, а не людей.
web-footer-counts = Рахуються уривки, а не люди. Числа, менші за { $least }, не розрізняються, а всі інші заокруглено донизу до кратного { $least }. Дні подано за UTC.
web-number = { $count }
web-at-least = { $count }+
web-percent = { $percent } %
web-fewer = менше ніж { $least }
web-period = { $first } – { $last }
web-count = Обговорено
web-back = Куди належить ця сторінка
web-to-overview = До огляду

# Вхід і вихід
web-enter-title = Сторінка модераторів
web-enter-told = Вона показує, які уривки ваша спільнота обговорює, а які оминає. Сеанс триває щонайбільше { $hours } годин.
web-enter = Увійти
web-left = Ви вийшли
web-left-told = Щоб повернутися, попросіть у бота нове посилання. Цю сторінку можна закрити.
web-link-gone = Це посилання вже не діє
web-link-gone-told = Посилання діє один раз протягом { $minutes } хвилин. Попросіть у бота нове.

# Що йде не так
web-failed-401 = Увійдіть за посиланням
web-failed-401-told = Ви не ввійшли або сеанс уже скінчився. Попросіть у бота посилання на цю сторінку там, де ви модератор.
web-failed-lost = Ваш сеанс завершено
web-failed-lost-told = Бот не зміг підтвердити, що ви дбаєте про цю спільноту. Якщо це так, попросіть у нього нове посилання.
web-failed-cross-site = Це надіслано не з цієї сторінки
web-failed-cross-site-told = Нічого не змінено. Користуйтеся кнопками самої сторінки; дуже старий браузер, можливо, треба оновити.
web-failed-404 = За цією адресою нічого немає
web-failed-404-told = Текст або уривок могли вилучити, або в адресі помилка.
web-failed-405 = Тут цього зробити не можна
web-failed-405-told = Цю сторінку можна лише читати.
web-failed-421 = Ця сторінка має іншу адресу
web-failed-421-told = Скористайтеся посиланням, яке дав бот. Можливо, той, хто тримає бота, має задати web.base_url.
web-failed-429 = Забагато недійсних посилань
web-failed-429-told = Зачекайте хвилину. Дійсне посилання впускає будь-коли.
web-failed-500 = Щось пішло не так
web-failed-500-told = Це занотовано, без ваших даних. Спробуйте ще раз.
web-failed-503 = Зараз не вдається прочитати числа
web-failed-503-told = Спробуйте за мить ще раз. Якщо не мине, скажіть тому, хто тримає бота.

# Огляд
web-overview = Огляд
web-overview-title = Що обговорюють
web-filters = Які дні й де
web-from = Від
web-to = До
web-channel = Канал
web-channel-all = Усі канали
web-show = Показати
web-csv = Завантажити CSV
web-filter-days = Ці дні не вдалося прочитати: пишіть їх так: 2026-11-22. Показано останні 30 днів.
web-filter-order = Перший день пізніший за останній або за сьогоднішній. Показано останні 30 днів.
web-filter-channel = Такого каналу немає. Показано всі.
web-trend = День за днем
web-trend-day = Обговорено щодня, { $first } – { $last }
web-trend-week = Обговорено щотижня, { $first } – { $last }
web-trend-month = Обговорено щомісяця, { $first } – { $last }
web-per-day = стовпчик — день
web-per-week = стовпчик — тиждень
web-per-month = стовпчик — місяць
web-highest = найвищий: { $count }
web-trend-none = Малювати нема чого: у ці дні нічого не обговорювали або так мало, що дні вказували б на людей.
web-as-table = Як таблиця
web-since = Від
web-coverage = Які уривки обговорюють
web-covered-all = Обговорено { $covered } з { $passages } уривків. Кожна клітинка — уривок, у порядку читання; вона веде до нього. Що сильніший колір, то більше про нього говорили.
web-covered = обговорено { $covered } з { $passages } уривків
web-scale = Що означають кольори
web-scale-none = не обговорено
web-scale-range = { $first }–{ $last }
web-scale-over = { $first } і більше
web-strip = Уривки тексту «{ $title }» і як часто їх обговорювали
web-strip-elsewhere = Його уривки намальовано на окремій сторінці.
web-texts-unlisted = { $count ->
    [one] Ще { $count } текст обговорювали менше.
    [few] Ще { $count } тексти обговорювали менше.
   *[other] Ще { $count } текстів обговорювали менше.
}
web-no-texts = Текстів іще немає.
web-top = Найбільше обговорюють
web-top-none = У ці дні нічого не обговорювали.
web-texts = Тексти
web-passage = Уривок
web-place = { $number } з { $of }
web-place-gone = у тексті вже немає
web-channels = Канали
web-channels-none = Розрізняти нема чого: у ці дні нічого не обговорювали або так мало, що канали вказували б на людей.
web-channels-one = Вибрано один канал.
web-standpoints = Погляди
web-standpoints-told = Яку частку має кожен погляд у тому, що показав бот, поруч із його часткою серед усіх уривків.
web-standpoint = Погляд
web-labelled-by = позначка: { $by }
web-unlabelled = без позначки
web-shown = Показано
web-offered = Є всього

# Текст
web-passages = Його уривки
web-heading = Заголовок
web-speaker = Хто говорить
web-speaker-unclear = неясно
web-pages = Сторінки таблиці
web-page-before = Попередні уривки
web-page-after = Наступні уривки
web-page-at = { $at } з { $of }

# Уривок
web-passage-title = Уривок
web-words = Його слова
web-moved = Відтоді його поділено або об’єднано; ось чим він став.
web-numbers = Числа
web-what = Що
web-times = Скільки разів
web-discussed = Обговорено людьми
web-by-bot = Показано ботом
web-people = Людей у найжвавіший день
web-kind-checked = перевірено цитат
web-kind-spotted = процитовано в розмові
web-kind-replied = відповіді
web-kind-reacted = реакції
web-kind-threaded = повідомлення в гілках
web-kinds-hidden = Види тут не розрізняються: вони виказали б малі числа.
web-review = Перегляд
web-review-none = Його ще ніхто не переглядав.
web-review-how = Стан і нотатку задає команда review.
web-status = Стан
web-status-open = відкрито
web-status-seen = переглянуто
web-status-noted = занотовано
web-note = Нотатка
web-set = Задано
