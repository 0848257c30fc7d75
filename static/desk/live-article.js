/* Suggests live articles by title, and puts the address of the chosen one into the line. */

import { Combobox, fetchJSON } from "desk/combobox"

for (const root of document.querySelectorAll("[data-live-article]")) {
  const words = root.dataset
  const input = root.querySelector("input")
  const chosen = document.createElement("p")
  chosen.className = "help desk-chosen"
  const box = new Combobox(input, {
    label: words.label,
    suggest: async (text) => (await fetchJSON(words.suggest, text)).suggestions,
    choose: (article) => {
      input.value = article.address
      chosen.textContent = article.label
      box.say(article.label)
    },
    enter: async () => {
      const options = await box.ask()
      if (options.length) box.highlight(0)
    },
    found: (options) => (options.length ? `${options.length} ${words.found}` : words.none),
  })
  input.addEventListener("input", () => (chosen.textContent = ""))
  root.append(chosen)
}
