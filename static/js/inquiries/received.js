/** The inquiry was received: what was typed need not be kept in this tab any longer. */
import { forget } from "./kept.js";

forget();
