// The layer switch and the legend beside a map.

/** Connects the boxes of the layer switch; `onOwn(key, isOn)` answers for layers that the page draws itself. */
export function startLayers(map, onOwn = () => {}) {
  const root = map.portal.box.parentElement.parentElement;
  for (const box of root.querySelectorAll("[data-layer]")) {
    const { group } = map.portal.layers.get(box.value);
    const isOwn = box.value === "sites" || box.value === "zones";
    box.addEventListener("change", () => {
      if (isOwn) onOwn(box.value, box.checked);
      else if (box.checked) group.addTo(map);
      else group.remove();
    });
    if (!isOwn && box.checked) group.addTo(map);
  }
  startDrops(root);
}

/** Drop-down panels: one open at a time, closed by Escape and by a click on the map. */
function startDrops(root) {
  const drops = [...root.querySelectorAll(".map-drop")];
  for (const drop of drops) {
    drop.addEventListener("toggle", () => {
      if (drop.open) for (const other of drops) if (other !== drop) other.open = false;
    });
    drop.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drop.open) return;
      drop.open = false;
      drop.querySelector("summary").focus();
    });
  }
}

/** Opens the legend where there is room for it. */
export function startLegend(root) {
  const legend = root.querySelector("[data-map-legend]");
  if (legend) legend.open = root.clientWidth >= 640 && root.clientHeight >= 560;
}
