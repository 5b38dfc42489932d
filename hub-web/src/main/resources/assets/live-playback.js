import { PictureTime } from './picture-time.js';

const TARGET = 0.8; // seconds behind the newest picture: less, and each late fragment stops the picture
const CHASE_FROM = 1;
const JUMP_FROM = 2.5;
const JUMP_PAUSE = 2_000; // ms; a decoder that is sent on at every fragment never gets to show one
const KEEP = 10; // seconds of the past in the browser's buffer

const Source = globalThis.MediaSource ?? globalThis.ManagedMediaSource; // iPhones know the managed one alone

/** One stream of one format in the browser's own player. A new format is a new one of these. */
export class Playback {
  #video;
  #source = new Source();
  #address = URL.createObjectURL(this.#source);
  #buffer = null;
  #queue = [];
  #onAppended;
  #onBroken;
  #appending = null;
  #jumpedAt = -Infinity;
  #times = new PictureTime();

  constructor(video, mime, onAppended, onBroken) {
    this.#video = video;
    this.#onAppended = onAppended;
    this.#onBroken = onBroken;
    this.#source.addEventListener('sourceopen', () => this.#opened(mime), { once: true });
    video.disableRemotePlayback = true; // the managed source refuses to open otherwise
    video.src = this.#address;
  }

  static plays(mime) {
    return Source !== undefined && Source.isTypeSupported(mime);
  }

  /** @param taken when the agent read its last picture; 0 for the initialisation segment */
  append(seq, bytes, taken) {
    if (seq > 0) {
      this.#times.came(taken, performance.now());
    }
    this.#queue.push({ seq, bytes, taken });
    this.#pump();
  }

  /** Seconds behind the newest picture, or null before there is one. Keeps near the edge and forgets the past. */
  chase(now) {
    const ranges = this.#video.buffered;
    if (ranges.length === 0) {
      return null;
    }
    const start = ranges.start(ranges.length - 1);
    const end = ranges.end(ranges.length - 1);
    const behind = end - this.#video.currentTime;
    const outside = this.#video.currentTime < start;
    if ((outside || behind > JUMP_FROM) && now - this.#jumpedAt > JUMP_PAUSE) {
      this.#jumpedAt = now;
      this.#video.currentTime = Math.max(start, end - TARGET);
    }
    this.#video.playbackRate = behind > CHASE_FROM ? Math.min(1.1, 1 + (behind - TARGET) / 10) : 1;
    if (this.#video.paused) {
      this.#video.play().catch(() => {}); // not yet, or not allowed to: asked again at the next look
    }
    this.#forget(ranges.start(0));
    return Math.max(0, end - this.#video.currentTime);
  }

  /** See PictureTime. */
  shown(now) {
    return this.#times.shown(this.#video.currentTime, now);
  }

  close() {
    this.#buffer = null;
    this.#queue = [];
    this.#video.removeAttribute('src');
    this.#video.load(); // without it the browser keeps the player, and a page can have only so many
    URL.revokeObjectURL(this.#address);
  }

  #opened(mime) {
    this.#buffer = this.#source.addSourceBuffer(mime);
    this.#buffer.addEventListener('updateend', () => this.#updated());
    this.#buffer.addEventListener('error', () => this.#onBroken());
    this.#pump();
  }

  #updated() {
    if (this.#appending !== null) {
      const { seq, taken } = this.#appending;
      const ranges = this.#video.buffered;
      if (seq > 0 && ranges.length > 0) {
        this.#times.placed(ranges.end(ranges.length - 1), taken);
      }
      this.#onAppended(seq);
      this.#appending = null;
    }
    this.#pump();
  }

  #pump() {
    if (this.#buffer === null || this.#buffer.updating || this.#queue.length === 0) {
      return;
    }
    const next = this.#queue[0];
    try {
      this.#buffer.appendBuffer(next.bytes);
      this.#appending = next;
      this.#queue.shift();
    } catch (fault) {
      if (fault.name === 'QuotaExceededError' && this.#forget(-Infinity)) {
        return; // goes on when the past is out
      }
      this.#onBroken();
    }
  }

  /** True when something is being thrown out. */
  #forget(oldest) {
    const until = this.#video.currentTime - KEEP;
    if (this.#buffer === null || this.#buffer.updating || until <= 0 || until - oldest < KEEP) {
      return false;
    }
    this.#buffer.remove(0, until);
    return true;
  }
}
