// Explore: the map beside the list. Both show one search; what is pointed at or chosen in one is so in the other.

import { viewOf, keepView } from "./address.js";
import { AreaSearch } from "./area.js";
import { isCalm, settleZoom } from "./controls.js";
import { roomOf } from "./keepout.js";
import { startLayers, startLegend } from "./panel.js";
import { features } from "./portal.js";
import { SiteLayer } from "./sites.js";
import { startSheet } from "./sheet.js";
import { count, most, nameOf, number, say } from "./words.js";

const KEEP_MS = 250;
const PLATE_ROOM = 104;
const FOUND_ZOOM = 13;
const phone = matchMedia("(max-width: 47.99rem)");
const column = document.getElementById("explore-map-column");
const frame = document.getElementById("explore");
const rowOf = (id) => document.querySelector(`#explore-results [data-result="${CSS.escape(id)}"]`);

/** Fills the map for the present address, and joins it to the list. */
export async function start(L, map) {
  const explore = new Explore(L, map);
  startViews(map);
  await explore.load();
  explore.fit();
  explore.listen();
}

class Explore {
  constructor(L, map) {
    Object.assign(this, { L, map, shown: { sites: true, zones: true }, data: { sites: [], zones: [] }, moved: 0 });
    this.siteLayer = new SiteLayer(L, map, {
      onSelect: (ids) => this.selectRows(ids),
      onHover: (ids) => this.hoverRows(ids),
    });
    this.siteLayer.group.addTo(map);
    this.area = new AreaSearch(L, map, column);
    startLayers(map, (key, isOn) => this.toggle(key, isOn));
    startLegend(column);
  }

  url(key) {
    return this.map.portal.layers.get(key).url;
  }

  async load() {
    const [sites, zones, places] = await Promise.all([
      features(this.map, this.url("sites") + location.search),
      features(this.map, this.url("zones")),
      features(this.map, this.url("municipalities")),
    ]);
    this.data = { sites, zones };
    this.region = places.length ? this.L.geoJSON(places).getBounds() : this.map.portal.settings.bounds;
    const municipalities = new Map(places.map(({ id, properties }) => [id, nameOf(properties)]));
    this.siteLayer.show({ ...this.visible(), municipalities });
    this.area.offerPlaces([...places, ...zones]);
    this.sayMissing();
    this.decorateRows();
  }

  visible() {
    return {
      sites: this.shown.sites ? this.data.sites : [],
      zones: this.shown.zones ? this.data.zones : [],
    };
  }

  toggle(key, isOn) {
    this.shown[key] = isOn;
    this.siteLayer.show(this.visible());
  }

  /** The view of the address; else what was found, where something narrows the search; else the region. */
  fit() {
    const view = viewOf();
    const found = this.siteLayer.bounds();
    const query = new URLSearchParams(location.search);
    query.delete("map");
    if (view) this.map.setView(view.at, view.zoom, { animate: false });
    else if (found && [...query].length) this.map.fitBounds(found, { ...this.foundRoom(), animate: false });
    else this.map.fitBounds(this.region, { ...this.room(), animate: false });
    settleZoom(this.map);
  }

  /** Room around what was found, for its plates too. */
  foundRoom() {
    return { ...roomOf(this.map, { aside: PLATE_ROOM }), maxZoom: FOUND_ZOOM };
  }

  /** Room around the region for the tools above and an open legend below. */
  room() {
    const legend = column.querySelector("[data-map-legend]");
    const [above, credit] = phone.matches ? [44, 40] : [16, 32];
    return { paddingTopLeft: [8, above], paddingBottomRight: [8, legend.open ? legend.offsetHeight + 36 : credit] };
  }

  listen() {
    document.addEventListener("explore:changed", (event) => this.changed(event));
    window.addEventListener("popstate", () => {
      const view = viewOf();
      if (view) this.map.setView(view.at, view.zoom, { animate: !isCalm() });
    });
    this.map.on("moveend", () => this.moveEnded());
    this.map.on("dragstart zoomstart", (event) => this.offerView(event));
    const list = document.getElementById("explore-results");
    for (const name of ["mouseover", "focusin"]) list.addEventListener(name, (event) => this.hoverMark(event, true));
    for (const name of ["mouseout", "focusout"]) list.addEventListener(name, (event) => this.hoverMark(event, false));
    list.addEventListener("click", (event) => this.rowClicked(event));
  }

