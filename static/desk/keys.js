/* What the buttons of the editor are called, the keys beside them, and the list of all keys. */

import { Extension, crel, gettext, isMacOS } from "django-prose-editor/editor"
import { openDialog } from "desk/dialog"

/**
 * By the name of the menu's item: words, keys as ProseMirror writes them. None that other keyboards lack or have
 * elsewhere: on a Turkish or German one "/" is Shift+7, "\" and "@" are typed with AltGr, which is Ctrl+Alt.
 */
const BUTTONS = {
  paragraph: [gettext("Paragraph"), "Mod-Alt-0"],
  heading2: [gettext("Heading"), "Mod-Alt-2"],
  heading3: [gettext("Subheading"), "Mod-Alt-3"],
  bulletList: [gettext("List with bullets"), "Mod-Shift-8"],
  orderedList: [gettext("Numbered list"), "Mod-Shift-7"],
  blockquote: [gettext("Quotation"), "Mod-Shift-B"],
  pullQuote: [gettext("Pull quote"), "Mod-Shift-9"],
  horizontalRule: [gettext("Break between parts")],
  figure: [gettext("Figure")],
  bold: [gettext("Bold"), "Mod-B"],
  italic: [gettext("Italic"), "Mod-I"],
  subscript: [gettext("Subscript"), "Mod-,"],
  superscript: [gettext("Superscript"), "Mod-."],
  code: [gettext("Code"), "Mod-E"],
  clear: [gettext("Clear formatting"), "Mod-Shift-Space"],
  link: [gettext("Link"), "Mod-K"],
  unlink: [gettext("Remove the link")],
  footnote: [gettext("Note"), "Mod-Alt-F"],
  figure: [gettext("Picture from the library"), "Mod-Alt-P"],
  table: [gettext("Insert a table")],
  "table:addColumnAfter": [gettext("Add a column")],
  "table:deleteColumn": [gettext("Delete the column")],
  "table:addRowAfter": [gettext("Add a row")],
  "table:deleteRow": [gettext("Delete the row")],
  "table:mergeCells": [gettext("Merge cells")],
  "table:splitCell": [gettext("Split the cell")],
  "table:toggleHeaderCell": [gettext("Heading of a row or column")],
  "table:deleteTable": [gettext("Delete the table")],
  "table:caption": [gettext("Caption of the table")],
  "history:undo": [gettext("Undo"), "Mod-Z"],
  "history:redo": [gettext("Redo"), "Mod-Shift-Z"],
  fullscreen: [gettext("Full screen"), "Mod-Shift-F"],
  keys: [gettext("All keys"), "Alt-0"],
}

/** What has a key and no button. */
const OTHERS = [
  [gettext("New line in the same paragraph"), "Shift-Enter"],
  [gettext("List: one level in, one level out"), "Tab", "Shift-Tab"],
  [gettext("Table: next cell, previous cell"), "Tab", "Shift-Tab"],
  [gettext("Paste as plain text"), "Mod-Shift-V"],
  [gettext("Change the note that is selected"), "Enter"],
  [gettext("Save"), "Mod-S"],
  [gettext("To the buttons; arrows go from one to the next"), "Alt-F10"],
  [gettext("Back to the text; out of the full screen"), "Escape"],
]

const MAC = { Mod: "⌘", Alt: "⌥", Shift: "⇧" }
const ELSEWHERE = { Mod: "Ctrl", Escape: "Esc" }

/** "Mod-Shift-B" as the keyboard at hand has it printed. */
const printed = (keys) =>
  keys
    .split("-")
    .map((key) => (isMacOS() && MAC[key]) || ELSEWHERE[key] || key)
    .join(isMacOS() ? "" : "+")

/** What the button of this name is to be called, where it is one of ours to name. */
export function nameOf(item) {
  const [words, keys] = BUTTONS[item] ?? []
  return keys ? `${words} (${printed(keys)})` : words
}

function row([words, ...keys]) {
  const shown = keys.flatMap((key, index) => [...(index ? [", "] : []), crel("kbd", { textContent: printed(key) })])
  return crel("tr", {}, [crel("th", { scope: "row", textContent: words }), crel("td", {}, shown)])
}

function showKeys(editor) {
  const known = new Set(
    [...editor.options.element.querySelectorAll(".prose-menubar button")].map(({ dataset }) => dataset.name),
  )
  const offered = Object.entries(BUTTONS).filter(([name, [, keys]]) => keys && known.has(name))
  const rows = [...offered.map(([, line]) => line), ...OTHERS].map(row)
  return openDialog({
    title: gettext("Keys"),
    content: [crel("table", { className: "desk-keys" }, [crel("tbody", {}, rows)])],
    buttons: [],
    dismiss: gettext("Close"),
    within: editor.view.dom.parentElement,
  })
}

export const Keys = Extension.create({
  name: "keys",

  addKeyboardShortcuts() {
    const save = () => {
      const button = this.editor.view.dom.closest("form")?.querySelector("[name=_save]")
      button?.click()
      return Boolean(button)
    }
    return { "Alt-0": () => Boolean(showKeys(this.editor)), "Mod-s": save }
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "keys",
      groups: "utility",
      priority: 50,
      button: buttons.material("keyboard", "keys"),
      command: showKeys,
    })
  },
})
