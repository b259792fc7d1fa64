// The plates of sites and zones that share a place: {plate, at, items, offset, …}. `offset` is where the plate would
// stand from its place, in px, right and down; `leader` draws a line to the place.

import { placeWords } from "./card.js";
import { clusterElement, plateElement } from "./symbols.js";
import { count, distance, say, shortName } from "./words.js";

const STREET_M = 1000;
const TOWN_M = 2000;
const PLATE_BELOW = 62;
const CLUSTER_BELOW = 24;

/** What decides a symbol: a zone's shape is its kind. */
export const lookOf = ({ type, properties }) => (type === "zone" ? { ...properties, kind: "zone" } : properties);

/** Items by key, in the order in which the keys first appear. */
export function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

/** Items {at} nearer to one another than `reach` px, as lists, largest first; begun at the places that most share. */
export function gathered(map, items, reach) {
  const places = [...grouped(items, ({ at }) => at.join()).values()].sort((a, b) => b.length - a.length);
  const groups = [];
  for (const members of places) {
    const point = map.latLngToLayerPoint(members[0].at);
    const near = groups.find((one) => one.point.distanceTo(point) < reach);
    if (near) near.members.push(...members);
    else groups.push({ point, members: [...members] });
  }
  return groups.map(({ members }) => members).sort((a, b) => b.length - a.length);
}

/** The sites of a municipality, far out: its name, how many, and a bar of their availabilities. */
export function municipalityPlate(items, name, at) {
  const plate = clusterElement({ sites: items.map(lookOf), name, words: count("sites", items.length) });
  return { plate, at, items, offset: [0, CLUSTER_BELOW], isCluster: true };
}

/** The sites of a zone that have no place of their own. `zone`: its feature, where the map knows it. */
export function zonePlate(zone, id, items) {
  const name = zone ? shortName(zone.properties) : say("zone");
  const plate = plateElement({ sites: items.map(lookOf), name });
  return { plate, at: items[0].at, items, offset: [0, PLATE_BELOW], name, note: say("zone_sites"), leader: true, zone: id };
}

/** What is known to one street or town only. */
export function vaguePlate(items, isStreet) {
  const { properties, at } = items[0];
  const metres = properties.accuracy_m ?? (isStreet ? STREET_M : TOWN_M);
  const name = metres >= TOWN_M && !isStreet ? say("somewhere") : say("within", { distance: distance(metres) });
  const plate = plateElement({ sites: items.map(lookOf), name, vague: true });
  const offset = [0, isStreet ? PLATE_BELOW / 2 : 0];
  return { plate, at, items, offset, name, note: placeWords(properties), leader: isStreet };
}

/** The name of a zone that has an outline. */
export function zoneLabel(item) {
  const plate = plateElement({ sites: [lookOf(item)], name: shortName(item.properties), count: "" });
  return { plate, at: item.at, items: [item], offset: [0, 0] };
}

/** A plate without a zone stands above the outline of a zone that has the same middle. */
export function clearOutlines(plates) {
  const middles = new Set(plates.filter(({ zone }) => zone).map(({ at }) => at.join()));
  for (const plate of plates) if (!plate.zone && middles.has(plate.at.join())) plate.offset = [0, -PLATE_BELOW];
}
