/* Blocks as the allowlist has them: headings and pull quotes stand at the top of the text only. */

import {
  BulletList as StockBulletList, Document as StockDocument, Extension, Heading as StockHeading, Node, gettext,
} from "django-prose-editor/editor"

export const Document = StockDocument.extend({ content: "(block | top)+" })

export const Heading = StockHeading.extend({
  group: "top",

  addMenuItems({ menu, buttons }) {
    for (const level of this.options.levels) {
      menu.defineItem({
        name: `heading${level}`,
        groups: "blockType nodes headings",
        button: buttons.heading(level),
        command: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
        active: (editor) => editor.isActive("heading", { level }),
        // Out of a list or a quotation a heading is lifted; out of a table nothing is.
        enabled: (editor) => !editor.isActive("table"),
      })
    }
  },
})

export const BulletList = StockBulletList.extend({
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "bulletList",
      groups: "blockType lists nodes",
      button: buttons.material("format_list_bulleted", "list"),
      command: (editor) => editor.chain().focus().toggleBulletList().run(),
      active: (editor) => editor.isActive("bulletList"), // the stock one never says so
      enabled: (editor) => editor.can().toggleBulletList(),
    })
  },
})

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="currentColor">
  <path d="M3 3h18v2H3zM3 19h18v2H3z"/><path d="M6.5 16h3l2-4V8h-5v5h2.5zM14 16h3l2-4V8h-5v5h2.5z"/></svg>`

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "top",
  content: "block+",
  defining: true,
  priority: 110, // before the quotation, which takes any <blockquote>

  parseHTML() {
    return [{ tag: "blockquote.pull", priority: 60 }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["blockquote", { ...HTMLAttributes, class: "pull" }, 0]
  },

  addCommands() {
    return {
      togglePullQuote:
        () =>
        ({ editor, chain }) => {
          if (editor.isActive("pullQuote")) return chain().lift("pullQuote").run()
          const plain = editor.isActive("blockquote") ? chain().lift("blockquote") : chain()
          return plain.wrapIn("pullQuote").run()
        },
    }
  },

  addKeyboardShortcuts() {
    return { "Mod-Shift-9": () => this.editor.commands.togglePullQuote() }
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "pullQuote",
      groups: "nodes",
      button: buttons.svg(ICON, gettext("Pull quote")),
      command: (editor) => editor.chain().focus().togglePullQuote().run(),
      active: (editor) => editor.isActive("pullQuote"),
      enabled: (editor) => editor.can().togglePullQuote(),
    })
  },
})

/** Links and the language of a phrase say something of the words, and stay. */
const MEANING = new Set(["link", "language"])

export const Clear = Extension.create({
  name: "clear",

  addCommands() {
    return {
      clearFormatting:
        () =>
        ({ chain, state }) => {
          const marks = Object.values(state.schema.marks).filter(({ name }) => !MEANING.has(name))
          const cleared = marks.reduce((steps, { name }) => steps.unsetMark(name), chain())
          return cleared.clearNodes().run()
        },
    }
  },

  addKeyboardShortcuts() {
    return { "Mod-Shift-Space": () => this.editor.commands.clearFormatting() }
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "clear",
      groups: "marks",
      priority: 50,
      button: buttons.material("format_clear", "clear"),
      command: (editor) => editor.chain().focus().clearFormatting().run(),
    })
  },
})
