// What the map names: label rules for protomaps-leaflet, the most important first.

import { LineLabel, PointLabel, ShieldLabel } from "./labels.js";
import { between } from "./style.js";

/** The styles of `styleOf`, `times` as large: for tiles that will be shown smaller or larger. */
function enlarge(styleOf, times) {
  if (times === 1) return styleOf;
  return (zoom, feature) => {
    const style = styleOf(zoom, feature);
    if (!style) return style;
    const { dot } = style;
    return {
      ...style,
      font: style.font.replace(/([\d.]+)px/, (_, px) => `${px * times}px`),
      size: style.size * times,
      haloWidth: (style.haloWidth ?? 3) * times,
      tracking: (style.tracking ?? 0) * times,
      ...(dot && { dot: { ...dot, radius: dot.radius * times, width: dot.width * times } }),
    };
  };
}

function placeStyle(tokens) {
  const style = (weight, size, fill, more = {}) => ({
    font: `${weight} ${size}px ${tokens.font}`,
    size,
    fill,
    halo: tokens.halo,
    ...more,
  });
  const dot = (radius) => ({ radius, width: 1.4, fill: tokens.label, ring: tokens.halo });
  return (zoom, feature) => {
    const rank = feature.props.rank;
    if (zoom < 8) {
      if (feature.props.class !== "city") return null;
      if (rank <= 1) return style(600, 12, tokens.label, { dot: dot(2) });
      return zoom === 7 && style(500, 11, tokens["label-2"], { dot: dot(1.6) });
    }
    const far = zoom < 12;
    if (rank <= 1 && far) return style(700, 15, tokens.label, { dot: dot(2.6) });
    if (rank <= 1) return zoom < 16 && style(700, 19, tokens.label);
    if (rank === 2) return far ? style(500, 12, tokens.label, { dot: dot(1.8) }) : style(600, 15, tokens.label);
    if (rank === 3 && far) return zoom >= 10 && style(500, 11, tokens["label-2"], { dot: dot(1.4) });
    if (rank === 3) return style(600, 13, tokens.label);
    return zoom >= 13 && style(500, zoom >= 14 ? 12 : 11, tokens["label-2"]);
  };
}

function shieldStyle(tokens) {
  return (zoom, feature) => {
    const rank = feature.props.rank;
    if (zoom < (rank === 1 ? 8 : rank === 2 ? 11 : 14)) return null;
    const size = zoom < 11 ? 10.5 : 11.5;
    return {
      font: `600 ${size}px ${tokens.font}`,
      size,
      fill: tokens.ink,
      box: tokens.surface,
      edge: tokens["ink-2"],
      repeat: rank === 1 ? 240 : 300,
    };
  };
}

function streetStyle(tokens) {
  const big = new Set(["motorway", "trunk", "primary", "secondary", "tertiary"]);
  return (zoom, feature) => {
    const isBig = big.has(feature.props.class);
    if (zoom < (isBig ? 13 : 15)) return null;
    return {
      font: `500 ${zoom >= 16 ? 12 : 11}px ${tokens.font}`,
      size: zoom >= 16 ? 12 : 11,
      fill: tokens["label-2"],
      halo: tokens.halo,
      bend: 5,
      repeat: 300,
    };
  };
}

function waterStyle(tokens, more) {
  return {
    font: `italic 500 ${more.size}px ${tokens.font}`,
    fill: tokens["water-text"],
    halo: tokens.halo,
    haloWidth: 2.4,
    ...more,
  };
}

/** What is labelled, the most important first. `lang` picks the names of countries; `enlarged` multiplies sizes. */
export function labelRules(tokens, { lang = "en", enlarged = 1 } = {}) {
  const sized = (styleOf) => enlarge(styleOf, enlarged);
  const places = sized(placeStyle(tokens));
  const ofRank = (low, high) => (zoom, feature) => feature.props.rank >= low && feature.props.rank <= high;
  const place = (dataSource, low, high) => ({
    dataSource,
    dataLayer: "place",
    filter: ofRank(low, high),
    symbolizer: new PointLabel(places),
  });
  const country = {
    font: `500 12px ${tokens.font}`,
    size: 12,
    fill: tokens["label-2"],
    halo: tokens.halo,
    tracking: 3,
  };
  const smallestLakeHa = (zoom) => between([[9, 900], [11, 120], [13, 20], [15, 2]], zoom);
  const lake = (zoom, feature) =>
    feature.props.area_ha >= smallestLakeHa(zoom) && waterStyle(tokens, { size: 11 });
  const river = (zoom, feature) =>
    zoom >= (feature.props.class === "river" ? 11 : 14) &&
    feature.props.class !== "ditch" &&
    waterStyle(tokens, { size: 12, tracking: 1, bend: 9, repeat: 420 });
  return [
    place("region", 0, 0),
    place("baltic", 0, 0),
    place("region", 1, 1),
    place("baltic", 1, 1),
    { dataSource: "region", dataLayer: "shield", symbolizer: new ShieldLabel(sized(shieldStyle(tokens))) },
    place("region", 2, 2),
    place("baltic", 2, 2),
    {
      dataSource: "baltic",
      dataLayer: "country",
      maxzoom: 10,
      symbolizer: new PointLabel(sized(() => country), (feature) => feature.props[`name_${lang}`]),
    },
    place("region", 3, 3),
    { dataSource: "region", dataLayer: "road", symbolizer: new LineLabel(sized(streetStyle(tokens))) },
    { dataSource: "region", dataLayer: "waterway", symbolizer: new LineLabel(sized(river)) },
    { dataSource: "region", dataLayer: "lake_label", symbolizer: new PointLabel(sized(lake)) },
    place("region", 4, 5),
    place("baltic", 3, 3),
  ];
}
