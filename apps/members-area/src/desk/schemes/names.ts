import type { Nameable } from '@induct/accreditation';

/** What requirements and schemes are called, by id. */
export const namesOf = ({ requirements, schemes }: Nameable): Map<string, string> =>
  new Map([
    ...requirements.map(({ id, title }) => [id, title] as const),
    ...schemes.map(({ id, name }) => [id, name] as const),
  ]);
