/* Links: the dialog that asks for the address, and what counts as one. */

import { Link as StockLink, crel, gettext } from "django-prose-editor/editor"
import { openDialog } from "desk/dialog"

const WEB = /^https?:\/\/[^\s/?#.]+(\.[^\s/?#.]+)*\.?(:\d+)?([/?#]|$)/i
const SITE = /^(#|\/(?![/\\]))\S/
const HOST = /^([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d+)?([/?#]|$)/u
const MAIL = /^(mailto:)?([^\s@:/?#]+@([\p{L}\p{N}-]+\.)+\p{L}{2,}(\?\S*)?)$/iu

/** The address that was meant, or null where there is none. */
export function addressOf(typed) {
  const text = typed.trim()
  const mail = MAIL.exec(text)
  if (mail) return `mailto:${mail[2]}`
  if (SITE.test(text)) return text
  const address = HOST.test(text) ? `https://${text}` : text
  return WEB.test(address) && URL.canParse(address) ? address.replaceAll(/\s/g, "%20") : null
}

async function askAddress({ href, within }) {
  const id = "link-address"
  const input = crel("input", { id, type: "text", inputMode: "url", value: href, autocomplete: "off", dir: "ltr" })
  const label = crel("label", { htmlFor: id, textContent: gettext("Address") })
  const problem = crel("p", { className: "desk-problem", id: `${id}-problem`, role: "alert" })
  const answer = () => {
    const address = input.value === href && href ? href : addressOf(input.value)
    if (address) return address
    problem.textContent = gettext(
      "This is no address. Write one such as www.example.com/page, name@example.org, or /about on this site.",
    )
    input.setAttribute("aria-invalid", "true")
    input.setAttribute("aria-describedby", problem.id)
    input.focus()
    return undefined
  }
  return openDialog({
    title: gettext("Link"),
    buttons: [[href ? gettext("Update") : gettext("Insert"), answer]],
    within,
    content: [crel("div", { className: "prose-editor-dialog-field" }, [label, input, problem])],
    opened: () => setTimeout(() => input.select()),
  })
}

async function editLink(editor) {
  const href = editor.isActive("link") ? (editor.getAttributes("link").href ?? "") : ""
  const address = await askAddress({ href, within: editor.view.dom.parentElement })
  editor.view.focus()
  if (!address) return
  const linked = editor.chain().focus()
  if (href) linked.extendMarkRange("link")
  linked
    .setMark("link", { href: address })
    // The caret goes behind the link: what is typed next would replace the linked words.
    .command(({ tr, commands }) => commands.setTextSelection(tr.selection.to))
    .run()
}

export const Link = StockLink.extend({
  // The stock rule makes a link of anything that ends like a domain, such as "communication.Kim", when it is
  // pasted; turning `autolink` off does not reach it.
  addPasteRules() {
    return []
  },

  addCommands() {
    return {
      ...this.parent?.(),
      addLink: () => ({ editor, dispatch }) => {
        if (editor.state.selection.empty && !editor.isActive("link")) return false
        if (dispatch) setTimeout(() => editLink(editor))
        return true
      },
    }
  },
})
