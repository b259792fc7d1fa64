/** Explore: the list; the map joins it where there is one. */
import { startList } from "./list.js";

startList();
