// The basemap: our own PMTiles drawn on canvas by protomaps-leaflet. Leaflet and protomaps-leaflet are classic
// scripts and must be loaded before (window.L, window.protomapsL).

import { forgetWidths } from "./labels.js";
import { labelRules } from "./naming.js";
import { paintRules, readTokens } from "./style.js";
import { say } from "./words.js";

/** The credit every map shows, in order: text, with `href` where it links. */
const attribution = () => [
  { text: "© " },
  { text: say("credit_streets"), href: "https://www.openstreetmap.org/copyright" },
  { text: ` · ${say("credit_schema")} © ` },
  { text: "OpenMapTiles", href: "https://openmaptiles.org/" },
  { text: ` · ${say("credit_boundaries")} ` },
  { text: "Registrų centras (CC BY 4.0)", href: "https://creativecommons.org/licenses/by/4.0/" },
  { text: " · " },
  { text: "Natural Earth", href: "https://www.naturalearthdata.com/" },
];

/** Where the data end: no map need show more. South-west and north-east corner, latitude first. */
export const DATA_BOUNDS = [
  [46, -10],
  [68, 46],
];
export const MIN_ZOOM = 6;
export const MAX_ZOOM = 18;

const SOURCES = { baltic: 8, region: 13 };
const LABELLED_TILES = 64;
const TILE_PX = 256;
const LEAST_STRETCH_CHANGE = 0.01;
const LETTERS = "ąčęėįšųūžĄČĘĖĮŠŲŪŽ";

/** The credit as an element: a paragraph with links, for a map control or a figure's caption. */
export function attributionElement(doc = document) {
  const line = doc.createElement("p");
  line.className = "map-credit";
  for (const { text, href } of attribution()) {
    if (!href) {
      line.append(text);
      continue;
    }
    const link = doc.createElement("a");
    link.href = href;
    link.textContent = text;
    line.append(link);
  }
  return line;
}

function fontsReady(font) {
  const wanted = [500, 600, 700].map((weight) => document.fonts.load(`${weight} 12px ${font}`, LETTERS + "Ab1"));
  return Promise.all(wanted).then(forgetWidths);
}

/** Redraws when the page's theme changes: its attribute, or the system's preference. */
function followTheme(layer) {
  const redraw = () => layer.setTheme();
  const observer = new MutationObserver(redraw);
  const system = matchMedia("(prefers-color-scheme: dark)");
  layer.on("add", () => {
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    system.addEventListener("change", redraw);
  });
  layer.on("remove", () => {
    observer.disconnect();
    system.removeEventListener("change", redraw);
  });
}

/**
 * Keeps tiles sharp and labels at their size between whole zooms, where Leaflet shows the tiles of the nearest whole zoom
 * stretched: they get the pixels of the screen, and `restyle(stretch)` lets labels make up for it. A pinch is waited out.
 */
function followStretch(layer, restyle) {
  const setView = layer._setView; // the one place where Leaflet learns the zoom before it asks for tiles
  let shown = 1;
  layer._setView = function (centre, zoom, noPrune, noUpdate) {
    const stretch = 2 ** (zoom - Math.round(zoom));
    const isNew = !noUpdate && Math.abs(stretch - shown) > LEAST_STRETCH_CHANGE;
    const isSameTiles = this._tileZoom === Math.round(zoom);
    if (isNew) {
      shown = stretch;
      this.tileSize = Math.round(TILE_PX * devicePixelRatio * stretch); // a pixel for each of the screen
      restyle(stretch);
    }
    setView.call(this, centre, zoom, noPrune, noUpdate);
    if (isNew && isSameTiles) this.rerenderTiles();
  };
}

/**
 * A Leaflet layer with the basemap. `urls` = {baltic, region}: the addresses of the two archives; `lang` of country
 * names; `locator` fills the region at overview zooms. Colours come from the page's tokens and follow its theme;
 * `layer.setTheme()` draws again with the tokens as they are now. `pm` is protomaps-leaflet's global.
 */
export function basemapLayer(L, { urls, lang = "en", locator = false, pm = window.protomapsL, ...options }) {
  const sources = Object.fromEntries(
    Object.entries(SOURCES).map(([name, maxDataZoom]) => [name, { url: urls[name], maxDataZoom }]),
  );
  let stretch = 1;
  const look = (tokens) => ({
    paintRules: paintRules(pm, tokens, { locator }),
    labelRules: labelRules(tokens, { lang, enlarged: 1 / stretch }),
    backgroundColor: tokens.land,
  });
  const tokens = readTokens();
  const layer = pm.leafletLayer({
    ...look(tokens),
    sources,
    lang,
    attribution: "",
    tileDelay: 1,
    tasks: [fontsReady(tokens.font)],
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    ...options,
  });
  const restartLabels = () => {
    layer.labelers = new pm.Labelers(layer.scratch, layer.labelRules, LABELLED_TILES, layer.onTilesInvalidated);
  };
  restartLabels();
  const restyle = () => {
    Object.assign(layer, look(readTokens()));
    restartLabels();
  };
  layer.setTheme = () => {
    restyle();
    layer.rerenderTiles();
    return layer;
  };
  followStretch(layer, (changed) => {
    stretch = changed;
    restyle();
  });
  followTheme(layer);
  return layer;
}
