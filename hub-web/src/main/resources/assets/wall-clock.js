/**
 * The clock on each live picture: <time data-clock="Europe/Brussels" data-yours="{time} where you are" hidden …>. It is the picture's
 * own, by the clocks of its site: without a picture there is none, of a late one it says how late (data-late), and of one that
 * stands still since when (data-stopped). The reader's own time is in the title where it is another one.
 */
const LATE = 5_000; // ms; less is what a network does
const EVERY = 250; // ms

const language = document.documentElement.lang;
const clock = (zone, seconds) =>
  new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: seconds });

const yours = clock(undefined);
const clocks = [...document.querySelectorAll('time[data-clock]')].flatMap((time) => {
  const zone = time.dataset.clock;
  const live = time.closest('.tile')?.querySelector('vd-live');
  try {
    return live ? [{ time, zone, live, whole: clock(zone, '2-digit'), short: clock(zone) }] : [];
  } catch {
    return []; // a zone that this browser does not know: no time rather than a wrong one
  }
});

function words({ taken, late, still }, time, whole) {
  const { late: behind, stopped } = time.dataset;
  const form = still ? stopped : late > LATE ? behind : '{time}';
  return form.replace('{time}', whole.format(taken)).replace('{seconds}', Math.round(late / 1_000));
}

function show({ time, zone, live, whole, short }) {
  const picture = live.picture ?? null;
  time.hidden = picture === null;
  if (picture === null) {
    time.textContent = '';
    return;
  }
  const said = words(picture, time, whole);
  if (time.textContent !== said) {
    time.textContent = said;
    const here = yours.format(picture.taken);
    time.title = short.format(picture.taken) === here ? zone : `${zone} · ${time.dataset.yours.replace('{time}', here)}`;
  }
  time.classList.toggle('attention', picture.still || picture.late > LATE);
}

if (clocks.length > 0) {
  setInterval(() => clocks.forEach(show), EVERY);
}
