/* The lead image: shown, chosen from the library, taken out. Without this script its number is typed. */

import { chooseImage, imageOf } from "desk/library"

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

class LeadImage {
  constructor(root) {
    this.root = root
    this.words = root.dataset
    this.input = root.querySelector("input")
    this.input.type = "hidden"
    root.querySelector("[data-shown]")?.remove()
    this.shown = element("div", { className: "desk-lead-shown" })
    this.shown.setAttribute("role", "status")
    this.pick = element("button", { type: "button", className: "button", id: this.input.id })
    this.input.id += "_uid"
    this.describe()
    this.remove = element("button", { type: "button", className: "button", textContent: this.words.remove })
    root.append(this.shown, element("p", { className: "desk-more" }, this.pick, this.remove))
    this.pick.addEventListener("click", () => this.choose())
    this.remove.addEventListener("click", () => {
      this.take(null)
      this.pick.focus()
    })
    this.begin()
  }

  /** The button says what it does; the label and the help beside it say of what. */
  describe() {
    const label = document.querySelector(`label[for="${this.pick.id}"]`)
    if (!label) return
    label.id = `${this.pick.id}_label`
    label.removeAttribute("for")
    const help = this.input.getAttribute("aria-describedby")
    this.pick.setAttribute("aria-describedby", [label.id, help].filter(Boolean).join(" "))
  }

  async begin() {
    this.show(null)
    if (this.input.value) this.show(await imageOf(this.input.value))
  }

  async choose() {
    const image = await chooseImage({ title: this.words.title, within: this.root })
    if (image) this.take(image)
    this.pick.focus()
  }

  take(image) {
    this.input.value = image?.uid ?? ""
    this.input.dispatchEvent(new Event("input", { bubbles: true }))
    this.show(image)
  }

  show(image) {
    this.pick.textContent = image ? this.words.change : this.words.choose
    this.remove.hidden = !this.input.value
    if (!image) return void this.shown.replaceChildren()
    const words = image.described
      ? element("span", { textContent: image.alt })
      : element("span", { className: "desk-problem", textContent: this.words.undescribed })
    this.shown.replaceChildren(
      element("img", { src: image.thumbnail, alt: "" }),
      element("p", {}, element("strong", { textContent: image.label }), element("br"), words),
    )
  }
}

for (const root of document.querySelectorAll("[data-lead]")) new LeadImage(root)
