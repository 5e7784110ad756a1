import { nameKey } from '../reading/person-words';
import type { ReadRow } from '../reading/read-row';
import type { Somebody } from './who';

/** What a row says of somebody and a list does not change: their name, their address, and what they may do. */
export function whatStays(person: Somebody, row: ReadRow): string[] {
  const says: string[] = [];
  if (row.email !== undefined && row.email.toLowerCase() !== person.email.toLowerCase()) {
    says.push(`The address stays ${person.email}: it is changed on their page only.`);
  }
  if (nameKey(person.name) !== nameKey(row.name)) {
    says.push(`The name stays ${person.name}, not ${row.name}: it is changed on their page only.`);
  }
  if (!person.isActive) says.push('Their account is deactivated: reactivate it on their page.');
  else if (!person.isMember) says.push('They do not have the role Member: an administrator gives it on their page.');
  return says;
}
