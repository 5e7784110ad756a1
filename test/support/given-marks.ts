import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CouncilMarks, Signatories } from '@induct/accreditation';
import { projectRoot } from '@induct/platform';
import { LONG } from './council-at-work';
import type { Desk } from './given-desk';

/**
 * People who sign, signed and will sign, and arms: some that count, and others that wait for a second person.
 * @returns the pages about one of them, for an officer and for an administrator
 */
export async function givenMarks(desk: Desk) {
  const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service as never, { strict: false });
  const [officer, administrator] = [await desk.who('officer'), await desk.who('administrator')];
  const file = await readFile(join(projectRoot, 'content/certificates/demo-arms.png'));
  const [signatories, marks] = [of(Signatories), of(CouncilMarks)];
  const signs = { name: LONG.slice(0, 90), office: LONG.slice(0, 95), officeCy: 'Cadeirydd', until: null };
  const id = await signatories.add({ ...signs, place: 1, from: '2025-05-06', file }, officer);
  await signatories.add({ ...signs, name: 'To come', place: 2, from: '2027-05-06' }, officer);
  await signatories.add({ ...signs, name: 'Before', place: 1, from: '2021-05-06', until: '2025-05-06' }, officer);
  const arms = await marks.propose({ file, alt: LONG, altCy: LONG, startsOn: '2026-11-22' }, officer);
  await marks.confirm(arms.id, administrator);
  const other = await marks.propose({ file, alt: 'Other arms', altCy: null, startsOn: '2026-12-01' }, officer);
  const mark = `/admin/council-mark/${other.id}`;
  return {
    officer: [
      ['/admin/signatories', 'signatories'],
      [`/admin/signatories/${id}/correct`, 'signatory-correct'],
      [`/admin/signatories/${id}/end`, 'signatory-end'],
      [mark, 'council-mark-own'],
    ],
    administrator: [
      ['/admin/council-mark', 'council-mark'],
      [mark, 'council-mark-decide'],
    ],
  } as const;
}
