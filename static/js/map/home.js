// The map of the start page: it shows where sites are and leads to Explore.

import { basemapLayer } from "./basemap.js";
import { features } from "./portal.js";
import { SiteLayer } from "./sites.js";
import { lang, nameOf } from "./words.js";

const LOCATOR_ZOOM = 6;
const LOCATOR_CENTRE = [55.7, 24.3];
const NEVER = 99;

/** A site layer whose plates lead to the list of their municipality. */
class Invitation extends SiteLayer {
  enter({ items }) {
    location.assign(`/${lang}/explore?municipality=${encodeURIComponent(items[0].properties.municipality)}`);
  }
}

/** Draws the region with its sites by municipality, and where in the Baltic it lies. */
export async function start(L, map) {
  const { settings, layers } = map.portal;
  for (const handler of ["dragging", "doubleClickZoom", "scrollWheelZoom", "boxZoom", "keyboard", "touchZoom"]) map[handler].disable();
  map.getContainer().removeAttribute("tabindex");
  const [sites, places] = await Promise.all([
    features(map, layers.get("sites").url),
    features(map, layers.get("municipalities").url),
  ]);
  const invitation = new Invitation(L, map, { cityZoom: NEVER });
  invitation.group.addTo(map);
  const outline = L.geoJSON(places);
  const fit = () => map.fitBounds(outline.getBounds(), { padding: [12, 12], animate: false });
  fit();
  map.on("resize", fit);
  invitation.show({ sites, municipalities: new Map(places.map(({ id, properties }) => [id, nameOf(properties)])) });
  addLocator(L, map, settings);
}

function addLocator(L, map, settings) {
  const box = document.createElement("div");
  box.className = "map-locator";
  box.setAttribute("aria-hidden", "true");
  map.getContainer().append(box);
  const still = { zoomControl: false, attributionControl: false, keyboard: false, dragging: false, scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, touchZoom: false, zoomAnimation: false, fadeAnimation: false };
  const small = L.map(box, { ...still, center: LOCATOR_CENTRE, zoom: LOCATOR_ZOOM });
  basemapLayer(L, { urls: settings.basemap, lang, locator: true }).addTo(small);
}
