const local = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/London' });

/** `2026-11-22 14:32`, London time: what spreadsheets read as a date. */
export const sortableMoment = (at: Date): string => local.format(at);
