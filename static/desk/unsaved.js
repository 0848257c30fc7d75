/* Asks before a form is left with words in it that were not saved. */

const form = document.querySelector(".change-form #content form[id$=_form]")

// The name of the draft kept in the browser is given when the page has loaded: nobody typed it.
const written = () =>
  JSON.stringify([...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "_draft"))

// When all modules have run: the pickers make their own fields, the editor has read its text.
if (form && document.querySelector("[data-paste]")) addEventListener("load", () => {
  // A form that came back with a complaint holds words that are nowhere else.
  const kept = form.querySelector(".desk-in-the-way, .desk-conflict, .desk-put-back, .errorlist") ? null : written()
  let sent = false
  // On the window, after the form's own listeners: the editor stops a form while a paste is on its way.
  addEventListener("submit", (event) => (sent = !event.defaultPrevented))
  addEventListener("pageshow", () => (sent = false))
  addEventListener("beforeunload", (event) => {
    if (!sent && written() !== kept) event.preventDefault()
  })
})
