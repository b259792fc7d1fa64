/** The state of a search is its address: reading it from the form, and comparing addresses. */

/** The search that the form states, empty fields left out, on its first page. */
export function queryOf(form) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim() !== "") query.append(name, value.trim());
  }
  query.delete("page");
  dropDefault(query, form);
  return query;
}

/** All boxes but "taken" ticked is the usual search: it needs no parameter. */
function dropDefault(query, form) {
  const usual = [...form.querySelectorAll('input[name="availability"]')].map((box) => box.value).filter((code) => code !== "taken");
  const ticked = query.getAll("availability");
  if (ticked.length === usual.length && ticked.every((code) => usual.includes(code))) query.delete("availability");
}

/** An address of this page with a search. */
export function addressWith(query) {
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  return text ? `${location.pathname}?${text}` : location.pathname;
}
