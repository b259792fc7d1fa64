// The layers beside sites: fetched when first shown. Outlines are drawn here, marks by around.js.

import { Around } from "./around.js";
import { openCard, recordCard } from "./card.js";
import { nameOf } from "./words.js";

function outlines(L, map, className, type) {
  return (features) => {
    const layer = L.geoJSON(features, { interactive: true, style: { className } });
    if (type) layer.on("click", ({ latlng, layer: shape }) => openCard(L, map, latlng, recordCard(type, shape.feature.properties)));
    else layer.eachLayer((shape) => shape.bindTooltip(() => textNode(nameOf(shape.feature.properties)), { className: "map-tip" }));
    return layer;
  };
}

function textNode(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

/** Connects a layer's group to what draws it; `load` gives its features, once the layer is first shown. */
export function connectLayer(L, map, { key, group, load }) {
  const outline = { municipalities: () => outlines(L, map, "municipality"), industrial: () => outlines(L, map, "industrial", "land") };
  if (key in outline) {
    group.once("add", async () => group.addLayer(outline[key]()(await load())));
    return;
  }
  const around = () => (map.portal.around ??= new Around(L, map));
  group.on("add", async () => {
    const features = await load();
    if (map.hasLayer(group)) around().show(key, features);
  });
  group.on("remove", () => around().show(key, null));
}
