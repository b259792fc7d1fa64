/** Menus are <details data-menu>: they open and close by themselves. Here they also close on Escape, on a click outside and when focus leaves. */

function close(menu, returnFocus) {
  if (!menu.open) return;
  menu.open = false;
  if (returnFocus) menu.querySelector("summary").focus();
}

export function startMenus(root) {
  for (const menu of root.querySelectorAll("details[data-menu]")) {
    menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close(menu, true);
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(menu, false);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!menu.contains(event.target)) close(menu, false);
    });
  }
}
