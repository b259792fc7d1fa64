// What the map paints: rules for protomaps-leaflet, coloured by the page's design tokens (--m-*). Zooms are those of
// the map; widths are CSS pixels, linear between the zooms given.

import { EdgeBandPainter, RailPainter } from "./painters.js";

const ROADS = {
  motorway: { fill: "motorway", width: [[5, 1], [7, 2.2], [8, 2.2], [11, 4], [17, 11]], from: 5 },
  trunk: { fill: "trunk", width: [[5, 0.6], [7, 1.6], [8, 1.8], [11, 3.6], [17, 10]], from: 5 },
  primary: { fill: "primary", width: [[6, 0.5], [8, 1], [11, 3], [17, 9]], from: 6 },
  secondary: { fill: "road", width: [[8, 0.7], [11, 2.4], [17, 8]], from: 8 },
  tertiary: { fill: "road", width: [[9, 0.6], [11, 1.8], [17, 6]], from: 9 },
  minor: { fill: "road", width: [[11, 0.6], [13, 1.8], [17, 5]], from: 12 },
  pedestrian: { fill: "road", width: [[12, 0.6], [17, 4]], from: 13 },
  service: { fill: "road", width: [[13, 0.7], [17, 3.2]], from: 14 },
};
const ROAD_ORDER = ["service", "pedestrian", "minor", "tertiary", "secondary", "primary", "trunk", "motorway"];
const RAMP_SHARE = 0.62;

/** The value of a number at a zoom, linear between [zoom, value] stops and constant beyond them. */
export function between(stops, zoom) {
  if (zoom <= stops[0][0]) return stops[0][1];
  for (let i = 1; i < stops.length; i++) {
    const [z1, v1] = stops[i];
    const [z0, v0] = stops[i - 1];
    if (zoom <= z1) return v0 + ((zoom - z0) / (z1 - z0)) * (v1 - v0);
  }
  return stops[stops.length - 1][1];
}

/** The tokens of the map as they are now on `element`: names without the --m- prefix, and `font`. */
export function readTokens(element = document.documentElement) {
  const style = getComputedStyle(element);
  const value = (name) => style.getPropertyValue(name).trim();
  const names = [
    "sea", "land", "outside", "forest", "builtup", "industry", "industry-line", "green", "building", "building-ind",
    "water", "river", "water-text", "motorway", "motorway-case", "trunk", "trunk-case", "primary", "primary-case",
    "road", "road-case", "rail", "bound", "region", "region-band", "label", "label-2", "halo",
  ];
  const tokens = Object.fromEntries(names.map((name) => [name, value(`--m-${name}`)]));
  for (const name of ["surface", "ink", "ink-2", "accent"]) tokens[name] = value(`--${name}`);
  tokens.font = value("--font") || "sans-serif";
  tokens.isDark = style.colorScheme.includes("dark");
  return tokens;
}

function roadWidth(kind, zoom, feature) {
  const width = between(ROADS[kind].width, zoom);
  return feature?.props.ramp ? width * RAMP_SHARE : width;
}

function caseWidth(kind, zoom, feature) {
  const edges = kind === "minor" || kind === "service" || kind === "pedestrian" ? 1.2 : 1.6;
  return roadWidth(kind, zoom, feature) + (zoom < 11 ? Math.min(edges, 1.2) : edges);
}

/** From which zoom a road has a case; minor streets would only blur below. */
function caseFrom(kind) {
  if (kind === "motorway" || kind === "trunk") return 8;
  if (kind === "primary") return 9;
  return kind === "secondary" ? 10 : kind === "tertiary" ? 11 : kind === "minor" ? 13 : 15;
}

function roadRules(pm, tokens, dataSource) {
  const of = (kind) => (zoom, feature) => feature.props.class === kind;
  const line = (options) => new pm.LineSymbolizer({ lineCap: "round", lineJoin: "round", ...options });
  const cases = ROAD_ORDER.map((kind) => ({
    dataSource,
    dataLayer: "road",
    minzoom: Math.max(ROADS[kind].from, caseFrom(kind)),
    filter: of(kind),
    symbolizer: line({
      color: tokens[`${ROADS[kind].fill}-case`],
      width: (zoom, feature) => caseWidth(kind, zoom, feature),
      lineCap: "butt",
    }),
  }));
  const fill = (kind, inCaseColour) => ({
    dataSource,
    dataLayer: "road",
    minzoom: ROADS[kind].from,
    filter: of(kind),
    symbolizer: line({
      color: (zoom) => tokens[zoom < 8 && inCaseColour ? `${kind}-case` : ROADS[kind].fill],
      width: (zoom, feature) => roadWidth(kind, zoom, feature),
    }),
  });
  const thin = tokens.isDark ? [] : ["motorway", "trunk"];
  return [...cases, ...ROAD_ORDER.map((kind) => fill(kind, thin.includes(kind)))];
}

function trackRules(pm, tokens) {
  return [
    {
      dataSource: "region",
      dataLayer: "road",
      minzoom: 13,
      filter: (zoom, feature) => feature.props.class === "track" || feature.props.class === "path",
      symbolizer: new pm.LineSymbolizer({ color: tokens["road-case"], width: 0.8, dash: [3, 2] }),
    },
  ];
}

function farRailLook(zoom) {
  return zoom < 8 ? { width: 0.5, dash: [4, 2] } : { width: 0.8 };
}

