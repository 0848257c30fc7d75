/* Words, notes and minutes under the text, as the server counts them: see articles/text/plain.py. */

import { Extension, gettext } from "django-prose-editor/editor"
import { inlineFragment } from "desk/inline-html"
import { languageOf, whenLanguageChanges } from "desk/language"

const CJK = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}"
const PIECES = new RegExp(`[${CJK}]|[^${CJK}]+`, "gu")
const BETWEEN_WORDS = /[\s‒–—―…]+|\.{2,}|--+/u
const LEFT_OUT = /\[?(?:…|\.{3})\]?/u
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu
const WAIT = 300

function wordsOf(text) {
  const pieces = text.split(BETWEEN_WORDS).flatMap((token) => token.match(PIECES) ?? [])
  return pieces.map((piece) => piece.replaceAll(AROUND, "")).filter(Boolean)
}

const inARow = (text) => ` ${wordsOf(text).join(" ").toLowerCase()} `.replaceAll("  ", " ")

/** The texts of a node's blocks, and apart from them those of its notes. */
function textsOf(node) {
  const blocks = []
  const notes = []
  const read = (html) => {
    const fragment = inlineFragment(html, { notes: true })
    for (const note of fragment.querySelectorAll(".footnote")) {
      notes.push(note.textContent)
      note.remove()
    }
    return fragment.textContent
  }
  const text = (leaf) => {
    let found = ""
    leaf.forEach((item) => {
      if (item.type.name === "footnote") notes.push(read(item.attrs.html))
      else found += item.text ?? "\n"
    })
    return found
  }
  const visit = (child) => {
    if (child.attrs.caption) blocks.push(read(child.attrs.caption))
    if (child.isTextblock) blocks.push(text(child))
    return !child.isTextblock
  }
  if (visit(node)) node.descendants(visit)
  return { blocks, notes }
}

/** Without notes and links, and all of its words stand in the text as well. */
function isEcho(pull, said) {
  let plain = true
  pull.descendants((node) => {
    const leads = node.marks.some((mark) => mark.type.name === "link")
    if (leads || !/^(paragraph|text|hardBreak)$/.test(node.type.name)) plain = false
  })
  return plain && textsOf(pull).blocks.join(" ").split(LEFT_OUT).every((part) => said.includes(inARow(part)))
}

export function count(doc) {
  const pulls = []
  const rest = []
  doc.forEach((node) => (node.type.name === "pullQuote" ? pulls : rest).push(node))
  const told = rest.map(textsOf)
  const said = pulls.length ? inARow(told.flatMap(({ blocks }) => blocks).join(" ")) : ""
  told.push(...pulls.filter((pull) => !isEcho(pull, said)).map(textsOf))
  return {
    words: wordsOf(told.flatMap(({ blocks, notes }) => [...blocks, ...notes]).join("\n\n")).length,
    notes: told.flatMap(({ notes }) => notes.filter((note) => note.trim())).length,
  }
}

/** A half goes to the even neighbour, as in Python. */
function minutesFor(words, pace) {
  const exact = words / pace
  const near = Math.round(exact)
  return Math.max(1, exact % 1 === 0.5 && near % 2 ? near - 1 : near)
}

const amount = (number, one, many) => (number === 1 ? one : `${number} ${many}`)

function show(editor, line) {
  const { words, notes } = count(editor.state.doc)
  if (!words) {
    line.textContent = gettext("No words yet")
    return
  }
  const minutes = minutesFor(words, languageOf(editor).pace)
  line.textContent = [
    amount(words, gettext("1 word"), gettext("words")),
    amount(minutes, gettext("1 minute to read"), gettext("minutes to read")),
    amount(notes, gettext("1 note"), gettext("notes")),
  ].join(" · ")
}

/** The line under this editor: a form may have several. */
function lineOf(editor) {
  let box = editor.view.dom.parentElement
  while (box && !box.querySelector("[data-count]")) box = box.parentElement
  return box?.querySelector("[data-count]")
}

export const Count = Extension.create({
  name: "count",

  onCreate({ editor }) {
    const line = lineOf(editor)
    if (!line) return
    let waiting
    const later = ({ transaction }) => {
      if (!transaction.docChanged) return
      clearTimeout(waiting)
      waiting = setTimeout(() => show(editor, line), WAIT)
    }
    editor.on("transaction", later)
    whenLanguageChanges(() => show(editor, line))
    show(editor, line)
  },
})
