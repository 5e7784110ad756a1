/** What each kind of thing is called: many of them as a filter, one beside what was found. */
const KINDS: Record<string, { many: string; one: string }> = {
  module: { many: 'Modules', one: 'Module' },
  event: { many: 'Events', one: 'Event' },
  handbook: { many: 'Handbook', one: 'Handbook' },
  library: { many: 'Library', one: 'Library' },
  'public-library': { many: 'Library', one: 'Library' },
  taster: { many: 'Modules to try', one: 'Module to try' },
  programme: { many: 'Published programmes', one: 'Published programme' },
  'desk-module': { many: 'Modules at the desk', one: 'Module at the desk' },
  page: { many: 'Pages of this site', one: 'Page of this site' },
};
const OTHER = { many: 'Other pages', one: 'Other page' };

export const kindName = (kind: string): { many: string; one: string } => KINDS[kind] ?? OTHER;
