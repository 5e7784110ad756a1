import { w } from '@induct/platform';
import { Injectable } from '@nestjs/common';
import { foldName, PeopleService, type Person } from '@induct/people';
import { FieldIsWrong } from './take-form';
import type { Fields } from './form-problems';
import { counted } from '../words/counted';

/** More than that are not shown: then a name says too little. */
const MOST = 10;

/** Finds whom somebody at the desk means by a name or an address. */
@Injectable()
export class Who {
  constructor(private readonly people: PeopleService) {}

  /** @returns the id @throws FieldIsWrong when it is nobody, or several of whom none was chosen */
  async meant({ who, person }: { who: string; person?: string | undefined }): Promise<string> {
    const { people, total } = await this.people.list({ search: who, limit: MOST, offset: 0 });
    if (total === 0) throw new FieldIsWrong('who', 'Nobody of that name or address is in the list of people');
    if (total > MOST)
      throw new FieldIsWrong('who', w`That could be ${counted(total, 'person', 'people')}. Type more of the name`);
    const chosen = people.find(({ id }) => id === person);
    const exact = people.filter((one) => isExactly(one, who));
    const found = chosen ?? (exact.length === 1 ? exact[0] : undefined);
    if (!found) throw new FieldIsWrong('who', 'Choose who is meant');
    return found.id;
  }

  /** The choice that is shown with a form that came back. */
  async choices(form: Fields): Promise<{ value: string; text: string; hint: { text: string; classes: string } }[]> {
    if (typeof form['who'] !== 'string' || form['who'].trim() === '') return [];
    const { people, total } = await this.people.list({ search: form['who'].trim(), limit: MOST, offset: 0 });
    if (total > MOST || (total === 1 && isExactly(people[0]!, form['who']))) return [];
    return people.map(({ id, name, email, group }) => ({
      value: id,
      text: name,
      hint: { text: [email, group].filter(Boolean).join(', '), classes: 'induct-breaks' },
    }));
  }
}

const isExactly = ({ name, email }: Person, typed: string): boolean =>
  foldName(name) === foldName(typed.trim()) || email.toLowerCase() === typed.trim().toLowerCase();
