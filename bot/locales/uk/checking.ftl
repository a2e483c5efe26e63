# Що каже перевірка цитати. Висновок стосується слів, а не того, чи це правда.

check-exact = Точно: слово в слово, як у тексті.
check-altered = Змінено: { $count ->
    [one] слова відрізняються в { $count } місці.
   *[other] слова відрізняються в { $count } місцях.
}
check-stitched = Зшито: ці слова стоять { $parts ->
    [one] в одному уривку, але не поспіль.
    [few] у { $parts } місцях, які не йдуть поспіль.
   *[other] у { $parts } місцях, які не йдуть поспіль.
}
check-shortened = Скорочено: три крапки пропускають слова, решта — як у тексті.
check-close = Звучить подібно до цього, але слова інші.
check-not-found = Не знайдено: { $texts ->
    [one] таких слів немає в { $texts } тексті, який тут є.
   *[other] таких слів немає в жодному з { $texts } текстів, які тут є.
}
check-unclear = Замало, щоб сказати: для перевірки потрібно принаймні три слова цитати, як вони стоять.
check-misattributed = Не той мовець: слова такі, як у тексті, але { $claimed } їх не каже.
check-in-part = { $verdict ->
    [shortened] Частково: частина цього є в текстах, скорочена, але не змінена. Решти там немає, або це ваші слова.
   *[other] Частково: частина цього є в текстах, слово в слово. Решти там немає, або це ваші слова.
}
check-turned = Не можна сказати: приховані знаки змінюють напрям читання, тож видно не те, що читається.
check-several = { $count ->
    [one] { $count } цитата.
    [few] { $count } цитати.
   *[other] { $count } цитат.
} { $verdict ->
    [altered] Найсерйозніше: змінено.
    [speaker] Найсерйозніше: приписано не тому мовцеві.
    [stitched] Найсерйозніше: зшито.
    [not-found] Найсерйозніше: не знайдено.
    [close] Найсерйозніше: звучить подібно до уривка, але слова інші.
    [unclear] Вони такі, як у текстах, але поряд стоять слова, яких там немає.
    [shortened] Усі такі, як у текстах; деякі скорочено.
   *[exact] Усі точні.
}
check-use-marks = Додані слова — ваші? Візьміть цитату в лапки, і перевірено буде тільки її.
check-number = { $number }. { $verdict }
check-said = Перевірено: «{ $said }»
check-true = { $parts ->
    [one] Що каже текст:
   *[other] Що кажуть тексти:
}
check-legend = [+…+] у тексті цього немає, [−…−] у цитаті цього бракує, [… → …] у тексті стоїть інакше.
check-change = { $matter }: { $kind }
check-change-one = «{ $words }»
check-change-both = тут «{ $said }», у тексті «{ $true }»
check-more-changes = інші відмінності
matter-negation = Заперечення
matter-number = Число
matter-name = Ім'я
matter-qualification = Застереження
matter-words = Слова
matter-spelling = Правопис
change-added = додано
change-left-out = пропущено
change-replaced = замінено
change-moved = переставлено
check-wrong-speaker = Тут приписано: { $claimed }. У тексті це каже: { $speaker }.
check-speaker = Ці слова каже: { $speaker }.
check-caution = Обережно: одразу після цих слів текст продовжується так: «{ $cue }». Кнопка контексту покаже, як саме.
check-also = Ті самі слова стоять також тут: { $passages }
check-unread = { $count ->
    [one] Ще { $count } цитату пропущено; перевірте її окремо.
    [few] Ще { $count } цитати пропущено; перевірте їх окремо.
   *[other] Ще { $count } цитат пропущено; перевірте їх окремо.
}
check-not-a-judgement = Це нічого не каже про те, де ще це може стояти і чи це правда.
why-choice-verdict = висновок
command-check = Порівняти цитату з текстами слово за словом, лише для вас
command-check-manual = Вставте цитату або повідомлення з цитатами. Відповідь бачите лише ви, і нічого зі вставленого не зберігається.
command-check-examples = check "Only solidarity without exception can win the common struggle"
parameter-wording = Цитата або повідомлення з цитатами
