// Numbers, sizes and times as people read them.

const language = "en-GB";
const count = new Intl.NumberFormat(language);
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const moment = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
// Civil times carry no zone. Reading them as UTC and writing them as UTC leaves the digits as they are.
const civilDay = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const civilMoment = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });

export const number = (value) => count.format(value);

/** "1 photo", "12 photos"; zero is "no photos". */
export function counted(value, one, many = `${one}s`) {
  if (value === 0) return `no ${many}`;
  return `${number(value)} ${value === 1 ? one : many}`;
}

export function bytes(value) {
  const units = ["B", "KB", "MB", "GB", "TB", "PB"];
  let size = value;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${size.toFixed(digits)} ${units[unit]}`;
}

/** A share from 0 to 1. What is not all is never rounded up to all. */
export function percent(share) {
  const tenths = share >= 1 ? 1000 : Math.min(999, Math.round(share * 1000));
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
}

/** A length of time in its largest unit: "12 s", "3 min", "5 h", "2 days". */
export function duration(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 90) return `${whole} s`;
  if (whole < 5400) return `${Math.round(whole / 60)} min`;
  if (whole < 129600) return `${Math.round(whole / 3600)} h`;
  return `${Math.round(whole / 86400)} days`;
}

export const timeOfDay = (date) => clock.format(date);
export const instant = (text) => moment.format(new Date(text));
export const day = (civil) => (civil ? civilDay.format(asUTC(civil)) : "no date");
export const fullMoment = (civil) => (civil ? civilMoment.format(asUTC(civil)) : "Nobody knows when");
export const weekdayOf = (isoDay) => weekday.format(asUTC(isoDay));
export const minute = (civil) => civil.slice(11, 16);
export const monthName = (number) => month.format(new Date(Date.UTC(2000, number - 1, 1)));

/** What stands after the last dot of a name, for a tile without picture. */
export function fileType(name) {
  const dot = name.lastIndexOf(".");
  return dot > 0 && name.length - dot <= 6 ? name.slice(dot + 1).toUpperCase() : "FILE";
}

function asUTC(civil) {
  return new Date(civil.length === 10 ? `${civil}T00:00:00Z` : `${civil.slice(0, 19)}Z`);
}
