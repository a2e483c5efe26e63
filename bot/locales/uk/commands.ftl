# Про що можна запитати: назви й описи команд і параметрів та те, що кажуть відповіді.

## Команди: опис (щонайбільше 100 знаків) і пояснення

command-quote = Знайти уривки, у яких про щось ідеться
command-quote-manual = Дайте слово, кілька слів або точний вислів у лапках. Слова зі спільною основою рахуються як одне; тексти чергуються.
command-context = Показати уривок серед сусідніх
command-context-manual = Дайте позначку, що стоїть під цитатою; підійде й цілий скопійований рядок.
command-summary = Підсумувати тексти їхніми ж реченнями
command-summary-manual = Підсумок складається лише з процитованих речень, кожне з мовцем і місцем. Без теми він охоплює те, про що тексти кажуть найбільше.
command-compare = Побачити поруч, що каже про щось кожен текст
command-compare-manual = Кожен текст має однаково місця. Порядок щодня інший, а тексти, що мовчать, названо.
command-concordance = Перелічити всі вживання слова в їхніх рядках
command-concordance-manual = Дайте слово, вислів або початок слова із зірочкою, як-от «cease*».
command-sources = Побачити, які тут є тексти й звідки вони
command-sources-manual = Дайте текст, щоб побачити весь його запис: хто написав, яка позиція і хто її так назвав, скільки можна цитувати.
command-random = Витягти уривок, щоб з нього почати
command-random-manual = Уривок випадає навмання з усіх текстів або з одного.
command-why = Побачити, на чому тримається відповідь
command-why-manual = Каже, які слова шукано, чому знайдено кожен уривок і в яких редакціях; і запитує ще раз, щоб побачити, чи все так само.
command-more = Продовжити відповідь з місця, де вона спинилася
command-more-manual = Дайте позначку відповіді; кожна відповідь, яку можна продовжити, сама це пропонує.
command-help = Побачити, про що і як можна запитати
command-help-manual = Дайте команду, щоб побачити її параметри й приклади.
command-settings = Побачити й задати, що бот робить у каналі (для модераторів)
command-settings-manual = «show» і «set» можна не писати: якщо є значення, його буде задано. Без назви перелічує всі налаштування з їхніми значеннями. Канал дізнається про це, перш ніж бот почне його чути. Гілка живе за налаштуванням свого каналу, доки не має власного.
command-privacy = Побачити, що зберігається і як довго; попросити не слухати вас; стерти ваше
command-privacy-manual = Цей перелік складено із самої бази даних. Де модератори дозволили ботові помічати цитати, «opt-out» означає, що на ваші повідомлення він не дивиться ніколи, а «opt-in» це скасовує. З «opt-out» не рахуються й ваші відповіді та реакції. «erase» стирає все, що могло б стосуватися вас.

command-quote-examples =
    quote ceasefire
    quote "home front" count=1
    quote pilgrims source=report
command-context-examples = context op-ed-digest.abcdef before=3 after=0
command-summary-examples =
    summary weapons
    summary source=interview length=short
    summary weapons words=80
    summary compare=yes
command-compare-examples = compare weapons
command-concordance-examples =
    concordance ceasefire
    concordance cease* source=interview
command-sources-examples =
    sources
    sources interview
command-random-examples =
    random
    random source=interview
command-why-examples = why abcde23456
command-more-examples = more abcde23456 offset=3
command-help-examples =
    help
    help quote
command-settings-examples =
    settings
    settings spotting value=on
command-privacy-examples =
    privacy
    privacy opt-out
    privacy erase

## Параметри (щонайбільше 100 знаків)

parameter-about = Що шукати: слово, кілька слів або «точний вислів»
parameter-source = Лише один текст: його позначка, назва або її частина
parameter-speaker = Лише один мовець: ім'я або його частина
parameter-count = Скільки уривків
parameter-passage = Позначка уривка, як вона стоїть під кожною цитатою
parameter-before = Скільки уривків перед ним
parameter-after = Скільки уривків після нього
parameter-length = Наскільки довгий: short (короткий), medium (середній) або long (довгий)
parameter-words = Скільки слів, замість length: від 20 до 500
parameter-compare = Поставити тексти поруч, кожен з тією самою кількістю слів: yes (так) чи no (ні)
parameter-term = Слово, вислів або початок слова із зірочкою
parameter-answer = Позначка відповіді
parameter-offset = Скільки уривків відповіді поминути
parameter-command = Назва команди
parameter-name = Назва налаштування, як її подає «settings»
parameter-value = Яке значення задати
parameter-channel = Який канал, якщо не цей
parameter-choice = Що зробити: show (показати), opt-out (не слухати мене) або opt-in (знову слухати)

