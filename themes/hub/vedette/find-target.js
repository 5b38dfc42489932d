// The field that finds what to give: narrows the list below it while somebody types. Without it the button beside the field
// does the same with a whole page. A choice stays while it fits what is typed; what fits alone is chosen.
const PAUSE_MS = 150;

const form = document.getElementById("finding");
const field = document.getElementById("find");
const list = document.getElementById("target");
const count = document.getElementById("target-count");
let asked = 0; // answers may overtake each other: only the last question's counts
let timer = 0;

async function narrow() {
  const mine = ++asked;
  const query = new URLSearchParams({ find: field.value });
  try {
    const answer = await fetch(`${form.dataset.fitting}?${query}`, { signal: AbortSignal.timeout(10000) });
    if (!answer.ok || mine !== asked) {
      return answer.ok;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) {
      return true;
    }
    const kept = list.value;
    const found = fresh.getElementById("target");
    const options = [...found.options];
    const marked = options.find((option) => option.value === kept) ?? options.find((option) => option.defaultSelected);
    list.replaceChildren(...found.children);
    list.value = marked?.value ?? "";
    count.textContent = fresh.getElementById("target-count").textContent;
    return true;
  } catch {
    return false; // the network or the hub is away for a moment: the button asks again, with a page
  }
}

// into the list, as in any search: the first entry is taken unless one is chosen
function enter() {
  if (list.selectedIndex < 0 && list.options.length > 0) {
    list.selectedIndex = 0;
  }
  list.focus();
}

if (form) {
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(narrow, PAUSE_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      enter();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (await narrow()) {
      enter();
    } else {
      form.submit();
    }
  });
}
