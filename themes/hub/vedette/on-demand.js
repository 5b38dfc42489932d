// <vd-upload>: shows how a recording comes along from the edge. The server drew the first state; this brings it up to date,
// from server-sent events (data-news) or by asking now and then (data-poll). All words come from the server.
// data-state, data-received and data-offsets (every count of bytes seen so far, rising) say the same to programs.

const POLL_EVERY = 2000;
const LOOK_FOR_A_BEGINNING_EVERY = 5000;

class Upload extends HTMLElement {
  #source = null;
  #timer = 0;
  #lookedAt = 0;

  connectedCallback() {
    if (this.dataset.news) {
      this.#source = new EventSource(this.dataset.news);
      this.#source.addEventListener("message", (event) => this.#show(JSON.parse(event.data)));
    } else if (this.dataset.poll) {
      this.#timer = setTimeout(() => this.#poll(), POLL_EVERY);
    }
  }

  disconnectedCallback() {
    this.#end();
  }

  #end() {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  async #poll() {
    try {
      const answer = await fetch(this.dataset.poll, { headers: { Accept: "application/json" } });
      if (answer.ok) {
        this.#show(await answer.json());
      } else if (answer.status < 500) {
        this.#end(); // signed out, or no longer allowed: the next page load says so
        return;
      }
    } catch (error) {
      console.debug("the upload could not be asked for", error); // the line is down; asked again below
    }
    if (this.isConnected && !this.hasAttribute("data-over")) {
      this.#timer = setTimeout(() => this.#poll(), POLL_EVERY);
    }
  }

  #show(upload) {
    this.dataset.state = upload.state;
    this.dataset.received = String(upload.received);
    this.#note(upload.received);
    this.#text("title", upload.title);
    this.#text("detail", upload.detail);
    const counts = upload.state === "uploading";
    this.#text("percent", counts ? String(upload.percent) : "");
    const progress = this.#part("progress");
    if (progress) {
      progress.max = upload.bytes;
      progress.value = upload.received;
    }
    const ring = this.#part("ring");
    ring?.classList.toggle("waiting", !counts);
    ring?.querySelector("circle + circle")?.setAttribute("stroke-dasharray", counts ? `${upload.percent} 100` : "26 100");
    if (counts && this.dataset.news && Date.now() - this.#lookedAt >= LOOK_FOR_A_BEGINNING_EVERY) {
      this.#lookedAt = Date.now();
      if (!document.querySelector("#player video")) {
        refresh(this); // what has come may play already
      }
    }
    if (upload.over) {
      this.setAttribute("data-over", "");
      this.#part("ring")?.remove();
      this.#part("progress")?.remove();
      this.#part("leave")?.remove();
      this.#end();
      refresh(this);
    }
  }

  #note(received) {
    const seen = this.dataset.offsets ? this.dataset.offsets.split(" ") : [];
    if (seen.length === 0 || Number(seen.at(-1)) < received) {
      seen.push(String(received));
      this.dataset.offsets = seen.join(" ");
    }
  }

  #part(name) {
    return this.querySelector(`[data-part=${name}]`);
  }

  #text(name, words) {
    const part = this.#part(name);
    if (part && part.textContent !== words) {
      part.textContent = words;
    }
  }
}

/** Nobody's player is taken away while it plays. */
async function rest(video) {
  if (video && !video.paused && !video.ended) {
    await new Promise((resolve) => ["pause", "ended", "error"].forEach((end) => video.addEventListener(end, resolve, { once: true })));
  }
}

/** What may be done now, and the player, as the server draws them now; the element itself stays with what it has shown. */
async function refresh(element) {
  await rest(document.querySelector("#player video[data-begun]"));
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const row = element.closest("[data-recording]");
    const places = row ? [`[data-recording="${row.dataset.recording}"]`] : ["#player", "#place"];
    for (const place of places) {
      const now = page.querySelector(place);
      if (now) {
        document.querySelector(place)?.replaceWith(document.adoptNode(now));
      }
    }
  } catch (error) {
    console.debug("the page could not be brought up to date", error); // what is shown stays true; a reload does the rest
  }
}

customElements.define("vd-upload", Upload);
