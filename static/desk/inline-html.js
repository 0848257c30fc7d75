/* The inline part of the allowlist, for mark-up kept in an attribute: nothing else reaches the page. */

const TAGS = new Set(["STRONG", "EM", "SUB", "SUP", "CODE", "A", "SPAN", "BR"])
const ALIASES = { B: "STRONG", I: "EM" }
const SCHEMES = /^(https?:|mailto:|#|\/(?!\/)|[^:/?#]*(?:[/?#]|$))/i

function copy(node, into, notes) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) into.append(child.data)
    if (child.nodeType !== Node.ELEMENT_NODE) continue
    const tag = ALIASES[child.tagName] ?? child.tagName
    if (tag === "SCRIPT" || tag === "STYLE") continue
    if (!TAGS.has(tag)) {
      copy(child, into, notes)
      continue
    }
    const made = document.createElement(tag)
    const names = tag === "A" ? ["href"] : tag === "SPAN" ? ["lang", "dir"] : []
    for (const name of names) {
      const value = child.getAttribute(name)
      if (value && (name !== "href" || SCHEMES.test(value.trim()))) made.setAttribute(name, value)
    }
    const isNote = notes && tag === "SPAN" && child.classList.contains("footnote")
    if (isNote) made.className = "footnote"
    copy(child, made, notes && !isNote)
    into.append(made)
  }
}

/** A fragment of `html` (parsed where nothing loads and nothing runs) with allowed inline mark-up only; `notes`: a
 * caption may hold them, a note may not. */
export function inlineFragment(html, { notes = false } = {}) {
  const fragment = document.createDocumentFragment()
  copy(new DOMParser().parseFromString(html, "text/html").body, fragment, notes)
  return fragment
}

export function inlineHTML(html, options) {
  const holder = document.createElement("div")
  holder.append(inlineFragment(html, options))
  return holder.innerHTML
}
