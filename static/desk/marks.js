/* Marks of the allowlist that the editor does not bring, or brings with more than we want. */

import { Link as StockLink, Mark } from "django-prose-editor/editor"

export const Link = StockLink.extend({
  // The stock rule makes a link of anything that ends like a domain, such as "communication.Kim", when it is
  // pasted; turning `autolink` off does not reach it.
  addPasteRules() {
    return []
  },
})

/** A phrase in another language: <span lang="tr">. */
export const Language = Mark.create({
  name: "language",
  addAttributes() {
    return { lang: { default: null }, dir: { default: null } }
  },
  parseHTML() {
    const getAttrs = (element) => (element.classList.contains("footnote") ? false : null)
    return [
      { tag: "span[lang]", getAttrs },
      { tag: "span[dir]", getAttrs },
    ]
  },
  renderHTML({ HTMLAttributes }) {
    return ["span", HTMLAttributes, 0]
  },
})
