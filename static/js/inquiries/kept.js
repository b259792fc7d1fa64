/** What was typed into the inquiry form, kept in this tab until the inquiry was received. Never the consent. */
const PREFIX = "inquiry:";
const ABOUT_PERSON = new Set(["name", "email", "company", "country", "phone", "code_name", "sector"]);

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null; // forbidden by the browser: nothing is kept, all else works
  }
}

/** A person asks about several things: what they tell of themselves is kept once, the rest for each subject. */
function keyOf(field, subject) {
  return `${PREFIX}${ABOUT_PERSON.has(field) ? "" : subject}:${field}`;
}

export function keep(field, subject, value) {
  try {
    storage()?.setItem(keyOf(field, subject), value);
  } catch {
    // full: the text stays in the form
  }
}

export function kept(field, subject) {
  return storage()?.getItem(keyOf(field, subject)) ?? "";
}

export function forget() {
  const store = storage();
  for (const key of Object.keys(store ?? {})) if (key.startsWith(PREFIX)) store.removeItem(key);
}
