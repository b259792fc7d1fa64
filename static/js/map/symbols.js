// The symbols of maps and lists as elements. Every drawing is a <use> of icons/symbols.svg, which takes its colours
// from the page's tokens; so a change of theme needs no redrawing. Names from data enter as text only.

const SVG = "http://www.w3.org/2000/svg";
const SITE_KINDS = new Set(["plot", "brownfield", "building", "zone"]);
/** The availabilities in the order in which a cluster's bar shows them. */
export const AVAILABILITIES = ["available", "reserved", "under_offer", "planned", "unknown", "taken"];
const SECTORS = new Set(["mt", "el", "au", "fd", "tx", "wd", "pl", "cn", "tr"]);
const INSTITUTIONS = new Set([
  "university_faculty", "college", "vocational", "steam", "robotics", "technology", "gymnasium", "school", "training",
]);
const RING_INSTITUTIONS = new Set(["gymnasium", "school", "training"]);
const NODES = new Set([
  "substation", "gas", "water", "oil", "rail", "airport", "port", "border", "junction", "terminal", "city",
]);

let sprite = new URL("../../icons/symbols.svg", import.meta.url).href;

/** Sets the sprite's address where it carries a content hash. */
export function setSprite(url) {
  sprite = url;
}

/** The sprite's id for a site or zone; kinds and availabilities nobody knows are a plot and "not stated". */
export function siteSymbol(kind, availability) {
  const state = AVAILABILITIES.includes(availability) ? availability : "unknown";
  const shape = SITE_KINDS.has(kind) ? kind : "plot";
  return shape === "zone" ? `zone-${state}` : `site-${shape}-${state}`;
}

/** The sprite's id for a company's sector; a sector without a symbol is "tr". */
export function sectorSymbol(sector) {
  return `sector-${SECTORS.has(sector) ? sector : "tr"}`;
}

/** The sprite's id for an institution's type. */
export function institutionSymbol(type) {
  return `inst-${INSTITUTIONS.has(type) ? type : "other"}`;
}

/** The sprite's id for a logistics or utility node. */
export function nodeSymbol(kind) {
  return `node-${NODES.has(kind) ? kind : "city"}`;
}

/** A symbol as <svg>, `size` px square. With `label` it is an image of that name, else decoration. */
export function symbolElement(id, { size = 18, label = "", className = "sy" } = {}) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("width", size);
  svg.setAttribute("height", size);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("focusable", "false");
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${sprite}#${id}`);
  svg.append(use);
  return svg;
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
}

/** A symbol in a target of at least 24 px; `accuracy` "street" draws the dashed ring of a place known to the street. */
export function markElement(id, { size = 26, accuracy = "" } = {}) {
  const mark = element("span", "mark", symbolElement(id, { size }));
  if (accuracy === "street") mark.prepend(symbolElement("place-street", { size: 44, className: "sy mark-ring" }));
  return mark;
}

function markIcon(L, id, { size, accuracy, className = "" }) {
  const target = Math.max(size, 24);
  return L.divIcon({
    html: markElement(id, { size, accuracy }),
    className: `mark-box ${className}`.trim(),
    iconSize: [target, target],
  });
}

/** The icon of a site or zone. `properties` are those of its feature: kind, availability, position_accuracy. */
export function siteIcon(L, { kind, availability, position_accuracy: accuracy }, { size = 26 } = {}) {
  return markIcon(L, siteSymbol(kind, availability), { size, accuracy, className: "mark-site" });
}

/** The icon of a company: a diamond of its sector, larger with more employees; unknown numbers stay small. */
export function companyIcon(L, { sector, employees }) {
  const size = employees > 250 ? 32 : employees > 0 ? 26 : 22;
  return markIcon(L, sectorSymbol(sector), { size, className: "mark-company" });
}

/** The icon of an institution: a disc where people train for work, a smaller ring for general schools. */
export function institutionIcon(L, { type }) {
  const size = RING_INSTITUTIONS.has(type) ? 22 : 26;
  return markIcon(L, institutionSymbol(type), { size, className: "mark-institution" });
}

/** The icon of a logistics or utility node, `size` px. */
export function nodeIcon(L, { kind }, { size = 22 } = {}) {
  return markIcon(L, nodeSymbol(kind), { size, className: "mark-node" });
}

const PLATE_SYMBOLS = 6;

/**
 * A plate: symbols, name and count of records that share a place. `sites` is a list of {kind, availability}, or of
 * sprite ids; `vague` gives the dashed border of "somewhere in the town".
 */
export function plateElement({ sites, name, count = sites.length, vague = false }) {
  const ids = sites.map((site) => (typeof site === "string" ? site : siteSymbol(site.kind, site.availability)));
  const plate = element("span", vague ? "plate plate-vague" : "plate");
  for (const id of ids.slice(0, PLATE_SYMBOLS)) plate.append(symbolElement(id, { size: 18 }));
  if (name) plate.append(element("b", "plate-name", name));
  plate.append(element("span", "plate-count", String(count)));
  return plate;
}

/** How many of each availability, as a bar of 6 px with a pattern for each. */
export function availabilityBar(sites) {
  const bar = document.createElementNS(SVG, "svg");
  bar.setAttribute("class", "plate-bar");
  bar.setAttribute("viewBox", `0 0 ${Math.max(sites.length, 1)} 6`);
  bar.setAttribute("preserveAspectRatio", "none");
  bar.setAttribute("aria-hidden", "true");
  let x = 0;
  for (const state of AVAILABILITIES) {
    const count = sites.filter((site) => siteSymbol("plot", site.availability).endsWith(`-${state}`)).length;
    if (!count) continue;
    const part = document.createElementNS(SVG, "line");
    for (const [key, value] of Object.entries({ x1: x, x2: x + count, y1: 3, y2: 3 })) part.setAttribute(key, value);
    part.setAttribute("class", `bar-${state}`);
    bar.append(part);
    x += count;
  }
  return bar;
}

/** A cluster at region zoom: name, `words` ("11 sites") and the bar of availabilities. */
export function clusterElement({ sites, name, words = String(sites.length) }) {
  const head = element("span", "cluster-head", element("b", "plate-name", name), element("span", "plate-count", words));
  return element("span", "plate plate-cluster", head, availabilityBar(sites));
}

/** A plate or cluster as an icon centred on its place; its own width, whatever the name. */
export function plateIcon(L, plate) {
  return L.divIcon({ html: plate, className: "plate-box", iconSize: [0, 0] });
}

/** The dot in an outline from which a plate's leader line starts. */
export function leaderDot(L) {
  return L.divIcon({ html: element("span", "leader-dot"), className: "plate-box", iconSize: [0, 0] });
}
