// Sites and zones on a map. What shares a place shares a plate; a mark stands only where a place is known. Far out, the
// sites of a municipality are one plate with a bar of their availabilities.

import { groupCard, openCard, recordCard } from "./card.js";
import { openView, townNames, whenNamesAppear } from "./keepout.js";
import { clearOutlines, gathered, grouped, lookOf, municipalityPlate, vaguePlate, zoneLabel, zonePlate } from "./plates.js";
import { overlap, spread } from "./spread.js";
import { leaderDot, plateIcon, siteIcon } from "./symbols.js";

/** From this zoom on each place is drawn by itself. */
export const CITY_ZOOM = 11;
const COARSE = new Set(["town"]);
const MARK = 30;
const MOST_LEADERLESS = 26;
const ROOM = [150, 90];
const FAR_BELOW = 15;
const SMALL_OUTLINE = 240;
const MANY = 120;
const REACH = 0.3;
const CROWD_PX = 110;
const APART_ZOOM = 15;

const placeOf = (feature) => {
  const { type, coordinates } = feature.geometry ?? {};
  return type === "Point" ? [coordinates[1], coordinates[0]] : null;
};

const known = new WeakMap();

/** The corners of a feature's shape, worked out once. */
function boundsOf(L, feature) {
  if (!known.has(feature)) known.set(feature, L.geoJSON(feature).getBounds());
  return known.get(feature);
}

/** The middle of a feature's box, latitude first; null without a geometry. */
export function middleOf(L, feature) {
  if (!feature.geometry) return null;
  const point = placeOf(feature);
  if (point) return point;
  const centre = boundsOf(L, feature).getCenter();
  return [centre.lat, centre.lng];
}

/** Sites and zones as a layer group; told what to show by `show`, and of municipality names by id. */
export class SiteLayer {
  constructor(L, map, { onSelect = () => {}, onHover = () => {}, cityZoom = CITY_ZOOM } = {}) {
    Object.assign(this, { L, map, onSelect, onHover, cityZoom });
    this.group = L.layerGroup();
    this.sites = [];
    this.zones = [];
    this.municipalities = new Map();
    this.drawn = new Map();
    this.selected = null;
    this.measure = document.createElement("div");
    this.measure.className = "map-measure";
    map.getContainer().append(this.measure);
    map.on("zoomend", () => this.draw());
    whenNamesAppear(map, () => [...(map.portal.taken ?? []), ...(map.portal.takenAround ?? [])], () => this.draw());
    map.on("moveend", () => this.hasLeft() && this.draw());
  }

  /** Replaces what is drawn: features of sites, of zones, and municipality names by id. */
  show({ sites = this.sites, zones = this.zones, municipalities = this.municipalities }) {
    Object.assign(this, { sites, zones, municipalities, placed: null });
    this.draw();
  }

  /** What has a place, worked out once for what is shown. */
  items() {
    return this.placed ??= this.workOutItems();
  }

  workOutItems() {
    const item = (type) => (feature) => ({ type, feature, properties: feature.properties, at: middleOf(this.L, feature) });
    const sites = this.sites.map(item("site"));
    const zones = this.zones.map(item("zone"));
    return [...sites, ...zones].filter(({ at }) => at);
  }

  /** The corners of everything that has a place; null where nothing has. */
  bounds() {
    const places = this.items().filter(({ type }) => type === "site").map(({ feature, at }) => placeOf(feature) ? at : boundsOf(this.L, feature));
    return places.length ? places.reduce((all, place) => all.extend(place), this.L.latLngBounds([])) : null;
  }

  /** Whether any site has its place in the view. */
  isInView() {
    const view = this.map.getBounds();
    return this.items().some(({ type, at }) => type === "site" && view.contains(at));
  }

  /** Whether a place is worth drawing: always, unless there are many and it lies away from the view. */
  isNear(at) {
    return this.sites.length <= MANY || this.reach.contains(at);
  }

