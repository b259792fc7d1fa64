// Where plates stand so that none covers another.

const GAP = 6;
const FARTHEST_PX = 260;
const ASIDE_COST = 0.8; // a plate is wider than high, so a step aside costs less a pixel

function boxAt({ x, y, width, height }, [dx, dy]) {
  return { left: x + dx - width / 2, right: x + dx + width / 2, top: y + dy - height / 2, bottom: y + dy + height / 2 };
}

/** Whether two boxes, with a gap between them, overlap. */
export function overlap(a, b) {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
}

const isInside = (box, view) => box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom;

/** Offsets around the one wished for, the nearest first. */
function tries({ width, height, offset: [dx, dy] }) {
  const [across, down] = [Math.max(width / 4, 16), Math.max(height / 2 + GAP / 2, 14)];
  const found = [];
  for (let right = -8; right <= 8; right++) {
    for (let below = -10; below <= 10; below++) {
      const far = Math.hypot(right * across * ASIDE_COST, below * down);
      if (far <= FARTHEST_PX) found.push({ far, at: [dx + right * across, dy + below * down] });
    }
  }
  return found.sort((a, b) => a.far - b.far).map(({ at }) => at);
}

/**
 * Offsets in px for plates {x, y, width, height, offset}, in their order, clear of each other and of `taken` boxes, and
 * inside `view` where the place itself is; the one wished for where nothing near is free.
 */
export function spread(plates, taken = [], view = null) {
  const boxes = [...taken];
  return plates.map((plate) => {
    const { x, y } = plate;
    const isSeen = view && x > view.left && x < view.right && y > view.top && y < view.bottom;
    const reach = FARTHEST_PX * 2 + plate.width;
    const near = boxes.filter((box) => box.left < x + reach && box.right > x - reach && box.top < y + reach && box.bottom > y - reach);
    const isFree = (offset) => {
      const box = boxAt(plate, offset);
      return !near.some((other) => overlap(other, box)) && (!isSeen || isInside(box, view));
    };
    const chosen = isFree(plate.offset) ? plate.offset : tries(plate).find(isFree) ?? plate.offset;
    boxes.push(boxAt(plate, chosen));
    return chosen;
  });
}
