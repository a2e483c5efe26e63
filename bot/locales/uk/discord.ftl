# Те, що кажеться лише в Discord. Назви команд (discord-command-…) і параметрів пишуться малими літерами, без пробілів.

discord-menu-find = Знайти в текстах
discord-menu-check = Перевірити цитату
discord-nothing-to-find = У цьому повідомленні немає слів, які можна було б шукати.
discord-command-unknown = Цієї команди вже немає. Список у Discord за мить оновиться; спробуйте, будь ласка, ще раз.
discord-still-reading = Я ще читаю тексти. Спитайте, будь ласка, знову за мить.
discord-button-unknown = Ця кнопка лишилася від давнішої версії й уже нічого не робить. Спитайте, будь ласка, знову.

discord-private = Цю відповідь бачить лише той, хто питав.

discord-notice-refused = Нічого не змінено: спершу про це має дізнатися канал, а я не можу там писати. Дозвольте мені, будь ласка, бачити канал і надсилати туди повідомлення.
discord-channel-not-yours = Нічого не зроблено: ви не дбаєте про той канал або не бачите його.

discord-thread-about = Тут можна поговорити про уривок із тексту:
discord-thread-context = Показати уривок
discord-thread-opened = Гілку відкрито:
discord-thread-exists = До цього повідомлення вже є гілка.
discord-thread-forbidden = Мені тут не дозволено відкривати гілки. Модератор може дозволити мені створювати публічні гілки й писати в них.
discord-thread-not-here = Звідси гілка вирости не може: потрібна відповідь, яку бачать усі, у текстовому каналі сервера.
discord-thread-failed = Discord не відкрив гілки. Спробуйте, будь ласка, трохи згодом.

discord-command-quote = цитата
discord-command-context = контекст
discord-command-summary = підсумок
discord-command-compare = порівняння
discord-command-concordance = конкорданс
discord-command-sources = джерела
discord-command-random = навмання
discord-command-why = чому
discord-command-more = ще
discord-command-help = довідка
discord-command-settings = налаштування
discord-command-privacy = приватність

discord-parameter-about = про
discord-parameter-source = джерело
discord-parameter-speaker = мовець
discord-parameter-count = кількість
discord-parameter-passage = уривок
discord-parameter-before = перед
discord-parameter-after = після
discord-parameter-length = довжина
discord-parameter-words = слів
discord-parameter-compare = порівняти
discord-parameter-term = слово
discord-parameter-answer = відповідь
discord-parameter-offset = початок
discord-parameter-command = команда
discord-parameter-name = назва
discord-parameter-value = значення
discord-parameter-channel = канал
discord-parameter-choice = вибір

discord-choice-short = коротко
discord-choice-medium = середньо
discord-choice-long = докладно
discord-choice-yes = так
discord-choice-no = ні
discord-choice-show = показати
discord-choice-opt-out = не слухати мене
discord-choice-opt-in = знову слухати
discord-choice-erase = стерти моє
