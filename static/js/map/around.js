// What lies around sites: companies, institutions and nodes. Far out, those of one kind in one town are one plate; close
// by, each exact place is a mark. Plates of sites stand first, then those of institutions, then companies; nodes last.

import { groupCard, openCard, recordCard } from "./card.js";
import { openView, townNames } from "./keepout.js";
import { gathered, grouped } from "./plates.js";
import { overlap, spread } from "./spread.js";
import { companyIcon, institutionIcon, leaderDot, nodeIcon, plateElement, plateIcon, sectorSymbol } from "./symbols.js";
import { count, glyphOf } from "./words.js";

const FAR_ZOOM = 12;
const APART_ZOOM = 14;
const TOWN_PX = 64;
const CROWD_PX = 42;
const MARK_PX = 26;
const FAR_NODE_PX = 14;
const LISTED = 8;
const LEADERLESS_PX = 20;
const PLATE_SYMBOLS = 3;
const WORDLESS_ZOOM = 10;
const ROOM = [80, 80];
const UNDER = -800;
const COARSE = new Set(["town"]);
const isCoarse = ({ properties }) => COARSE.has(properties.position_accuracy);

const KINDS = {
  institutions: {
    type: "institution",
    words: "institutions",
    icon: (L, one) => institutionIcon(L, { type: glyphOf(one.type) }),
    symbolOf: ({ type }) => `inst-${glyphOf(type) || "other"}`,
  },
  companies: {
    type: "company",
    words: "companies",
    icon: (L, one) => companyIcon(L, one),
    symbolOf: ({ sector }) => sectorSymbol(sector),
  },
};

/** The layers around sites, as one that knows which are shown. */
export class Around {
  constructor(L, map) {
    Object.assign(this, { L, map, group: L.layerGroup().addTo(map), shown: new Map() });
    this.measure = document.createElement("div");
    this.measure.className = "map-measure";
    map.getContainer().append(this.measure);
    map.on("sites:drawn", () => this.draw());
  }

  /** Shows the features of a layer, or hides it where there are none. */
  show(key, features) {
    if (features) this.shown.set(key, features.filter(({ geometry }) => geometry?.type === "Point").map(placed));
    else this.shown.delete(key);
    this.draw();
  }

  draw() {
    this.group.clearLayers();
    const isFar = this.map.getZoom() < FAR_ZOOM;
    const near = this.map.getBounds().pad(0.5);
    let boxes = [...(this.map.portal.taken ?? []), ...townNames(this.map, { all: true })];
    const all = [];
    for (const [key, kind] of Object.entries(KINDS)) {
      const items = (this.shown.get(key) ?? []).filter(({ at }) => near.contains(at));
      all.push(...(isFar ? this.towns(kind, items) : this.places(kind, items)));
    }
    const fixed = isFar ? [] : all.filter((one) => !one.plate);
    for (const one of fixed) boxes.push(this.addMark(one));
    boxes = this.place(all.filter((one) => !fixed.includes(one)), boxes);
    this.drawNodes(isFar, boxes);
  }

  /** One plate for a kind in a town; alone, a mark. */
  towns(kind, items) {
    return gathered(this.map, items, TOWN_PX).map((members) => this.gathering(kind, members));
  }

  /** Coarse places as plates on soft circles, exact ones as marks, or as plates where marks would cover each other. */
  places(kind, items) {
    const coarse = [...grouped(items.filter(isCoarse), ({ at }) => at.join()).values()];
    const reach = this.map.getZoom() < APART_ZOOM ? CROWD_PX : MARK_PX / 2;
    for (const [{ at, properties }] of coarse) {
      const radius = properties.accuracy_m ?? 3000;
      this.group.addLayer(this.L.circle(at, { radius, className: "soft", interactive: false }));
    }
    const exact = gathered(this.map, items.filter((one) => !isCoarse(one)), reach);
    return [...exact, ...coarse].map((members) => this.gathering(kind, members));
  }

  gathering(kind, members) {
    const [{ at }] = members;
    if (members.length === 1 && !isCoarse(members[0])) return { kind, members, at, plate: null };
    const isSmall = this.map.getZoom() < WORDLESS_ZOOM && members.length <= LISTED;
    const symbols = [...new Set(members.map(({ properties }) => kind.symbolOf(properties)))];
    const sites = symbols.slice(0, isSmall ? 1 : PLATE_SYMBOLS);
    const words = isSmall ? members.length : count(kind.words, members.length);
    const plate = plateElement({ sites, name: "", count: words, vague: members.every(isCoarse) });
    return { kind, members, at, plate };
  }

