/* What the desk adds to the rich-text editor. The names exported are those of articles/admin/editor.py. */

import { Extension } from "django-prose-editor/editor"
import { languageOf, speak, whenLanguageChanges } from "desk/language"
import { toolbarOf } from "desk/toolbar"

export { BulletList, Clear, Document, Heading, PullQuote } from "desk/blocks"
export { CaptionedTable } from "desk/captioned-table"
export { Count } from "desk/count"
export { LibraryFigure } from "desk/figure"
export { Footnote } from "desk/footnote"
export { Fullscreen } from "desk/full-screen"
export { Keys } from "desk/keys"
export { Link } from "desk/link"
export { Language } from "desk/marks"
export { Paste } from "desk/paste"
export { Toolbar } from "desk/toolbar"

const WITH_LANGUAGE = [
  "paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "pullQuote", "table", "tableCell",
  "tableHeader",
]

/** Attributes of the allowlist that would be lost, and what a screen reader needs to know of the editor. */
export const Desk = Extension.create({
  name: "desk",

  addGlobalAttributes() {
    return [
      { types: WITH_LANGUAGE, attributes: { lang: { default: null }, dir: { default: null } } },
      { types: ["tableHeader"], attributes: { scope: { default: null } } },
    ]
  },

  onCreate({ editor }) {
    setTimeout(() => nameEditor(editor))
  },
})

function nameEditor(editor) {
  const textarea = editor.options.element.querySelector("textarea")
  const label = textarea && document.querySelector(`label[for="${textarea.id}"]`)
  if (!label) return
  label.id = `${textarea.id}_label`
  label.addEventListener("click", () => editor.commands.focus())
  const fixed = { role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, spellcheck: "true" }
  const described = textarea.getAttribute("aria-describedby")
  if (described) fixed["aria-describedby"] = described
  const attributes = () => {
    const { lang, dir } = languageOf(editor)
    return { ...fixed, lang, dir }
  }
  const hidden = hiddenByBars(editor)
  editor.setOptions({ editorProps: { attributes, scrollThreshold: hidden, scrollMargin: hidden } })
  whenLanguageChanges(() => {
    speak(languageOf(editor))
    editor.view.dispatch(editor.state.tr) // the attributes are asked for anew
  })
  // So that a link to the field leads to what is seen of it.
  editor.options.element.id = textarea.id
  textarea.id = `${textarea.id}_source`
  label.removeAttribute("for")
}

/** How far from the edges of the window the caret must stay, to be seen between the toolbar and the row of buttons. */
function hiddenByBars(editor) {
  const height = (element) => (element?.offsetHeight ?? 0) + 24
  return {
    get top() { return height(toolbarOf(editor)) },
    get bottom() { return height(document.querySelector(".desk-buttons")) },
    left: 0,
    right: 0,
  }
}
