/** The day that every picture says it is: else each picture would be another one tomorrow. */
const DAY_OF_PICTURES = '2026-12-01';

/**
 * In the page: what differs from one walk to the next is made the same, and can be taken back. Days are moved, so that two
 * days stay as far apart as they were, with the weekdays that they are then; times of today, certificate numbers, hashes and codes
 * are replaced. From when to when something takes place stays.
 */
const STEADY = `(today, dayOfPictures) => {
  const MONTHS = 'January February March April May June July August September October November December'.split(' ');
  const moved = Math.round((Date.parse(dayOfPictures) - Date.parse(today)) / 86400000);
  const day = (at) => new Date(at).toISOString().slice(0, 10);
  const move = (at) => new Date(at + moved * 86400000);
  const inWords = (date) => date.getUTCDate() + ' ' + MONTHS[date.getUTCMonth()] + ' ' + date.getUTCFullYear();
  const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
  const DATE = '(\\\\d{1,2}) (' + MONTHS.join('|') + ') (\\\\d{4})';
  const numbers = new Map();
  const numbered = (number) => {
    if (!numbers.has(number)) numbers.set(number, numbers.size === 0 ? 'K7MQ4-XR2TP-9' : letters(numbers.size));
    return 'NMC-2026-' + numbers.get(number);
  };
  const letters = (seed) => {
    let state = seed * 7919, text = '';
    for (let at = 0; at < 11; at++) {
      state = (state * 48271) % 2147483647;
      text += '0123456789ABCDEFGHJKMNPQRTVWXYZ'[state % 31] + (at === 4 || at === 9 ? '-' : '');
    }
    return text;
  };
  const steady = (text) => text
    .replace(new RegExp('\\\\b\\\\d{1,2}:\\\\d{2}(?:( to \\\\d{1,2}:\\\\d{2})|(?: on ' + DATE + '))?', 'g'), (all, range, d, m, y) => {
      if (range) return all;
      const on = d && Date.UTC(Number(y), MONTHS.indexOf(m), Number(d));
      return on && Math.abs(on - Date.parse(today)) > 86400000 ? all : '10:00' + (on ? ' on ' + d + ' ' + m + ' ' + y : '');
    })
    .replace(new RegExp('(?:(' + WEEKDAYS.join('|') + ') )?' + DATE, 'g'), (all, weekday, d, m, y) => {
      const date = move(Date.UTC(Number(y), MONTHS.indexOf(m), Number(d)));
      return (weekday ? WEEKDAYS[date.getUTCDay()] + ' ' : '') + inWords(date);
    })
    .replace(/NMC-\\d{4}-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]/g, numbered)
    .replace(/\\b[0-9a-f]{64}\\b/g, '5f2b'.repeat(16))
    .replace(/(PDF, )[\\d.]+( KB)/gi, '$1125$2')
    .replace(/localhost:\\d+/g, 'members.example.gov.uk');
  const before = [];
  const put = (thing, key, value) => {
    if (thing[key] === value) return;
    before.push([thing, key, thing[key]]);
    thing[key] = value;
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) put(walk.currentNode, 'data', steady(walk.currentNode.data));
  for (const code of document.querySelectorAll('.induct-code')) put(code, 'textContent', '4817 0395');
  for (const field of document.querySelectorAll('input[name$="-day"]')) {
    const parts = ['day', 'month', 'year'].map((part) => document.getElementsByName(field.name.replace(/day$/, part))[0]);
    if (parts.some((part) => !part || !part.value)) continue;
    const date = move(Date.UTC(Number(parts[2].value), Number(parts[1].value) - 1, Number(parts[0].value)));
    [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()].forEach((value, at) => put(parts[at], 'value', String(value)));
  }
  for (const field of document.querySelectorAll('input[type=date]')) if (field.value) put(field, 'value', day(move(Date.parse(field.value))));
  for (const field of document.querySelectorAll('input[type=text], input:not([type])')) put(field, 'value', steady(field.value));
  const code = document.getElementById('code');
  if (code) put(code, 'value', '48170395');
  document.activeElement?.blur();
  window.afterThePicture = () => { for (const [thing, key, value] of before.reverse()) thing[key] = value; };
}`;

/** @param now of the machine, whose day the pages call today; @returns what to evaluate in the page before a picture */
export function steady(now = new Date()): string {
  const today = now.toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  return `(${STEADY})(${JSON.stringify(today)}, ${JSON.stringify(DAY_OF_PICTURES)})`;
}

/** In the page: everything as it was, so that forms send what they would have sent. */
export const AFTER_THE_PICTURE = 'window.afterThePicture?.()';
