/* The words of an article run, and are spelt, as the language chosen for it says. */

const choice = () => document.querySelector("select[name=language]")

/** Of the language chosen: its code, the way it runs, the words of it that are read in a minute. */
export function languageOf(editor) {
  const source = editor.options.element.querySelector("[data-languages]")
  const lang = choice()?.value || source?.lang || ""
  const known = source ? JSON.parse(source.dataset.languages) : {}
  return { lang, dir: "auto", pace: 200, ...known[lang] }
}

export function whenLanguageChanges(act) {
  choice()?.addEventListener("change", act)
}

/** The fields beside the editor that hold the article's own words. */
export function speak({ lang, dir }) {
  for (const field of document.querySelectorAll("form :is([name=title], [name=standfirst])")) {
    field.lang = lang
    field.dir = dir
  }
}
