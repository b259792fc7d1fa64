// The card that opens on a mark. Everything a record says enters as text; nothing is ever parsed as HTML.

import { siteSymbol, symbolElement } from "./symbols.js";
import { count, distance, glyphOf, lang, nameOf, number, say, wordOf } from "./words.js";

const PAGES = { site: "sites", zone: "zones", company: "companies", institution: "education" };
const LISTED = 8;
const HECTARE = "ha";

/** An element with a class and children, which are elements or text. */
export function element(name, className = "", ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
  return made;
}

/** The address of a record's page in the page's language. */
export function pageOf(type, id) {
  return `/${lang}/${PAGES[type]}/${encodeURIComponent(id)}`;
}

function link(type, properties) {
  const made = element("a", "", nameOf(properties));
  made.href = pageOf(type, properties.id);
  return made;
}

function size({ area_ha: area, floor_area_m2: floor }) {
  if (typeof area === "number") return `${number(area)} ${HECTARE}`;
  if (typeof floor === "number") return `${number(floor, 0)} m²`;
  return say("size_not_stated");
}

/** How sure the place is, in a sentence; nothing where it is exact. */
export function placeWords({ position_accuracy: accuracy, accuracy_m: metres }) {
  const values = { distance: distance(metres ?? 3000) };
  if (accuracy === "street") return say("known_street", values);
  if (accuracy === "town") return say("known_town", values);
  if (accuracy === "building") return say("known_building");
  return accuracy === "boundary" ? say("outline") : "";
}

function siteLines(type, properties) {
  const kind = type === "zone" ? say("zone") : wordOf("kinds", properties.kind);
  const state = element("span", `av av-${properties.availability || "unknown"}`, wordOf("availabilities", properties.availability || "unknown"));
  return [`${kind} · ${size(properties)}`, state];
}

function companyLines({ sector, employees, employees_year: year }) {
  const known = typeof employees === "number" && year;
  return [wordOf("sectors", sector), known ? say("employees", { number: number(employees), year }) : ""];
}

function institutionLines({ type, students, students_year: year }) {
  const known = typeof students === "number" && year;
  return [wordOf("institutions", type), known ? say("students", { number: number(students), year }) : ""];
}

function nodeLines({ kind, operator, voltage_kv: voltage }) {
  return [wordOf("nodes", kind), voltage ? `${voltage} kV` : "", operator ?? ""];
}

const LINES = {
  site: (properties) => siteLines("site", properties),
  zone: (properties) => siteLines("zone", properties),
  company: companyLines,
  institution: institutionLines,
  node: nodeLines,
  land: ({ area_ha: area }) => [say("industrial"), typeof area === "number" ? `${number(area)} ${HECTARE}` : ""],
};

/** The symbol of a record: a sprite id. */
export function symbolOf(type, properties) {
  if (type === "site") return siteSymbol(properties.kind, properties.availability);
  if (type === "zone") return siteSymbol("zone", properties.availability);
  if (type === "company") return `sector-${properties.sector ?? "tr"}`;
  if (type === "institution") return `inst-${glyphOf(properties.type) || "other"}`;
  return type === "node" ? `node-${properties.symbol}` : "land-industrial";
}

/** The card of one record. */
export function recordCard(type, properties) {
  const title = type in PAGES ? link(type, properties) : nameOf(properties);
  const card = element("div", "map-card-in");
  if (title) card.append(element("h3", "with-symbol", symbolElement(symbolOf(type, properties), { size: 18 }), element("span", "", title)));
  for (const line of LINES[type](properties)) if (line) card.append(element("p", "", line));
  const place = placeWords(properties);
  if (place && type !== "land" && type !== "node") card.append(element("p", "quiet", place));
  return card;
}

/** The card of several records at one place: a list of links. */
export function groupCard(title, note, items) {
  const list = element("ul", "map-card-list");
  for (const { type, properties } of items.slice(0, LISTED)) {
    list.append(element("li", "with-symbol", symbolElement(symbolOf(type, properties), { size: 16 }), element("span", "", link(type, properties))));
  }
  if (items.length > LISTED) list.append(element("li", "quiet", count("more", items.length - LISTED)));
  return element("div", "map-card-in", element("h3", "", title), list, note ? element("p", "quiet", note) : "");
}

/** Opens a card at a place, with a button that closes it. */
export function openCard(L, map, latlng, content, { onClose, offset = [0, -10] } = {}) {
  const close = element("button", "map-card-close", "×");
  close.type = "button";
  close.setAttribute("aria-label", say("close"));
  const box = element("div", "", close, content);
  const popup = L.popup({ className: "map-card", closeButton: false, maxWidth: 270, minWidth: 200, offset, autoPanPaddingTopLeft: [16, 64], autoPanPaddingBottomRight: [60, 32] });
  close.addEventListener("click", () => popup.close());
  if (onClose) popup.on("remove", onClose);
  return popup.setLatLng(latlng).setContent(box).openOn(map);
}
