import { KitFailed } from '../authoring.errors';
import type { Draft } from '../drafts/drafts.service';
import type { Kit } from '../kit/kit.service';
import { DraftChecks } from './draft-checks.service';

it('does not try again at every look what the kit could not do, until the text is another', async () => {
  const check = jest.fn((): Promise<never> => Promise.reject(new KitFailed()));
  const checks = new DraftChecks({ check } as Partial<Kit> as Kit, { now: () => new Date('2026-11-30T10:00:00Z') });
  const draft = { id: 'a', revision: 1, slug: 'a', files: new Map() } as unknown as Draft;
  for (let look = 0; look < 3; look += 1) await expect(checks.check(draft, 'Ruth')).rejects.toThrow(KitFailed);
  expect(check).toHaveBeenCalledTimes(1);
  await expect(checks.check({ ...draft, revision: 2 } as Draft, 'Ruth')).rejects.toThrow(KitFailed);
  expect(check).toHaveBeenCalledTimes(2);
});
