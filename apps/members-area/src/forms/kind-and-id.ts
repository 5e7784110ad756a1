import { z } from 'zod';
import { isId } from '../frame/not-here';

/**
 * Something that was chosen among things of several kinds: `scheme:` and its id.
 * @param missing said when nothing was chosen, or what no page offers
 */
export const kindAndId = <Kind extends string>(kinds: readonly [Kind, ...Kind[]], missing: string) =>
  z.string(missing).transform((typed, context): { kind: Kind; id: string } => {
    const [is, id, ...more] = typed.split(':');
    const kind = kinds.find((one) => one === is);
    if (kind !== undefined && id !== undefined && isId(id) && more.length === 0) return { kind, id };
    context.addIssue({ code: 'custom', message: missing });
    return z.NEVER;
  });
