import { noInWords } from '@induct/steering';
import type { VersionPage } from './version.queries';

/** What testers of the last round answered no to, line by line of the checklist: officers read it before they publish. */
export function noesView({ round }: Pick<VersionPage, 'round'>): { text: string; said: string[] }[] {
  const lines = new Map<string, string[]>();
  for (const no of round?.noes ?? []) lines.set(no.text, [...(lines.get(no.text) ?? []), noInWords(no)]);
  return [...lines].map(([text, said]) => ({ text, said }));
}
