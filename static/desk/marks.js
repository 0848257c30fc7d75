/* Marks of the allowlist that the editor does not bring. */

import { Mark } from "django-prose-editor/editor"

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