  async changed() {
    this.map.closePopup();
    this.area.showShapes();
    await this.load();
    const asked = this.area.takeBounds();
    const found = this.siteLayer.bounds();
    if (asked) this.map.fitBounds(asked, this.room());
    else if (found && !viewOf() && !this.siteLayer.isInView()) this.map.fitBounds(found, this.foundRoom());
    column.querySelector("[data-search-view]").hidden = true;
  }

  moveEnded() {
    clearTimeout(this.moved);
    this.moved = setTimeout(() => {
      const view = keepView(this.map);
      const form = document.querySelector("[data-explore-form]");
      let kept = form.querySelector('input[name="map"]');
      if (!kept) {
        kept = document.createElement("input");
        Object.assign(kept, { type: "hidden", name: "map" });
        form.append(kept);
      }
      kept.value = view;
    }, KEEP_MS);
  }

  /** Once the visitor has moved the map, the search may follow it. */
  offerView() {
    column.querySelector("[data-search-view]").hidden = false;
  }

  /** Says what was found and is not on the map: sites without a place, and those after the most that a map takes. */
  sayMissing() {
    const { sites } = this.data;
    const without = sites.filter((feature) => !feature.geometry).length;
    const note = column.querySelector("[data-map-unplaced]");
    const words = [
      sites.length >= most ? say("first_only", { number: number(most) }) : "",
      without ? count("unplaced", without) : "",
    ].filter(Boolean);
    note.hidden = !words.length;
    note.textContent = words.join(" ");
  }

  /** Each row whose site has a place gets a button that shows it on the map. */
  decorateRows() {
    const placed = new Set(this.data.sites.filter((feature) => feature.geometry).map(({ properties }) => properties.id));
    for (const row of document.querySelectorAll("#explore-results [data-result]")) {
      if (!placed.has(row.dataset.result) || row.querySelector("[data-show]")) continue;
      row.querySelector(".card-foot").append(showButton(row));
    }
  }

  hoverRows(ids) {
    for (const row of document.querySelectorAll("#explore-results .hover")) row.classList.remove("hover");
    for (const id of ids) rowOf(id)?.classList.add("hover");
  }

  selectRows(ids) {
    for (const row of document.querySelectorAll("#explore-results .selected")) row.classList.remove("selected");
    const rows = ids.map(rowOf).filter(Boolean);
    for (const row of rows) row.classList.add("selected");
    if (!phone.matches) rows[0]?.scrollIntoView({ block: "nearest", behavior: isCalm() ? "auto" : "smooth" });
  }

  hoverMark(event, isOn) {
    const row = event.target.closest("[data-result]");
    if (row) this.siteLayer.hover(row.dataset.result, isOn);
  }

  rowClicked(event) {
    const row = event.target.closest("[data-result]");
    const button = event.target.closest("[data-show]");
    if (!row || (event.target.closest("a, button, select, input") && !button)) return;
    this.selectRows([row.dataset.result]);
    if (phone.matches) showView("map", this.map);
    if (!this.siteLayer.goTo(row.dataset.result, { animate: !isCalm() })) return;
    if (phone.matches) column.scrollIntoView({ block: "start" });
  }
}

function showButton(row) {
  const button = document.createElement("button");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  const label = say("show", { name: row.querySelector(".card-name").textContent });
  Object.assign(button, { type: "button", className: "btn-icon show-on-map", title: label });
  button.dataset.show = "";
  button.setAttribute("aria-label", label);
  svg.setAttribute("class", "ic");
  svg.setAttribute("width", "16");
  svg.setAttribute("height", "16");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${document.querySelector("[data-map-script]").dataset.icons}#geo-alt`);
  svg.append(use);
  button.append(svg);
  return button;
}

/** On phones map and list are two views; a bar at the foot changes between them. */
function startViews(map) {
  const tabs = document.getElementById("explore-tabs");
  tabs.hidden = false;
  for (const link of tabs.querySelectorAll("a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      showView(link.hash === "#explore-list" ? "list" : "map", map);
      scrollTo({ top: 0 });
    });
  }
  startSheet((view) => showView(view, map));
  showView("map", map);
}

function showView(view, map) {
  frame.dataset.view = view;
  for (const link of document.querySelectorAll("#explore-tabs a")) {
    if ((link.hash === "#explore-list") === (view === "list")) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  document.dispatchEvent(new CustomEvent("explore:view", { detail: view }));
  map.invalidateSize({ animate: false });
}
