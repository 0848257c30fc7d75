/* A modal dialog of the editor: a title, something to fill in, buttons. */

import { crel, gettext } from "django-prose-editor/editor"

let count = 0

/**
 * Resolves to what the pressed button answers, or to null when cancelled. `buttons` are [words, answer] pairs;
 * answer() may return undefined to keep the dialog open. Enter in an <input> presses the first. opened(heading, close)
 * may keep close(value) for what answers without a button.
 */
export function openDialog({ title, content, buttons, within, opened, closed, dismiss = gettext("Cancel") }) {
  return new Promise((resolve) => {
    const heading = crel("h2", { textContent: title, className: "prose-editor-dialog-title", id: `dialog-${++count}` })
    const row = crel("div", { className: "desk-dialog-buttons" })
    const dialog = crel("dialog", { className: "prose-editor-dialog desk-dialog" }, [heading, ...content, row])
    dialog.setAttribute("aria-labelledby", heading.id)
    let open = true
    const close = (value) => {
      if (value === undefined || !open) return
      open = false
      dialog.close()
      closed?.()
      dialog.remove()
      resolve(value) // at once, not at the "close" event: a letter typed until then would replace what is selected
    }
    for (const [words, ask] of [...buttons, [dismiss, () => null]]) {
      const button = crel("button", { type: "button", textContent: words })
      button.addEventListener("click", () => close(ask()))
      row.append(button)
    }
    dialog.addEventListener("keydown", (event) => {
      if (event.isComposing) return
      // The editor in a dialog keeps Escape from the browser, and the article's form would be sent by Enter.
      if (event.key === "Escape") close(null)
      else if (event.key === "Enter" && event.target.tagName === "INPUT" && buttons.length) close(buttons[0][1]())
      else return
      event.preventDefault()
      event.stopPropagation()
    })
    dialog.addEventListener("close", () => close(null))
    within.append(dialog)
    opened?.(heading, close)
    dialog.showModal()
  })
}
