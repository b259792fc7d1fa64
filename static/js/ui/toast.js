/** A short note about something that was done, always with a way back. Never for errors. */
const SHOWN_MS = 6000;

/**
 * Shows `text` at the bottom right for six seconds, longer while it is hovered or focused.
 * `undo`: { label, action } draws a button; action is called once and the toast goes.
 */
export function toast(text, undo) {
  const region = document.querySelector(".toasts");
  if (!region) return;
  const note = document.createElement("div");
  note.className = "toast";
  const words = document.createElement("span");
  words.textContent = text;
  note.append(words);
  if (undo) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = undo.label;
    button.addEventListener("click", () => {
      undo.action();
      note.remove();
    });
    note.append(button);
  }
  let timer = 0;
  const start = () => { timer = setTimeout(() => note.remove(), SHOWN_MS); };
  const hold = () => clearTimeout(timer);
  for (const name of ["pointerenter", "focusin"]) note.addEventListener(name, hold);
  for (const name of ["pointerleave", "focusout"]) note.addEventListener(name, start);
  region.append(note);
  start();
}
