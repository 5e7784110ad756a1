import { britishDate, dayInLondon } from '@induct/platform';
import type { Choice, CouldBe } from '../reading/choice';
import { nameKey, shareWord } from '../reading/person-words';
import type { KnownPerson } from './council-now';
import type { ReadRow } from '../reading/read-row';

/** Somebody of the council, or whom a row brings: then the number of that row. */
export type Somebody = KnownPerson & { broughtBy?: number };

/** Whom a row is about. */
export type Found =
  | { is: 'known'; person: Somebody; by: 'number' | 'address' | 'name' }
  | { is: 'known'; person: Somebody; by: 'choice'; says: string; couldBe: CouldBe }
  /** @param email that an officer has written for them */
  | { is: 'nobody'; email?: string }
  | { is: 'problem'; says: string; couldBe?: CouldBe };

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
    const couldBe = couldBeOf(row, people);
    if (row.choice) return this.chosen(row, row.choice, couldBe);
    const severalInFile = row.email !== undefined && (addresses.get(key) ?? 0) > 1;
    if (people.length === 1 && !severalInFile) return { is: 'known', person: people[0]!, by: 'name' };
    if (people.length === 0) return { is: 'nobody' };
    const whom = people.map(({ name, email }) => `${name} (${email})`).join(' or ');
    return {
      ...problem(
        people.length === 1
          ? `The file has several people called ${row.name}. Choose whether this is ${whom} or somebody new`
          : `Several people are called ${row.name}: ${whom}. Choose who is meant, or write their address in the file`,
      ),
      couldBe,
    };
  }

  /** What an officer said of this row, as far as it can still be: people get other names and addresses. */
  private chosen(row: ReadRow, { personId, email, byName, at }: Choice, couldBe: CouldBe): Found {
    const named = this.byName.get(nameKey(row.name)) ?? [];
    const addressed = email === null ? undefined : this.byAddress.get(email.toLowerCase());
    const person = email === null ? named.find(({ id }) => id === personId) : addressed;
    if (person && named.includes(person)) {
      const said = `${byName} said on ${britishDate(dayInLondon(at))} that this is`;
      const is = person.broughtBy === row.number ? 'somebody new' : `${person.name} (${person.email})`;
      return { is: 'known', person, by: 'choice', says: `${said} ${is}.`, couldBe };
    }
    if (email !== null && !addressed) return { is: 'nobody', email };
    const why = addressed
      ? `The address ${email} belongs to ${addressed.name}`
      : `Whom ${byName} chose has another name by now`;
    return { ...problem(`${why}. Choose again who is meant`), couldBe };
  }
}

/** Whom a row brings itself is no choice for it. */
const couldBeOf = (row: ReadRow, people: readonly Somebody[]): CouldBe => ({
  people: people.filter(({ broughtBy }) => broughtBy === undefined).map(({ id }) => id),
  brought: people.flatMap(({ broughtBy, email }) =>
    broughtBy === undefined || broughtBy === row.number ? [] : [email],
  ),
  email: row.email ?? null,
});

const numberKey = (number: string): string => number.trim().toLowerCase();
const problem = (says: string) => ({ is: 'problem' as const, says });
