/*
 * Starts the rich-text editor on each text area that asks for it. Not the package's own starter: that one goes on
 * without an extension that could not be fetched, and an editor that does not know notes takes them out of the text.
 * Here a failed import stops this module, and the text area stays as it is.
 */

import * as stock from "django-prose-editor/editor"
import * as ours from "desk/editor"

const KNOWN = { ...stock, ...ours }
const ATTRIBUTE = "data-django-prose-editor-desk"

function start(textarea) {
  if (textarea.closest(".prose-editor")) return
  const { extensions } = JSON.parse(textarea.getAttribute(ATTRIBUTE))
  const made = Object.entries(extensions).map(([name, options]) =>
    typeof options === "object" ? KNOWN[name].configure(options) : KNOWN[name],
  )
  stock.createTextareaEditor(textarea, made)
}

stock.initializeEditors(start, `[${ATTRIBUTE}]`)
