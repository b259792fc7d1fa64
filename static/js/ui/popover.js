/**
 * Source notes. A link marked data-pop points at a note that is part of the page, or at the list of sources; with the
 * popover API the <div popover> named by data-pop is shown beside the link instead. Hover shows it too; Escape closes it.
 */
const GAP = 6;
let shown = null;

function place(pop, link) {
  const at = link.getBoundingClientRect();
  const width = pop.offsetWidth;
  const below = at.bottom + GAP + pop.offsetHeight <= window.innerHeight;
  const left = Math.max(8, Math.min(at.left, window.innerWidth - width - 8));
  pop.style.position = "fixed";
  pop.style.inset = "auto";
  pop.style.left = `${left}px`;
  pop.style.top = `${below ? at.bottom + GAP : Math.max(8, at.top - GAP - pop.offsetHeight)}px`;
}

function show(pop, link) {
  if (!pop.matches(":popover-open")) pop.showPopover();
  shown = { pop, link };
  place(pop, link);
  link.setAttribute("aria-expanded", "true");
}

function connect(link) {
  const pop = document.getElementById(link.dataset.pop);
  if (!pop) return;
  let leaving = 0;
  const stay = () => clearTimeout(leaving);
  const leave = () => {
    stay();
    if (!pop.dataset.pinned) leaving = setTimeout(() => pop.hidePopover(), 200);
  };
  link.setAttribute("aria-expanded", "false");
  link.setAttribute("aria-controls", pop.id);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    pop.dataset.pinned = "yes";
    show(pop, link);
  });
  for (const node of [link, pop]) {
    node.addEventListener("pointerenter", (event) => {
      stay();
      if (event.pointerType === "mouse" && node === link) show(pop, link);
    });
    node.addEventListener("pointerleave", leave);
  }
  pop.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    delete pop.dataset.pinned;
    link.setAttribute("aria-expanded", "false");
  });
}

export function startPopovers(root) {
  if (!HTMLElement.prototype.showPopover) return;
  for (const link of root.querySelectorAll("a[data-pop]")) connect(link);
  window.addEventListener("scroll", () => {
    if (shown?.pop.matches(":popover-open")) place(shown.pop, shown.link);
  }, { passive: true });
}
