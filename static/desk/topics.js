/* Turns the text area of topics, one a line, into chips and a box to search in. Without this script it works as it is. */

import { Combobox, fetchJSON } from "desk/combobox"

const NEW = "+"

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

class TopicPicker {
  constructor(root) {
    this.root = root
    this.words = root.dataset
    this.area = root.querySelector("textarea")
    this.name = this.area.name
    this.chips = element("ul", { className: "desk-chips" })
    // Under the field's own name, so that what was typed and not yet chosen is not lost when the form is saved.
    this.input = element("input", { type: "text", id: this.area.id, name: this.name, placeholder: this.words.find })
    const described = this.area.getAttribute("aria-describedby")
    if (described) this.input.setAttribute("aria-describedby", described)
    this.waiting = new Set(this.words.waiting.split("\n"))
    const names = this.area.value.split("\n").map((line) => line.trim()).filter(Boolean)
    this.area.replaceWith(this.chips, this.input)
    names.forEach((name) => this.add(name))
    this.box = new Combobox(this.input, {
      label: this.words.label,
      suggest: (text) => this.suggest(text),
      choose: (option) => this.chosen(option.value ?? option.label),
      enter: (text) => this.entered(text),
      found: (options) => (options.length ? `${options.length} ${this.words.found}` : this.nothing()),
    })
    this.input.addEventListener("keydown", (event) => this.backspace(event))
  }

  nothing() {
    return this.answer?.sayable === false ? this.words.nothing : this.words.none
  }

  async suggest(text) {
    if (!text) return []
    this.answer = await fetchJSON(this.words.suggest, text)
    for (const { label, waiting } of this.answer.suggestions) if (waiting) this.waiting.add(label)
    const options = this.answer.suggestions.filter(({ label }) => !this.find(label))
    if ("canCreate" in this.words && this.answer.sayable && !this.answer.known)
      options.push({ label: `${this.words.create} “${text}”`, value: NEW + text })
    return options
  }

  async entered(text) {
    if (!text) return
    const options = await this.box.ask()
    if (this.answer?.known) return this.chosen(this.answer.known)
    const [first] = options
    if (options.length === 1 && first.value?.startsWith(NEW)) this.chosen(first.value)
    else if (first) this.box.highlight(0)
  }

  chosen(name) {
    this.box.close()
    this.input.value = ""
    this.add(name)
    this.box.say(`${name.replace(NEW, "")}: ${this.words.added}`)
  }

  find(name) {
    return [...this.chips.children].find((chip) => chip.dataset.name.toLowerCase() === name.toLowerCase())
  }

  add(value) {
    const isNew = value.startsWith(NEW)
    const name = value.replace(NEW, "").trim()
    if (!name || this.find(name)) return
    const label = `${this.words.remove} ${name}`
    const remove = element("button", { type: "button", textContent: "×", title: label })
    remove.setAttribute("aria-label", label)
    const mark = isNew ? this.words.new : this.waiting.has(name) ? this.words.waits : ""
    const chip = element("li", {}, element("span", { textContent: mark ? `${name} (${mark})` : name }))
    chip.append(element("input", { type: "hidden", name: this.name, value }), remove)
    chip.dataset.name = name
    remove.addEventListener("click", () => this.remove(chip))
    this.chips.append(chip)
  }

  remove(chip) {
    const next = chip.nextElementSibling ?? chip.previousElementSibling
    chip.remove()
    ;(next?.querySelector("button") ?? this.input).focus()
    this.box.say(`${chip.dataset.name}: ${this.words.removed}`)
  }

  backspace(event) {
    if (event.key !== "Backspace" || this.input.value || !this.chips.lastElementChild) return
    this.chips.lastElementChild.querySelector("button").focus()
  }
}

for (const root of document.querySelectorAll("[data-topics]")) new TopicPicker(root)
