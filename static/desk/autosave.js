/*
 * Keeps what is typed into a form of the desk in this browser, until the server says that it is saved. A closed tab, an
 * expired session or a server that is down then cost nothing: the next visit to the form offers it.
 *
 * Never shown to another user: an entry carries its user, and goes when somebody else signs in.
 */

const PREFIX = "desk-draft:"
const PAUSE = 600
const DAYS_KEPT = 30
const OFFERED = 3
// Sent along with what was typed, and no part of it.
const CARRIED = ["_seen", "seen_version", "seen_revision", "seen_event"]
const NOT_KEPT = ["csrfmiddlewaretoken", "_draft", "_put_back"]

const words = document.getElementById("desk-drafts")?.dataset

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/** The browser's storage, where it has one for us: in some it is shut off or full, and then nothing is kept. */
const store = {
  keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
    } catch {
      return []
    }
  },
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key))
    } catch {
      return null
    }
  },
  write(key, draft) {
    try {
      localStorage.setItem(key, JSON.stringify(draft))
    } catch { /* full, or shut off: the form works as it does without this script */ }
  },
  remove(key) {
    try {
      localStorage.removeItem(key)
    } catch { /* nothing is kept there */ }
  },
}

const own = `${PREFIX}${words?.user}:`
const keyOf = (id) => own + id

/** This user's drafts, newest first: [key, draft]. */
function drafts() {
  return store.keys().filter((key) => key.startsWith(own)).map((key) => [key, store.read(key)])
    .filter(([, draft]) => draft?.entries).sort(([, a], [, b]) => b.at - a.at)
}

function tidy() {
  const oldest = Date.now() - DAYS_KEPT * 24 * 3600 * 1000
  for (const key of store.keys()) {
    const draft = store.read(key)
    if (!key.startsWith(own) || !draft || draft.at < oldest) store.remove(key)
  }
  const saved = document.cookie.match(/(?:^|; )desk-saved=([0-9a-f.]+)/)
  if (!saved) return
  for (const id of saved[1].split(".")) {
    const done = store.read(keyOf(id))
    // What was answered once is answered: other attempts at the same question are of no use any more.
    if (done?.record.startsWith("act:"))
      for (const [key, draft] of drafts()) if (draft.record === done.record) store.remove(key)
    store.remove(keyOf(id))
  }
  document.cookie = `desk-saved=; path=${words.path}; max-age=0; samesite=lax`
}

function time(at) {
  const day = new Date(at).toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "long" }
  // By the clocks of the desk, as all times here.
  return new Intl.DateTimeFormat(document.documentElement.lang, { timeZone: words.zone, ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at)
}

const entriesOf = (form) =>
  [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_KEPT.includes(name))

// A browser sends line breaks of a text area as two characters, and shows them as one.
const typedIn = (entries) =>
  JSON.stringify(entries.filter(([name]) => !CARRIED.includes(name)).map(([name, value]) => [name, value.replaceAll("\r\n", "\n")]))

function carriedIn(entries) {
  const carried = Object.fromEntries(entries.filter(([name]) => CARRIED.includes(name)))
  if (!carried._seen) return carried.seen_version
  const { fields, rows } = JSON.parse(carried._seen)
  return JSON.stringify([fields, rows])
}

class Keeper {
  constructor(mark) {
    this.mark = mark
    this.form = mark.form
    this.record = mark.dataset.draft
    // A form that came back unsaved goes on with its draft.
    this.id = mark.value || [...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(16).padStart(2, "0")).join("")
    mark.value = this.id
    const entries = entriesOf(this.form)
    this.start = typedIn(entries)
    this.unsaved = "unsaved" in mark.dataset || Boolean(this.form.querySelector(".desk-in-the-way, .desk-conflict, .desk-put-back, .errorlist"))
    this.kept = ""
    if (this.unsaved) this.keep()
    for (const event of ["input", "change", "click", "keyup"]) this.form.addEventListener(event, () => this.later())
    this.form.addEventListener("submit", () => this.keep())
    addEventListener("pagehide", () => this.keep())
    document.addEventListener("visibilitychange", () => document.hidden && this.keep())
    this.offer(entries)
  }

