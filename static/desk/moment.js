/* Says beside a date and time of the desk's zone what it is in UTC; the server says the same of what it is sent. */

/* The difference of clocks in `zone` to UTC, at the moment `time`. */
function offset(zone, time) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
  }).formatToParts(time)
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(time / 60000) * 60000
}

/* The moments at which clocks in `zone` show `text`: none or two when they are put forward or back. */
function moments(zone, text) {
  const shown = Date.parse(`${text}Z`)
  if (Number.isNaN(shown)) return []
  const day = 24 * 60 * 60 * 1000
  const found = [shown - day, shown + day].map((near) => shown - offset(zone, near))
  return [...new Set(found)].filter((time) => time + offset(zone, time) === shown)
}

for (const root of document.querySelectorAll("[data-moment]")) {
  const input = root.querySelector("input")
  const echo = root.querySelector("[data-echo]")
  const { lang } = document.documentElement
  const language = lang === "en" ? "en-GB" : lang // the day before the month, as the desk says it everywhere
  const hour = new Intl.DateTimeFormat(language, { timeZone: "UTC", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
  const date = new Intl.DateTimeFormat(language, { timeZone: "UTC", day: "numeric", month: "long" })
  input.addEventListener("input", () => {
    root.querySelector("[data-options]")?.remove() // they were of another time
    const [time, ...more] = moments(root.dataset.zone, input.value)
    const otherDay = time !== undefined && new Date(time).getUTCDate() !== Number(input.value.slice(8, 10))
    echo.textContent =
      time === undefined || more.length ? "" : `${root.dataset.said} ${otherDay ? `${date.format(time)}, ` : ""}${hour.format(time)} UTC.`
  })
}
