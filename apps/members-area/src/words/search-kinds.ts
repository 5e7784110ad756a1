import { said } from '@induct/platform';

interface KindName {
  many: string;
  one: string;
}

/** What each kind of thing is called: many of them as a filter, one beside what was found. */
const kindNames = (): Record<string, KindName> => ({
  module: { many: said('Modules'), one: said('Module') },
  event: { many: said('Events'), one: said('Event') },
  handbook: { many: said('Handbook'), one: said('Handbook') },
  library: { many: said('Library'), one: said('Library') },
  'public-library': { many: said('Library'), one: said('Library') },
  taster: { many: said('Modules to try'), one: said('Module to try') },
  programme: { many: said('Published programmes'), one: said('Published programme') },
  'desk-module': { many: said('Modules at the desk'), one: said('Module at the desk') },
  page: { many: said('Pages of this site'), one: said('Page of this site') },
});

export const kindName = (kind: string): KindName =>
  kindNames()[kind] ?? { many: said('Other pages'), one: said('Other page') };
