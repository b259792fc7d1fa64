/** Forms: focus goes to the error summary; a form is sent once. */

function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => delete form.dataset.sent);
}

export function startForms(root) {
  root.querySelector(".errors")?.focus();
  for (const form of root.querySelectorAll('form[method="post"]')) sendOnce(form);
}
