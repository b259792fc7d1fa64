// The layers around sites: fetched when first shown, drawn as quiet marks and outlines.

import { groupCard, openCard, recordCard } from "./card.js";
import { companyIcon, institutionIcon, nodeIcon, plateElement, plateIcon, sectorSymbol } from "./symbols.js";
import { count, glyphOf, nameOf } from "./words.js";

const CLUSTER_PX = 30;
const APART_ZOOM = 14;
const COARSE = new Set(["town"]);

const at = (feature) => [feature.geometry.coordinates[1], feature.geometry.coordinates[0]];
const hasPoint = (feature) => feature.geometry?.type === "Point";

function marker(L, map, type, feature, icon) {
  const made = L.marker(at(feature), { icon, keyboard: false, riseOnHover: true });
  made.feature = feature;
  made.on("click", () => openCard(L, map, made.getLatLng(), recordCard(type, feature.properties)));
  return made;
}

function clusters(L, symbolOf) {
  return L.markerClusterGroup({
    maxClusterRadius: CLUSTER_PX,
    disableClusteringAtZoom: APART_ZOOM,
    showCoverageOnHover: false,
    animate: false,
    spiderfyOnMaxZoom: false,
    zoomToBoundsOnClick: true,
    iconCreateFunction(cluster) {
      const symbols = cluster.getAllChildMarkers().map(({ feature }) => symbolOf(feature.properties));
      return plateIcon(L, plateElement({ sites: [...new Set(symbols)].slice(0, 3), name: "", count: symbols.length }));
    },
  });
}

/** Records at one coarse place: a soft circle as wide as the place is unsure, and how many there are. */
function coarsePlaces(L, map, type, features, symbolOf, words) {
  const places = new Map();
  for (const feature of features) {
    const key = feature.geometry.coordinates.join();
    places.set(key, [...(places.get(key) ?? []), feature]);
  }
  const group = L.layerGroup();
  for (const members of places.values()) {
    const where = at(members[0]);
    const radius = members[0].properties.accuracy_m ?? 3000;
    group.addLayer(L.circle(where, { radius, className: "soft", interactive: false }));
    const symbols = [...new Set(members.map(({ properties }) => symbolOf(properties)))].slice(0, 3);
    const plate = plateElement({ sites: symbols, name: "", count: count(words, members.length), vague: true });
    const made = L.marker(where, { icon: plateIcon(L, plate), keyboard: false });
    const items = members.map(({ properties }) => ({ type, properties }));
    made.on("click", () => openCard(L, map, where, groupCard(count(words, members.length), "", items)));
    group.addLayer(made);
  }
  return group;
}

function marks(L, map, type, iconOf, symbolOf, words) {
  return (features) => {
    const placed = features.filter(hasPoint);
    const exact = placed.filter(({ properties }) => !COARSE.has(properties.position_accuracy));
    const group = clusters(L, symbolOf);
    group.addLayers(exact.map((feature) => marker(L, map, type, feature, iconOf(feature.properties))));
    const coarse = placed.filter(({ properties }) => COARSE.has(properties.position_accuracy));
    return [coarsePlaces(L, map, type, coarse, symbolOf, words), group];
  };
}

function outlines(L, map, className, type) {
  return (features) => {
    const layer = L.geoJSON(features, { interactive: Boolean(type), style: { className } });
    if (type) layer.on("click", ({ latlng, layer: shape }) => openCard(L, map, latlng, recordCard(type, shape.feature.properties)));
    else layer.eachLayer((shape) => shape.bindTooltip(() => textNode(nameOf(shape.feature.properties)), { className: "map-tip" }));
    return [layer];
  };
}

function textNode(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

/** By layer: a function of its features that makes Leaflet layers. */
export function drawers(L, map) {
  const institution = ({ type }) => institutionIcon(L, { type: glyphOf(type) });
  return {
    municipalities: outlines(L, map, "municipality"),
    industrial: outlines(L, map, "industrial", "land"),
    companies: marks(L, map, "company", (one) => companyIcon(L, one), ({ sector }) => sectorSymbol(sector), "companies"),
    institutions: marks(L, map, "institution", institution, ({ type }) => `inst-${glyphOf(type) || "other"}`, "institutions"),
    nodes: (features) => [
      L.layerGroup(features.filter(hasPoint).map((feature) => marker(L, map, "node", feature, nodeIcon(L, { kind: feature.properties.symbol })))),
    ],
  };
}
