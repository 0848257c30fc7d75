/* A dialog with a one-paragraph editor, for text that stands in an attribute: a note, a caption of a table. */

import {
  Bold, Code, Document, Editor, HardBreak, Italic, Paragraph, Subscript, Superscript, Text, crel, gettext,
} from "django-prose-editor/editor"
import { Language, Link } from "desk/marks"

const Line = Document.extend({ content: "paragraph" })

/** Resolves to the new inline HTML ("" to remove), or to null when cancelled. */
export function askInline({ title, html, within }) {
  return new Promise((resolve) => {
    let answer = null
    const heading = crel("h2", { textContent: title, className: "prose-editor-dialog-title", id: "inline-dialog-title" })
    const holder = crel("div", { className: "desk-line" })
    const keep = crel("button", { type: "button", textContent: gettext("Done") })
    const cancel = crel("button", { type: "button", textContent: gettext("Cancel") })
    const remove = crel("button", { type: "button", textContent: gettext("Remove") })
    const buttons = crel("div", { className: "desk-dialog-buttons" }, html ? [keep, cancel, remove] : [keep, cancel])
    const dialog = crel("dialog", { className: "prose-editor-dialog desk-dialog" }, [heading, holder, buttons])
    dialog.setAttribute("aria-labelledby", heading.id)
    within.append(dialog)
    const editor = new Editor({
      element: holder,
      extensions: [Line, Paragraph, Text, HardBreak, Bold, Italic, Subscript, Superscript, Code, Link, Language],
      content: `<p>${html}</p>`,
      editorProps: { attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": heading.id } },
    })
    const close = (value) => {
      answer = value
      dialog.close()
    }
    keep.addEventListener("click", () => close(editor.isEmpty ? "" : editor.getHTML().replace(/^<p[^>]*>|<\/p>$/g, "")))
    cancel.addEventListener("click", () => close(null))
    remove.addEventListener("click", () => close(""))
    dialog.addEventListener("close", () => {
      editor.destroy()
      dialog.remove()
      resolve(answer)
    })
    dialog.showModal()
    editor.commands.focus("end")
  })
}
