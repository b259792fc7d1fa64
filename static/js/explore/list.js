/**
 * The list of Explore without a page load: filters apply after a pause of 400 ms, links inside apply at once, and each
 * step is one entry of the history. The same address is fetched as a page; its results, counts and links are taken over.
 *
 * Others listen to "explore:changed" on document (detail: {address, ids}) and call `setParameters({bbox: "…"})`.
 */
import { addressWith, queryOf } from "./state.js";

const PAUSE_MS = 400;
let waiting = 0;
let asking = null;
let shown = location.pathname + location.search;

const form = () => document.querySelector("[data-explore-form]");
const results = () => document.getElementById("explore-results");

/** Change parameters of the search and show the new list; null or "" takes one away. */
export function setParameters(values, { replace = false } = {}) {
  const query = new URLSearchParams(location.search);
  query.delete("page");
  for (const [name, value] of Object.entries(values)) {
    query.delete(name);
    for (const item of [value].flat()) if (item !== null && item !== "") query.append(name, item);
  }
  return go(addressWith(query), { replace });
}

/** Show the list behind an address of this page. */
export async function go(address, { replace = false, fromHistory = false } = {}) {
  clearTimeout(waiting);
  if (address === shown && !fromHistory) return;
  asking?.abort();
  asking = new AbortController();
  results().setAttribute("aria-busy", "true");
  let page;
  try {
    const response = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    page = new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
    return;
  }
  shown = address;
  if (!fromHistory) history[replace ? "replaceState" : "pushState"](null, "", address);
  takeOver(page, fromHistory);
}

function takeOver(page, wholeForm) {
  const list = document.getElementById("explore-list");
  const focused = document.activeElement?.id;
  results().replaceChildren(...page.getElementById("explore-results").childNodes);
  results().removeAttribute("aria-busy");
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  list.scrollTop = 0;
  takeOverForm(page.querySelector("[data-explore-form]"), wholeForm);
  takeOverLinks(page);
  const count = page.querySelector("[data-filter-count]");
  document.querySelector("[data-filter-count]").textContent = count.textContent;
  document.getElementById("explore-status").textContent = document.getElementById("explore-answer").textContent;
  announce();
}

function announce() {
  const ids = [...results().querySelectorAll("[data-result]")].map((item) => item.dataset.result);
  document.dispatchEvent(new CustomEvent("explore:changed", { detail: { address: shown, ids } }));
}

/** Counts, errors and what rides along come from the new page; a field being typed in keeps its text. */
function takeOverForm(fresh, wholeForm) {
  const typing = document.activeElement;
  const open = form().querySelector("details")?.open;
  const copy = document.importNode(fresh, true);
  if (!wholeForm && typing && form().contains(typing) && typing.name) {
    const twin = twinOf(typing, copy);
    if (twin && typing.type !== "checkbox") twin.value = typing.value;
    keepPlace(typing, () => form().replaceChildren(...copy.childNodes), () => twin);
  } else {
    form().replaceChildren(...copy.childNodes);
  }
  if (open) form().querySelector("details").open = true;
}

function twinOf(field, inside) {
  const same = [...inside.elements].filter((other) => other.name === field.name && other.type === field.type);
  return field.type === "checkbox" ? same.find((other) => other.value === field.value) : same[0];
}

/** Put the focus, and the cursor, where they were before `change`. */
function keepPlace(field, change, twin) {
  const range = field.type === "text" || field.type === "search" ? [field.selectionStart, field.selectionEnd] : null;
  change();
  const next = twin();
  if (!next?.isConnected) return;
  next.focus({ preventScroll: true });
  if (range) next.setSelectionRange(...range);
}

/** The language links lead to the same search. */
function takeOverLinks(page) {
  const fresh = page.querySelectorAll(".langs a");
  document.querySelectorAll(".langs a").forEach((link, place) => {
    if (fresh[place]) link.setAttribute("href", fresh[place].getAttribute("href"));
  });
}

function applySoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => go(addressWith(queryOf(form()))), PAUSE_MS);
}

function isOurs(link) {
  return link && link.origin === location.origin && link.pathname === location.pathname && !link.hash;
}

function onClick(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest?.("a[href]");
  if (!isOurs(link) || !(document.getElementById("explore").contains(link) || form().contains(link))) return;
  event.preventDefault();
  go(link.pathname + link.search).then(() => document.getElementById("explore-list").focus?.({ preventScroll: true }));
}

/** Start listening. Everything works without it, by form and links. */
export function startList() {
  document.addEventListener("input", (event) => {
    if (event.target.form === form()) applySoon();
  });
  document.addEventListener("submit", (event) => {
    if (event.target !== form()) return;
    event.preventDefault();
    form().closest("dialog")?.close();
    go(addressWith(queryOf(form())));
  });
  document.addEventListener("click", onClick);
  window.addEventListener("popstate", () => {
    const address = location.pathname + location.search;
    if (address !== shown) go(address, { fromHistory: true });
  });
}
