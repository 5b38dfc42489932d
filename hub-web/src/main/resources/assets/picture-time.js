const STILL_AFTER = 3_000; // ms without a new picture: a clock that ran on would be of no picture
const PUT_BACK = 1_000; // ms; a clock that is put back begins anew, smaller steps are the order of fragments

/**
 * When the picture on show was taken, by the clock of the agent, and how late it is. Late is measured against the fastest fragment
 * of the same stream, because the reader's clock and the agent's need not agree: a delay that was there from the first fragment on
 * cannot be told from clocks that differ. All times in ms; positions in the video in seconds.
 */
export class PictureTime {
  #marks = [];
  #fastest = Infinity;
  #newest = -Infinity;
  #position = null;
  #movedAt = 0;

  /** A fragment is here whose last picture was taken then. */
  came(taken, now) {
    if (taken < this.#newest - PUT_BACK) {
      this.#fastest = Infinity;
    }
    this.#newest = taken;
    this.#fastest = Math.min(this.#fastest, now - taken);
  }

  /** The fragment lies in the player and ends there. */
  placed(end, taken) {
    this.#marks.push({ end, taken });
  }

  /** Of the picture at this position: {taken, late, still}; null before there is one. */
  shown(position, now) {
    if (position !== this.#position) {
      this.#position = position;
      this.#movedAt = now;
    }
    while (this.#marks.length > 1 && this.#marks[0].end < position) {
      this.#marks.shift();
    }
    if (this.#marks.length === 0) {
      return null;
    }
    const { end, taken } = this.#marks[0];
    const at = taken - Math.max(0, end - position) * 1_000;
    return { taken: at, late: Math.max(0, now - at - this.#fastest), still: now - this.#movedAt > STILL_AFTER };
  }
}
