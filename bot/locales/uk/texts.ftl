# Тексти за командою: як їх додають, змінюють, вилучають і притримують.

withheld-left-out = { $count ->
    [one] { $count } уривок пропущено: модератори цієї спільноти не хочуть, щоб його тут показували.
    [few] { $count } уривки пропущено: модератори цієї спільноти не хочуть, щоб їх тут показували.
   *[other] { $count } уривків пропущено: модератори цієї спільноти не хочуть, щоб їх тут показували.
}

command-texts = Переглянути й змінити тексти (для модераторів)
command-texts-manual = «list» показує тексти з їхніми позиціями, «withhold» і «release» вирішують, чи показувати уривок у цій спільноті, «weight» — як часто текст дає тут уривок дня (100 — як інші, 0 — ніколи). «orphans» перелічує уривки, які тут обговорювали і яких більше немає в жодному тексті, «correct» повідомляє канали, де показували уривок, що його текст змінився. «add», «update», «withdraw» і «restore» змінюють тексти для всіх, хто користується цим ботом, і доступні тим, кому дозволив той, хто його утримує. «add» і «update» приймають до п’яти файлів, а також zip як теку з багатьма (у терміналі — і саму теку): відповідь каже, що сталося з кожним, а перерване продовжиться з того самого місця, якщо повторити команду.
command-texts-examples =
    texts
    texts add file=essay.pdf standpoint="за"
    texts add file=essays.zip standpoint="за"
    texts update on-wells file=essay.pdf
    texts withdraw on-wells
    texts withhold on-wells.abcdefg
    texts weight on-wells percent=200
    texts orphans decision=keep passage=on-wells.abcdefg
    texts correct on-wells
parameter-text = Який текст: його id, назва або її частина
parameter-file = Файл тексту або zip із файлами багатьох
parameter-file2 = Ще один файл
parameter-file3 = Третій файл
parameter-file4 = Четвертий файл
parameter-file5 = П’ятий файл
parameter-title = Як називається текст, якщо не так, як сам про себе каже
parameter-standpoint = Яку позицію має текст, одним-двома словами
parameter-percent = Як часто текст дає уривок дня: 100 — як інші
parameter-decision = Що робити з уривком, якого більше немає в жодному тексті
parameter-to = Уривок, який його заступає

discord-command-texts = тексти
discord-parameter-text = текст
discord-parameter-file = файл
discord-parameter-file2 = файл-2
discord-parameter-file3 = файл-3
discord-parameter-file4 = файл-4
discord-parameter-file5 = файл-5
discord-parameter-title = назва
discord-parameter-standpoint = позиція
discord-parameter-percent = відсоток
discord-parameter-decision = рішення
discord-parameter-to = куди
discord-choice-list = перелік
discord-choice-add = додати
discord-choice-update = оновити
discord-choice-withdraw = вилучити
discord-choice-restore = повернути
discord-choice-withhold = притримати
discord-choice-release = показувати знову
discord-choice-weight = вага
discord-choice-orphans = загублені уривки
discord-choice-correct = виправлення
discord-choice-keep = лишити як є
discord-choice-redirect = спрямувати
discord-choice-forget = забути

discord-choice-set = задати

## Щотижневий огляд

setting-digest = Перелік того, що чекає на модераторів: тут, щопонеділка о дев’ятій (за поясом «daily»), якщо щось чекає.
setting-digest-off = нічого не надсилається
setting-digest-on = уривок дня, який не може вийти, уривки, яких більше немає в жодному тексті, виправлення, про які треба сказати, обговорені уривки, яких ніхто не переглянув, і скільки перевірок виявили змінені цитати
digest-title = Що чекає на модераторів на тижні від { $day }
digest-stopped = Уривок дня
digest-stopped-why = призупинено. { $reason } Коли це виправлено, «daily resume» продовжить
digest-orphans = Без місця
digest-orphans-count = { $count ->
    [one] { $count } уривка, який тут обговорювали, більше немає в жодному тексті (texts orphans)
   *[other] { $count } уривків, які тут обговорювали, більше немає в жодному тексті (texts orphans)
}
digest-corrections = Змінилося після цитування
digest-corrections-count = { $count ->
    [one] { $count } нова редакція змінила те, що тут показували (texts correct)
    [few] { $count } нові редакції змінили те, що тут показували (texts correct)
   *[other] { $count } нових редакцій змінили те, що тут показували (texts correct)
}
digest-unreviewed = Не переглянуто
digest-unreviewed-count = { $count ->
    [one] { $count } уривок обговорювали за останні сім днів, і ніхто не позначив його як переглянутий (review recent)
    [few] { $count } уривки обговорювали за останні сім днів, і ніхто не позначив їх як переглянуті (review recent)
   *[other] { $count } уривків обговорювали за останні сім днів, і ніхто не позначив їх як переглянуті (review recent)
}
digest-altered = Змінені цитати
digest-altered-count = щонайменше { $count } перевірок за останні сім днів виявили змінену цитату; яких уривків і хто перевіряв, не повідомляється
digest-altered-fewer = менше ніж { $least } перевірок за останні сім днів виявили змінену цитату; яких уривків і хто перевіряв, не повідомляється
digest-next = «settings digest value=off» у цьому каналі припинить ці переліки.

