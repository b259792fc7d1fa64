// The map's part of the address: `map=zoom/lat/lon`, and shapes that narrow the search.

/** The view that the address names: {zoom, at}, or null. */
export function viewOf(search = location.search) {
  const [zoom, lat, lon] = (new URLSearchParams(search).get("map") ?? "").split("/").map(Number);
  return Number.isFinite(zoom) && Number.isFinite(lat) && Number.isFinite(lon) ? { zoom, at: [lat, lon] } : null;
}

/** Writes the map's view into the present address, without a new entry in the history. */
export function keepView(map) {
  const { lat, lng } = map.getCenter();
  const view = `${Number(map.getZoom().toFixed(2))}/${lat.toFixed(5)}/${lng.toFixed(5)}`;
  const query = new URLSearchParams(location.search);
  query.set("map", view);
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%2F", "/");
  history.replaceState(history.state, "", `${location.pathname}?${text}`);
  return view;
}

function numbers(text) {
  return (text ?? "").split(",").map(Number);
}

/** The corners of a WKT polygon's outer ring as [lat, lon], without the closing one; null where it is none. */
export function ringOf(wkt) {
  const match = /^\s*(?:SRID=4326;)?\s*POLYGON\s*\(\s*\(([^()]+)\)/i.exec(wkt ?? "");
  const corners = match?.[1].split(",").map((pair) => pair.trim().split(/\s+/).slice(0, 2).map(Number).reverse());
  if (!corners || corners.length < 4 || corners.flat().some((value) => !Number.isFinite(value))) return null;
  return corners.slice(0, -1);
}

/** A ring of [lat, lon] as WKT with five decimals, closed. */
export function wktOf(ring) {
  const corners = [...ring, ring[0]].map(([lat, lon]) => `${Number(lon.toFixed(5))} ${Number(lat.toFixed(5))}`);
  return `POLYGON ((${corners.join(", ")}))`;
}

/** The shapes that narrow the search of an address: box, ring, circle {at, km}; each may be absent. */
export function shapesOf(search = location.search) {
  const query = new URLSearchParams(search);
  const box = numbers(query.get("bbox"));
  const [lon, lat] = numbers(query.get("near"));
  const km = Number(query.get("near_km"));
  return {
    box: box.length === 4 && box.every(Number.isFinite) ? [[box[1], box[0]], [box[3], box[2]]] : null,
    ring: ringOf(query.get("within")),
    circle: Number.isFinite(lat) && Number.isFinite(lon) && query.has("near") && km > 0 ? { at: [lat, lon], km } : null,
  };
}
