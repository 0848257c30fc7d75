/* The authors of an article: choose from the records, fill in what is printed, move lines up and down. */

import { Combobox, fetchJSON } from "desk/combobox"

class Bylines {
  constructor(root) {
    this.root = root
    this.words = root.dataset
    this.list = root.querySelector("ol")
    this.status = root.querySelector("[data-status]")
    this.made = 0
    for (const row of this.rows()) this.enliven(row)
    const add = root.querySelector("[data-add]")
    add.hidden = false
    add.addEventListener("click", () => this.add())
    this.number()
  }

  rows() {
    return [...this.list.querySelectorAll(":scope > li")]
  }

  enliven(row) {
    row.querySelector("[data-moves]").hidden = false
    row.querySelector("[data-up]").addEventListener("click", () => this.move(row, -1))
    row.querySelector("[data-down]").addEventListener("click", () => this.move(row, 1))
    row.querySelector("[data-remove]").addEventListener("click", () => this.remove(row))
    const chosen = row.querySelector("[data-id]").value
    for (const field of row.querySelectorAll("[data-fill]")) if (chosen) field.dataset.filled = field.value
    const input = row.querySelector("[data-pick]")
    const box = new Combobox(input, {
      label: this.words.author,
      suggest: async (text) => (await fetchJSON(this.words.suggest, text)).suggestions,
      choose: (author) => this.fill(row, author),
      enter: async () => {
        const options = await box.ask()
        if (options.length) box.highlight(0)
      },
      found: (options) => (options.length ? `${options.length} ${this.words.found}` : this.words.none),
    })
  }

  fill(row, author) {
    const id = row.querySelector("[data-id]")
    const another = id.value !== author.id
    id.value = author.id
    row.querySelector("[data-pick]").value = author.name
    // Where the record says otherwise than what was last printed, nothing is filled in before an answer.
    if (another) this.print(row, author.which ? {} : author)
    this.ask(row, author.which ?? [])
    row.querySelector("details").open = true
    this.say(author.which ? `${author.name}. ${this.words.which}` : author.name)
  }

  print(row, line, { asked = false } = {}) {
    for (const field of row.querySelectorAll("[data-fill]")) {
      // What an editor has typed stays, unless they ask for another; what came from the author chosen before goes.
      if (!asked && field.value && field.value !== field.dataset.filled) continue
      field.value = field.dataset.filled = line[field.dataset.fill] ?? ""
    }
  }

  ask(row, lines) {
    const question = row.querySelector("[data-which]")
    const buttons = lines.map((line) => {
      const button = document.createElement("button")
      button.type = "button"
      button.textContent = line.words
      button.setAttribute("aria-pressed", "false")
      button.addEventListener("click", () => {
        for (const other of buttons) other.setAttribute("aria-pressed", String(other === button))
        this.print(row, line, { asked: true })
        this.say(line.words)
      })
      return button
    })
    question.querySelector("[data-answers]").replaceChildren(...buttons)
    question.hidden = !lines.length
  }

  add() {
    const html = this.root.querySelector("template").innerHTML.replaceAll("NUMBER", `new-${++this.made}`)
    this.list.insertAdjacentHTML("beforeend", html)
    const row = this.list.lastElementChild
    this.enliven(row)
    this.number()
    row.querySelector("[data-pick]").focus()
  }

  remove(row) {
    const next = row.nextElementSibling ?? row.previousElementSibling
    const name = this.nameOf(row)
    row.remove()
    this.number()
    ;(next?.querySelector?.("[data-pick]") ?? this.root.querySelector("[data-add]")).focus()
    this.say(`${name}: ${this.words.removed}`)
  }

  move(row, step) {
    const rows = this.rows()
    const other = rows[rows.indexOf(row) + step]
    if (!other) return
    if (step < 0) other.before(row)
    else other.after(row)
    this.number()
    const pressed = row.querySelector(step < 0 ? "[data-up]" : "[data-down]")
    const opposite = row.querySelector(step < 0 ? "[data-down]" : "[data-up]")
    ;(pressed.disabled ? opposite : pressed).focus()
    this.say(`${this.nameOf(row)} ${this.words.moved} ${this.rows().indexOf(row) + 1}`)
  }

  number() {
    const rows = this.rows()
    rows.forEach((row, index) => {
      row.querySelector("[data-number]").textContent = index + 1
      row.querySelector("[data-up]").disabled = index === 0
      row.querySelector("[data-down]").disabled = index === rows.length - 1
    })
  }

  nameOf(row) {
    return row.querySelector("[data-pick]").value || row.querySelector("legend").textContent.trim()
  }

  say(words) {
    this.status.textContent = words
  }
}

for (const root of document.querySelectorAll("[data-bylines]")) new Bylines(root)
