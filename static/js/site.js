// Comforts. Pages are whole without them: colours follow the system, the outline is links, paragraphs have ids.

// The choice is kept in the browser, never in a cookie: one copy of a page serves everyone.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const kept = (() => {
  try {
    return window.localStorage;
  } catch {
    return null; // Refused by the browser: the choice lasts as long as the page.
  }
})();

const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

function choose(theme) {
  // What the system asks for anyway is no choice: the page follows the system again.
  if (!theme || (theme === "dark") === system.matches) delete root.dataset.theme;
  else root.dataset.theme = theme;
}

function show(button) {
  button.setAttribute("aria-pressed", isDark());
}

// The desk keeps its own choice in the same place, and has a third word: "auto".
const keptTheme = kept?.getItem("theme");
choose(["light", "dark"].includes(keptTheme) ? keptTheme : "");

function offerSwitch(button) {
  button.hidden = false;
  show(button);
  system.addEventListener("change", () => show(button));
  button.addEventListener("click", () => {
    choose(isDark() ? "light" : "dark");
    if (root.dataset.theme) kept?.setItem("theme", root.dataset.theme);
    else kept?.removeItem("theme");
    show(button);
  });
}

// The section being read: the last heading that has passed the upper third of the window.
function followOutline(outline) {
  const links = [...outline.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let asked = false;
  const mark = () => {
    asked = false;
    const line = innerHeight / 3;
    const current = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top < line);
    links.forEach((link, place) => {
      if (place === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(mark);
    asked = true;
  };
  addEventListener("scroll", ask, { passive: true });
  addEventListener("resize", ask, { passive: true });
  mark();
}

// Not in the text, which stays as published. The stylesheet draws the sign: it is not copied.
function linkParagraph(paragraph) {
  const link = paragraph.appendChild(document.createElement("a"));
  link.className = "para";
  link.href = `#${paragraph.id}`;
  link.ariaLabel = paragraph.closest("article").dataset.paragraph + paragraph.id.slice(1);
}

function start() {
  document.querySelectorAll("[data-theme-switch]").forEach(offerSwitch);
  document.querySelectorAll(".outline").forEach(followOutline);
  document.querySelectorAll("[data-paragraph] > .body p[id]").forEach(linkParagraph);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
