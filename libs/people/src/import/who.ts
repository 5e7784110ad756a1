import { nameKey, shareWord } from './person-words';
import type { KnownPerson } from './council-now';
import type { ReadRow } from './read-row';

/** Somebody of the council, or whom a row brings: then the number of that row. */
export type Somebody = KnownPerson & { broughtBy?: number };

/** Whom a row is about. */
export type Found =
  | { is: 'known'; person: Somebody; by: 'number' | 'address' | 'name' }
  | { is: 'nobody' }
  | { is: 'problem'; says: string };

/** Finds whom a row is about: by the number in the other system, then by address, then by a name that one person alone has. */
export class Who {
  private readonly byNumber = new Map<string, Somebody>();
  private readonly byAddress = new Map<string, Somebody>();
  /** Numbers that rows have said of people who had none. */
  private readonly noted = new Map<string, string>();
  private readonly byName = new Map<string, Somebody[]>();

  constructor(people: readonly KnownPerson[]) {
    for (const person of people) this.add(person);
  }

  /** @param addresses how many the file has for one name: two of them are two people */
  find(row: ReadRow, addresses: ReadonlyMap<string, number> = new Map()): Found {
    const numbered = row.externalId === undefined ? undefined : this.byNumber.get(numberKey(row.externalId));
    const addressed = row.email === undefined ? undefined : this.byAddress.get(row.email.toLowerCase());
    if (numbered && addressed && numbered.id !== addressed.id) {
      return problem(
        `The number ${row.externalId} belongs to ${numbered.name}, and the address ${row.email} to ${addressed.name}. Correct one of the two`,
      );
    }
    const person = numbered ?? addressed;
    if (!person) return this.byNameAlone(row, addresses);
    if (!shareWord(person.name, row.name)) {
      const what = numbered ? `number ${row.externalId}` : `address ${row.email}`;
      return problem(
        `The ${what} belongs to ${person.name}. Correct it, or, if it is the same person, correct the name on their page first`,
      );
    }
    const has = this.numberOf(person);
    if (row.externalId !== undefined && has !== null && !numbered) {
      return problem(
        `${person.name} has the number ${has}, not ${row.externalId}. Correct it, or take it out of the row`,
      );
    }
    return { is: 'known', person, by: numbered ? 'number' : 'address' };
  }

  /** Somebody whom a row brings; rows behind it can be about them. */
  add(person: Somebody): void {
    if (person.externalId !== null) this.byNumber.set(numberKey(person.externalId), person);
    this.byAddress.set(person.email.toLowerCase(), person);
    const key = nameKey(person.name);
    this.byName.set(key, [...(this.byName.get(key) ?? []), person]);
  }

  /** A row without a problem has said their number: rows behind it are about them by it, and it is nobody else's. */
  note(person: Somebody, number: string): void {
    if (this.numberOf(person) !== null) return;
    this.noted.set(person.id, number);
    this.byNumber.set(numberKey(number), person);
  }

  private numberOf({ id, externalId }: Somebody): string | null {
    return externalId ?? this.noted.get(id) ?? null;
  }

  private byNameAlone(row: ReadRow, addresses: ReadonlyMap<string, number>): Found {
    const key = nameKey(row.name);
    const differ = (person: Somebody) =>
      (row.externalId !== undefined && this.numberOf(person) !== null) ||
      (row.email !== undefined && person.broughtBy !== undefined);
    const all = this.byName.get(key) ?? [];
    const people = all.filter((person) => !differ(person));
    const severalInFile = row.email !== undefined && (addresses.get(key) ?? 0) > 1;
    if (people.length === 1 && !severalInFile) return { is: 'known', person: people[0]!, by: 'name' };
    if (people.length === 0) return { is: 'nobody' };
    const whom = people.map(({ name, email }) => `${name} (${email})`).join(' or ');
    return problem(
      people.length === 1
        ? `The file has several people called ${row.name}. Say whether this is ${whom}: write that address, or add somebody new under People first`
        : `Several people are called ${row.name}: ${whom}. Write the address of the one who is meant`,
    );
  }
}

const numberKey = (number: string): string => number.trim().toLowerCase();
const problem = (says: string): Found => ({ is: 'problem', says });
