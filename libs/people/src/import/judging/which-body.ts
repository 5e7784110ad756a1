import { foldName } from '../../persons/name-fold';
import type { KnownBody } from './council-now';
import { nearest } from './nearest';

export type FoundBody = { body: KnownBody } | { problem: string };

/** Finds bodies by their number in another system, or by their name, English or Welsh. */
export class WhichBody {
  private readonly byNumber: ReadonlyMap<string, KnownBody>;
  private readonly byName = new Map<string, KnownBody[]>();

  constructor(private readonly bodies: readonly KnownBody[]) {
    this.byNumber = new Map(bodies.flatMap((body) => (body.externalId ? [[body.externalId.toLowerCase(), body]] : [])));
    for (const body of bodies) {
      for (const name of [body.name, body.nameCy]) {
        if (!name) continue;
        const key = bodyKey(name);
        this.byName.set(key, [...(this.byName.get(key) ?? []), body]);
      }
    }
  }

  /** Of several of one name, which were never there at one time, that which is there on a day. */
  find(typed: string, day: string): FoundBody {
    const numbered = this.byNumber.get(typed.toLowerCase());
    if (numbered) return { body: numbered };
    const named = this.byName.get(bodyKey(typed)) ?? [];
    const there = named.find(({ from, until }) => from <= day && (until === null || day < until));
    const body = there ?? named[0];
    if (body) return { body };
    const near = nearest(
      bodyKey(typed),
      this.bodies.map(({ name }) => bodyKey(name)),
    );
    const meant = this.bodies.find(({ name }) => bodyKey(name) === near);
    return { problem: unknown(typed, meant?.name, 'committee or body') };
  }

  group(name: string): KnownBody | undefined {
    return this.byName.get(bodyKey(name))?.find(({ kind }) => kind === 'group');
  }

  /** In words, with the group that was most likely meant. @param others names that people have as their group */
  unknownGroup(typed: string, others: readonly string[]): string {
    const names = [...this.bodies.filter(({ kind }) => kind === 'group').map(({ name }) => name), ...others];
    return unknown(typed, nearest(typed, names), 'political group');
  }
}

const unknown = (typed: string, meant: string | undefined, what: string): string =>
  `There is no ${what} “${typed.slice(0, 80)}”. ${meant ? `Did you mean “${meant}”? Correct it` : 'Correct it'}, or add it to the council first`;

/** `The Planning & Licensing Cttee` → `planning and licensing committee`; a group may be written with or without the word. */
const bodyKey = (name: string): string =>
  foldName(name.replace(/&/g, ' and '))
    .replace(/^the /, '')
    .replace(/\b(?:cttee|cttee|comm|ctte)\b/g, 'committee')
    .replace(/ (?:group|party)$/, '');
