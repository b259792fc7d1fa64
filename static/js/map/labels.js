// Label symbolizers for protomaps-leaflet: points, text along a line, road shields. Each `place` returns labels with
// the boxes they need; the library drops what collides, keeping the earlier rule.

const measured = new Map();

function measure(scratch, font, text) {
  const key = `${font}|${text}`;
  if (!measured.has(key)) {
    scratch.font = font;
    measured.set(key, scratch.measureText(text).width);
  }
  return measured.get(key);
}

/** Forgets the widths of texts: call when the fonts have loaded. */
export function forgetWidths() {
  measured.clear();
}

function around(x, y, width, height) {
  return { minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2 };
}

function writeText(ctx, text, x, y, style) {
  ctx.font = style.font;
  ctx.letterSpacing = `${style.tracking || 0}px`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = style.haloWidth ?? 3;
  ctx.strokeStyle = style.halo;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = style.fill;
  ctx.fillText(text, x, y);
}

function drawDot(ctx, dot) {
  ctx.beginPath();
  ctx.arc(0, 0, dot.radius + dot.width, 0, 2 * Math.PI);
  ctx.fillStyle = dot.ring;
  ctx.fill();
  ctx.beginPath();
  ctx.arc(0, 0, dot.radius, 0, 2 * Math.PI);
  ctx.fillStyle = dot.fill;
  ctx.fill();
}

/**
 * A name at a point; with a dot the name stands above it.
 * `style(zoom, feature)` gives {font, size, fill, halo, haloWidth?, tracking?, dot?} or null; `text(feature)` the name.
 */
export class PointLabel {
  constructor(style, text = (feature) => feature.props.name) {
    this.style = style;
    this.text = text;
  }

  place(layout, geometry, feature) {
    const style = this.style(layout.zoom, feature);
    const text = this.text(feature);
    if (!style || !text) return undefined;
    const anchor = geometry[0][0];
    const width = measure(layout.scratch, style.font, text) + text.length * (style.tracking || 0);
    const up = style.dot ? style.dot.radius + style.size * 0.75 + 1 : 0;
    const box = around(anchor.x, anchor.y - up, width + 6, style.size + 6);
    if (style.dot) box.maxY = anchor.y + style.dot.radius + 2;
    const draw = (ctx) => {
      ctx.globalAlpha = 1;
      if (style.dot) drawDot(ctx, style.dot);
      writeText(ctx, text, 0, -up, style);
    };
    return [{ anchor, bboxes: [box], draw, deduplicationKey: text, deduplicationDistance: 60 }];
  }
}

function lengthsAlong(line) {
  const lengths = [0];
  for (let i = 1; i < line.length; i++) {
    lengths.push(lengths[i - 1] + Math.hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y));
  }
  return lengths;
}

function pointAt(line, lengths, distance) {
  let i = 1;
  while (i < line.length - 1 && lengths[i] < distance) i++;
  const span = lengths[i] - lengths[i - 1] || 1;
  const share = (distance - lengths[i - 1]) / span;
  return {
    x: line[i - 1].x + share * (line[i].x - line[i - 1].x),
    y: line[i - 1].y + share * (line[i].y - line[i - 1].y),
  };
}

/** The straight stretch of `width` px from `start` along the line, or null where the line bends more than `bend` px. */
function straightStretch(line, lengths, start, width, bend) {
  const a = pointAt(line, lengths, start);
  const b = pointAt(line, lengths, start + width);
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const chord = Math.hypot(dx, dy);
  if (chord < width * 0.94) return null;
  for (let i = 1; i < line.length - 1; i++) {
    if (lengths[i] <= start || lengths[i] >= start + width) continue;
    const off = Math.abs(dx * (line[i].y - a.y) - dy * (line[i].x - a.x)) / chord;
    if (off > bend) return null;
  }
  return { a, b };
}

