/* A dialog with a one-paragraph editor, for text that stands in an attribute: a note, a caption of a table. */

import {
  Bold, Code, Document, Editor, HardBreak, Italic, Paragraph, Subscript, Superscript, Text, crel, gettext,
} from "django-prose-editor/editor"
import { openDialog } from "desk/dialog"
import { Link } from "desk/link"
import { Language } from "desk/marks"
import { Paste } from "desk/paste"

const Line = Document.extend({ content: "paragraph" })
const EXTENSIONS = [
  Line, Paragraph, Text, HardBreak, Bold, Italic, Subscript, Superscript, Code, Link, Language, Paste,
]

/** Resolves to the new inline HTML ("" to remove), or to null when cancelled. */
export function askInline({ title, html, within }) {
  const holder = crel("div", { className: "desk-line" })
  let editor
  const written = () => (editor.isEmpty ? "" : editor.getHTML().replace(/^<p[^>]*>|<\/p>$/g, ""))
  const buttons = [[gettext("Done"), written]]
  if (html) buttons.push([gettext("Remove"), () => ""])
  return openDialog({
    title,
    buttons,
    within,
    content: [holder],
    opened: (heading) => {
      const attributes = { role: "textbox", "aria-multiline": "true", "aria-labelledby": heading.id, dir: "auto" }
      editor = new Editor({
        element: holder, extensions: EXTENSIONS, content: `<p>${html}</p>`, editorProps: { attributes },
      })
      setTimeout(() => editor.commands.focus("end"))
    },
    closed: () => editor.destroy(),
  })
}
