/* Figures: <figure data-image="uid"><figcaption>…</figcaption></figure>. The picture is the library's, the caption is typed here. */

import { Node, crel, gettext } from "django-prose-editor/editor"
import { chooseImage, imageOf } from "desk/library"

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="currentColor">
  <path d="M3 4h18v16H3zm2 2v10l4-4 3 3 4-5 3 4V6z"/><circle cx="9" cy="9" r="1.5"/></svg>`

/** The picture with its buttons, which are no part of the text, and the caption, which is. */
class FigureView {
  constructor({ node, editor, getPos }) {
    Object.assign(this, { node, editor, getPos })
    this.picture = crel("img", { alt: "" })
    this.words = crel("p", { className: "desk-said" })
    this.head = crel("div", { className: "desk-figure-head" }, [this.picture, this.words, this.buttons()])
    this.head.contentEditable = "false"
    this.contentDOM = crel("figcaption")
    this.contentDOM.dataset.placeholder = gettext("Caption: left empty, the library’s is printed")
    this.dom = crel("figure", { className: "desk-figure" }, [this.head, this.contentDOM])
    this.load()
    this.mark()
  }

  buttons() {
    const button = (words, press) => {
      const made = crel("button", { type: "button", textContent: words })
      made.addEventListener("click", () => press())
      return made
    }
    const row = crel("div", { className: "desk-figure-buttons" }, [
      button(gettext("Move up"), () => this.move(-1)),
      button(gettext("Move down"), () => this.move(1)),
      button(gettext("Another picture…"), () => this.replace()),
      button(gettext("Take it out"), () => this.remove()),
    ])
    row.setAttribute("role", "group")
    row.setAttribute("aria-label", gettext("Figure"))
    return row
  }

  async load() {
    const uid = this.node.attrs.image
    const image = await imageOf(uid)
    if (uid !== this.node.attrs.image) return
    this.picture.hidden = !image
    if (image) this.picture.src = image.thumbnail
    this.picture.alt = image?.alt ?? ""
    const missing = image && !image.described ? `: ${gettext("no alternative text yet")}` : ""
    this.words.textContent = image ? `${image.label}${missing}` : gettext("This picture is not in the library.")
    this.words.classList.toggle("desk-problem", !image?.described)
  }

  move(step) {
    const { state, view } = this.editor
    const index = state.doc.resolve(this.getPos()).index()
    const other = state.doc.maybeChild(index + step)
    if (!other) return
    const from = this.getPos()
    const to = step < 0 ? from - other.nodeSize : from + other.nodeSize
    const transaction = state.tr.delete(from, from + this.node.nodeSize).insert(to, this.node)
    view.dispatch(transaction.scrollIntoView())
    // The view is made anew: the button that was pressed is where it was.
    requestAnimationFrame(() => view.nodeDOM(to)?.querySelectorAll("button")[step < 0 ? 0 : 1]?.focus())
  }

  async replace() {
    const image = await chooseImage({ title: gettext("Another picture"), within: this.editor.view.dom.parentElement })
    if (!image) return
    const { state, view } = this.editor
    view.dispatch(state.tr.setNodeMarkup(this.getPos(), null, { ...this.node.attrs, image: image.uid }))
  }

  remove() {
    const from = this.getPos()
    this.editor.chain().deleteRange({ from, to: from + this.node.nodeSize }).focus().run()
  }

  update(node) {
    if (node.type !== this.node.type) return false
    const other = node.attrs.image !== this.node.attrs.image
    this.node = node
    if (other) this.load()
    this.mark()
    return true
  }

  mark() {
    this.contentDOM.classList.toggle("is-empty", !this.node.content.size)
  }

  stopEvent(event) {
    return this.head.contains(event.target) && !/^(drag|drop|mousedown)/.test(event.type)
  }

  ignoreMutation(mutation) {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target)
  }
}

async function insertFigure(editor) {
  const image = await chooseImage({
    title: gettext("Picture from the library"),
    within: editor.view.dom.parentElement,
  })
  editor.view.focus()
  if (!image) return
  const { state } = editor
  const { $from } = state.selection
  // Below the block at the top of the text in which the caret stands; in place of it, where that is an empty paragraph.
  const block = $from.depth ? $from.node(1) : null
  const empty = block?.type.name === "paragraph" && !block.content.size
  const figure = { type: "figure", attrs: { image: image.uid } }
  const after = $from.depth ? $from.after(1) : state.selection.to
  const place = empty ? { from: $from.before(1), to: after } : after
  editor.chain().insertContentAt(place, figure).focus().run()
  // The bar of buttons covers the foot of the window: the middle is in sight.
  const at = empty ? $from.before(1) : after
  requestAnimationFrame(() => editor.view.nodeDOM(at)?.scrollIntoView({ block: "center" }))
}

export const LibraryFigure = Node.create({
  name: "figure",
  group: "top",
  content: "inline*",
  isolating: true,
  draggable: true,
  selectable: true,

  addAttributes() {
    return {
      image: {
        default: "",
        parseHTML: (element) => element.dataset.image,
        renderHTML: ({ image }) => ({ "data-image": image }),
      },
    }
  },

  parseHTML() {
    const caption = (element) => element.querySelector(":scope > figcaption") ?? document.createElement("figcaption")
    return [{ tag: "figure[data-image]", contentElement: caption }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["figure", HTMLAttributes, ["figcaption", 0]]
  },

  addNodeView() {
    return (properties) => new FigureView(properties)
  },

  addCommands() {
    return {
      insertFigure: () => ({ editor, dispatch }) => {
        if (dispatch) setTimeout(() => insertFigure(editor))
        return true
      },
    }
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Alt-p": () => this.editor.commands.insertFigure(),
      // Out of the caption, into a paragraph below.
      Enter: () => {
        const { $from } = this.editor.state.selection
        if ($from.parent.type.name !== "figure") return false
        const after = $from.after()
        return this.editor.chain().insertContentAt(after, { type: "paragraph" }).setTextSelection(after + 1).run()
      },
    }
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "figure",
      groups: "note",
      button: buttons.svg(ICON, gettext("Picture from the library")),
      command: (editor) => editor.commands.insertFigure(),
      active: (editor) => editor.isActive("figure"),
    })
  },
})