  /** Puts plates, and marks between them, where none covers another; returns all boxes. */
  place(gatherings, boxes) {
    this.measure.replaceChildren(...gatherings.map(({ plate }) => plate ?? ""));
    const sized = gatherings.map(({ at, plate }) => {
      const { x, y } = this.map.latLngToLayerPoint(at);
      return { x, y, width: plate?.offsetWidth ?? MARK_PX, height: plate?.offsetHeight ?? MARK_PX, offset: [0, 0] };
    });
    const offsets = spread(sized, boxes, openView(this.map));
    const taken = gatherings.map((one, index) => this.addMoved(one, sized[index], offsets[index]));
    this.map.portal.takenAround = taken;
    return [...boxes, ...taken];
  }

  addMoved(one, { x, y, width, height }, [dx, dy]) {
    const { L, map, group } = this;
    const stands = map.layerPointToLatLng([x + dx, y + dy]);
    if (Math.hypot(dx, dy) > LEADERLESS_PX) {
      group.addLayer(L.polyline([one.at, stands], { className: "leader", interactive: false }));
      group.addLayer(L.marker(one.at, { icon: leaderDot(L), interactive: false, keyboard: false, zIndexOffset: UNDER }));
    }
    if (one.plate) {
      const marker = L.marker(stands, { icon: plateIcon(L, one.plate), keyboard: false, zIndexOffset: 300, riseOnHover: true });
      marker.on("click", () => this.open(one, stands));
      group.addLayer(marker);
    } else this.addMark(one, stands);
    return { left: x + dx - width / 2, right: x + dx + width / 2, top: y + dy - height / 2, bottom: y + dy + height / 2 };
  }

  addMark({ kind, members: [{ properties }], at }, stands = at) {
    const marker = this.L.marker(stands, { icon: kind.icon(this.L, properties), keyboard: false, riseOnHover: true });
    marker.on("click", () => openCard(this.L, this.map, stands, recordCard(kind.type, properties)));
    this.group.addLayer(marker);
    return this.boxAt(at, MARK_PX);
  }

  /** Nodes stand below everything else: far out small, and left out where a plate would cover them. */
  drawNodes(isFar, boxes) {
    const size = isFar ? FAR_NODE_PX : 22;
    for (const { at, properties } of this.shown.get("nodes") ?? []) {
      const box = this.boxAt(at, size);
      if (isFar && boxes.some((other) => overlap(other, box))) continue;
      const icon = nodeIcon(this.L, { kind: properties.symbol }, { size });
      const marker = this.L.marker(at, { icon, keyboard: false, riseOnHover: true, zIndexOffset: UNDER });
      marker.on("click", () => openCard(this.L, this.map, at, recordCard("node", properties)));
      this.group.addLayer(marker);
    }
  }

  boxAt(at, size) {
    const { x, y } = this.map.latLngToLayerPoint(at);
    return { left: x - size / 2, right: x + size / 2, top: y - size / 2, bottom: y + size / 2 };
  }

  /** A plate of many places leads closer; one of few, or of one place, opens a card. */
  open({ kind, members }, stands) {
    const bounds = this.L.latLngBounds(members.map(({ at }) => at));
    const isOnePlace = bounds.getNorthEast().equals(bounds.getSouthWest());
    if (members.length > LISTED && !isOnePlace && this.map.getZoom() < APART_ZOOM) {
      const closer = Math.min(this.map.getZoom() + 1, APART_ZOOM);
      const zoom = Math.max(closer, Math.min(this.map.getBoundsZoom(bounds, false, ROOM), APART_ZOOM));
      this.map.setView(bounds.getCenter(), zoom);
      return;
    }
    const items = members.map(({ properties }) => ({ type: kind.type, properties }));
    const only = items.length === 1;
    const card = only ? recordCard(kind.type, items[0].properties) : groupCard(count(kind.words, items.length), "", items);
    openCard(this.L, this.map, stands, card);
  }
}

function placed({ geometry, properties }) {
  return { at: [geometry.coordinates[1], geometry.coordinates[0]], properties };
}
