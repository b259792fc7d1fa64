/**
 * Drawers. <a href="#filters" data-drawer="filters"> goes to the part with that id; with this module the part
 * is moved into a <dialog class="drawer"> while it is open and back to its place afterwards, so nothing exists twice.
 * data-close is the word of the button that closes it.
 */

function drawerOf(part, closeWord) {
  const dialog = document.createElement("dialog");
  dialog.className = "drawer";
  const head = document.createElement("div");
  head.className = "drawer-head";
  const title = document.createElement("h2");
  title.id = `${part.id}-drawer-title`;
  title.textContent = part.getAttribute("aria-label") || document.title;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-text";
  button.textContent = closeWord;
  button.addEventListener("click", () => dialog.close());
  head.append(title, button);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(head);
  document.body.append(dialog);
  return dialog;
}

function connectDrawer(link) {
  const part = document.getElementById(link.dataset.drawer);
  if (!part) return;
  const home = document.createComment("drawer");
  let dialog = null;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    dialog ??= drawerOf(part, link.dataset.close || link.textContent.trim());
    dialog.addEventListener("close", () => home.replaceWith(part), { once: true });
    part.replaceWith(home);
    dialog.append(part);
    dialog.showModal();
  });
}

export function startDrawers(root) {
  for (const link of root.querySelectorAll("[data-drawer]")) connectDrawer(link);
  document.addEventListener("click", (event) => {
    if (event.target instanceof HTMLDialogElement && event.target.classList.contains("drawer")) event.target.close();
  });
}
