// What plates and views keep clear of: the names of towns that the basemap draws, and what stands on the map's edge.

import { overlap } from "./spread.js";

const SEATS = new Set([0, 1, 2, 3]); // the places of cities and seats in the order of naming.js
const TOWNS = new Set([...SEATS, 5, 6]);
const EDGE = 8;
const CREDIT = 32;
const MOST_OF_HEIGHT = 0.45;
const MOST_ASIDE = 0.27; // of the width

/** The boxes, in layer points, of names drawn in or near the view: of cities and seats, with `all` of towns too. */
export function townNames(map, { all = false } = {}) {
  const { basemap } = map.portal;
  const zoom = Math.round(map.getZoom());
  const index = basemap.labelers.labelers?.get(zoom)?.index;
  if (!index) return [];
  const stretch = map.getZoomScale(map.getZoom(), zoom);
  const { min, max } = map.getPixelBounds();
  const origin = map.getPixelOrigin();
  const view = { minX: min.x / stretch, minY: min.y / stretch, maxX: max.x / stretch, maxY: max.y / stretch };
  return index.tree
    .search(view)
    .filter(({ indexedLabel }) => (all ? TOWNS : SEATS).has(indexedLabel.order))
    .map(({ minX, minY, maxX, maxY }) => ({
      left: minX * stretch - origin.x,
      right: maxX * stretch - origin.x,
      top: minY * stretch - origin.y,
      bottom: maxY * stretch - origin.y,
    }));
}

/** Calls `redraw` when the basemap has drawn a town's name under one of the boxes that `boxesOf` gives. */
export function whenNamesAppear(map, boxesOf, redraw) {
  map.portal.basemap.on("load", () => {
    const names = townNames(map);
    if (boxesOf().some((box) => names.some((name) => overlap(name, box)))) redraw();
  });
}

/** Padding for fitting a view: clear of tools above and an open legend below, `aside` px for plates at either side. */
export function roomOf(map, { aside = EDGE } = {}) {
  const { box } = map.portal;
  const root = box.parentElement.parentElement;
  const tools = root.querySelector(".map-tools, .map-act");
  const legend = root.querySelector("[data-map-legend]");
  const top = box.getBoundingClientRect();
  const above = tools ? tools.getBoundingClientRect().bottom - top.top + EDGE : EDGE;
  const covered = legend ? top.bottom - legend.getBoundingClientRect().top + EDGE : 0;
  const below = covered < top.height * MOST_OF_HEIGHT ? Math.max(covered, CREDIT) : CREDIT;
  const beside = Math.min(aside, top.width * MOST_ASIDE);
  return { paddingTopLeft: [beside, Math.min(above, top.height / 4)], paddingBottomRight: [beside, below] };
}

/** The part of the view where plates may stand, in layer points. */
export function openView(map) {
  const { paddingTopLeft: [left, top], paddingBottomRight: [right, bottom] } = roomOf(map);
  const { min, max } = map.getPixelBounds();
  const { x, y } = map.getPixelOrigin();
  return { left: min.x - x + left, right: max.x - x - right, top: min.y - y + top, bottom: max.y - y - bottom };
}
