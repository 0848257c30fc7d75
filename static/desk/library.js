/* The library in a dialog: search, choose with a press or by keyboard, add a picture with its alternative text. */

import { crel, gettext } from "django-prose-editor/editor"
import { openDialog } from "desk/dialog"

const TYPES = "image/jpeg,image/png,image/webp,image/avif,image/gif"

const addresses = () => document.querySelector("[data-library]").dataset

async function ask(parameters) {
  const response = await fetch(`${addresses().library}?${new URLSearchParams(parameters)}`, {
    headers: { Accept: "application/json" },
    redirect: "error",
  })
  return response.ok ? (await response.json()).suggestions : []
}

/** The picture of this uid, null where the library has none. */
export const imageOf = async (uid) => (await ask({ uid }).catch(() => []))[0] ?? null

class Library {
  constructor(choose) {
    this.choose = choose
    this.search = crel("input", { type: "search", id: "library-search", autocomplete: "off" })
    this.said = crel("p", { className: "desk-said" })
    this.said.setAttribute("role", "status")
    this.grid = crel("ul", { className: "desk-library" })
    this.search.addEventListener("input", () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.find(), 200)
    })
    this.content = [
      crel("p", { className: "desk-library-search" }, [
        crel("label", { htmlFor: "library-search", textContent: gettext("Search") }), this.search,
      ]),
      this.said,
      this.grid,
      this.adding(),
    ]
  }

  async find() {
    const turn = (this.turn = (this.turn ?? 0) + 1)
    const q = this.search.value.trim()
    const found = await ask({ q }).catch(() => [])
    if (turn !== this.turn) return
    this.grid.replaceChildren(...found.map((image) => this.item(image)))
    if (found.length > 1) this.said.textContent = `${found.length} ${gettext("pictures, the newest first")}`
    else this.said.textContent = found.length ? gettext("1 picture") : gettext("No picture found. Add one below.")
  }

  item(image) {
    const picture = crel("img", { src: image.thumbnail, alt: "", loading: "lazy" })
    const words = crel("span", { textContent: image.label })
    const button = crel("button", { type: "button", className: "desk-library-item" }, [picture, words])
    if (!image.described)
      button.append(crel("span", { className: "desk-problem", textContent: gettext("no alternative text") }))
    button.addEventListener("click", () => this.choose(image))
    return crel("li", {}, [button])
  }

  adding() {
    const file = crel("input", { type: "file", id: "library-file", accept: TYPES })
    const alt = crel("textarea", { id: "library-alt", rows: 2 })
    const decorative = crel("input", { type: "checkbox", id: "library-decorative" })
    const add = crel("button", { type: "button", textContent: gettext("Add and take it") })
    const told = crel("p", { className: "desk-said" })
    told.setAttribute("role", "status")
    add.addEventListener("click", () => this.add({ file, alt, decorative, add, told }))
    const label = (input, words) => crel("label", { htmlFor: input.id, textContent: words })
    return crel("details", { className: "desk-library-add" }, [
      crel("summary", { textContent: gettext("Add a picture") }),
      crel("p", {}, [label(file, gettext("File")), file]),
      crel("p", {}, [label(alt, gettext("Alternative text: what it shows, for those who do not see it")), alt]),
      crel("p", { className: "desk-library-tick" }, [decorative, label(decorative, gettext("Decorative: it says nothing of its own"))]),
      add,
      told,
    ])
  }

  async add({ file, alt, decorative, add, told }) {
    const [chosen] = file.files
    if (!chosen) return void (told.textContent = gettext("Choose a file."))
    const data = new FormData()
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value)
    data.append("file", chosen)
    if (decorative.checked) data.append("is_decorative", "on")
    else data.append("alt", alt.value)
    told.textContent = gettext("Adding …")
    add.disabled = true
    try {
      const response = await fetch(addresses().libraryAdd, {
        method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "error",
      })
      const { said, added, image } = await response.json()
      if (added) return this.choose(image)
      told.textContent = said
      if (image) this.grid.prepend(this.item(image)) // it is there already
    } catch {
      told.textContent = gettext("It could not be sent. Are you still signed in?")
    }
    add.disabled = false
  }
}

/** Resolves to the picture chosen, or to null. */
export function chooseImage({ title, within }) {
  let close
  const library = new Library((image) => close(image))
  return openDialog({
    title,
    within,
    content: library.content,
    buttons: [[gettext("Search"), () => void library.find()]],
    opened: (_heading, answer) => {
      close = answer
      library.find()
      setTimeout(() => library.search.focus())
    },
  })
}
