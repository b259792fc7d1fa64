// The list below the map of a phone: its handle is a button that opens it to full height and back; it may be dragged too.

import { say } from "./words.js";

const DRAG_PX = 24;

/** Turns the handle into a button. `show` is told "list" or "map"; "explore:view" tells which of them is shown. */
export function startSheet(show) {
  const grip = document.querySelector(".sheet-grip");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sheet-handle";
  button.setAttribute("aria-label", say("sheet"));
  button.setAttribute("aria-controls", "explore-list");
  grip.replaceWith(button);
  button.append(grip);
  document.addEventListener("explore:view", ({ detail }) => button.setAttribute("aria-expanded", detail === "list"));
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "true" ? "map" : "list"));
  letDrag(button, show);
}

/** A drag up opens, a drag down closes; the click that ends a drag counts for nothing. */
function letDrag(button, show) {
  let from = null;
  let isDragged = false;
  button.addEventListener("pointerdown", ({ clientY, pointerId }) => {
    from = clientY;
    isDragged = false;
    button.setPointerCapture(pointerId);
  });
  button.addEventListener("pointermove", ({ clientY }) => {
    if (from === null || Math.abs(clientY - from) < DRAG_PX) return;
    show(clientY < from ? "list" : "map");
    from = null;
    isDragged = true;
  });
  for (const name of ["pointerup", "pointercancel"]) button.addEventListener(name, () => (from = null));
  button.addEventListener("click", (event) => {
    if (isDragged) event.stopImmediatePropagation();
    isDragged = false;
  }, { capture: true });
}