## Які тексти є

texts-title = { $count ->
    [0] Текстів ще немає
    [one] { $count } текст
    [few] { $count } тексти
   *[other] { $count } текстів
}
texts-size = { $passages ->
    [one] { $passages } уривок
    [few] { $passages } уривки
   *[other] { $passages } уривків
}, { $words ->
    [one] { $words } слово
    [few] { $words } слова
   *[other] { $words } слів
}
texts-unlabelled = позицію не вказано
texts-weighs = тут важить { $percent } %
texts-more = { $count ->
    [one] І ще { $count }.
   *[other] І ще { $count }.
}
texts-withdrawn-title = Вилучені; «texts restore» поверне їх
texts-withheld-here = { $count ->
    [one] У цій спільноті притримано { $count } уривок: { $passages }. «texts release» покаже його знову.
    [few] У цій спільноті притримано { $count } уривки: { $passages }. «texts release» покаже уривок знову.
   *[other] У цій спільноті притримано { $count } уривків: { $passages }. «texts release» покаже уривок знову.
}

## Зміни

texts-added = «{ $title }» ({ $source }) додано: { $passages ->
    [one] { $passages } уривок.
    [few] { $passages } уривки.
   *[other] { $passages } уривків.
}
texts-updated = «{ $title }» ({ $source }) має нову редакцію.
texts-relabelled = Відтепер його позиція — «{ $standpoint }»: так кажуть модератори спільноти.
texts-withdrawn = «{ $title }» ({ $source }) вилучено: з нього більше нічого не знайдеться й не процитується. «texts restore { $source }» поверне його, і кожен уривок матиме свій id.
texts-restored = «{ $title }» ({ $source }) знову тут, і кожен уривок має свій id.
texts-labelled-by = модератори однієї зі спільнот
texts-label-it = Ніхто не сказав, яку позицію має { $source }, тож усюди, де зважують позиції, він рахується без неї. Щоб її вказати, дайте команді «texts update { $source }» той самий файл і позицію або впишіть її до запису тексту; сам бот позицій не приписує.
texts-changes = Що сталося з уривками
texts-change-kept = Лишилися як були
texts-change-edited = Звучать інакше, під своїми id
texts-change-moved = В іншому місці тексту, під своїми id
texts-change-split = Розділені на кілька
texts-change-merged = Злиті з іншими
texts-change-added = Нові
texts-change-vanished = Зникли
texts-change-orphan = Можливо, ті самі, що інші; не вирішено
texts-orphans-wait = { $count ->
    [one] { $count } уривка, який тут обговорювали, в ньому більше немає: «texts orphans» покаже його, щоб ви вирішили.
   *[other] { $count } уривків, які тут обговорювали, в ньому більше немає: «texts orphans» покаже їх, щоб ви вирішили.
}
texts-brought-added = { $count ->
    [one] Додано { $count } текст.
    [few] Додано { $count } тексти.
   *[many] Додано { $count } текстів.
}
texts-brought-updated = { $count ->
    [one] { $count } текст має нове видання.
    [few] { $count } тексти мають нове видання.
   *[many] { $count } текстів мають нове видання.
}
texts-brought-unchanged = { $count ->
    [one] { $count } текст уже є тут без змін.
    [few] { $count } тексти вже є тут без змін.
   *[many] { $count } текстів уже є тут без змін.
}
texts-brought-skipped = { $count ->
    [one] Пропущено { $count } файл.
    [few] Пропущено { $count } файли.
   *[many] Пропущено { $count } файлів.
}
texts-brought-nothing = Тут немає жодного файлу.
texts-brought-left = До частини файлів черга не дійшла ({ $count }), бо відповідь має прийти вчасно. Повторіть команду з тими самими файлами: вона продовжить з того місця, де спинилася.
texts-reading = Читаю { $done } з { $total }: { $file }
texts-skipped = Що пропущено і чому
texts-skipped-more = { $count ->
    [one] І ще { $count } файл; усі названо в таблиці.
    [few] І ще { $count } файли; усі названо в таблиці.
   *[many] І ще { $count } файлів; усі названо в таблиці.
}
texts-skipped-table = Що сталося з кожним файлом
texts-became-twice = Той самий текст, що й { $text }, який ішов перед ним.
texts-became-unknown = Жоден текст тут не зветься так, як цей файл або як він сам про себе каже. «texts add» додасть його.
texts-label-them = Ніхто не сказав, яку позицію мають додані тексти, тож усюди, де зважують позиції, вони рахуються без неї.
texts-corrections-offered = Текстів, уривки яких показували тут за останні тридцять днів і які тепер кажуть їх інакше або не кажуть зовсім: { $count }. «texts correct» повідомить про це ті канали, один раз. Само собою нічого не повідомляється.
texts-update-not-with = з «update» текст зберігає свою назву
texts-many-not-with = він не може стосуватися багатьох файлів одразу
texts-balance = Як це змінює рівновагу позицій
texts-balance-texts = І рівновагу текстів
texts-share = { $passages_before } → { $passages } % уривків, { $words_before } → { $words } % слів