  /** Whether the view shows ground where nothing was drawn yet. */
  hasLeft() {
    const isPartial = this.sites.length > MANY && this.map.getZoom() >= this.cityZoom;
    return isPartial && !this.reach?.contains(this.map.getBounds());
  }

  draw() {
    this.group.clearLayers();
    this.drawn.clear();
    if (!this.map._loaded) return;
    const isFar = this.map.getZoom() < this.cityZoom;
    this.reach = this.map.getBounds().pad(REACH);
    const inReach = this.items().filter(({ at }) => this.reach.contains(at));
    this.isCrowded = inReach.length > MANY && this.map.getZoom() < APART_ZOOM;
    if (!isFar) this.drawOutlines();
    this.map.portal.taken = isFar ? this.drawFar() : this.drawNear();
    this.map.fire("sites:drawn");
    this.mark(this.selected, "is-selected");
  }

  drawOutlines() {
    for (const [type, features] of [["zone", this.zones], ["site", this.isCrowded ? [] : this.sites]]) {
      for (const feature of features) {
        if (!feature.geometry || feature.geometry.type === "Point" || !this.isNear(middleOf(this.L, feature))) continue;
        const isLegal = feature.properties.position_accuracy === "surveyed";
        const halo = this.L.geoJSON(feature, { interactive: false, style: { className: "shape-halo" } });
        const shape = this.L.geoJSON(feature, { style: { className: isLegal ? "shape" : "shape shape-dashed" } });
        shape.on("click", (event) => this.open({ type, feature, properties: feature.properties, at: event.latlng }));
        this.group.addLayer(halo).addLayer(shape);
      }
    }
  }

  drawFar() {
    const items = this.items();
    const plates = [];
    const marks = items.filter(({ type, feature }) => type === "zone" && feature.geometry.type === "Point").map((one) => ({ ...one }));
    for (const [id, sites] of grouped(items.filter(({ type }) => type === "site"), ({ properties }) => properties.municipality)) {
      const at = this.meanOf(sites);
      if (sites.length === 1) {
        marks.unshift({ ...sites[0], at });
        continue;
      }
      plates.push(municipalityPlate(sites, this.municipalities.get(id) ?? "", at));
    }
    const boxes = this.place(plates, []);
    const names = townNames(this.map);
    for (const item of marks) {
      item.at = this.belowName(item);
      const isCovered = [...boxes, ...names].some((other) => overlap(other, this.boxOf(item.at)));
      if (item.type === "zone" && isCovered) continue;
      boxes.push(this.aside(item, [...boxes, ...names]));
      this.addMark(item, { ring: false });
    }
    return boxes;
  }

  drawNear() {
    const items = this.items().filter((one) => this.isNear(one.at) && (one.type === "site" || one.feature.geometry.type === "Point"));
    const inZone = ({ properties }) => properties.zone && COARSE.has(properties.position_accuracy);
    const alone = ({ properties }) => !COARSE.has(properties.position_accuracy) && properties.position_accuracy !== "street";
    const boxes = [];
    const plates = [];
    for (const [zone, members] of grouped(items.filter(inZone), ({ properties }) => properties.zone)) plates.push(zonePlate(this.zones.find((one) => one.properties.id === zone), zone, members));
    const places = items.filter((one) => !inZone(one));
    const [single, crowds] = this.isCrowded ? this.crowds(places) : [places, []];
    for (const item of single.filter(alone)) boxes.push(this.addMark(item));
    for (const members of grouped(single.filter((one) => !alone(one)), ({ at }) => at.join()).values()) {
      const isStreet = members.every(({ properties }) => properties.position_accuracy === "street");
      if (isStreet) this.addRing(members[0]);
      if (isStreet && members.length === 1) boxes.push(this.addMark(members[0], { ring: true }));
      else plates.push(vaguePlate(members, isStreet));
    }
    clearOutlines(plates);
    this.labelZones(plates);
    plates.push(...crowds);
    return [...this.place(plates, boxes), ...this.outlineBoxes()];
  }

