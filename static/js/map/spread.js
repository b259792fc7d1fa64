// Where plates stand so that none covers another.

const GAP = 6;

function boxAt({ x, y, width, height }, [dx, dy]) {
  return { left: x + dx - width / 2, right: x + dx + width / 2, top: y + dy - height / 2, bottom: y + dy + height / 2 };
}

/** Whether two boxes, with a gap between them, overlap. */
export function overlap(a, b) {
  return a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;
}

function* tries({ width, height, offset: [dx, dy] }) {
  yield [dx, dy];
  const [across, down] = [width / 2 + 24, height + GAP];
  for (let ring = 1; ring <= 6; ring++) {
    for (const [right, below] of [[0, 1], [0, -1], [1, 0], [-1, 0], [1, 1], [-1, 1], [1, -1], [-1, -1]]) {
      yield [dx + right * across * ring, dy + below * down * ring];
    }
  }
}

/**
 * Offsets in px for plates {x, y, width, height, offset}, in their order, clear of each other and of `taken` boxes;
 * the one wished for where nothing near is free.
 */
export function spread(plates, taken = []) {
  const boxes = [...taken];
  return plates.map((plate) => {
    let chosen = plate.offset;
    for (const offset of tries(plate)) {
      if (boxes.some((box) => overlap(box, boxAt(plate, offset)))) continue;
      chosen = offset;
      break;
    }
    boxes.push(boxAt(plate, chosen));
    return chosen;
  });
}
