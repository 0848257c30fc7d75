/* The buttons of the editor as a toolbar in the sense of ARIA: one stop of the Tab key, arrows between the buttons. */

import { Extension, gettext } from "django-prose-editor/editor"
import { nameOf } from "desk/keys"

/** Buttons that are in or out; the others do something once. */
const TOGGLES = /^(paragraph|heading\d|bulletList|orderedList|blockquote|pullQuote|bold|italic|subscript|superscript|code|link|fullscreen)$/

export const toolbarOf = (editor) => editor.options.element.querySelector(".prose-menubar")

const shownButtons = (toolbar) => [...toolbar.querySelectorAll("button:not(.hidden)")]

const stopOf = (buttons) => buttons.find((button) => button.tabIndex === 0 && button.hasAttribute("tabindex"))

function stopAt(buttons, chosen) {
  for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1
}

function dress(editor) {
  const toolbar = toolbarOf(editor)
  if (!toolbar) return
  toolbar.setAttribute("role", "toolbar")
  toolbar.setAttribute("aria-label", gettext("Formatting"))
  for (const button of toolbar.querySelectorAll("button")) {
    const name = nameOf(button.dataset.name) ?? button.title
    button.title = name
    button.setAttribute("aria-label", name)
  }
  toolbar.addEventListener("keydown", (event) => move(event, toolbar, editor))
  toolbar.addEventListener("focusin", ({ target }) => stopAt(shownButtons(toolbar), target))
  showStates(editor)
}

function move(event, toolbar, editor) {
  const buttons = shownButtons(toolbar)
  const here = buttons.indexOf(document.activeElement)
  const places = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }
  if (event.key === "Escape") editor.view.focus()
  else if (event.key in places) buttons.at(places[event.key] % buttons.length).focus()
  else return
  event.preventDefault()
}

function showStates(editor) {
  const toolbar = toolbarOf(editor)
  if (!toolbar) return
  const buttons = shownButtons(toolbar)
  for (const button of buttons) {
    if (TOGGLES.test(button.dataset.name)) button.setAttribute("aria-pressed", button.classList.contains("active"))
    button.setAttribute("aria-disabled", button.classList.contains("disabled"))
  }
  if (!stopOf(buttons)) stopAt(buttons, buttons[0])
}

export const Toolbar = Extension.create({
  name: "toolbar",

  onCreate({ editor }) {
    setTimeout(() => dress(editor))
  },

  onTransaction({ editor }) {
    queueMicrotask(() => showStates(editor))
  },

  addKeyboardShortcuts() {
    const reach = () => {
      const stop = stopOf(shownButtons(toolbarOf(this.editor)))
      stop?.focus()
      return Boolean(stop)
    }
    return { "Alt-F10": reach }
  },
})