## Хто каже і де

speaker-named = { $name } ({ $role })
speaker-unclear = З тексту не ясно, хто це каже
speaker-told-in = { $who }, за переказом: { $via }
speaker-told-by = { $who }, за словами: { $via }
speaker-quotes = цитує: { $names }
role-author = авторський голос
role-interviewer = ставить запитання
role-interviewee = відповідає
role-quoted = цитовано
role-editor = редакція
role-unclear = не ясно
role-author-alone = Авторський голос (ім'я в тексті не названо)
role-interviewer-alone = Хто ставить запитання (ім'я в тексті не названо)
role-interviewee-alone = Хто відповідає (ім'я в тексті не названо)
role-editor-alone = Редакція
citation-place = уривок { $number } з { $of }
citation-part = частина уривка { $number } з { $of }
standpoint = { $label } (так визначає: { $by })

echo-short = «{ $asked }»
echo-long = ваше запитання
echo-long-first = Ваше запитання

action-context = Контекст
action-more = Ще
action-why = Чому
action-thread = Обговорити
action-earlier = Раніше
action-later = Далі

## Що знайдено, а чого ні

quote-title = { $about }: { $many ->
    [all] { $passages ->
        [one] { $passages } уривок
        [few] { $passages } уривки
       *[other] { $passages } уривків
    }
    [yes] { $shown } з { $passages } або більше уривків
   *[no] { $shown } з { $passages ->
        [one] { $passages } уривка
       *[other] { $passages } уривків
    }
}, у { $texts }{ $many ->
    [yes] {" "}або більше
   *[no] {""}
} з { $searched ->
    [one] { $searched } тексту
   *[other] { $searched } текстів
}
quote-title-one = { $about }: { $many ->
    [all] { $passages ->
        [one] { $passages } уривок
        [few] { $passages } уривки
       *[other] { $passages } уривків
    }
    [yes] { $shown } з { $passages } або більше уривків
   *[no] { $shown } з { $passages ->
        [one] { $passages } уривка
       *[other] { $passages } уривків
    }
}
quote-title-more = { $about }: { $shown ->
    [1] уривок { $last }
   *[other] уривки { $first }–{ $last }
} з { $passages }{ $many ->
    [yes] { " " }або більше
   *[no] { "" }
}
quote-answers = { $answering ->
    [one] , і { $answering } відповідь на запитання
    [few] , і { $answering } відповіді на запитання
   *[other] , і { $answering } відповідей на запитання
}
nothing-found = { $searched ->
    [one] У { $searched } переглянутому тексті нічого не відповідає: { $about }.
   *[other] У { $searched } переглянутих текстах нічого не відповідає: { $about }.
}
nothing-nearest = Ось що має з питанням одне-два спільні слова, але не про це:
nothing-more = Далі в цій відповіді нічого немає.
nothing-offered = Тексти часто кажуть про: { $terms }.
synonyms-read-as = Прочитано словами самих текстів: { $read }.
synonyms-pair = { $asked } як { $used }
spelling-read-as = Слова «{ $asked }» немає в жодному тексті, тож його прочитано як «{ $used }».
spelling-missing = { $count ->
    [one] { $count } слова немає в жодному тексті.
   *[other] { $count } слів немає в жодному тексті.
}
changed-left-out = Пропущено, бо файл змінився відтоді, як його прочитано: { $sources }.
silent-named = Нічого про це немає тут: { $titles }.
silent-counted = { $count ->
    [one] Ще { $count } текст нічого про це не каже.
    [few] Ще { $count } тексти нічого про це не кажуть.
   *[other] Ще { $count } текстів нічого про це не кажуть.
}

context-title = { $title } · { $shown ->
    [1] уривок { $last }
   *[other] уривки { $first }–{ $last }
} з { $of }

summary-title = { $words ->
    [one] { $words } процитоване слово
    [few] { $words } процитовані слова
   *[other] { $words } процитованих слів
}, текстів: { $texts }
summary-title-about = { $about }: { $words ->
    [one] { $words } процитоване слово
    [few] { $words } процитовані слова
   *[other] { $words } процитованих слів
}, з { $searched ->
    [1] одного тексту
    [one] { $texts } із { $searched } тексту
   *[other] { $texts } із { $searched } текстів
}
summary-nothing = У цих текстах немає речення, яке можна цитувати окремо.
summary-nothing-about = Про { $about } у текстах ідеться, але жодного речення там не можна окремо процитувати в такому обсязі. Самі уривки покаже «quote».
summary-nearest = Ось що до нього найближче, у реченнях, де є частина запитаного:
summary-each = Кожен текст має щонайбільше { $words ->
    [one] { $words } слово
    [few] { $words } слова
   *[other] { $words } слів
}; чого він не використав, не дістається іншим.
summary-unheard = Місця вистачило не для всіх, хто багато говорить: { $talks }. Більше слів — більше місця для них.
summary-unheard-talk = { $title } ({ $heard } з { $speaking })
summary-left-out = { $count ->
    [one] Про це каже ще { $count } текст, але без речення, яке б сюди вмістилося.
    [few] Про це кажуть ще { $count } тексти, але без речень, які б сюди вмістилися.
   *[other] Про це кажуть ще { $count } текстів, але без речень, які б сюди вмістилися.
}
summary-left-out-texts = { $count ->
    [one] Ще { $count } тексту забракло місця.
   *[other] Ще { $count } текстам забракло місця; завтра першими будуть інші.
}

compare-title = { $about }: { $searched ->
    [1] єдиний текст
    [one] поруч { $shown } з { $searched } тексту
   *[other] поруч { $shown } з { $searched } текстів
}
compare-title-more = { $about }: поруч тексти { $first }–{ $last } з { $fitting }
compare-fair = Кожен текст має щонайбільше { $words ->
    [one] { $words } слово
    [few] { $words } слова
   *[other] { $words } слів
}; порядок щодня визначає жереб.
compare-too-long = Каже про це, але в жодному реченні до { $words ->
    [one] { $words } слова
   *[other] { $words } слів
}, зрозумілому окремо.

concordance-title = { $term }: { $first }–{ $last } з { $many ->
    [yes] { $total } або більше
   *[no] { $total }
} вживань, уривків: { $passages }
concordance-nothing = { $searched ->
    [one] { $term }: у { $searched } переглянутому тексті цього немає.
   *[other] { $term }: у жодному з { $searched } текстів цього немає.
}
random-title = { $searched ->
    [one] Витягнуто навмання
   *[other] Витягнуто навмання з { $searched } текстів
}
more-nothing = Цю відповідь нічим продовжити.

## Тексти

sources-title = { $texts ->
    [one] { $texts } текст
    [few] { $texts } тексти
   *[other] { $texts } текстів
}, уривків: { $passages }, слів: { $words }
sources-passages = { $passages ->
    [one] { $passages } уривок
    [few] { $passages } уривки
   *[other] { $passages } уривків
}
sources-left = { $count ->
    [one] Тут є ще { $count } текст; його знайде назва.
    [few] Тут є ще { $count } тексти; їх знайдуть назви.
   *[other] Тут є ще { $count } текстів; їх знайдуть назви.
}
sources-next = «sources» з позначкою або назвою каже все, що відомо про текст.
sources-size = уривків: { $passages }, слів: { $words }
sources-edition = { $edition }, прочитано { $day }
source-id = Позначка
source-subtitle = Підзаголовок
source-authors = Хто написав
source-reports = Переказує
source-kind = Рід
source-outlet = Видання
source-published = Дата
source-first-published = Уперше
source-language = Мова
source-url = Адреса
source-digest-of = Переказ тексту
source-standpoint = Позиція
source-rights = Права
source-size = Обсяг
source-edition = Редакція
source-voices = Голоси
source-next = Щоб читати: context з позначкою уривка, «summary source={ $source }» або «random source={ $source }».
standpoint-none = позначки немає
rights-per-answer = { $words ->
    [one] у відповіді можна цитувати { $words } слово
    [few] у відповіді можна цитувати { $words } слова
   *[other] у відповіді можна цитувати { $words } слів
}
rights-per-day = { $words ->
    [one] { $words } слово на день
    [few] { $words } слова на день
   *[other] { $words } слів на день
}
rights-no-cap = можна цитувати без обмежень
voice-speaking = { $name } ({ $role }), { $speaking ->
    [one] { $speaking } уривок
    [few] { $speaking } уривки
   *[other] { $speaking } уривків
}
voice-quoted = { $name } (цитовано), уривків: { $quoted }
voice-both = { $name } ({ $role }), { $speaking ->
    [one] { $speaking } уривок
    [few] { $speaking } уривки
   *[other] { $speaking } уривків
}, і ще цитовано: { $quoted }
voices-left = ще { $count }
voices-unclear = не ясно хто, уривків: { $passages }
kind-op-ed = публіцистика
kind-report = новина
kind-interview = інтерв'ю
kind-op-ed-digest = переказ публіцистики
kind-report-digest = переказ новини
kind-interview-digest = переказ інтерв'ю
kind-book = книга
kind-speech = промова
kind-letter = лист
kind-other = текст

## Чому

why-title = Відповідь { $answer }: «{ $command }», { $day } між { $hour }:00 та { $hour }:59 UTC
why-terms = шукані слова
why-also = прочитано також
why-no-terms = немає
why-own-terms = слова самого уривка
why-searched = переглянуто
why-texts = { $searched ->
    [one] { $searched } текст
    [few] { $searched } тексти
   *[other] { $searched } текстів
}
why-choice-source = лише один текст
why-choice-speaker = лише один мовець
why-choice-count = скільки уривків
why-choice-offset = поминуто
why-choice-missing = слів запиту, яких немає в жодному тексті
why-choice-bare = що лишилося від запиту; це вирішує
why-choice-bare-missing = слів із цього, яких немає в жодному тексті
why-choice-limit = рядків на сторінку
why-choice-words = слів щонайбільше
why-choice-apart = кожен текст окремо
why-choice-turn = черга текстів (число дня)
why-choice-day = порядок дня
why-choice-seed = витягнуто за числом
why-choice-passage = уривок
why-choice-before = перед ним
why-choice-after = після нього
why-score = оцінка
why-edition = редакція
why-now = якщо запитати тепер
why-same = так само
why-gone = цього уривка в тексті вже немає
why-changed = відтоді текст має нову редакцію
why-moved = тепер на місці { $rank }
why-not-found = більше не знаходиться
why-no-passages = Відповідь тримається на місцях у самих рядках, а не на ранжуванні.
why-stands = Вона не спирається на пошук. Усі її уривки стоять, як стояли.
why-stands-not = Вона не спирається на пошук. Деякі її уривки відтоді змінилися.
why-beside = Шукали за словами самого уривка; цей пошук не повторюється. Усі її уривки стоять, як стояли.
why-beside-not = Шукали за словами самого уривка; цей пошук не повторюється. Деякі її уривки відтоді змінилися.
why-replay-same = Якщо запитати тепер: ті самі уривки в тому самому порядку.
why-replay-differs = Якщо запитати тепер, відповідь інша, як сказано вище.
why-scores = Оцінка — це сума ознак: рідкісні слова важать більше за поширені. Із запитання збережено лише слова, що є в текстах.
signal-text = слова в уривку
signal-letters = літери поспіль
signal-synonyms = інші слова про те саме
signal-sense = що означають слова
signal-headings = слова в заголовках над ним
signal-title = слова в назві
signal-speaker = слова в імені мовця
signal-together = слова поруч
signal-coverage = частка слів, що збіглися
signal-meaning = близькість за змістом
signal-english = близькість за змістом англійською
signal-phrase = точний вислів
signal-question = відповідає на запитання з цими словами

## Довідка й приватність

help-title = Про що можна запитати
help-next = «help» з назвою команди каже більше, з прикладами.
help-parameters = Приймає
help-examples = Наприклад
help-default = інакше { $value }
help-longest = до { $longest } знаків

settings-title = Що налаштовано для цього каналу і цієї спільноти
settings-now = { $setting }: { $value }. { $about }
settings-elsewhere = { $setting } має значення { $value } тут: { $channels }.
settings-next = Щоб змінити: «settings» з назвою і значенням.
settings-already = { $setting } уже має значення { $value }. Нічого не змінено.
settings-set = Відтепер { $setting }: { $value }.
settings-deaf-discord = Нічого не змінено: у Discord я не чую повідомлень. Той, хто тримає цього бота, має ввімкнути Message Content Intent на сторінці застосунку в Discord, задати discord.message_content: true і перезапустити бота. Усе інше працює й без цього.
settings-deaf-matrix = Нічого не змінено: у Matrix цей бот не слухає повідомлень. Той, хто його тримає, має задати matrix.message_content: true і перезапустити бота. Усе інше працює й без цього.
settings-unfit-send = Нічого не змінено: мені не дозволено писати в цьому каналі. Дозвольте або назвіть інший через «channel».
settings-unfit-missing = Нічого не змінено: такого каналу більше немає або мені його не видно. Дайте мені його бачити й писати в ньому або назвіть інший через «channel».
settings-unfit-kind = Нічого не змінено: у місці такого виду я не можу публікувати без запиту. Назвіть канал, де люди пишуть повідомлення.
settings-unfit-left = Нічого не змінено: мене тут немає серед учасників, тож публікувати нічого не вийде.
settings-deaf-terminal = Нічого не змінено: у терміналі більше нікого чути.
setting-spotting = Помічати, які уривки цитують у цьому каналі та його гілках.
setting-spotting-off = на повідомлення ніхто не дивиться
setting-spotting-on = повідомлення порівнюються з текстами й забуваються; рахується, який уривок цитовано о котрій годині
setting-spotting-offer = те саме, і коли хтось цитує уривок, бот каже, де він стоїть, щонайбільше раз на годину
setting-language = Мова того, що бачать усі в цій спільноті: відповідей, уривка дня, оголошень, списків, виправлень. Установлюється раз для всіх каналів; те, що бачите лише ви, — вашою мовою.
setting-language-auto = мова сервера в Discord для того, що бот каже сам, мова того, хто питає, — для відповідей
setting-language-en = англійська
setting-language-uk = українська
notice-spotting = У цьому каналі я тепер помічаю, які уривки наших текстів цитують. Кожне повідомлення порівнюється з текстами в пам’яті й одразу забувається. Зберігаються уривок, година й канал; ніколи не хто писав і ніколи не що написано.
notice-spotting-on = Сам я про це нічого не кажу.
notice-spotting-offer = Коли хтось цитує уривок, я кажу, де він стоїть, щонайбільше раз на годину для кожного уривка.
notice-opt-out = Якщо не хочете, щоб я дивився на ваші повідомлення, поставте тут реакцію { $sign } або скористайтеся командою «privacy» з вибором «opt-out». Це діє в усіх каналах, а знята реакція це скасовує.
offer-quoted = Це цитата звідси: { $place }

privacy-title = Що зберігає цей бот
privacy-people = { $tables ->
    [one] Ні імені, ні позначки людини, ні повідомлення, ні запитання в тому вигляді, як його написано. Людей стосується { $tables } частина, і лише тих, хто попросив їх не слухати.
    [few] Ні імені, ні повідомлення, ні запитання в тому вигляді, як його написано. Людей стосуються { $tables } частини, кожна – через хеш із ключем: тих, хто попросив їх не слухати, і модераторів, про яких зберігається, що вони зробили як модератори.
   *[other] Ні імені, ні повідомлення, ні запитання в тому вигляді, як його написано. Людей стосуються { $tables } частин, кожна – через хеш із ключем: тих, хто попросив їх не слухати, і модераторів, про яких зберігається, що вони зробили як модератори.
}
privacy-never = Із запитання зберігаються лише ті слова, що є в самих текстах; решта зникає разом з відповіддю.
privacy-spotting = Бот не чує повідомлень, доки модератори не ввімкнуть цього для каналу, і тоді нічого з них не зберігає. «privacy choice=opt-out» — і ваші він відпускає, не глянувши.
privacy-terminal = Тут нема від чого відмовлятися: у терміналі нікого не чути.
privacy-opted-out = Відтепер бот не дивиться на ваші повідомлення в жодному каналі. Для цього зберігається хеш вашого ідентифікатора з ключем і більше нічого; «privacy choice=opt-in» стирає його.
privacy-opted-in = Вас знову чути, як і всіх, у каналах, де це ввімкнули модератори. Усе, що зберігалося про ваше прохання, стерто.
privacy-kept = Як довго: { $long }
