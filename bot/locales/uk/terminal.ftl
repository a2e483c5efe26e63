# Слова самого термінала.

terminal-greeting = Commonplace: { $texts ->
    [0] текстів ще немає. Додайте їх так: commonplace texts import FOLDER
    [one] { $texts } текст, уривків: { $passages }. Спробуйте «quote ceasefire» або «help». Tab доповнює, «quit» завершує.
    [few] { $texts } тексти, уривків: { $passages }. Спробуйте «quote ceasefire» або «help». Tab доповнює, «quit» завершує.
   *[other] { $texts } текстів, уривків: { $passages }. Спробуйте «quote ceasefire» або «help». Tab доповнює, «quit» завершує.
}
terminal-how-to-leave = (Щоб вийти: «quit» або Ctrl-D.)
terminal-goodbye = До побачення.
terminal-saved = Збережено як { $file } у поточній теці. { $about }
terminal-not-saved = { $file } не вдалося зберегти в поточній теці: { $reason }.