  /** Where there are too many for single marks: those that stay alone, and a plate for each crowd. */
  crowds(items) {
    const groups = gathered(this.map, items, CROWD_PX);
    const single = groups.filter((members) => members.length === 1).flat();
    const crowds = groups.filter((members) => members.length > 1);
    return [single, crowds.map((members) => ({ ...municipalityPlate(members, "", this.meanOf(members)), offset: [0, 0] }))];
  }

  /** The boxes of outlines small enough to be hidden by a plate. */
  outlineBoxes() {
    const shapes = [...this.zones, ...(this.isCrowded ? [] : this.sites)].filter(({ geometry }) => geometry && geometry.type !== "Point");
    return shapes
      .filter((feature) => this.isNear(middleOf(this.L, feature)))
      .map((feature) => {
        const bounds = boundsOf(this.L, feature);
        const { x: left, y: top } = this.map.latLngToLayerPoint(bounds.getNorthWest());
        const { x: right, y: bottom } = this.map.latLngToLayerPoint(bounds.getSouthEast());
        return { left, top, right, bottom };
      })
      .filter(({ left, right }) => right - left < SMALL_OUTLINE);
  }

  /** A zone with an outline and no plate of its own sites gets its name. */
  labelZones(plates) {
    for (const feature of this.zones) {
      if (!feature.geometry || feature.geometry.type === "Point") continue;
      if (plates.some(({ zone }) => zone === feature.properties.id)) continue;
      const item = { type: "zone", feature, properties: feature.properties, at: middleOf(this.L, feature) };
      plates.push(zoneLabel(item));
    }
  }

  /** Puts plates where none covers another; returns all boxes. */
  place(plates, boxes) {
    this.measure.replaceChildren(...plates.map(({ plate }) => plate));
    const sized = plates.map((one) => {
      const { x, y } = this.map.latLngToLayerPoint(one.at);
      return { x, y, width: one.plate.offsetWidth, height: one.plate.offsetHeight, offset: one.offset };
    });
    const offsets = spread(sized, [...boxes, ...townNames(this.map)], openView(this.map));
    plates.forEach((one, index) => this.addPlate(one, sized[index], offsets[index]));
    return [...boxes, ...sized.map(({ x, y, width, height }, index) => {
      const [dx, dy] = offsets[index];
      return { left: x + dx - width / 2, right: x + dx + width / 2, top: y + dy - height / 2, bottom: y + dy + height / 2 };
    })];
  }

  addPlate(one, { x, y }, [dx, dy]) {
    const { L, map } = this;
    const stands = map.layerPointToLatLng([x + dx, y + dy]);
    const moved = Math.hypot(dx - one.offset[0], dy - one.offset[1]) > MOST_LEADERLESS;
    if (one.leader || (moved && one.isCluster)) {
      this.group.addLayer(L.polyline([one.at, stands], { className: "leader", interactive: false }));
      if (one.zone) this.group.addLayer(L.marker(one.at, { icon: leaderDot(L), interactive: false, keyboard: false }));
    }
    const marker = L.marker(stands, { icon: plateIcon(L, one.plate), keyboard: false, zIndexOffset: 500 });
    marker.on("click", () => (one.isCluster ? this.enter(one) : this.open(one, stands)));
    this.connect(marker, one.items);
  }

  addMark(item, { ring = false } = {}) {
    const { L } = this;
    const properties = lookOf(item);
    const shown = ring ? properties : { ...properties, position_accuracy: "" };
    const marker = L.marker(item.at, { icon: siteIcon(L, shown), keyboard: false, riseOnHover: true });
    marker.on("click", () => this.open(item));
    this.connect(marker, [item]);
    return this.boxOf(item.at);
  }

  addRing({ at, properties }) {
    const radius = properties.accuracy_m ?? 1000;
    this.group.addLayer(this.L.circle(at, { radius, className: "ring", interactive: false }));
  }

