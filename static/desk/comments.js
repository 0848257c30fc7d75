/* Sends a comment without leaving the article's form: what is typed there, and was not saved, stays where it is. */

const CREATED = 201
const REFUSED = 400

// Signing in again in another window gives the browser a new one: the form's own may be of the session before.
const token = (form) =>
  document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? form.elements.csrfmiddlewaretoken.value

async function send(form) {
  const response = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token(form) },
    redirect: "manual", // to the page for signing in
    body: new FormData(form),
  })
  if (response.status === CREATED || response.status === REFUSED) return response.json()
  const known = response.type === "opaqueredirect" || response.status === 403
  return { problem: known ? form.dataset.signedOut : form.dataset.failed }
}

function show(section, html) {
  const thread = section.querySelector(".desk-thread")
  thread.insertAdjacentHTML("beforeend", html) // rendered, and escaped, by the server
  section.querySelector(".desk-thread-empty")?.remove()
}

for (const form of document.querySelectorAll(".desk-comment-form[data-stay]")) {
  const box = form.elements.text
  const line = form.querySelector(".desk-said")
  const button = form.querySelector("button")
  const section = form.closest("section")

  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    if (button.disabled) return
    button.disabled = true
    line.textContent = ""
    const answer = await send(form).catch(() => ({ problem: form.dataset.failed }))
    button.disabled = false
    line.textContent = answer.problem ?? answer.said
    line.classList.toggle("is-problem", Boolean(answer.problem))
    box.focus()
    if (answer.problem) return
    box.value = ""
    box.dispatchEvent(new Event("input", { bubbles: true })) // what was kept of it in the browser goes too
    show(section, answer.html)
  })
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit()
  })
  addEventListener("beforeunload", (event) => {
    if (box.value.trim()) event.preventDefault()
  })
}
