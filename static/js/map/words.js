// The words of the page's map, in its language, and numbers as that language writes them. The server puts them into
// the page as data; nothing here is English.

const words = JSON.parse(document.getElementById("map-words")?.textContent || "{}");
/** The language of the page. */
export const lang = words.lang || "en";
const locale = lang === "en" ? "en-GB" : lang;
const plurals = new Intl.PluralRules(lang);

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** The most features a layer sends. */
export const most = words.most ?? Infinity;

/** A sentence with its values. */
export function say(key, values = {}) {
  return filled(words.say?.[key] ?? "", values);
}

/** "11 sites": a counted thing in the plural form of the language. */
export function count(key, n) {
  const forms = words.count?.[key] ?? {};
  return filled(forms[plurals.select(n)] ?? forms.other ?? "", { n: number(n) });
}

/** The word of a code of a list ("kinds", "sectors", …); the code itself where nobody knows it. */
export function wordOf(list, code) {
  return words[list]?.[code] ?? code ?? "";
}

/** The symbol of an institution's type. */
export function glyphOf(type) {
  return (words.glyphs?.[type] ?? "").replace("inst-", "");
}

/** A record's name in the page's language, else in the first there is. */
export function nameOf({ names, name, id } = {}) {
  return names?.[lang] || names?.en || names?.lt || Object.values(names ?? {})[0] || name || id || "";
}

/** A name short enough for a plate: without what stands in brackets. */
export function shortName(properties) {
  return nameOf(properties).replace(/\s*\([^)]*\)\s*/g, " ").trim();
}

/** A number as the page's language writes it. */
export function number(value, digits = 2) {
  return value.toLocaleString(locale, { maximumFractionDigits: digits });
}

/** A distance in metres below 1 km, else in kilometres with at most one decimal. */
export function distance(metres) {
  const [value, unit] = metres < 1000 ? [metres, "meter"] : [metres / 1000, "kilometer"];
  const digits = metres < 1000 || metres >= 10_000 ? 0 : 1;
  return value.toLocaleString(locale, { style: "unit", unit, maximumFractionDigits: digits });
}
