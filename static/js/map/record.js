// The map of one record: its outline, or how well its place is known, and what lies around it.

import { openCard, recordCard, symbolOf } from "./card.js";
import { settleZoom } from "./controls.js";
import { roomOf } from "./keepout.js";
import { startLayers, startLegend } from "./panel.js";
import { features } from "./portal.js";
import { SiteLayer, middleOf } from "./sites.js";
import { markElement } from "./symbols.js";
import { glyphOf, say } from "./words.js";

const KINDS = { site: "site", zone: "zone", nearby: "site", company: "company", institution: "institution" };
const LEAST_M = 1200;
const EXACT_M = 150;

/** Draws the record that the page's map names. */
export async function start(L, map) {
  const { box } = map.portal;
  const { record, map: page, nearKm } = box.dataset;
  startLayers(map);
  startLegend(box.parentElement.parentElement);
  const [own, ...others] = await features(map, `/maps/records/${encodeURIComponent(record)}.geojson`);
  if (!own?.geometry) return;
  const type = KINDS[page];
  const at = middleOf(L, own);
  const around = [own, ...others];
  const layer = new SiteLayer(L, map, { cityZoom: 0 });
  layer.group.addTo(map);
  const isSite = ({ properties }) => "kind" in properties;
  const isZone = ({ properties }) => "regime" in properties;
  layer.show({ sites: around.filter(isSite), zones: around.filter(isZone) });
  if (type === "company" || type === "institution") drawPlace(L, map, type, own, at);
  if (nearKm) drawRadius(L, map, at, Number(nearKm));
  else if (type === "site" || type === "zone") connectNodes(L, map, at);
  fit(L, map, own, others, at, Number(nearKm || 0));
}

/** With the layer of nodes come lines to the nearest of each kind. */
function connectNodes(L, map, at) {
  const { group, url } = map.portal.layers.get("nodes");
  const lines = L.layerGroup();
  group.once("add", async () => {
    const nearest = new Map();
    for (const { geometry, properties } of await features(map, url)) {
      const there = [geometry.coordinates[1], geometry.coordinates[0]];
      const metres = map.distance(at, there);
      if (metres < (nearest.get(properties.symbol)?.metres ?? Infinity)) nearest.set(properties.symbol, { metres, there });
    }
    for (const { there } of nearest.values()) lines.addLayer(L.polyline([at, there], { className: "reach", interactive: false }));
  });
  group.on("add", () => lines.addTo(map)).on("remove", () => lines.remove());
}

function drawPlace(L, map, type, { properties }, at) {
  const { accuracy_m: metres, position_accuracy: accuracy } = properties;
  if (metres > EXACT_M) L.circle(at, { radius: metres, className: "ring", interactive: false }).addTo(map);
  if (accuracy === "town") return;
  const symbol = type === "institution" ? `inst-${glyphOf(properties.type) || "other"}` : symbolOf(type, properties);
  const icon = L.divIcon({ html: markElement(symbol, { size: 30 }), className: "mark-box is-selected", iconSize: [30, 30] });
  const marker = L.marker(at, { icon, keyboard: false, zIndexOffset: 900 }).addTo(map);
  marker.on("click", () => openCard(L, map, at, recordCard(type, properties)));
}

function drawRadius(L, map, at, km) {
  L.circle(at, { radius: km * 1000, className: "search-shape", interactive: false }).addTo(map);
  const label = document.createElement("span");
  label.className = "radius-label";
  label.textContent = say("radius", { km });
  const north = L.latLng(at).toBounds(km * 2000).getNorth();
  const icon = L.divIcon({ html: label, className: "plate-box", iconSize: [0, 0] });
  L.marker([north, at[1]], { icon, interactive: false, keyboard: false }).addTo(map);
}

/** The record fills a third of the view, or its radius the whole. */
function fit(L, map, own, others, at, nearKm) {
  const shape = own.geometry.type !== "Point" ? own : others.find(({ geometry }) => geometry && geometry.type !== "Point");
  const metres = nearKm ? nearKm * 1000 : Math.max(own.properties.accuracy_m ?? 0, LEAST_M);
  const bounds = L.latLng(at).toBounds(metres * 2);
  if (shape && !nearKm) bounds.extend(L.geoJSON(shape).getBounds());
  map.fitBounds(bounds, { ...roomOf(map, { aside: 16 }), animate: false, maxZoom: 15 });
  settleZoom(map);
}
