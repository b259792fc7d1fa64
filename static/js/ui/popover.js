/**
 * Source notes. A link with data-pop leads to the list of sources; with the popover API the note named by data-pop is shown
 * beside it instead: on hover and keyboard focus until they leave, on click until it is closed. Escape closes it.
 */
const GAP_PX = 6;
const EDGE_PX = 8;
const LINGER_MS = 200;
let shown = null;

function place(pop, link) {
  const at = link.getBoundingClientRect();
  const fits = at.bottom + GAP_PX + pop.offsetHeight <= window.innerHeight;
  const left = Math.max(EDGE_PX, Math.min(at.left, window.innerWidth - pop.offsetWidth - EDGE_PX));
  const top = fits ? at.bottom + GAP_PX : Math.max(EDGE_PX, at.top - GAP_PX - pop.offsetHeight);
  Object.assign(pop.style, { position: "fixed", inset: "auto", left: `${left}px`, top: `${top}px` });
}

function show(pop, link) {
  if (!pop.matches(":popover-open")) pop.showPopover();
  shown = { pop, link };
  place(pop, link);
  link.setAttribute("aria-expanded", "true");
}

function onPointer(link, pop, state) {
  let leaving = 0;
  link.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") show(pop, link);
  });
  for (const node of [link, pop]) {
    node.addEventListener("pointerenter", () => clearTimeout(leaving));
    node.addEventListener("pointerleave", () => {
      clearTimeout(leaving);
      const held = state.pinned || document.activeElement === link || pop.contains(document.activeElement);
      if (!held) leaving = setTimeout(() => pop.hidePopover(), LINGER_MS);
    });
  }
}

function onFocus(link, pop, state) {
  link.addEventListener("focus", () => {
    if (!state.closing && link.matches(":focus-visible")) show(pop, link);
  });
  for (const node of [link, pop]) {
    node.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && next !== link && !pop.contains(next)) pop.hidePopover();
    });
  }
}

function connect(link) {
  const pop = document.getElementById(link.dataset.pop);
  if (!pop) return;
  const state = { pinned: false, closing: false };
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-controls", pop.id);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    state.pinned = true;
    show(pop, link);
  });
  onPointer(link, pop, state);
  onFocus(link, pop, state);
  pop.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed") return;
    // Closing gives the focus back to the link, which must not open the note again.
    state.closing = true;
    state.pinned = false;
    link.setAttribute("aria-expanded", "false");
    setTimeout(() => { state.closing = false; });
  });
}

export function startPopovers(root) {
  if (!HTMLElement.prototype.showPopover) return;
  for (const link of root.querySelectorAll("a[data-pop]")) connect(link);
  window.addEventListener("scroll", () => {
    if (shown?.pop.matches(":popover-open")) place(shown.pop, shown.link);
  }, { passive: true });
}
