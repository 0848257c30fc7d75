/* A button that copies the address beside it. Without script the address is there to be copied by hand. */

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = button.parentElement.querySelector("input[readonly]")
  const label = button.textContent
  // Read out where it happens: the button itself changes its words.
  button.setAttribute("aria-live", "polite")
  button.hidden = false
  button.addEventListener("click", async () => {
    field.select()
    try {
      await navigator.clipboard.writeText(field.value)
    } catch {
      // Not over plain http: the older way, on what is selected.
      if (!document.execCommand("copy")) return
    }
    button.textContent = button.dataset.copied
    setTimeout(() => (button.textContent = label), 2000)
  })
}
