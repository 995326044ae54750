// Days and times as people write them. The town keeps Copenhagen's time, wherever the browser is.
const zone = { timeZone: "Europe/Copenhagen" };
const format = (locale, options) => new Intl.DateTimeFormat(locale, { ...zone, ...options });
const clock = format("da-DK", { hour: "2-digit", minute: "2-digit" });
const long = format("da-DK", { weekday: "long", day: "numeric", month: "long" });
const longest = format("da-DK", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const english = format("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const iso = format("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit" });

export const timeOf = (moment) => clock.format(moment);
export const isoDay = (moment) => iso.format(moment);
export const noon = (day) => new Date(`${day}T12:00:00Z`);

export function later(day, days) {
  const moment = noon(day);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

// The year is named where it is not this one.
export function dayName(day, today = day) {
  return (day.slice(0, 4) === today.slice(0, 4) ? long : longest).format(noon(day));
}

export function dayInWords(day, language) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return "";
  return (language === "en" ? english : longest).format(noon(day));
}
