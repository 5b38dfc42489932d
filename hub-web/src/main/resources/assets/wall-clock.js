// The local time of each site, as it is there now: <time data-clock="Europe/Brussels" data-yours="{time} where you are" hidden>.
// Hidden until it runs, because a clock that stands still is worse than none. The reader's own time is in the title where it is
// another one.
const language = document.documentElement.lang;
const clock = (zone, seconds) =>
  new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: seconds });

const yours = clock(undefined);
const clocks = [...document.querySelectorAll('time[data-clock]')].flatMap((time) => {
  const zone = time.dataset.clock;
  try {
    return [{ time, zone, whole: clock(zone, '2-digit'), short: clock(zone) }];
  } catch {
    return []; // a zone that this browser does not know: no time rather than a wrong one
  }
});

function tick() {
  const now = Date.now();
  const here = yours.format(now);
  for (const { time, zone, whole, short } of clocks) {
    time.textContent = whole.format(now);
    const title = short.format(now) === here ? zone : `${zone} · ${time.dataset.yours.replace('{time}', here)}`;
    if (time.title !== title) {
      time.title = title;
    }
    time.hidden = false;
  }
  setTimeout(tick, 1_000 - (now % 1_000));
}

if (clocks.length > 0) {
  tick();
}
