/* Fits the frame of a preview into the page, and opens what is followed in it in a window of its own. */

const box = document.querySelector("[data-frame]")
const frame = box.querySelector("iframe")

/* A desktop's width seldom fits beside the margins of the desk: shown smaller, not cut off. */
function fit() {
  const scale = Math.min(1, box.clientWidth / frame.offsetWidth)
  // On a narrow screen a desktop's page is small: at least as much of it is shown as the screen holds.
  frame.style.height = scale < 1 ? `${Math.max(900, (innerHeight * 0.8) / scale)}px` : ""
  frame.style.transform = scale < 1 ? `scale(${scale})` : ""
  box.style.height = `${frame.offsetHeight * scale}px`
}

/* Only the text itself may stand in the frame: a link to anywhere else would be refused there. */
function follow(event) {
  const link = event.target.closest("a[href]")
  if (!link) return
  const here = frame.contentDocument.location
  if (link.hash && link.pathname === here.pathname && link.host === here.host) return
  event.preventDefault()
  window.open(link.href, "_blank", "noopener")
}

const listen = () => frame.contentDocument?.addEventListener("click", follow)

box.classList.add("is-fitted")
for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name)
new ResizeObserver(fit).observe(box)
frame.addEventListener("load", listen)
listen()
fit()
