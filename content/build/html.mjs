const NAMED = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML, with a printer's apostrophe in "council's". */
export const escape = (text) => text.replace(/[&<>"]/g, (character) => NAMED[character]).replace(/(?<=\p{L})'/gu, '’');

/** A date for people: 2026-11-22 → 22 November 2026. */
export const longDate = (day) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
