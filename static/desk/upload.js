/* Pictures sent one by one, dropped or chosen; each says what became of it. Without this script the form sends them all. */

class Uploader {
  constructor(form) {
    this.form = form
    this.input = form.querySelector("[type=file]")
    this.list = form.querySelector("[data-said]")
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.send([...this.input.files])
    })
    form.addEventListener("dragover", (event) => {
      event.preventDefault()
      form.classList.add("is-over")
    })
    for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("is-over"))
    form.addEventListener("drop", (event) => {
      event.preventDefault()
      this.send([...event.dataTransfer.files])
    })
  }

  async send(files) {
    const lines = files.map((file) => [file, this.line(`${file.name}: ${this.form.dataset.adding} …`)])
    let added = 0
    for (const [file, line] of lines) added += await this.one(file, line)
    this.input.value = ""
    if (added && added === files.length) location.assign(location.pathname.replace(/add\/$/, ""))
  }

  line(words) {
    const line = document.createElement("li")
    line.textContent = words
    this.list.append(line)
    return line
  }

  async one(file, line) {
    const data = new FormData()
    data.append("csrfmiddlewaretoken", this.form.querySelector("[name=csrfmiddlewaretoken]").value)
    data.append("file", file)
    try {
      const response = await fetch(this.form.action, {
        method: "POST", body: data, headers: { Accept: "application/json" }, redirect: "error",
      })
      const { said, added } = await response.json()
      line.textContent = `${file.name}: ${said}`
      line.classList.toggle("desk-problem", !added)
      return added ? 1 : 0
    } catch {
      line.textContent = `${file.name}: ${this.form.dataset.failed}`
      line.classList.add("desk-problem")
      return 0
    }
  }
}

for (const form of document.querySelectorAll("[data-upload]")) new Uploader(form)
