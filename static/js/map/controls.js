// What stands on every map beside its layers: zoom, scale, credit; and manners: no map takes the wheel or the finger
// that only wants to scroll the page.

import { attributionElement } from "./basemap.js";
import { say } from "./words.js";

/** Whether the visitor asked for less motion. */
export const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const HINT_MS = 1500;

/** Adds zoom buttons, scale and credit; a still map has no zoom. */
export function addControls(L, map, { isStill = false } = {}) {
  if (!isStill) L.control.zoom({ position: "topright", zoomInTitle: say("zoom_in"), zoomOutTitle: say("zoom_out") }).addTo(map);
  const credit = L.control({ position: "bottomright" });
  credit.onAdd = () => attributionElement();
  credit.addTo(map);
  L.control.scale({ position: isStill ? "bottomleft" : "bottomright", imperial: false, maxWidth: 90 }).addTo(map);
}

/** The wheel zooms once the map was clicked or has the focus, and no longer when the pointer leaves; `always` at once. */
export function tameWheel(map, { always = false } = {}) {
  if (always) return;
  const box = map.getContainer();
  map.scrollWheelZoom.disable();
  map.on("mousedown focus", () => map.scrollWheelZoom.enable());
  box.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
}

/** On touch one finger scrolls the page and two move the map; one finger is told so. */
export function tameFingers(map) {
  if (!matchMedia("(pointer: coarse)").matches) return;
  const box = map.getContainer();
  const hint = document.createElement("p");
  hint.className = "map-hint";
  hint.hidden = true;
  hint.textContent = say("fingers");
  box.append(hint);
  map.dragging.disable();
  let hiding = 0;
  box.addEventListener("touchmove", (event) => {
    hint.hidden = event.touches.length > 1;
    clearTimeout(hiding);
    hiding = setTimeout(() => (hint.hidden = true), HINT_MS);
  }, { passive: true });
}

/** After the first view zoom goes by whole steps; fingers may stop between them. */
export function settleZoom(map) {
  map.options.zoomSnap = matchMedia("(pointer: coarse)").matches ? 0.25 : 1;
}

/** Lets every move of the map be a jump. */
export function stopFlights(map) {
  const { panBy } = map;
  map.panBy = (offset, options) => panBy.call(map, offset, { ...options, animate: false });
}
