// The layers around sites: fetched when first shown, drawn as quiet marks and outlines.

import { groupCard, openCard, recordCard } from "./card.js";
import { companyIcon, institutionIcon, nodeIcon, plateElement, plateIcon, sectorSymbol } from "./symbols.js";
import { count, glyphOf, nameOf } from "./words.js";

const CLUSTER_PX = 42;
const CLUSTER_SYMBOLS = 2;
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

/** One group for the marks of all layers, so that those of different layers make room for each other too. */
function sharedClusters(L, map) {
  const group = L.markerClusterGroup({
    maxClusterRadius: CLUSTER_PX,
    disableClusteringAtZoom: APART_ZOOM,
    showCoverageOnHover: false,
    animate: false,
    spiderfyOnMaxZoom: false,
    iconCreateFunction(cluster) {
      const symbols = cluster.getAllChildMarkers().map(({ symbol }) => symbol);
      return plateIcon(L, plateElement({ sites: [...new Set(symbols)].slice(0, CLUSTER_SYMBOLS), name: "", count: symbols.length }));
    },
  });
  return group.addTo(map);
}

/** Records at one coarse place: a soft circle as wide as the place is unsure, and how many there are. */
function coarsePlaces(L, map, { type, symbolOf, words, rim }, features) {
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
    const edge = L.latLng(where).toBounds(2 * radius);
    const made = L.marker([rim === "north" ? edge.getNorth() : edge.getSouth(), where[1]], { icon: plateIcon(L, plate), keyboard: false });
    const items = members.map(({ properties }) => ({ type, properties }));
    made.on("click", () => openCard(L, map, made.getLatLng(), groupCard(count(words, members.length), "", items)));
    group.addLayer(made);
  }
  return group;
}

function marks(L, map, shared, kind) {
  return (features) => {
    const placed = features.filter(hasPoint);
    const isCoarse = ({ properties }) => COARSE.has(properties.position_accuracy);
    const exact = placed.filter((feature) => !isCoarse(feature)).map((feature) => {
      const made = marker(L, map, kind.type, feature, kind.iconOf(feature.properties));
      made.symbol = kind.symbolOf(feature.properties);
      return made;
    });
    return { own: [coarsePlaces(L, map, kind, placed.filter(isCoarse))], shared, exact };
  };
}

function outlines(L, map, className, type) {
  return (features) => {
    const layer = L.geoJSON(features, { interactive: Boolean(type), style: { className } });
    if (type) layer.on("click", ({ latlng, layer: shape }) => openCard(L, map, latlng, recordCard(type, shape.feature.properties)));
    else layer.eachLayer((shape) => shape.bindTooltip(() => textNode(nameOf(shape.feature.properties)), { className: "map-tip" }));
    return { own: [layer] };
  };
}

function textNode(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

/** By layer: a function of its features that makes its `own` Leaflet layers, and `exact` marks for a `shared` group. */
export function drawers(L, map) {
  const shared = sharedClusters(L, map);
  const companies = {
    type: "company",
    iconOf: (one) => companyIcon(L, one),
    symbolOf: ({ sector }) => sectorSymbol(sector),
    words: "companies",
    rim: "north",
  };
  const institutions = {
    type: "institution",
    iconOf: ({ type }) => institutionIcon(L, { type: glyphOf(type) }),
    symbolOf: ({ type }) => `inst-${glyphOf(type) || "other"}`,
    words: "institutions",
    rim: "south",
  };
  const node = (feature) => marker(L, map, "node", feature, nodeIcon(L, { kind: feature.properties.symbol }));
  return {
    municipalities: outlines(L, map, "municipality"),
    industrial: outlines(L, map, "industrial", "land"),
    companies: marks(L, map, shared, companies),
    institutions: marks(L, map, shared, institutions),
    nodes: (features) => ({ own: features.filter(hasPoint).map(node) }),
  };
}
