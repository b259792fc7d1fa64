/** The inquiry form: keeps what is typed in this tab, counts characters, and does not send while offline. */
import { keep, kept } from "./kept.js";

const PAUSE_MS = 300;
const CLOSE_TO_THE_MOST = 0.8;

function typedFields(form) {
  return [...form.elements].filter((field) => field.name && field.matches(".input"));
}

function say(form, words) {
  let line = form.querySelector(".form-says");
  if (!line) {
    line = document.createElement("p");
    line.className = "form-says notice notice-ask";
    line.setAttribute("role", "status");
    form.prepend(line);
  }
  line.textContent = words;
}

function fillAgain(form, subject) {
  let filled = false;
  for (const field of typedFields(form)) {
    const value = kept(field.name, subject);
    if (!value || value === field.value || (field.value && "free" in form.dataset)) continue;
    field.value = value;
    filled = true;
    if (field.closest("details")) field.closest("details").open = true;
  }
  if (filled) say(form, form.dataset.restored);
}

function keepTyped(form, subject) {
  let waiting = 0;
  const keepAll = () => typedFields(form).forEach((field) => {
    const untouched = field.value === (field.defaultValue ?? "");
    if (!untouched || "typed" in form.dataset || kept(field.name, subject)) keep(field.name, subject, field.value);
  });
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(keepAll, PAUSE_MS);
  };
  form.addEventListener("input", soon);
  form.addEventListener("submit", keepAll);
  window.addEventListener("pagehide", keepAll);
  if ("typed" in form.dataset) keepAll();
}

function waitForConnection(form) {
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    delete form.dataset.sent;
    say(form, form.dataset.offline);
    form.querySelector(".form-says").scrollIntoView({ block: "center" });
  }, true);
}

function countCharacters(field) {
  const most = Number(field.dataset.count);
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const line = document.createElement("p");
  line.className = "counted";
  line.id = `${field.id}-count`;
  field.closest(".field").after(line);
  const show = () => {
    const used = [...field.value].length;
    line.hidden = used < most * CLOSE_TO_THE_MOST;
    line.toggleAttribute("data-over", used > most);
    const words = field.dataset.countWords;
    line.textContent = words.replace("{used}", numbers.format(used)).replace("{most}", numbers.format(most));
  };
  field.addEventListener("input", show);
  show();
}

const form = document.getElementById("inquiry");
const subject = form.dataset.inquiry;
waitForConnection(form);
if (!("typed" in form.dataset)) fillAgain(form, subject);
keepTyped(form, subject);
form.querySelectorAll("[data-count]").forEach(countCharacters);
