/* A file dropped anywhere on the page is the manuscript. Without this script it is chosen in the field. */

const form = document.querySelector("[data-bring]")
const input = form.querySelector("[type=file]")

for (const name of ["dragover", "dragleave", "drop"])
  document.addEventListener(name, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return
    event.preventDefault()
    form.classList.toggle("is-over", name === "dragover")
  })

document.addEventListener("drop", (event) => {
  const [file] = event.dataTransfer?.files ?? []
  if (!file) return
  const chosen = new DataTransfer()
  chosen.items.add(file)
  input.files = chosen.files
  form.querySelector("[data-said]").textContent = form.dataset.dropped.replace("{name}", file.name)
  form.requestSubmit()
})
