/* Tables that keep their caption: the stock one drops it, and with it words of the text. */

import { Table, crel, gettext } from "django-prose-editor/editor"
import { openDialog } from "desk/dialog"
import { Footnote } from "desk/footnote"
import { askInline } from "desk/inline-dialog"
import { inlineFragment, inlineHTML } from "desk/inline-html"

const NOTES = { notes: true }

export const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        parseHTML: (element) => inlineHTML(element.querySelector(":scope > caption")?.innerHTML ?? "", NOTES),
        rendered: false,
      },
    }
  },

  parseHTML() {
    // The caption is read as an attribute: as content it would become a row.
    const withoutCaption = (table) => {
      const copy = table.cloneNode(true)
      copy.querySelector(":scope > caption")?.remove()
      return copy
    }
    return [{ tag: "table", contentElement: withoutCaption }]
  },

  renderHTML({ node, HTMLAttributes }) {
    const { style, ...attributes } = HTMLAttributes // a style attribute is refused by the content security policy
    const body = ["tbody", 0]
    if (!node.attrs.caption) return ["table", attributes, body]
    return ["table", attributes, crel("caption", {}, [inlineFragment(node.attrs.caption, NOTES)]), body]
  },

  // The stock view draws column widths, by style attributes and without a caption.
  addNodeView() {
    return null
  },

  addCommands() {
    return {
      ...this.parent?.(),
      // The stock dialog has no name, and leaves the first row an ordinary one.
      insertTableWithOptions: () => ({ editor, dispatch }) => {
        if (dispatch) setTimeout(() => insertTable(editor))
        return true
      },
      editCaption: () => ({ editor, dispatch }) => {
        if (dispatch) setTimeout(() => editCaption(editor))
        return true
      },
    }
  },

  addMenuItems({ editor, buttons, menu }) {
    this.parent?.({ editor, buttons, menu })
    menu.defineItem({
      name: "table:caption",
      groups: "table",
      button: buttons.text(gettext("Caption"), gettext("Caption of the table")),
      command: (editor) => editor.commands.editCaption(),
      hidden: (editor) => !editor.isActive("table"),
    })
  },
})

const MOST = 100

function amount(id, words, value) {
  const input = crel("input", { id, type: "number", min: "1", max: String(MOST), value: String(value) })
  return [input, crel("div", { className: "prose-editor-dialog-field" }, [crel("label", { htmlFor: id, textContent: words }), input])]
}

async function insertTable(editor) {
  const [rows, rowsField] = amount("table-rows", gettext("Rows"), 3)
  const [columns, columnsField] = amount("table-columns", gettext("Columns"), 3)
  const heads = crel("input", { id: "table-heads", type: "checkbox", checked: true })
  const headsLabel = crel("label", { htmlFor: heads.id, textContent: gettext("The first row holds the headings") })
  const problem = crel("p", { className: "desk-problem", role: "alert" })
  const answer = () => {
    const wrong = [rows, columns].find((input) => !input.value || !input.checkValidity())
    if (!wrong) return { rows: Number(rows.value), cols: Number(columns.value), withHeaderRow: heads.checked }
    problem.textContent = `${gettext("Write whole numbers from 1 to")} ${MOST}.`
    wrong.focus()
    return undefined
  }
  const size = await openDialog({
    title: gettext("Insert a table"),
    buttons: [[gettext("Insert"), answer]],
    within: editor.view.dom.parentElement,
    content: [rowsField, columnsField, crel("div", { className: "prose-editor-dialog-field" }, [heads, headsLabel]), problem],
    opened: () => setTimeout(() => rows.select()),
  })
  editor.view.focus()
  if (size) editor.chain().focus().insertTable(size).run()
}

async function editCaption(editor) {
  const { caption } = editor.getAttributes("table")
  const html = await askInline({
    title: gettext("Caption of the table"),
    html: caption,
    outer: editor,
    extensions: [Footnote],
  })
  if (html !== null) editor.chain().focus().updateAttributes("table", { caption: html }).run()
}
