// A plan up to the day of a test, as days and as a calendar file (RFC 5545). Nothing leaves this device.
const BEFORE = [30, 14, 7, 3, 1]; // days before the test, as the boxes of Leitner, the other way round
const DAY = 864e5;
const place = document.querySelector("[data-toets]");
const field = place.querySelector("input"),
  plan = place.querySelector("output"),
  save = place.querySelector("a");
const title = document.querySelector("h1").innerText.trim();
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
const tell = (day) =>
  day === today
    ? "vandaag"
    : new Date(day).toLocaleDateString("nl-NL", {
        weekday: "long",
        day: "numeric",
        month: "long",
        timeZone: "UTC",
      });
const stamp = (day) => new Date(day).toISOString().slice(0, 10).replaceAll("-", "");
const fold = (line) => line.replace(/.{60}(?=.)/g, "$&\r\n ");
const write = (days) => {
  const page = document.querySelector("link[rel=canonical]")?.href ?? location.href;
  const events = days.flatMap((day) => [
    "BEGIN:VEVENT",
    `UID:${stamp(day)}-${location.pathname.split("/").at(-2)}@kennisbank`,
    `DTSTAMP:${stamp(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${stamp(day)}`,
    `SUMMARY:${title.replace(/[\\,;]/g, "\\$&")}`,
    `URL:${page}`,
    "END:VEVENT",
  ]);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kennisbank//Oefenen//NL",
    ...events,
    "END:VCALENDAR",
    "",
  ]
    .map(fold)
    .join("\r\n");
};
field.addEventListener("input", () => {
  const test = Date.parse(field.value);
  const days = [...new Set([today, ...BEFORE.map((days) => test - days * DAY)])].filter(
    (day) => day >= today && day < test,
  );
  save.hidden = !days.length;
  plan.textContent = days.length
    ? `Oefen ${days.map(tell).join(", ")}.`
    : "Kies een dag die nog komt.";
  URL.revokeObjectURL(save.href);
  if (days.length)
    save.href = URL.createObjectURL(new Blob([write(days)], { type: "text/calendar" }));
});
