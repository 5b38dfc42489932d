// Buttons that copy the text of another element. They are hidden until there is a clipboard: the text can be selected without.
async function copy(button) {
  const said = document.getElementById("copied");
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  said.textContent = button.dataset.done;
  button.setAttribute("aria-pressed", "true");
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
  }
}
document.getElementById("main").addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) {
    copy(button);
  }
});
