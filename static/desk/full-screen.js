/* The text alone on the screen, with its buttons above and the row with Save below. */

import { Extension } from "django-prose-editor/editor"

const KEPT = ".desk-buttons, script, style, link, template"

/** What is beside the editor, on every floor of the page; the row of buttons stays in reach. */
function* around(element) {
  for (let inner = element; inner !== document.body; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      if (other !== inner && !other.matches(KEPT) && !other.inert) yield other
    }
  }
}

class FullScreen {
  constructor(editor, ended) {
    this.editor = editor
    this.ended = ended
    this.element = editor.options.element
    this.top = scrollY
    this.silenced = [...around(this.element)]
    for (const other of this.silenced) other.inert = true
    this.element.classList.add("is-full")
    document.documentElement.classList.add("desk-full")
    document.addEventListener("keydown", this.escape)
    this.focus()
  }

  focus() {
    const { view } = this.editor
    view.focus()
    view.dispatch(view.state.tr.scrollIntoView())
  }

  escape = (event) => {
    const busy = event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")
    if (event.key === "Escape" && !busy) this.ended()
  }

  end() {
    document.removeEventListener("keydown", this.escape)
    for (const other of this.silenced) other.inert = false
    this.element.classList.remove("is-full")
    document.documentElement.classList.remove("desk-full")
    scrollTo(0, this.top)
    if (!this.editor.isDestroyed) this.focus()
  }
}

/** By the name of the stock one, and with its storage and command: the menu has a button for these. */
export const Fullscreen = Extension.create({
  name: "fullscreen",

  addStorage() {
    return { fullscreen: null }
  },

  addCommands() {
    return {
      toggleFullscreen:
        () =>
        ({ editor, dispatch }) => {
          if (dispatch) setTimeout(() => toggle(editor))
          return true
        },
    }
  },

  addKeyboardShortcuts() {
    const leave = () => {
      if (this.storage.fullscreen) toggle(this.editor)
      return true // by itself it would select the paragraph, and the next letter replace it
    }
    return { "Mod-Shift-f": () => this.editor.commands.toggleFullscreen(), Escape: leave }
  },

  onDestroy() {
    this.storage.fullscreen?.end()
  },
})

function toggle(editor) {
  const storage = editor.storage.fullscreen
  const shown = storage.fullscreen
  storage.fullscreen = shown ? null : new FullScreen(editor, () => toggle(editor))
  shown?.end()
  editor.view.dispatch(editor.state.tr) // for the button
}
