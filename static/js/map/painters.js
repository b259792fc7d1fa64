// Paint symbolizers for protomaps-leaflet that the library does not have.

function trace(ctx, geometry) {
  ctx.beginPath();
  for (const part of geometry) {
    part.forEach((point, i) => (i ? ctx.lineTo(point.x, point.y) : ctx.moveTo(point.x, point.y)));
  }
}

/** A railway: a line with crossbars. `look(zoom, feature)` gives {width, bar, every, dash?} in px or null. */
export class RailPainter {
  constructor(colour, look) {
    this.colour = colour;
    this.look = look;
  }

  draw(ctx, geometry, zoom, feature) {
    const look = this.look(zoom, feature);
    if (!look) return;
    ctx.save();
    ctx.globalAlpha = 1;
    ctx.strokeStyle = this.colour;
    ctx.lineCap = "butt";
    trace(ctx, geometry);
    ctx.setLineDash(look.dash || []);
    ctx.lineWidth = look.width;
    ctx.stroke();
    if (look.bar) {
      ctx.setLineDash([1, look.every - 1]);
      ctx.lineWidth = look.bar;
      ctx.stroke();
    }
    ctx.restore();
  }
}

/** The edge of an area with a band along its inner side; widths in px. */
export class EdgeBandPainter {
  constructor({ edge, edgeWidth, band, bandWidth, fill }) {
    Object.assign(this, { edge, edgeWidth, band, bandWidth, fill });
  }

  draw(ctx, geometry, zoom) {
    ctx.save();
    ctx.globalAlpha = 1;
    ctx.lineJoin = "round";
    trace(ctx, geometry);
    if (this.fill) {
      ctx.fillStyle = this.fill;
      ctx.fill();
    }
    ctx.strokeStyle = this.edge;
    ctx.lineWidth = this.edgeWidth;
    ctx.stroke();
    ctx.clip();
    ctx.strokeStyle = this.band;
    ctx.lineWidth = 2 * this.bandWidth(zoom);
    ctx.stroke();
    ctx.restore();
  }
}
