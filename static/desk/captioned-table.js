/* Tables that keep their caption: the stock one drops it, and with it words of the text. */

import { Table, crel, gettext } from "django-prose-editor/editor"
import { askInline } from "desk/inline-dialog"
import { inlineFragment, inlineHTML } from "desk/inline-html"

export const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      caption: {
        default: "",
        parseHTML: (element) => inlineHTML(element.querySelector(":scope > caption")?.innerHTML ?? ""),
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
    return ["table", attributes, crel("caption", {}, [inlineFragment(node.attrs.caption)]), body]
  },

  // The stock view draws column widths, by style attributes and without a caption.
  addNodeView() {
    return null
  },

  addCommands() {
    return {
      ...this.parent?.(),
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

async function editCaption(editor) {
  const { caption } = editor.getAttributes("table")
  const html = await askInline({
    title: gettext("Caption of the table"),
    html: caption,
    within: editor.view.dom.parentElement,
  })
  if (html !== null) editor.chain().focus().updateAttributes("table", { caption: html }).run()
}