  /** Moves a mark off what is taken, with a line to its place where it goes far; returns its box. */
  aside(item, taken) {
    const { x, y } = this.map.latLngToLayerPoint(item.at);
    const [[dx, dy]] = spread([{ x, y, width: MARK, height: MARK, offset: [0, 0] }], taken);
    const stands = this.map.layerPointToLatLng([x + dx, y + dy]);
    if (Math.hypot(dx, dy) > MOST_LEADERLESS) this.group.addLayer(this.L.polyline([item.at, stands], { className: "leader", interactive: false }));
    item.at = [stands.lat, stands.lng];
    return this.boxOf(item.at);
  }

  /** A mark that stands for a town stands below the town's name. */
  belowName({ type, at, properties }) {
    if (type !== "zone" && !COARSE.has(properties.position_accuracy)) return at;
    const { x, y } = this.map.latLngToLayerPoint(at);
    const { lat, lng } = this.map.layerPointToLatLng([x, y + FAR_BELOW]);
    return [lat, lng];
  }

  connect(marker, items) {
    const ids = items.map(({ properties }) => properties.id);
    marker.on("mouseover", () => this.onHover(ids));
    marker.on("mouseout", () => this.onHover([]));
    this.group.addLayer(marker);
    for (const item of items) this.drawn.set(item.properties.id, { marker, item });
  }

  boxOf(at) {
    const { x, y } = this.map.latLngToLayerPoint(at);
    return { left: x - MARK / 2, right: x + MARK / 2, top: y - MARK / 2, bottom: y + MARK / 2 };
  }

  meanOf(items) {
    const sum = items.reduce(([lat, lon], { at }) => [lat + at[0], lon + at[1]], [0, 0]);
    return sum.map((value) => value / items.length);
  }

  enter({ items }) {
    const bounds = this.L.latLngBounds(items.map(({ at }) => at));
    const zoom = this.map.getZoom();
    if (zoom >= this.cityZoom) {
      this.map.setView(bounds.getCenter(), Math.min(Math.max(zoom + 1, this.map.getBoundsZoom(bounds, false, ROOM)), APART_ZOOM));
      return;
    }
    this.map.fitBounds(bounds, { padding: ROOM, maxZoom: 13 });
    if (this.map.getZoom() < this.cityZoom) this.map.setView(bounds.getCenter(), this.cityZoom + 1);
  }

  /** Opens the card of a mark or plate and selects its sites. */
  open(one, at = one.at) {
    const items = one.items ?? [one];
    const single = items.length === 1;
    const content = single ? recordCard(items[0].type, items[0].properties) : groupCard(one.name, one.note, items);
    const ids = items.map(({ properties }) => properties.id);
    openCard(this.L, this.map, at, content, { onClose: () => this.select(null) });
    this.select(ids[0]);
    this.onSelect(ids);
  }

  /** Marks the site's mark or plate as chosen; null for none. */
  select(id) {
    this.mark(this.selected, "is-selected", false);
    this.selected = id;
    this.mark(id, "is-selected");
  }

  /** Marks the site's mark or plate as pointed at. */
  hover(id, isOn) {
    this.mark(id, "is-hovered", isOn);
  }

  mark(id, name, isOn = true) {
    const found = this.drawn.get(id)?.marker;
    found?.getElement()?.classList.toggle(name, isOn);
    found?.setZIndexOffset(isOn ? 1000 : 0);
  }

  /** Moves to a site and opens its card; false where it has no place. */
  goTo(id, { animate = true } = {}) {
    const item = this.items().find(({ properties }) => properties.id === id);
    if (!item) return false;
    const zoom = Math.max(this.map.getZoom(), COARSE.has(item.properties.position_accuracy) ? 12 : 13);
    const open = () => {
      const found = this.drawn.get(id);
      if (found) openCard(this.L, this.map, found.marker.getLatLng(), recordCard(item.type, item.properties), { onClose: () => this.select(null) });
      this.select(id);
    };
    this.map.once("moveend", () => setTimeout(open));
    if (animate) this.map.flyTo(item.at, zoom, { duration: 0.25 });
    else this.map.setView(item.at, zoom, { animate: false });
    return true;
  }
}
