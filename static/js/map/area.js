// Searching by place: this view, a drawn polygon, a circle around a place. Each becomes a parameter of the address, and
// is drawn from there.

import { setParameters } from "../explore/list.js";
import { ringOf, shapesOf, wktOf } from "./address.js";
import { middleOf } from "./sites.js";
import { nameOf, say } from "./words.js";

const MOST_CORNERS = 100;
const DECIMALS = 5;

function boxText(bounds) {
  const [west, south, east, north] = bounds.toBBoxString().split(",").map(Number);
  return [west, south, east, north].map((value) => Number(value.toFixed(DECIMALS))).join(",");
}

/** A ring with at most 100 corners, closing one included: coarser until it fits. */
export function thinned(L, map, latlngs) {
  const points = latlngs.map((latlng) => map.latLngToLayerPoint(latlng));
  let kept = points;
  for (let tolerance = 1; kept.length >= MOST_CORNERS; tolerance *= 1.5) kept = L.LineUtil.simplify(points, tolerance);
  return kept.map((point) => map.layerPointToLatLng(point)).map(({ lat, lng }) => [lat, lng]);
}

/** Loads the drawing tool: a script and a style sheet of this host, once. */
let loading = null;
function loadDrawing({ script, style }) {
  loading ??= new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    Object.assign(sheet, { rel: "stylesheet", href: style });
    const tool = document.createElement("script");
    Object.assign(tool, { src: script, onload: resolve, onerror: reject });
    document.head.append(sheet, tool);
  });
  return loading;
}

/** The search by place on Explore. */
export class AreaSearch {
  constructor(L, map, root) {
    Object.assign(this, { L, map, root });
    this.drop = root.querySelector("[data-map-area]");
    this.error = root.querySelector("[data-area-error]");
    this.shapes = L.layerGroup().addTo(map);
    this.places = new Map();
    this.connect();
    this.showShapes();
  }

  connect() {
    const acts = { draw: () => this.draw(), view: () => this.searchView(), point: () => this.clickPoint() };
    for (const button of this.root.querySelectorAll("[data-area]")) {
      button.addEventListener("click", () => acts[button.dataset.area]());
    }
    for (const form of this.root.querySelectorAll("[data-area-form]")) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (form.dataset.areaForm === "near") this.searchNear(form.elements.place.value);
        else this.searchText(form.elements.wkt.value);
      });
    }
  }

  /** Draws what the address narrows the search to. */
  showShapes() {
    const { L } = this;
    const { box, ring, circle } = shapesOf();
    this.shapes.clearLayers();
    const look = { className: "search-shape", interactive: false };
    if (box) this.shapes.addLayer(L.rectangle(box, look));
    if (ring) this.shapes.addLayer(L.polygon(ring, look));
    if (circle) this.shapes.addLayer(L.circle(circle.at, { ...look, radius: circle.km * 1000 }));
  }

  /** The places that may be typed: features with names. */
  offerPlaces(features) {
    const list = this.root.querySelector("#area-places");
    for (const feature of features) {
      const name = nameOf(feature.properties);
      const at = middleOf(this.L, feature);
      if (!name || !at || this.places.has(name.toLowerCase())) continue;
      this.places.set(name.toLowerCase(), at);
      const option = document.createElement("option");
      option.value = name;
      list.append(option);
    }
  }

  say(key) {
    this.error.hidden = !key;
    this.error.textContent = key ? say(key) : "";
  }

  done(values) {
    this.say("");
    this.drop.open = false;
    this.isAsked = true;
    return setParameters(values);
  }

  /** The corners of a shape that was asked for just now, once; null when the view itself or nothing was. */
  takeBounds() {
    const { ring, circle } = this.isAsked ? shapesOf() : {};
    this.isAsked = false;
    if (ring) return this.L.latLngBounds(ring);
    return circle ? this.L.latLng(circle.at).toBounds(circle.km * 2000) : null;
  }

  searchView() {
    const asked = this.done({ bbox: boxText(this.map.getBounds()), within: null });
    this.isAsked = false;
    return asked;
  }

  searchText(wkt) {
    const ring = ringOf(wkt);
    if (!ring) return this.say("bad_polygon");
    if (ring.length >= MOST_CORNERS) return this.say("too_many");
    return this.done({ within: wktOf(ring), bbox: null });
  }

  searchNear(place) {
    const [lon, lat] = place.split(/[,;\s]+/).map(Number);
    const typed = Number.isFinite(lon) && Number.isFinite(lat) && place.trim() ? [lat, lon] : null;
    const at = typed ?? this.places.get(place.trim().toLowerCase());
    if (!at) return this.say("no_place");
    return this.searchAround(at);
  }

  searchAround([lat, lon]) {
    const km = this.root.querySelector("#area-km").value || "10";
    return this.done({ near: `${Number(lon.toFixed(DECIMALS))},${Number(lat.toFixed(DECIMALS))}`, near_km: km });
  }

  hint(key) {
    let note = this.root.querySelector(".map-hint-act");
    if (!note) {
      note = document.createElement("p");
      note.className = "map-hint map-hint-act";
      note.setAttribute("role", "status");
      this.root.append(note);
    }
    note.hidden = !key;
    note.textContent = key ? say(key) : "";
    this.map.getContainer().classList.toggle("is-picking", Boolean(key));
  }

  clickPoint() {
    this.drop.open = false;
    this.hint("point");
    const stop = (event) => {
      if (event.type === "keydown" && event.key !== "Escape") return;
      document.removeEventListener("keydown", stop);
      this.map.off("click", picked);
      this.hint("");
    };
    const picked = ({ latlng }) => {
      stop({ type: "click" });
      this.searchAround([latlng.lat, latlng.lng]);
    };
    document.addEventListener("keydown", stop);
    this.map.on("click", picked);
  }

  async draw() {
    await loadDrawing(this.drop.dataset);
    const { map } = this;
    map.pm ??= new this.L.PM.Map(map); // the tool attaches itself only to maps made after it was loaded
    map.pm.setGlobalOptions({ tooltips: false, snappable: false });
    this.drop.open = false;
    this.hint("corners");
    const cancel = (event) => event.key === "Escape" && map.pm.disableDraw();
    document.addEventListener("keydown", cancel);
    map.once("pm:create", ({ layer }) => {
      const ring = thinned(this.L, map, layer.getLatLngs()[0]);
      layer.remove();
      this.done({ within: wktOf(ring), bbox: null });
    });
    map.once("pm:drawend", () => {
      document.removeEventListener("keydown", cancel);
      this.hint("");
    });
    const look = { className: "search-shape" };
    map.pm.enableDraw("Polygon", { continueDrawing: false, templineStyle: look, hintlineStyle: look, pathOptions: look });
  }
}
