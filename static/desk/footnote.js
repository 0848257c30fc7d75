/* Notes: <span class="footnote">text of the note</span>, where the mark will stand. */

import { Node, crel, gettext } from "django-prose-editor/editor"
import { askInline } from "desk/inline-dialog"
import { inlineFragment, inlineHTML } from "desk/inline-html"

/** The note as readers will meet it: a number, here a button that opens the text. */
class NoteView {
  constructor({ node, editor, getPos }) {
    this.node = node
    this.dom = crel("button", { type: "button", className: "desk-note" })
    this.dom.contentEditable = "false"
    this.dom.title = this.words()
    this.dom.addEventListener("click", (event) => {
      event.preventDefault()
      editor.chain().setNodeSelection(getPos()).editNote().run()
    })
  }

  words() {
    return inlineFragment(this.node.attrs.html).textContent
  }

  update(node) {
    if (node.type !== this.node.type) return false
    this.node = node
    this.dom.title = this.words()
    return true
  }

  stopEvent(event) {
    return event.type === "click" || event.type === "keydown"
  }
}

/** The number is drawn by the style sheet, which counts; a screen reader is told here. */
function number(editor) {
  editor.view.dom.querySelectorAll(".desk-note").forEach((note, index) => {
    note.setAttribute("aria-label", `${gettext("Note")} ${index + 1}: ${note.title}`)
  })
}

function selectedNote({ selection }) {
  return selection.node?.type.name === "footnote" ? selection.node : null
}

async function editNote(editor) {
  const note = selectedNote(editor.state)
  const { from, to } = editor.state.selection
  const html = await askInline({
    title: gettext("Note"),
    html: note ? note.attrs.html : "",
    outer: editor,
  })
  editor.view.focus()
  if (html === null) return
  if (note && !html) editor.chain().focus().deleteRange({ from, to }).run()
  else if (note)
    editor.chain().focus().setNodeSelection(from).updateAttributes("footnote", { html }).setTextSelection(to).run()
  else if (html) editor.chain().focus().insertContentAt(to, { type: "footnote", attrs: { html } }).run()
}

export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  // Before the mark for <span lang>, which a note may carry.
  priority: 200,

  addAttributes() {
    return {
      html: { default: "", parseHTML: (element) => inlineHTML(element.innerHTML), rendered: false },
      lang: { default: null },
      dir: { default: null },
    }
  },

  parseHTML() {
    return [{ tag: "span.footnote", priority: 100 }]
  },

  renderHTML({ node, HTMLAttributes }) {
    const span = crel("span", { className: "footnote" }, [inlineFragment(node.attrs.html)])
    for (const [name, value] of Object.entries(HTMLAttributes)) if (value) span.setAttribute(name, value)
    return span
  },

  renderText({ node }) {
    return ` (${inlineFragment(node.attrs.html).textContent}) `
  },

  addNodeView() {
    return (properties) => new NoteView(properties)
  },

  onCreate({ editor }) {
    number(editor)
  },

  onUpdate({ editor }) {
    number(editor)
  },

  addCommands() {
    return {
      editNote: () => ({ editor, dispatch }) => {
        if (dispatch) setTimeout(() => editNote(editor))
        return true
      },
    }
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Alt-f": () => this.editor.commands.editNote(),
      Enter: () => (selectedNote(this.editor.state) ? this.editor.commands.editNote() : false),
    }
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "footnote",
      groups: "note",
      button: buttons.text(gettext("Note"), gettext("Note (Ctrl+Alt+F)")),
      command: (editor) => editor.commands.editNote(),
      active: (editor) => Boolean(selectedNote(editor.state)),
    })
  },
})
