/* The focus of a picture: press the place, or write the numbers. */

const clamp = (value) => Math.min(100, Math.max(0, Math.round(value)))

for (const frame of document.querySelectorAll("[data-focus]")) {
  const fields = ["x", "y"].map((axis) => document.querySelector(`#id_focal_${axis}`))
  if (!fields.every(Boolean)) continue
  const mark = document.createElement("span")
  mark.className = "desk-focus-mark"
  frame.append(mark)
  const show = () => {
    const [x, y] = fields.map((field) => clamp(field.value))
    mark.style.left = `${x}%`
    mark.style.top = `${y}%`
  }
  frame.addEventListener("click", (event) => {
    const box = frame.querySelector("img").getBoundingClientRect()
    fields[0].value = clamp(((event.clientX - box.left) / box.width) * 100)
    fields[1].value = clamp(((event.clientY - box.top) / box.height) * 100)
    show()
  })
  for (const field of fields) field.addEventListener("input", show)
  show()
}
