import { type Person, worksAtTheDesk } from '@induct/people';

export interface PersonaGroup {
  title: string;
  explanation: string;
  people: { id: string; name: string; says: string }[];
}

const atDesk = ({ roles }: Person) => worksAtTheDesk(roles);
const steers = ({ roles }: Person) =>
  !worksAtTheDesk(roles) && (roles.includes('tester') || roles.includes('champion'));

/** The demo council's sign-in buttons, grouped by what one comes to see. */
export function personaGroups(people: readonly Person[]): PersonaGroup[] {
  const group = (title: string, explanation: string, belongs: (person: Person) => boolean): PersonaGroup => ({
    title,
    explanation,
    people: people
      .filter((person) => person.persona !== null && belongs(person))
      .map(({ id, name, persona }) => ({ id, name, says: persona ?? '' })),
  });
  return [
    group('Members', 'They take modules and get certificates.', (person) => !atDesk(person) && !steers(person)),
    group(
      'The steering group',
      'Members who test modules before others see them, and champions who follow it.',
      steers,
    ),
    group('The officers’ desk', 'They upload modules, follow progress and look after certificates.', atDesk),
  ].filter(({ people: found }) => found.length > 0);
}