## Побажання в цій спільноті

texts-withheld = { $passage } у цій спільноті більше не показується. Перевірити, що хтось із нього цитує, як і раніше можна.
texts-withheld-already = { $passage } уже притримано.
texts-released = { $passage } знову показується.
texts-not-withheld = { $passage } тут не притримано.
texts-weighed = { $percent ->
    [0] «{ $title }» більше не дає тут уривка дня.
    [100] «{ $title }» важить тут стільки ж, скільки інші тексти.
   *[other] «{ $title }» важить тут { $percent } %: настільки частіше чи рідше за інші тексти він дає уривок дня.
}

## Загублені уривки

texts-no-orphans = Кожен уривок, який тут обговорювали, є у своєму тексті.
texts-orphans = { $count ->
    [one] { $count } уривка, який тут обговорювали, більше немає в жодному тексті
   *[other] { $count } уривків, які тут обговорювали, більше немає в жодному тексті
}
texts-orphan-since = { $source }, від { $day }
texts-orphan-said = там було сказано: «{ $said }»
texts-orphan-candidates = можливо, тепер це { $passages }
texts-orphans-next = Вирішіть за допомогою «texts orphans passage=… decision=…»: «keep» лишає його в журналі й більше не перелічує, «redirect» (разом із «to») ставить на його місце інший уривок, «forget» вилучає його з журналу цієї спільноти.
texts-orphan-keep = { $passage } лишається в журналі як є.
texts-orphan-redirect = Відтепер { $passage } заступає { $to }.
texts-orphan-forget = { $passage } вилучено з журналу цієї спільноти.

## Виправлення

texts-correction-offered = { $count ->
    [one] { $count } уривок, показаний тут за останні тридцять днів,
    [few] { $count } уривки, показані тут за останні тридцять днів,
   *[other] { $count } уривків, показаних тут за останні тридцять днів,
} { $count ->
    [one] звучить тепер інакше або зник.
   *[other] звучать тепер інакше або зникли.
} «texts correct { $source }» один раз повідомить { $channels ->
    [one] канал, де це було.
    [few] { $channels } канали, де це було.
   *[other] { $channels } каналів, де це було.
} Само собою нічого не повідомляється.
texts-nothing-to-correct = Ніщо з показаного тут за останні тридцять днів не змінилося так, щоб про це ще не повідомили каналам.
texts-correction-nobody = Звідси бот не може писати в канали. Ось що він повідомив би:
texts-correction-failed = Жодного каналу повідомити не вдалося. Нічого не вважається повідомленим; спробуйте знову, коли бот зможе туди писати.
texts-corrected = { $channels ->
    [one] Повідомлено { $channels } канал.
    [few] Повідомлено { $channels } канали.
   *[other] Повідомлено { $channels } каналів.
}
action-correct = Повідомити канали
correction-title = Виправлення: «{ $title }» має нову редакцію від { $day }
correction-was = { $passage } тут цитували іншими словами. Тепер у тексті сказано:
correction-gone = { $passage } тут цитували, а в тексті його більше немає. Там було сказано: «{ $was }»
correction-legend = Цитоване раніше стоїть поруч із тим, що в тексті тепер: [+слова, яких уже немає+], [−нові слова−], [тоді → тепер].
correction-more = { $count ->
    [one] Змінився ще { $count } уривок, який тут цитували.
    [few] Змінилися ще { $count } уривки, які тут цитували.
   *[other] Змінилося ще { $count } уривків, які тут цитували.
}
