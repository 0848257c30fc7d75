/* A dialog with a one-paragraph editor, for text that stands in an attribute: a note, a caption of a table. */

import {
  Bold, Code, Document, Editor, HardBreak, History, Italic, Paragraph, Subscript, Superscript, Text, crel, gettext,
} from "django-prose-editor/editor"
import { openDialog } from "desk/dialog"
import { Link } from "desk/link"
import { Language } from "desk/marks"
import { Paste } from "desk/paste"

const Line = Document.extend({ content: "paragraph" })
const EXTENSIONS = [
  Line, Paragraph, Text, HardBreak, History, Bold, Italic, Subscript, Superscript, Code, Link, Language,
  Paste.configure({ oneLine: true }),
]

/** Resolves to the new inline HTML ("" to remove), or to null when cancelled. `outer` is the editor that asks. */
export function askInline({ title, html, outer, extensions = [] }) {
  const holder = crel("div", { className: "desk-line" })
  let editor
  const written = () => (editor.isEmpty ? "" : editor.getHTML().replace(/^<p[^>]*>|<\/p>$/g, ""))
  const buttons = [[gettext("Done"), written]]
  if (html) buttons.push([gettext("Remove"), () => ""])
  return openDialog({
    title,
    buttons,
    within: outer.view.dom.parentElement,
    content: [holder],
    opened: (heading) => {
      const { lang, dir } = outer.view.dom
      const named = { role: "textbox", "aria-multiline": "true", "aria-labelledby": heading.id }
      editor = new Editor({
        element: holder,
        extensions: [...EXTENSIONS, ...extensions],
        content: `<p>${html}</p>`,
        editorProps: { attributes: { ...named, spellcheck: "true", lang, dir } },
      })
      setTimeout(() => editor.commands.focus("end"))
    },
    closed: () => editor.destroy(),
  })
}
