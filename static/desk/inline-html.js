/* The inline part of the allowlist, for mark-up kept in an attribute: nothing else reaches the page. */

const TAGS = new Set(["STRONG", "EM", "SUB", "SUP", "CODE", "A", "SPAN", "BR"])
const ALIASES = { B: "STRONG", I: "EM" }
const SCHEMES = /^(https?:|mailto:|#|\/(?!\/)|[^:/?#]*(?:[/?#]|$))/i

function copy(node, into) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) into.append(child.data)
    if (child.nodeType !== Node.ELEMENT_NODE) continue
    const tag = ALIASES[child.tagName] ?? child.tagName
    if (tag === "SCRIPT" || tag === "STYLE") continue
    if (!TAGS.has(tag)) {
      copy(child, into)
      continue
    }
    const made = document.createElement(tag)
    const names = tag === "A" ? ["href"] : tag === "SPAN" ? ["lang", "dir"] : []
    for (const name of names) {
      const value = child.getAttribute(name)
      if (value && (name !== "href" || SCHEMES.test(value.trim()))) made.setAttribute(name, value)
    }
    copy(child, made)
    into.append(made)
  }
}

/** A fragment of `html` (parsed where nothing loads and nothing runs) with allowed inline mark-up only. */
export function inlineFragment(html) {
  const fragment = document.createDocumentFragment()
  copy(new DOMParser().parseFromString(html, "text/html").body, fragment)
  return fragment
}

export function inlineHTML(html) {
  const holder = document.createElement("div")
  holder.append(inlineFragment(html))
  return holder.innerHTML
}
