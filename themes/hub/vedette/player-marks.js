// Links to a moment of a recording move the player on the same page; without this they open the file at that moment.

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-seek]");
  const video = document.querySelector("#player video");
  if (!link || !video || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  video.currentTime = Number(link.dataset.seek);
  video.play().catch(() => {}); // a browser may want the button on the player itself
});
