// Keeps where the Tab key stopped and how each stop looked while it had the focus. Looked at just before the next key, when the
// page has scrolled to it; compared with how the same part looks without, once the walk is over.
window.tabWalk = (() => {
  const REACHABLE = 'a[href], button, input, select, textarea, summary, video[controls], audio[controls], [tabindex]';
  const MOST_INNER_STOPS = 15; // a date has four, the controls of a video about eight

  /** Of several of which one is chosen, the Tab key comes to the chosen one, and the arrows go on from there. */
  const ofItsGroup = (part) => {
    const group = part.type === 'radio' ? [...document.getElementsByName(part.name)].filter((one) => one.form === part.form) : [part];
    return part === (group.find((one) => one.checked) ?? group[0]);
  };
  const usable = (part) => ofItsGroup(part) && part.tabIndex >= 0 && !part.disabled && part.checkVisibility({ visibilityProperty: true });
  const reachable = [...document.querySelectorAll(REACHABLE)].filter(usable);
  const stops = [];
  let over = false;

  const name = (part) => {
    const words = part.getAttribute('aria-label') || part.innerText || part.getAttribute('href') || part.id || part.name || '';
    return `${part.localName} "${String(words).trim().replace(/\s+/g, ' ').slice(0, 60)}"`;
  };

  /** What is drawn for it: a box to tick may be drawn by its label. */
  const drawn = (part) => part.closest('label') ?? part;

  const surface = (part) => {
    const seen = [];
    for (let one = part, up = 0; one !== null && up < 4; one = one.parentElement, up += 1) {
      for (const pseudo of [null, '::before', '::after']) {
        const style = getComputedStyle(one, pseudo);
        const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
        seen.push(outline, style.boxShadow, style.borderColor, style.backgroundColor, style.content, style.opacity, style.fill);
      }
    }
    return seen.join('|');
  };

  /** Nothing of it is to be seen: it lies behind a bar that stays, or outside of the window. */
  const covered = (part) => {
    const rects = [...part.getClientRects(), part.getBoundingClientRect()].filter((rect) => rect.width > 0 && rect.height > 0);
    const spots = rects.flatMap((rect) => [[.5, .5], [.02, .5], [.98, .5], [.5, .02], [.5, .98]]
      .map(([x, y]) => document.elementFromPoint(rect.left + rect.width * x, rect.top + rect.height * y)));
    return !spots.some((hit) => hit !== null && (part.contains(hit) || hit.contains(part) && hit !== document.documentElement && hit !== document.body
      && hit.localName !== 'main'));
  };

  /** Whether a style sheet draws the second of two parts before the first. */
  const drawnBefore = (second, first) => {
    let round = second;
    while (!round.contains(first)) round = round.parentElement;
    const order = (part) => Number(getComputedStyle([...round.children].find((child) => child.contains(part)) ?? part).order);
    return order(second) < order(first) || getComputedStyle(round).flexDirection.endsWith('reverse');
  };

  const stop = () => {
    const at = document.activeElement;
    if (over || at === null) {
      return;
    }
    if (at === document.body || (stops.length > 1 && at === stops[0].at)) {
      over = stops.length > 0;
      return;
    }
    if (stops.at(-1)?.at === at) {
      stops.at(-1).inner += 1;
      over = stops.at(-1).inner > MOST_INNER_STOPS;
      return;
    }
    stops.push({ at, name: name(at), look: surface(at), covered: covered(drawn(at)), inner: 0 });
  };
  addEventListener('keydown', (event) => event.key === 'Tab' && stop(), true);

  const wrong = () => {
    stop();
    const found = [];
    document.activeElement?.blur();
    const still = stops.filter(({ at }) => at.isConnected);
    for (const { at, name, look, covered, inner } of still) {
      if (inner > MOST_INNER_STOPS) found.push(`${name} does not let go of the focus`);
      if (covered) found.push(`${name} has the focus where nobody sees it`);
      if (look === surface(at)) found.push(`${name} does not show that it has the focus`);
    }
    still.slice(1).forEach(({ at, name }, before) => {
      if (!(still[before].at.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) || drawnBefore(at, still[before].at)) {
        found.push(`${name} comes before its turn`);
      }
    });
    if (!over) found.push('the walk does not end');
    if (!stops[0]?.at.matches('.skip')) found.push('it does not begin with the way past the menu');
    const reached = new Set(stops.map(({ at }) => at));
    reachable.filter((part) => part.isConnected && usable(part) && !reached.has(part))
      .forEach((part) => found.push(`${name(part)} is not reached`));
    for (const link of document.querySelectorAll('a[href][tabindex="-1"]')) {
      if (!stops.some(({ at }) => at.href === link.href)) found.push(`${name(link)} has no twin that is reached`);
    }
    return found;
  };

  return { over: () => over, wrong };
})();
