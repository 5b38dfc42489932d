/**
 * The keys of the live pages. On the wall arrows go from tile to tile, Enter opens the tile's camera alone (as its link does) and
 * digits are the layouts of as many pictures; with one camera alone Enter and Esc go back. F is full screen, ? lists all of this in
 * the dialog #keys, where the keys of a single character can be switched off (WCAG 2.2, 2.1.4). Where the page has no such thing,
 * the key does nothing.
 */

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
const OPEN = ':popover-open, dialog[open]';
const ACTS_ITSELF = 'a, button, summary, label, input';
const OFF = 'vedette.single-keys'; // set where they are switched off

const wall = document.querySelector('.wall');
const back = document.querySelector('.wallbar a[data-back]');
const dialog = document.getElementById('keys');
const leave = document.querySelector('[data-leave]');
const single = dialog?.querySelector('[data-single-keys]');

const links = () => [...wall.querySelectorAll('.tile .foot a')];
const chosen = () => document.activeElement?.closest('.wall .tile') ?? null;

function centre(tile) {
  const box = tile.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height };
}

/** The next tile that way as they lie on the screen: sideways in the same row, up and down the nearest of the next row. */
function beside(tile, [right, down]) {
  const here = centre(tile);
  let nearest = null;
  let least = Infinity;
  for (const link of links()) {
    const there = centre(link.closest('.tile'));
    const along = (there.x - here.x) * right + (there.y - here.y) * down;
    const aside = Math.abs(right === 0 ? there.x - here.x : there.y - here.y);
    const inReach = along > 1 && (down !== 0 || aside < here.height / 2);
    const distance = Math.round(along) * 10_000 + aside;
    if (inReach && distance < least) {
      least = distance;
      nearest = link;
    }
  }
  return nearest;
}

function move(way) {
  if (document.fullscreenElement?.matches('.tile')) {
    return false; // the others cannot be seen
  }
  const from = chosen();
  const to = from === null ? links().at(0) : beside(from, way);
  to?.focus({ preventScroll: true });
  to?.closest('.tile').scrollIntoView({ block: 'nearest' });
  return Boolean(to);
}

function fullScreen() {
  if (document.fullscreenElement !== null) {
    document.exitFullscreen();
  } else {
    (chosen() ?? wall).requestFullscreen().catch(() => {}); // the browser does not want to: it stays as it is
  }
  return true;
}

/** As the browser's own back where the wall is what lies behind, so that its layout and page are there again. */
function goBack() {
  if (back === null || document.fullscreenElement !== null) {
    return false;
  }
  const from = document.referrer === '' ? '' : new URL(document.referrer).pathname;
  if (from === back.pathname && history.length > 1) {
    history.back();
  } else {
    back.click();
  }
  return true;
}

function enter(target) {
  const link = target.closest('.wall .tile .foot a');
  if (link !== null) {
    history.replaceState({ ...history.state, tile: link.getAttribute('href') }, ''); // to find it again on the way back
  }
  return link === null && target.closest(ACTS_ITSELF) === null && goBack();
}

function layout(digit) {
  const link = document.querySelector(`.wallbar [data-layouts] a[aria-keyshortcuts="${digit}"]`);
  link?.click();
  return link !== null;
}

/** Without a keyboard there is no other way out; only what lies within the element in full screen is drawn. */
function showWayOut() {
  const full = document.fullscreenElement;
  leave.hidden = full === null;
  (full ?? document.querySelector('.wallbar')).prepend(leave);
}

/** Once ? does nothing, the button is the only way back to the list, also where there is no room for it else. */
function showWayBack() {
  document.querySelector('.by-keys')?.classList.toggle('needed', !single.checked);
}

function keepChoice() {
  showWayBack();
  try {
    if (single.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, 'off');
    }
  } catch {
    // storage is switched off: it holds for this page
  }
}

function keptChoice() {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return true;
  }
}

function list() {
  dialog.showModal();
  return true;
}

/** True when the key meant something here. */
function act({ key, repeat, target }) {
  if (key in WAYS) {
    return back === null && move(WAYS[key]);
  }
  if (repeat || (key.length === 1 && !single.checked)) {
    return false;
  }
  switch (key) {
    case 'Enter':
      return enter(target);
    case 'Escape':
      return goBack();
    case 'f':
    case 'F':
      return fullScreen();
    case '?':
      return list();
    default:
      return /^[1-9]$/.test(key) && layout(key);
  }
}

function onKey(event) {
  const other = event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key in WAYS);
  const busy =
    event.defaultPrevented || event.target.closest(TYPING) !== null || document.querySelector(OPEN) !== null;
  if (!other && !busy && act(event)) {
    event.preventDefault();
  }
}

if (wall !== null) {
  single.checked = keptChoice();
  showWayBack();
  single.addEventListener('change', keepChoice);
  document.addEventListener('keydown', onKey);
  document.addEventListener('fullscreenchange', showWayOut);
  leave.addEventListener('click', () => document.exitFullscreen());
  for (const button of document.querySelectorAll('.wallbar [data-press]')) {
    button.hidden = button.dataset.press === 'f' && !document.fullscreenEnabled;
    button.addEventListener('click', () => (button.dataset.press === 'f' ? fullScreen() : list()));
  }
  links().find((link) => link.getAttribute('href') === history.state?.tile)?.focus();
}