/** Stretches for a text along one line: from the middle outwards, at least `repeat` px apart. */
function stretches(line, width, bend, repeat) {
  const lengths = lengthsAlong(line);
  const room = lengths[lengths.length - 1] - width;
  if (room < 4) return [];
  const starts = [];
  for (let s = 2; s < room; s += 14) starts.push(s);
  starts.sort((p, q) => Math.abs(p - room / 2) - Math.abs(q - room / 2));
  const taken = [];
  for (const start of starts) {
    if (taken.some((other) => Math.abs(other.start - start) < repeat)) continue;
    const stretch = straightStretch(line, lengths, start, width, bend);
    if (stretch) taken.push({ start, ...stretch });
  }
  return taken;
}

function boxesAlong(a, b, height) {
  const count = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / height));
  const boxes = [];
  for (let i = 0; i <= count; i++) {
    const share = i / count;
    boxes.push(around(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y), height, height));
  }
  return boxes;
}

/** A name along a line. `style` as for PointLabel, with {bend, repeat} in px. */
export class LineLabel {
  constructor(style) {
    this.style = style;
  }

  place(layout, geometry, feature) {
    const style = this.style(layout.zoom, feature);
    const text = feature.props.name;
    if (!style || !text) return undefined;
    const width = measure(layout.scratch, style.font, text) + text.length * (style.tracking || 0);
    const labels = [];
    for (const line of geometry) {
      for (const { a, b } of stretches(line, width + 8, style.bend, style.repeat)) {
        labels.push(this.label(a, b, text, style, geometry[0][0].constructor));
      }
    }
    return labels;
  }

  label(a, b, text, style, Point) {
    let angle = Math.atan2(b.y - a.y, b.x - a.x);
    if (angle > Math.PI / 2) angle -= Math.PI;
    if (angle <= -Math.PI / 2) angle += Math.PI;
    const draw = (ctx) => {
      ctx.globalAlpha = 1;
      ctx.rotate(angle);
      writeText(ctx, text, 0, 0.5, style);
    };
    return {
      anchor: new Point((a.x + b.x) / 2, (a.y + b.y) / 2),
      bboxes: boxesAlong(a, b, style.size + 4),
      draw,
      deduplicationKey: text,
      deduplicationDistance: style.repeat,
    };
  }
}

/** A road number in a box on the road. `style(zoom, feature)` gives {font, size, fill, box, edge, repeat} or null. */
export class ShieldLabel {
  constructor(style) {
    this.style = style;
  }

  place(layout, geometry, feature) {
    const style = this.style(layout.zoom, feature);
    if (!style) return undefined;
    const text = feature.props.text;
    const width = measure(layout.scratch, style.font, text) + 10;
    const height = style.size + 5;
    const labels = [];
    for (const line of geometry) {
      const lengths = lengthsAlong(line);
      const length = lengths[lengths.length - 1];
      if (length < width * 0.8) continue;
      const count = Math.max(1, Math.floor(length / style.repeat));
      for (let i = 0; i < count; i++) {
        const at = pointAt(line, lengths, ((i + 0.5) * length) / count);
        labels.push(this.label(new line[0].constructor(at.x, at.y), text, width, height, style));
      }
    }
    return labels;
  }

  label(anchor, text, width, height, style) {
    const draw = (ctx) => {
      ctx.globalAlpha = 1;
      ctx.beginPath();
      ctx.roundRect(-width / 2, -height / 2, width, height, 2);
      ctx.fillStyle = style.box;
      ctx.fill();
      ctx.lineWidth = 1;
      ctx.strokeStyle = style.edge;
      ctx.stroke();
      ctx.font = style.font;
      ctx.letterSpacing = "0px";
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.fillStyle = style.fill;
      ctx.fillText(text, 0, 0.5);
    };
    return {
      anchor,
      bboxes: [around(anchor.x, anchor.y, width + 8, height + 8)],
      draw,
      deduplicationKey: text,
      deduplicationDistance: style.repeat,
    };
  }
}
