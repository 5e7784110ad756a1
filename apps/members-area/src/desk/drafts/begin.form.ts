import type { Beginning } from '@induct/authoring';
import { said } from '@induct/platform';
import { isId } from '../../frame/not-here';
import { typedForm } from './frame/typed';

/** What a module begins with, what it is called, and which module it becomes a version of. */
export const BeginForm = typedForm((typed) => {
  const beginning = beginningOf(typed.raw('from'));
  if (!beginning) typed.problem('from', said('Choose what to begin with'));
  const courseId = isId(typed.raw('module')) ? typed.raw('module') : null;
  const title =
    beginning?.from === 'starter' || courseId === null
      ? typed.line('title', said('Write what the module is called'))
      : typed.line('title');
  return { beginning: beginning ?? ({ from: 'starter' } as const), title, courseId };
});

function beginningOf(value: string): Beginning | undefined {
  if (value === 'starter') return { from: 'starter' };
  const [, kind, which] = /^(shipped|draft):(.+)$/.exec(value) ?? [];
  if (kind === 'shipped') return { from: 'shipped', slug: which! };
  return kind === 'draft' && isId(which!) ? { from: 'draft', id: which! } : undefined;
}
