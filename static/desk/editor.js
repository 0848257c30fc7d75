/* What the desk adds to the rich-text editor. The names exported are those of articles/admin/editor.py. */

import { Extension, gettext } from "django-prose-editor/editor"

export { CaptionedTable } from "desk/captioned-table"
export { Footnote } from "desk/footnote"
export { Link } from "desk/link"
export { Language } from "desk/marks"
export { Paste } from "desk/paste"

const WITH_LANGUAGE = [
  "paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "table", "tableCell", "tableHeader",
]

/** Attributes of the allowlist that would be lost, and what a screen reader needs to know of editor and buttons. */
export const Desk = Extension.create({
  name: "desk",

  addGlobalAttributes() {
    return [
      { types: WITH_LANGUAGE, attributes: { lang: { default: null }, dir: { default: null } } },
      { types: ["tableHeader"], attributes: { scope: { default: null } } },
    ]
  },

  onCreate({ editor }) {
    setTimeout(() => {
      nameEditor(editor)
      dressToolbar(editor)
    })
  },

  onTransaction({ editor }) {
    queueMicrotask(() => showStates(editor))
  },
})

function nameEditor(editor) {
  const textarea = editor.options.element.querySelector("textarea")
  const label = textarea && document.querySelector(`label[for="${textarea.id}"]`)
  if (!label) return
  label.id = `${textarea.id}_label`
  label.addEventListener("click", () => editor.commands.focus())
  const attributes = { role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, dir: "auto" }
  const described = textarea.getAttribute("aria-describedby")
  if (described) attributes["aria-describedby"] = described
  const hidden = hiddenByBars(editor)
  editor.setOptions({ editorProps: { attributes, scrollThreshold: hidden, scrollMargin: hidden } })
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

const toolbarOf = (editor) => editor.options.element.querySelector(".prose-menubar")

const shownButtons = (toolbar) => [...toolbar.querySelectorAll("button:not(.hidden)")]

/** One stop of the Tab key; the arrows go from button to button. */
function dressToolbar(editor) {
  const toolbar = toolbarOf(editor)
  if (!toolbar) return
  toolbar.setAttribute("role", "toolbar")
  toolbar.setAttribute("aria-label", gettext("Formatting"))
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = shownButtons(toolbar)
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length]
    stopAt(buttons, next)
    next.focus()
  })
  showStates(editor)
}

function stopAt(buttons, chosen) {
  for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1
}

function showStates(editor) {
  const toolbar = toolbarOf(editor)
  if (!toolbar) return
  const buttons = shownButtons(toolbar)
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.classList.contains("active")))
    button.setAttribute("aria-disabled", String(button.classList.contains("disabled")))
  }
  if (!buttons.some((button) => button.tabIndex === 0 && button.hasAttribute("tabindex"))) stopAt(buttons, buttons[0])
}
