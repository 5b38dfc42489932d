/**
 * <vd-live tenant="acme" camera="…" data-word-connecting="…" …> plays one camera live.
 *
 * The words for each state come from the server as data-word-connecting, -offline, -lost, -refused, -stalled, -unplayable,
 * -denied and -quota (a state without its own word takes that of -stalled), so every language is its own. What the template puts
 * inside (the last thumbnail) shows until there are pictures; data-name names them. For tests and styles: data-state (these,
 * "live" and "paused"), data-behind (seconds behind the newest picture), data-skipped (fragments). For clocks: its picture.
 */

import { Playback } from './live-playback.js';

const HEADER = 16; // bytes before the payload: kind, flags, 2 unused, number (4), time (8)
const INIT = 0;
const ACK_EVERY = 500; // ms
const SAY_SOMETHING = 20_000; // ms; proxies close a socket that is silent for a minute
const CHASE_EVERY = 250; // ms
const HIDDEN_FOR = 5_000; // ms
const LONGEST_WAIT = 30_000; // ms
const QUOTA = 4402; // the organisation has watched as much as it may
const DENIED = new Set([1008, 4401, 4403, 4404]); // 1008: the container closes sockets of a session that ended

class VdLive extends HTMLElement {
  #video = null;
  #word = null;
  #socket = null;
  #playback = null;
  #told = 'connecting';
  #playing = false;
  #last = null;
  #acked = null;
  #ackedAt = 0;
  #tries = 0;
  #timers = new Set();
  #retry = 0;
  #hiding = 0;
  #onScreen = true;
  #watcher = null;
  #picture = null;
  #look = () => this.#visibility();

  connectedCallback() {
    this.#build();
    this.#watcher = new IntersectionObserver((seen) => {
      this.#onScreen = seen.at(-1).isIntersecting;
      this.#visibility();
    });
    this.#watcher.observe(this);
    document.addEventListener('visibilitychange', this.#look);
    this.#timers.add(setInterval(() => this.#ack(), ACK_EVERY));
    this.#timers.add(setInterval(() => this.#chase(), CHASE_EVERY));
    this.#open();
  }

  disconnectedCallback() {
    this.#watcher.disconnect();
    document.removeEventListener('visibilitychange', this.#look);
    this.#timers.forEach((timer) => clearInterval(timer));
    this.#timers.clear();
    clearTimeout(this.#hiding);
    this.#hiding = 0;
    this.#stop();
  }

  /** What the picture on show says of itself, as PictureTime has it; null while there is none. */
  get picture() {
    return this.#playing ? this.#picture : null;
  }

  #build() {
    if (this.#video !== null) {
      return; // moved within the page
    }
    this.#video = document.createElement('video');
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.autoplay = true;
    this.#video.hidden = true;
    this.#video.setAttribute('aria-label', this.dataset.name ?? '');
    this.#video.addEventListener('playing', () => {
      this.#playing = true;
      this.#show();
    });
    this.#video.addEventListener('error', () => this.#broken());
    this.#word = document.createElement('p');
    this.#word.className = 'live-word';
    this.#word.setAttribute('role', 'status');
    this.append(this.#video, this.#word);
  }

  #open() {
    clearTimeout(this.#retry);
    this.#retry = 0;
    this.#tell('connecting');
    const path = ['t', this.getAttribute('tenant'), 'socket', 'live', this.getAttribute('camera')];
    const address = new URL('/' + path.map(encodeURIComponent).join('/'), location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', (event) => socket === this.#socket && this.#message(event.data));
    socket.addEventListener('close', (event) => socket === this.#socket && this.#closed(event.code));
    this.#socket = socket;
  }

  /** Ends the socket and frees the player; says nothing. */
  #stop() {
    clearTimeout(this.#retry);
    this.#retry = 0;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.#clear();
  }

  #clear() {
    this.#playback?.close();
    this.#playback = null;
    this.#playing = false;
    this.#picture = null;
    this.#last = null;
    this.#acked = null;
  }

  #message(data) {
    if (typeof data !== 'string') {
      this.#frame(data);
      return;
    }
    const said = JSON.parse(data);
    if (said.state !== undefined) {
      this.#tell(said.state);
    } else if (said.skip !== undefined) {
      this.dataset.skipped = Number(this.dataset.skipped ?? 0) + said.skip;
    } else if (said.mime !== undefined) {
      this.#format(said.mime);
    }
  }

  #format(mime) {
    this.#clear();
    if (!Playback.plays(mime)) {
      this.#stop();
      this.#tell('unplayable');
      return;
    }
    this.#playback = new Playback(this.#video, mime, (seq) => this.#appended(seq), () => this.#broken());
    this.#show();
  }

  #frame(data) {
    const view = new DataView(data);
    const seq = view.getUint8(0) === INIT ? 0 : view.getUint32(4);
    this.#playback?.append(seq, new Uint8Array(data, HEADER), Number(view.getBigUint64(8)));
  }

  #appended(seq) {
    this.#last = seq;
    this.#tries = seq > 0 ? 0 : this.#tries;
  }

  #ack() {
    const now = performance.now();
    const news = this.#last !== this.#acked || now - this.#ackedAt > SAY_SOMETHING;
    if (news && this.#socket?.readyState === WebSocket.OPEN) {
      this.#acked = this.#last;
      this.#ackedAt = now;
      this.#socket.send(JSON.stringify({ ack: this.#last ?? 0 }));
    }
  }

  #chase() {
    const now = performance.now();
    const behind = this.#playback?.chase(now) ?? null;
    this.#picture = this.#playback?.shown(now) ?? null;
    if (behind === null) {
      delete this.dataset.behind;
    } else {
      this.dataset.behind = behind.toFixed(2);
    }
  }

  #closed(code) {
    this.#socket = null;
    this.#clear();
    if (code === QUOTA || DENIED.has(code)) {
      this.#tell(code === QUOTA ? 'quota' : 'denied');
      return;
    }
    this.#tell(this.#told === 'live' ? 'stalled' : this.#told);
    // full jitter: a hub that was restarted must not meet everybody at once
    const wait = Math.random() * Math.min(LONGEST_WAIT, 1_000 * 2 ** this.#tries++);
    this.#retry = setTimeout(() => this.#open(), wait);
  }

  /** The player gave up: all anew, from the next key frame. */
  #broken() {
    if (this.#playback !== null && this.#socket !== null) {
      this.#socket.close(1000);
      this.#closed(1000);
    }
  }

  #visibility() {
    const seen = this.#onScreen && document.visibilityState === 'visible';
    if (seen) {
      clearTimeout(this.#hiding);
      this.#hiding = 0;
      if (this.dataset.state === 'paused') {
        this.#open();
      }
    } else if (this.#hiding === 0 && (this.#socket !== null || this.#retry !== 0)) {
      this.#hiding = setTimeout(() => {
        this.#hiding = 0;
        this.#stop();
        this.#tell('paused');
      }, HIDDEN_FOR);
    }
  }

  #tell(state) {
    this.#told = state;
    this.#show();
  }

  /** "live" is what the page says when pictures move, not when the hub has them. */
  #show() {
    const state = this.#told === 'live' && !this.#playing ? 'connecting' : this.#told;
    this.dataset.state = state;
    this.#video.hidden = !this.#playing;
    const silent = state === 'live' || state === 'paused';
    const word = silent ? '' : (this.getAttribute(`data-word-${state}`) ?? this.getAttribute('data-word-stalled') ?? '');
    if (this.#word.textContent !== word) {
      this.#word.textContent = word;
    }
    this.#word.hidden = word === '';
  }
}

customElements.define('vd-live', VdLive);
