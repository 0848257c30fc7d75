/* Pasted content before it goes in: what has paragraphs keeps them, and no word of it is lost on the way. */

import { pm } from "django-prose-editor/editor"

const { Fragment, Slice } = pm.model
const { Selection } = pm.state

const linesOf = (block, schema, marks) =>
  block.split("\n").flatMap((line, index) => [
    ...(index ? [schema.nodes.hardBreak.create()] : []),
    ...(line ? [schema.text(line, marks)] : []),
  ])

/** Plain text: an empty line parts paragraphs, and lines stay lines; where there is none, each line is a paragraph. */
export function fromText(text, $context) {
  const { schema } = $context.doc.type
  const marks = $context.marks()
  const whole = text.replaceAll(/\r\n?/g, "\n").replaceAll(/^\n+|\n+$/g, "")
  const blocks = /\n\s*\n/.test(whole) ? whole.split(/\n\s*\n/) : whole.split("\n")
  const paragraphs = blocks.map((block) => schema.nodes.paragraph.create(null, linesOf(block, schema, marks)))
  return new Slice(Fragment.from(paragraphs), 1, 1)
}

/** For an editor of one paragraph: the paragraphs of the slice as lines of it. */
export function asLines(slice, schema) {
  const lines = []
  const take = (content) => {
    if (lines.length) lines.push(schema.nodes.hardBreak.create())
    content.forEach((node) => lines.push(node))
  }
  slice.content.descendants((node) => {
    if (node.isTextblock && node.content.size) take(node.content)
    return !node.isTextblock
  })
  return lines.length ? new Slice(Fragment.from(schema.nodes.paragraph.create(null, lines)), 1, 1) : slice
}

/**
 * Of several blocks, a first or last one that is no paragraph stays apart from the paragraph around the caret:
 * melted into it, a heading would be words of a sentence, and the rest of the sentence an item of a list.
 */
export function setApart(slice, { $from }) {
  const { content } = slice
  if (content.childCount < 2 || $from.depth !== 1 || $from.parent.type.name !== "paragraph") return slice
  const open = (node, depth) => (node.type.name === "paragraph" ? depth : 0)
  return new Slice(content, open(content.firstChild, slice.openStart), open(content.lastChild, slice.openEnd))
}

const behindTable = ($place) => {
  for (let depth = $place.depth; depth > 0; depth -= 1) {
    if ($place.node(depth).type.spec.tableRole === "table") return $place.after(depth)
  }
  return null
}

/** The caret behind what was pasted: a table that came with it is left, and cells it was pasted over not selected. */
export function caretAfter(transaction, wasInTable) {
  const { selection, doc } = transaction
  const behind = behindTable(selection.$to)
  if (behind === null) return transaction
  if (wasInTable) return selection.empty ? transaction : transaction.setSelection(Selection.near(selection.$to, -1))
  if (!doc.resolve(behind).nodeAfter) transaction.insert(behind, doc.type.schema.nodes.paragraph.create())
  return transaction.setSelection(Selection.near(transaction.doc.resolve(behind), 1))
}

export const isInTable = ({ $from }) => behindTable($from) !== null
