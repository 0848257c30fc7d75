/*
 * Pasted HTML goes to the server and comes back in the form in which it will be stored. The browser reads a clipboard
 * under the content security policy, without its style attributes: there Word keeps its lists and notes, and Google
 * Docs its bold and italic. Plain text, and what was copied in this editor, is the editor's own matter.
 */

import { Extension, Plugin, crel, gettext, isTextSelection, pm } from "django-prose-editor/editor"
import { asLines, caretAfter, fromText, isInTable, setApart } from "desk/pasted"

const TOO_MUCH = 413

async function cleaned(html) {
  const response = await fetch(document.querySelector("[data-paste]").dataset.paste, {
    method: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "text/html; charset=utf-8",
      "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]").value,
    },
    redirect: "error", // to the page for signing in
    body: html.replaceAll(/data:image\/[^"')\s]+/g, ""), // pictures: left out there, and heavy
  })
  if (!response.ok && response.status !== TOO_MUCH) throw new Error(response.statusText)
  return response.json()
}

const isOwn = (html) => /\sdata-pm-slice=/.test(html) && !/\sstyle=/.test(html)

const images = (count) =>
  count === 1
    ? gettext("1 image was left out: images cannot be pasted.")
    : `${count} ${gettext("images were left out: images cannot be pasted.")}`

/** Where to paste, while more is typed. The editor's own bookmark of a range would take in what is typed at its end. */
class Place {
  constructor(editor) {
    const { from, to } = editor.state.selection
    // All of it: from the first word to the last, not with the edges outside of them.
    if (to - from === editor.state.doc.content.size) editor.commands.setTextSelection({ from, to })
    const { selection } = editor.state
    if (isTextSelection(selection)) this.range = { from: selection.from, to: selection.to }
    else this.bookmark = selection.getBookmark()
  }

  follow(mapping) {
    if (this.bookmark) this.bookmark = this.bookmark.map(mapping)
    else {
      const from = mapping.map(this.range.from, 1)
      this.range = { from, to: Math.max(from, mapping.map(this.range.to, -1)) }
    }
  }

  isLeft(selection) {
    if (this.bookmark) return !this.bookmark.resolve(selection.$from.doc).eq(selection)
    return selection.from !== this.range.from || selection.to !== this.range.to
  }

  select(editor) {
    const { state, view } = editor
    if (this.range) editor.commands.setTextSelection(this.range)
    else view.dispatch(state.tr.setSelection(this.bookmark.resolve(state.doc)))
  }
}

function outcome(answer) {
  if (answer) return answer.problem ?? (answer.images ? images(answer.images) : "")
  return gettext("Pasted as plain text: the formatting could not be read. Are you still signed in?")
}

class Pasting {
  constructor(editor) {
    this.editor = editor
    this.places = new Set()
    this.last = Promise.resolve()
    this.line = crel("p", { className: "desk-said", role: "status" })
    editor.view.dom.after(this.line)
    this.form = editor.view.dom.closest("form")
    this.form?.addEventListener("submit", this.wait)
  }

  /** Saving waits for what is on its way into the text. */
  wait = (event) => {
    if (!this.places.size) return
    event.preventDefault()
    this.last.then(() => this.form.requestSubmit(event.submitter))
  }

  take(event) {
    const { clipboardData } = event
    const html = clipboardData?.getData("text/html") ?? ""
    const text = clipboardData?.getData("text/plain") ?? ""
    const pictures = [...(clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"))
    this.say("")
    if (!html && !text && pictures.length) this.say(images(pictures.length))
    else if (!html || isOwn(html)) {
      this.oneStep(() => new Promise((done) => setTimeout(done)))
      return false
    }
    else this.insert(html, text)
    event.preventDefault()
    return true
  }

  /** What is dragged in from another window is cleaned like what is pasted, and comes where it was let go. */
  drop(event) {
    const { view } = this.editor
    const html = view.dragging ? "" : (event.dataTransfer?.getData("text/html") ?? "")
    const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
    if (!html || isOwn(html) || !place) return false
    this.editor.commands.setTextSelection(place.pos)
    this.insert(html, event.dataTransfer.getData("text/plain"))
    event.preventDefault()
    return true
  }

  insert(html, text) {
    const place = new Place(this.editor)
    this.places.add(place)
    const asked = cleaned(html).catch(() => null)
    // One after the other, in the order of pasting.
    this.last = this.last.then(async () => {
      const answer = await asked
      this.places.delete(place)
      if (this.editor.isDestroyed) return
      this.putAt(place, answer, text)
    })
  }

  putAt(place, answer, text) {
    const { view } = this.editor
    // Who has gone on typing elsewhere goes on there: the caret stays with the next letter.
    const caret = place.isLeft(view.state.selection) ? new Place(this.editor) : null
    if (caret) this.places.add(caret)
    place.select(this.editor)
    const inTable = isInTable(view.state.selection)
    this.oneStep(() => {
      if (answer?.html) view.pasteHTML(answer.html)
      else if (!answer) view.pasteText(text)
      view.dispatch(caretAfter(view.state.tr, inTable).scrollIntoView())
    })
    if (caret) {
      this.places.delete(caret)
      caret.select(this.editor)
    }
    this.say(outcome(answer))
  }

  /** Undo takes back what was pasted, and neither what was typed before it nor after. */
  async oneStep(act) {
    const { view } = this.editor
    view.dispatch(pm.history.closeHistory(view.state.tr))
    await act()
    if (!this.editor.isDestroyed) view.dispatch(pm.history.closeHistory(view.state.tr))
  }

  say(words) {
    this.line.textContent = words
  }

  follow(transaction) {
    for (const place of this.places) place.follow(transaction.mapping)
  }

  end() {
    this.form?.removeEventListener("submit", this.wait)
    this.line.remove()
  }
}

export const Paste = Extension.create({
  name: "cleanPaste",
  priority: 1000,

  addOptions() {
    return { oneLine: false }
  },

  addStorage() {
    return { pasting: null }
  },

  onCreate() {
    this.storage.pasting = new Pasting(this.editor)
  },

  onTransaction({ transaction }) {
    this.storage.pasting?.follow(transaction)
  },

  onDestroy() {
    this.storage.pasting?.end()
  },

  addProseMirrorPlugins() {
    const { storage, options } = this
    // Not handlePaste: before it is asked, the clipboard has been parsed, and the console is full of refused styles.
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (view, event) => storage.pasting?.take(event) ?? false,
            drop: (view, event) => storage.pasting?.drop(event) ?? false,
          },
          clipboardTextParser: fromText,
          transformPasted: (slice, { state }) =>
            options.oneLine ? asLines(slice, state.schema) : setApart(slice, state.selection),
        },
      }),
    ]
  },
})
