/** Starts the small behaviours every page shares. Each of them improves something that already works without it. */
import { startMenus } from "./menu.js";
import { startPopovers } from "./popover.js";
import { startDrawers } from "./drawer.js";
import { startContents } from "./contents.js";
import { startForms } from "./forms.js";

document.documentElement.classList.add("js");
startMenus(document);
startPopovers(document);
startDrawers(document);
startContents(document);
startForms(document);
