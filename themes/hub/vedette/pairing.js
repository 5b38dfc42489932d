// The pairing page: says how long the token is good, and asks the hub every two seconds whether the agent has called. Without it
// the page has a link to look again, and both texts can be selected with one click.
const EVERY_MS = 2000;
const MOST_MS = 30000;

const page = document.getElementById("pairing");
const show = (selector, on) => {
  for (const part of page.querySelectorAll(selector)) {
    part.hidden = !on;
  }
};

function paired(camera) {
  const { words } = camera.agent ?? {};
  if (words) {
    document.getElementById("words").textContent = words;
    document.getElementById("compare").hidden = false;
  }
  show("[data-while=waiting]", false);
  show("[data-when=paired]", true);
  const [start, picture] = ["start", "picture"].map((step) => page.querySelector(`[data-step=${step}]`));
  start.classList.replace("now", "done");
  start.removeAttribute("aria-current");
  picture.classList.add("now");
  picture.setAttribute("aria-current", "step");
  // only now: a player asks for its picture from the moment it is in the page
  const player = picture.querySelector("template");
  player?.replaceWith(player.content.cloneNode(true));
}

// Counts from when the page came, by a clock that nobody can set: whether the reader's is right does not matter.
function countDown() {
  const left = document.getElementById("left");
  if (!left) {
    return;
  }
  const tell = () => {
    const seconds = Number(left.dataset.seconds) - performance.now() / 1000;
    const { over, last, left: words } = left.dataset;
    left.textContent = seconds <= 0 ? over : seconds < 60 ? last : words.replace("{minutes}", Math.floor(seconds / 60));
    left.hidden = false;
    if (seconds > 0) {
      setTimeout(tell, 1000);
    }
  };
  tell();
}

// Waits longer after each miss, and says so when the session is over: asking on would never help then.
async function watch() {
  let wait = EVERY_MS;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (document.hidden) {
      continue;
    }
    try {
      const answer = await fetch(page.dataset.watch, {
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(10000),
      });
      if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
        show("[data-when=stopped]", true);
        return;
      }
      wait = answer.ok ? EVERY_MS : Math.min(wait * 2, MOST_MS);
      const camera = answer.ok ? await answer.json() : null;
      if (camera?.agent && camera.agent.id !== page.dataset.before) {
        paired(camera);
        return;
      }
    } catch {
      wait = Math.min(wait * 2, MOST_MS); // the network or the hub is away for a moment
    }
  }
}

if (page) {
  if (page.querySelector("[data-while=waiting]")) {
    show("[data-scripted]", true);
    show("[data-unscripted]", false);
    countDown();
    watch();
  }
}
