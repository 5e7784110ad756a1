import type { EntityManager } from 'typeorm';
import { IS_ASKABLE } from '../scheme/askable.sql';
import { ChoiceIsGone } from './sitting.errors';

/** @throws ChoiceIsGone at that field, unless there are all of these bodies */
export async function mustBeBodies(
  tx: EntityManager,
  ids: readonly string[],
  field: ChoiceIsGone['field'],
): Promise<void> {
  const [row] = await tx.query<[{ there: number }]>(
    'select count(*)::int as there from body_standing where id = any($1)',
    [ids],
  );
  if (row.there < new Set(ids).size) throw new ChoiceIsGone(field);
}

/** @throws ChoiceIsGone unless there is this requirement or that scheme */
export async function mustBeAskable(
  tx: EntityManager,
  { requirementId, schemeId }: { requirementId: string | null; schemeId: string | null },
): Promise<void> {
  const [row] = await tx.query<[{ there: boolean }]>(IS_ASKABLE, [requirementId, schemeId]);
  if (!row.there) throw new ChoiceIsGone('what');
}
