// Numbers and dates as the browser writes them in the language that its user has chosen for it. The words around them stay English.

const FORMS = {
  whole: { maximumFractionDigits: 0 },
  tenth: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  percent: { style: "percent", maximumFractionDigits: 0 },
};
const formats = new Map();
const kept = (name, make) => formats.get(name) ?? formats.set(name, make()).get(name);

export const number = (n, form = "whole") => kept(form, () => new Intl.NumberFormat(undefined, FORMS[form])).format(n);

// day is a date of the form 2016-10-04 in words.
export const day = (date) => kept("day", () => new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" })).format(new Date(`${date}T00:00:00Z`));
