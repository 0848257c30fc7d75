/* A text input with suggestions, after the ARIA pattern "editable combobox with list autocomplete". */

const DELAY = 150

let count = 0

export class Combobox {
  /**
   * suggest(text): promise of options, each {label, hint, …}. choose(option): one was chosen.
   * enter(text): Enter was pressed with none highlighted. found(options): words for the announcement.
   */
  constructor(input, { suggest, choose, enter, found, label }) {
    Object.assign(this, { input, suggest, choose, enter, found })
    this.options = []
    this.active = -1
    this.asked = 0
    this.build(label)
    input.addEventListener("input", () => this.later())
    input.addEventListener("keydown", (event) => this.key(event))
    input.addEventListener("blur", () => this.close())
  }

  build(label) {
    const { input } = this
    this.list = document.createElement("ul")
    this.list.className = "desk-suggestions"
    this.list.id = `suggestions-${++count}`
    this.list.setAttribute("role", "listbox")
    this.list.setAttribute("aria-label", label)
    this.list.hidden = true
    // Keeps the focus, and the list open, in the input.
    this.list.addEventListener("mousedown", (event) => event.preventDefault())
    this.list.addEventListener("click", (event) => {
      const item = event.target.closest("[role=option]")
      if (item) this.pick([...this.list.children].indexOf(item))
    })
    this.status = document.createElement("p")
    this.status.className = "visually-hidden"
    this.status.setAttribute("role", "status")
    const box = document.createElement("div")
    box.className = "desk-combobox"
    input.before(box)
    box.append(input, this.list, this.status)
    input.autocomplete = "off"
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    })) input.setAttribute(name, value)
  }

  say(words) {
    this.status.textContent = words
  }

  later() {
    clearTimeout(this.timer)
    if (!this.input.value.trim()) return this.close()
    this.timer = setTimeout(() => this.ask(), DELAY)
  }

  async ask() {
    clearTimeout(this.timer)
    const turn = ++this.asked
    const options = await this.suggest(this.input.value.trim())
    if (turn !== this.asked || document.activeElement !== this.input) return []
    this.show(options)
    return options
  }

  show(options) {
    this.options = options
    this.list.replaceChildren(...options.map((option, index) => this.item(option, index)))
    this.list.hidden = !options.length
    this.input.setAttribute("aria-expanded", String(options.length > 0))
    this.highlight(-1)
    this.say(this.found(options))
  }

  item({ label, hint }, index) {
    const item = document.createElement("li")
    item.id = `${this.list.id}-${index}`
    item.setAttribute("role", "option")
    item.setAttribute("aria-selected", "false")
    item.append(label)
    if (hint) {
      const small = document.createElement("span")
      small.className = "desk-hint"
      small.textContent = hint
      item.append(" ", small)
    }
    return item
  }

  highlight(index) {
    this.active = index
    ;[...this.list.children].forEach((item, position) =>
      item.setAttribute("aria-selected", String(position === index)),
    )
    const item = this.list.children[index]
    if (item) {
      this.input.setAttribute("aria-activedescendant", item.id)
      item.scrollIntoView({ block: "nearest" })
    } else this.input.removeAttribute("aria-activedescendant")
  }

  close() {
    clearTimeout(this.timer)
    this.asked++
    this.options = []
    this.list.hidden = true
    this.list.replaceChildren()
    this.input.setAttribute("aria-expanded", "false")
    this.highlight(-1)
  }

  pick(index) {
    const option = this.options[index]
    this.close()
    if (option) this.choose(option)
  }

  key(event) {
    if (event.isComposing) return
    const last = this.options.length - 1
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault()
      if (last < 0) return void this.ask()
      const step = event.key === "ArrowDown" ? 1 : -1
      const next = this.active + step
      this.highlight(next > last ? 0 : next < 0 ? last : next)
    } else if (event.key === "Enter") {
      event.preventDefault() // never sends the form
      if (this.active >= 0) this.pick(this.active)
      else this.enter(this.input.value.trim())
    } else if (event.key === "Escape" && last >= 0) {
      event.preventDefault()
      event.stopPropagation()
      this.close()
    }
  }
}

export async function fetchJSON(address, text) {
  const response = await fetch(`${address}?${new URLSearchParams({ q: text })}`, {
    headers: { Accept: "application/json" },
  })
  if (!response.ok) return { suggestions: [] }
  return response.json()
}