  later() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.keep(), PAUSE)
  }

  keep() {
    clearTimeout(this.timer)
    const entries = entriesOf(this.form)
    const typed = typedIn(entries)
    if (typed === this.kept) return
    if (typed === this.start && !this.unsaved) {
      if (this.kept) store.remove(keyOf(this.id))
      this.kept = ""
      return
    }
    this.kept = typed
    const { label } = this.mark.dataset
    const path = location.pathname + location.search
    store.write(keyOf(this.id), { record: this.record, at: Date.now(), label, path, entries })
  }

  offer(now) {
    const found = drafts().filter(([key, draft]) => draft.record === this.record && key !== keyOf(this.id))
    for (const [key, draft] of found.slice(0, OFFERED)) {
      if (typedIn(draft.entries) === this.start) store.remove(key)
      else this.form.before(this.question(key, draft, carriedIn(draft.entries) !== carriedIn(now)))
    }
  }

  question(key, draft, moved) {
    const back = element("button", { type: "button", className: "button default", textContent: words.back })
    const away = element("button", { type: "button", className: "button", textContent: words.away })
    const said = element("p", { textContent: words.offer.replace("{time}", time(draft.at)) + (moved ? ` ${words.moved}` : "") })
    const box = element("section", { className: "desk-draft" }, said, element("p", {}, back, " ", away))
    box.setAttribute("role", "status")
    back.addEventListener("click", () => this.putBack(key, draft))
    away.addEventListener("click", () => {
      store.remove(key)
      said.textContent = words.gone
      back.parentElement.remove()
      box.tabIndex = -1
      box.focus()
    })
    return box
  }

  /** Sent to the server, which shows it in the form as it shows what it refuses: that knows every field there is. */
  putBack(key, draft) {
    const token = this.form.querySelector("[name=csrfmiddlewaretoken]").value
    const id = key.slice(own.length)
    const action = this.form.getAttribute("action") || location.pathname + location.search
    const form = element("form", { method: "post", action, hidden: true })
    const pairs = [["csrfmiddlewaretoken", token], ["_draft", id], ["_put_back", "1"], ...draft.entries]
    for (const [name, value] of pairs) form.append(element("textarea", { name, value }))
    document.body.append(form)
    HTMLFormElement.prototype.submit.call(form) // a field may be named "submit"
  }
}

/** On the first page of the desk: where there is something to go back to. */
function list() {
  if (location.pathname !== words.path) return
  const seen = new Set()
  const newest = drafts().filter(([, { path }]) => path?.startsWith(words.path) && !seen.has(path) && seen.add(path))
  const items = newest.map(([, { label, path, at }]) => {
    const away = element("button", { type: "button", className: "desk-plain", textContent: words.away })
    const item = element("li", {}, element("a", { href: path, textContent: label || path }), `, ${time(at)} `, away)
    away.addEventListener("click", () => {
      for (const [key, draft] of drafts()) if (draft.path === path) store.remove(key)
      item.replaceChildren(words.gone)
    })
    return item
  })
  if (!items.length) return
  const box = element("section", { className: "desk-draft" }, element("h2", { textContent: words.list }), element("ul", { className: "desk-list" }, ...items))
  const head = document.querySelector("#content h1")
  ;(head?.closest(".desk-first-head") ?? head)?.after(box)
}

function leave() {
  const form = document.getElementById("logout-form")
  form?.addEventListener("submit", (event) => {
    if (!drafts().length) return
    event.preventDefault()
    const choices = [[words.keep, () => {}], [words.drop, () => drafts().forEach(([key]) => store.remove(key))], [words.stay, null]]
    const row = element("div", { className: "desk-dialog-buttons" })
    const heading = element("h2", { className: "prose-editor-dialog-title", id: "desk-leaving", textContent: words.leaving })
    const dialog = element("dialog", { className: "prose-editor-dialog desk-dialog desk-leaving" }, heading, element("p", { textContent: words.leave }), row)
    dialog.setAttribute("aria-labelledby", heading.id)
    for (const [said, act] of choices) {
      const button = element("button", { type: "button", className: "button", textContent: said })
      button.addEventListener("click", () => {
        dialog.close()
        if (!act) return
        act()
        HTMLFormElement.prototype.submit.call(form)
      })
      row.append(button)
    }
    dialog.addEventListener("close", () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  })
}

if (words) {
  tidy()
  leave()
  // When all modules have run: the pickers make their own fields, the editor has read its text.
  addEventListener("load", () => {
    for (const mark of document.querySelectorAll("[data-draft]")) if (mark.form) new Keeper(mark)
    list()
  })
}
