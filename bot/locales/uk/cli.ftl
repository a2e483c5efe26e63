# Командний рядок.

cli-about = Співрозмовник для спільнот, що читають разом: точні уривки із самих текстів.
cli-example = Наприклад: commonplace say "quote ceasefire"
cli-config-option = файл налаштувань (інакше COMMONPLACE_CONFIG, ./config/bot.yaml або той, що йде з ботом)
cli-texts-option = тека з текстами замість налаштованої
cli-chat = розмовляти з ботом у цьому терміналі
cli-say = поставити одне запитання й надрукувати відповідь
cli-say-line = команда, як у розмові, наприклад: quote ceasefire count=2
cli-json = надрукувати відповідь як JSON
cli-run = запустити бота в Discord, у Matrix або там і там
cli-check = перевірити налаштування, теку даних, базу, тексти, покажчик і токен
cli-check-quick = без довгого: не читати всю базу й не рахувати суми файлів
cli-texts = додати тексти, переглянути їх, вилучити
cli-texts-import = прочитати файли й теки (txt, md, html, pdf, epub, docx)
cli-texts-import-path = файл або тека
cli-texts-list = перелічити тексти
cli-texts-show = показати, як зрозуміло текст: частини, мовців, уривки
cli-texts-show-text = позначка чи назва тексту або файл, якого ще не додано
cli-texts-show-json = надрукувати метадані, блоки, абзаци, цитати, речення й уривки як JSON
cli-texts-fingerprint = надрукувати те, за чим каталог упізнає файл за вмістом
cli-texts-fingerprint-file = файл із текстом
cli-texts-remove = вилучити текст
cli-texts-remove-text = позначка тексту або вся його назва
cli-backup = записати копію бази, поки бот може працювати
cli-backup-file = куди покласти копію
cli-restore = поставити копію бази на її місце, поки бот зупинений
cli-restore-file = копія, яку зробив «commonplace backup»
cli-config = показати налаштування
cli-config-show = надрукувати чинні налаштування, приховавши таємниці
cli-config-schema = надрукувати схему JSON налаштувань для редакторів

cli-problems-config = Налаштування { $file } не прийнято:
cli-problems-catalog = Каталог { $file } не прийнято:
cli-system = Система не дає продовжити: { $reason }.
cli-bug = Такого не мало статися, це моя помилка: { $error }, місце: { $where }. Будь ласка, повідомте про неї з цим рядком.
cli-no-passages = У { $text } нема чого цитувати: усе визнано тим, що стоїть довкола тексту. «texts show» показує, як його зрозуміли.
cli-imported = Тексти: додано { $added }, змінено { $changed }, без змін { $unchanged }, не вдалося { $failed }{ $withdrawn ->
    [0] .
   *[other] , вилучені раніше: { $withdrawn }.
}
cli-removed = Текст { $source } вилучено.
cli-removed-for-now = Його файл { $file } лежить у теці, яку читають під час кожного запуску, тож він повернеться. Приберіть файл звідти, а якщо це один із переказів, що йдуть разом з ботом, установіть texts.shipped на false.
cli-nothing-to-read = Тут немає жодного файлу, який можна прочитати. Підходять txt, md, html, pdf, epub, docx.
cli-remove-which = Це лише частина назви. Найближчий текст — { $source }; щоб вилучити його, дайте повну позначку.
cli-reading-only = База зайнята або недоступна для запису, тож її лише читають: від цих відповідей нічого не зберігається.
cli-index-building = Будується покажчик (текстів: { $texts }) …
cli-meaning = пошук за змістом
cli-reading-meaning = Прочитано для пошуку за змістом: { $done } з { $whole ->
    [one] { $whole } уривка.
   *[other] { $whole } уривків.
}
cli-reading-english = Прочитано англійською для пошуку за змістом: { $done } з { $whole ->
    [one] { $whole } уривка.
   *[other] { $whole } уривків.
}
cli-not-imported = { $file } пропущено: { $reason }
cli-shown = Частин сторінки: { $blocks }, далі уривків: { $passages }
cli-fingerprint-short = У { $file } замало слів, щоб упізнавати його за вмістом.
cli-backed-up = Базу скопійовано до { $file }.
cli-backup-no-folder = Теки { $folder } немає, тож нічого не скопійовано. Виправте шлях або створіть теку: { $command }
cli-backup-exists = Файл { $file } уже є. Дайте іншу назву або приберіть його.
cli-restored = База тепер така, якою був { $file }. Запустіть бота: він заново створить покажчик.
cli-restored-former = Попередня лежить у { $folder }. Видаліть цю теку, коли вона вже не потрібна.
cli-restored-without-wishes = Не вдалося прочитати з попередньої бази, хто після створення копії відмовився, щоб його чули: попросіть учасників відмовитися ще раз.

cli-column-id = Позначка
cli-column-title = Назва
cli-column-kind = Рід
cli-column-published = Дата
cli-column-passages = Уривки
cli-column-words = Слова

cli-check-configuration = налаштування
cli-check-synonyms = синоніми
cli-check-data = тека даних
cli-check-store = база даних
cli-check-texts = тексти
cli-check-files = їхні файли
cli-check-index = покажчик
cli-check-meaning = пошук за змістом
cli-check-token = токен Discord
cli-check-good = гаразд
cli-check-bad = негаразд
cli-check-writable = { $folder }: записувати можна
cli-check-no-room = { $folder }: записувати можна, але на диску лишилося тільки { $megabytes } МБ. Звільніть місце: на повному диску бот не відповідає
cli-check-not-writable = { $folder }: записувати не можна
cli-check-no-data = { $folder } ще немає; її створить перший запуск
cli-check-no-store = ще немає; її створить перший запуск
cli-check-store-older = { $file } від попередньої версії; наступний запуск оновить її. Саме час для «commonplace backup»
cli-check-store-good = { $file } ціла, { $megabytes } МБ
cli-check-texts-good = текстів: { $texts }, уривків: { $passages }
cli-check-files-good = без змін відтоді, як їх прочитано: { $files }
cli-check-files-changed = змінилися відтоді, як їх прочитано; додайте їх знову: { $files }
cli-check-files-gone = зникло: { $files }; тексти лишаються такими, як їх прочитано
cli-check-index-good = охоплює тексти: { $texts }
cli-check-index-missing = ще немає; його побудує наступний запуск
cli-check-index-stale = відстає від текстів; його оновить наступний запуск
cli-check-meaning-none = не встановлено: уривки знаходять за словами; як додати, сказано в docs/operating.md, «Finding by meaning»
cli-check-meaning-every = усіма мовами
cli-check-meaning-english = англійською
cli-check-meaning-off = { $model } (вимкнено: { $reason })
cli-check-synonyms-good = груп слів від бота: { $shipped }, власних: { $own }
cli-check-token-set = задано (значення не показується)
cli-check-token-missing = не задано; потрібен лише для «commonplace run»
