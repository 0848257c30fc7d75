/* Asks before a form is left with words in it that were not saved. */

const form = document.querySelector(".change-form #content form[id$=_form]")

const written = () => JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === "string"))

// When all modules have run: the pickers make their own fields, the editor has read its text.
if (form && document.querySelector("[data-paste]")) addEventListener("load", () => {
  // A form that came back with a complaint holds words that are nowhere else.
  const kept = form.querySelector(".desk-in-the-way, .errorlist") ? null : written()
  let sent = false
  // On the window, after the form's own listeners: the editor stops a form while a paste is on its way.
  addEventListener("submit", (event) => (sent = !event.defaultPrevented))
  addEventListener("pageshow", () => (sent = false))
  addEventListener("beforeunload", (event) => {
    if (!sent && written() !== kept) event.preventDefault()
  })
})
