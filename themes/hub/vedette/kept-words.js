// What was typed into a form whose session had ended meanwhile. Every form's words are noted in this tab when they are sent; the
// page that says "nothing was saved" marks them; the form they came from gets them back, for the same person only. Nothing is sent
// by itself. Secrets, files and hidden fields are never noted, and where storage is switched off nothing is.
const KEY = "vedette.words";
const NEVER = ["hidden", "password", "file", "submit", "button", "image", "reset"];

const read = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
};
const write = (words) => {
  try {
    if (words === null) {
      sessionStorage.removeItem(KEY);
    } else {
      sessionStorage.setItem(KEY, JSON.stringify(words));
    }
  } catch {
    // storage is switched off
  }
};

const page = () => location.pathname + location.search;
const person = () => document.querySelector("#me .who b")?.textContent ?? "";
const fields = (form) =>
  [...form.elements].filter((field) => field.name && "value" in field && !NEVER.includes(field.type) && !field.closest("[data-secret]"));

function said(field) {
  if (field.type === "checkbox" || field.type === "radio") {
    return { checked: field.checked, value: field.value };
  }
  return field.multiple && field.options
    ? { chosen: [...field.selectedOptions].map((option) => option.value) }
    : { value: field.value };
}

function note({ target: form }) {
  if (form.method === "post" && fields(form).length > 0) {
    const words = fields(form).map((field) => [field.name, said(field)]);
    write({ page: page(), action: form.getAttribute("action") ?? "", person: person(), words, unsaved: false });
  }
}

function put(field, { value, checked, chosen }) {
  if (checked !== undefined) {
    field.checked = checked;
  } else if (chosen !== undefined) {
    for (const option of field.options) {
      option.selected = chosen.includes(option.value);
    }
  } else {
    field.value = value;
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Field by field in their order: several may bear one name. */
function giveBack(form, words) {
  const left = [...words];
  for (const field of fields(form)) {
    const nth = left.findIndex(
      ([name, was]) => name === field.name && (was.checked === undefined || was.value === field.value),
    );
    if (nth >= 0) {
      put(field, left.splice(nth, 1)[0][1]);
    }
  }
  const told = document.getElementById("kept-words");
  form.before(told);
  told.hidden = false;
}

const words = read();
if (document.querySelector("[data-unsaved]")) {
  if (words !== null) {
    write({ ...words, unsaved: true });
  }
} else {
  document.addEventListener("submit", note);
  const here = words?.unsaved && words.page === page() && words.person === person();
  const form = here && [...document.forms].find((one) => (one.getAttribute("action") ?? "") === words.action);
  write(null);
  if (form) {
    giveBack(form, words.words);
  }
}
