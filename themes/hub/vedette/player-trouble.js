// Says why a recording does not play. The player knows only that it has failed; why, the hub says to whoever asks for the same address.

const player = document.querySelector("#player video");
const note = document.querySelector("#trouble");

if (player && note) {
  const source = player.querySelector("source");
  source.addEventListener("error", say);
  player.addEventListener("error", say);
  note.querySelector("button").addEventListener("click", again);
  if (player.error || player.networkState === HTMLMediaElement.NETWORK_NO_SOURCE) {
    say(); // it failed before this was read
  }
}

async function say() {
  const { title, detail } = (await problem()) ?? note.dataset;
  note.querySelector("[data-part=title]").textContent = title;
  note.querySelector("[data-part=detail]").textContent = detail;
  note.hidden = false;
}

/** As the hub puts it, in the reader's language; null when it is not the hub that refuses. */
async function problem() {
  const ask = { headers: { Accept: "application/json", Range: "bytes=0-0" } };
  try {
    const answer = await fetch(player.querySelector("source").src, ask);
    return answer.ok ? null : await answer.json();
  } catch {
    return null;
  }
}

function again() {
  note.hidden = true;
  player.load();
  player.play().catch(() => {}); // what keeps it from playing comes as an error of its own
}