function railLook(zoom, feature) {
  if (feature.props.siding) return zoom < 12 ? null : { width: 0.8 };
  if (feature.props.gauge === "narrow_gauge") return { width: zoom < 12 ? 0.7 : 1, bar: zoom < 12 ? 0 : 4, every: 12 };
  if (zoom < 12) return { width: 1, bar: 3.4, every: 10 };
  return { width: between([[12, 1.1], [15, 1.8]], zoom), bar: between([[12, 4.4], [15, 6]], zoom), every: 14 };
}

function areaRules(pm, tokens) {
  const area = (dataSource, dataLayer, fill, more = {}) => ({
    dataSource,
    dataLayer,
    symbolizer: new pm.PolygonSymbolizer({ fill }),
    ...more,
  });
  const isLarge = (zoom, feature) => Boolean(feature.props.large);
  return [
    area("baltic", "outside", tokens.outside, { maxzoom: 7 }),
    area("region", "builtup", tokens.builtup),
    area("region", "green", tokens.green),
    area("region", "wood", tokens.forest),
    area("region", "fade", tokens.land, {
      maxzoom: 11,
      symbolizer: new pm.PolygonSymbolizer({ fill: tokens.land, opacity: 0.3 }),
    }),
    area("region", "airfield", tokens.green),
    area("region", "industry", tokens.industry, {
      symbolizer: new pm.PolygonSymbolizer({
        fill: tokens.industry,
        stroke: tokens["industry-line"],
        width: (zoom) => (zoom >= 13 ? 0.6 : 0),
      }),
    }),
    area("region", "building", tokens.building, { filter: (zoom, feature) => !feature.props.large, minzoom: 13 }),
    area("region", "building", tokens["building-ind"], { filter: isLarge, minzoom: 12 }),
  ];
}

function waterRules(pm, tokens) {
  const river = (dataSource, width, more = {}) => ({
    dataSource,
    dataLayer: "waterway",
    symbolizer: new pm.LineSymbolizer({ color: tokens.river, width, lineCap: "round", lineJoin: "round" }),
    ...more,
  });
  const isDitch = (zoom, feature) => feature.props.class === "ditch";
  return [
    river("baltic", (zoom) => between([[5, 0.6], [8, 0.9], [11, 1.4]], zoom)),
    river("region", (zoom) => between([[8, 0.6], [11, 1.2], [12, 0.9], [17, 2.2]], zoom), {
      filter: (zoom, feature) => !isDitch(zoom, feature),
    }),
    river("region", 0.7, { filter: isDitch, minzoom: 14 }),
    ...["baltic", "region"].map((dataSource) => ({
      dataSource,
      dataLayer: "water",
      symbolizer: new pm.PolygonSymbolizer({ fill: tokens.water }),
    })),
  ];
}

function boundaryRules(pm, tokens, locator) {
  const bandWidth = (zoom) => between([[7, 4], [8, 7], [9, 11], [11, 16]], zoom);
  const edge = { edge: tokens.region, edgeWidth: 1.5, band: tokens["region-band"], bandWidth };
  return [
    {
      dataSource: "region",
      dataLayer: "municipality",
      symbolizer: new pm.LineSymbolizer({
        color: tokens.bound,
        width: (zoom) => (zoom < 12 ? 0.9 : 1),
        dash: [6, 3, 1.5, 3],
      }),
    },
    {
      dataSource: "baltic",
      dataLayer: "veil",
      minzoom: 8,
      maxzoom: 11,
      symbolizer: new pm.PolygonSymbolizer({ fill: tokens.outside, opacity: 0.58 }),
    },
    {
      dataSource: "baltic",
      dataLayer: "border",
      symbolizer: new pm.LineSymbolizer({ color: tokens.bound, width: 0.8, dash: [5, 2.5] }),
    },
    {
      dataSource: "baltic",
      dataLayer: "region",
      maxzoom: 7,
      symbolizer: new EdgeBandPainter({ ...edge, fill: locator && tokens.accent }),
    },
    { dataSource: "region", dataLayer: "region", minzoom: 8, symbolizer: new EdgeBandPainter(edge) },
  ];
}

/** What is painted, in drawing order. `locator` fills the region with the accent colour at overview zooms. */
export function paintRules(pm, tokens, { locator = false } = {}) {
  return [
    ...areaRules(pm, tokens),
    {
      dataSource: "baltic",
      dataLayer: "sea",
      symbolizer: new pm.PolygonSymbolizer({ fill: tokens.sea }),
    },
    ...waterRules(pm, tokens),
    {
      dataSource: "region",
      dataLayer: "runway",
      symbolizer: new pm.LineSymbolizer({
        color: tokens["road-case"],
        width: (zoom) => between([[9, 1.5], [13, 5], [17, 26]], zoom),
      }),
    },
    ...trackRules(pm, tokens),
    ...roadRules(pm, tokens, "baltic"),
    ...roadRules(pm, tokens, "region"),
    { dataSource: "baltic", dataLayer: "rail", symbolizer: new RailPainter(tokens.rail, farRailLook) },
    { dataSource: "region", dataLayer: "rail", symbolizer: new RailPainter(tokens.rail, railLook) },
    {
      dataSource: "baltic",
      dataLayer: "fade",
      maxzoom: 7,
      symbolizer: new pm.PolygonSymbolizer({ fill: tokens.outside, opacity: 0.3 }),
    },
    ...boundaryRules(pm, tokens, locator),
  ];
}
