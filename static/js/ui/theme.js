/** The colours in force, for parts that paint by themselves (map, charts). */

/** The value of a colour token ("--m-land") as the browser resolved it, "rgb(…)". */
export function colour(token) {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

/** "dark" or "light", whichever is shown now. */
export function shown() {
  const chosen = document.documentElement.dataset.theme;
  if (chosen) return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Calls `listener` with "dark" or "light" when the system's preference changes and the visitor has not chosen. */
export function onChange(listener) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => listener(shown()));
}
