/** Forms: focus goes to the error summary; a form is sent once; data-autosubmit sends a filter form after a pause. */
const PAUSE_MS = 400;

function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

function sendAfterPause(form) {
  let waiting = 0;
  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => form.requestSubmit(), PAUSE_MS);
  });
}

export function startForms(root) {
  root.querySelector(".errors")?.focus();
  for (const form of root.querySelectorAll('form[method="post"]')) sendOnce(form);
  for (const form of root.querySelectorAll("form[data-autosubmit]")) sendAfterPause(form);
}
