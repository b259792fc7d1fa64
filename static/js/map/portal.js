// The start of every map. The script that the server builds calls Portal.map, Portal.layer for each layer, and
// Portal.ready; what the map then does is its page's affair.

import { DATA_BOUNDS, MAX_ZOOM, MIN_ZOOM, basemapLayer } from "./basemap.js";
import { addControls, isCalm, stopFlights, tameFingers, tameWheel } from "./controls.js";
import { connectLayer } from "./layers.js";
import { setSprite } from "./symbols.js";
import { lang, say } from "./words.js";

const PAGES = {
  explore: () => import("./explore.js"),
  home: () => import("./home.js"),
  record: () => import("./record.js"),
  nearby: () => import("./record.js"),
};
const OWN = new Set(["sites", "zones"]);
const sprite = document.querySelector("[data-map-script]")?.dataset.symbols;
if (sprite) setSprite(new URL(sprite, location.href).href);

/** A place for Leaflet over what the page shows until the map is there. */
function stage(box) {
  const inner = document.createElement("div");
  inner.className = "map-live";
  inner.setAttribute("role", "group");
  inner.setAttribute("aria-label", box.getAttribute("aria-label") || "");
  box.append(inner);
  return inner;
}

function createMap(settings) {
  const { L } = window;
  const box = document.querySelector(".map");
  const calm = isCalm();
  const map = L.map(stage(box), {
    center: [settings.lat, settings.lon],
    zoom: settings.zoom,
    zoomSnap: 0.25,
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    maxBounds: DATA_BOUNDS,
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: !calm,
    fadeAnimation: false,
    markerZoomAnimation: !calm,
    inertia: !calm,
  });
  map.portal = { settings, box, data: new Map(), layers: new Map() };
  const isStill = settings.name === "home";
  map.portal.basemap = basemapLayer(L, { urls: settings.basemap, lang }).addTo(map);
  addControls(L, map, { isStill });
  if (calm) stopFlights(map);
  tameFingers(map);
  tameWheel(map, { always: settings.name === "explore" });
  return map;
}

/** The features behind an address, fetched once; an empty list, and a word on the page, where that fails. */
export function features(map, url) {
  const { data } = map.portal;
  if (!data.has(url)) {
    data.set(url, fetch(url, { headers: { Accept: "application/geo+json" } })
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(url))))
      .then((collection) => collection.features)
      .catch(() => {
        data.delete(url);
        complain(map);
        return [];
      }));
  }
  return data.get(url);
}

function complain(map) {
  if (map.portal.box.parentElement.querySelector(".map-trouble")) return;
  const note = document.createElement("p");
  note.className = "map-trouble";
  note.setAttribute("role", "status");
  note.textContent = say("failed");
  map.portal.box.parentElement.append(note);
}

/** A layer group that fetches its features when it is first added; sites and zones are drawn by the page's module. */
function createLayer(map, settings) {
  const { L } = window;
  const group = L.layerGroup();
  map.portal.layers.set(settings.key, { ...settings, group });
  if (!OWN.has(settings.key)) connectLayer(L, map, { key: settings.key, group, load: () => features(map, settings.url) });
  return group;
}

/** Waits for the basemap's first tiles, so that `data-ready` means a whole picture. */
function painted(map) {
  return new Promise((resolve) => {
    const { basemap } = map.portal;
    if (!basemap.isLoading()) return resolve();
    basemap.once("load", resolve);
    setTimeout(resolve, 8000);
  });
}

async function start(map) {
  const { box, settings } = map.portal;
  const page = await PAGES[settings.name]();
  await page.start(window.L, map);
  for (const child of [...box.children]) if (!child.classList.contains("map-live")) child.remove();
  box.classList.add("is-live");
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(box);
  await painted(map);
  document.documentElement.dataset.ready = "";
}

window.Portal = {
  map: createMap,
  layer: createLayer,
  ready: (map) => start(map),
};
