import type { RowToChoose } from '@induct/people';
import { z } from 'zod';
import { email as address } from '../../forms/person-fields';

const CHOOSE = 'Choose who is meant';
/** Before the address of somebody whom another row brings. */
export const BROUGHT = 'address:';

/** Who is meant by a row; of somebody new, whose address the row does not hold, the address. */
export const chooseForm = ({ judged: { couldBe } }: Pick<RowToChoose, 'judged'>) =>
  z
    .object({ meant: z.string(CHOOSE).min(1, CHOOSE), email: z.string().default('') })
    .transform(({ meant, email }, context) => {
      if (meant.startsWith(BROUGHT) && couldBe.brought.includes(meant.slice(BROUGHT.length)))
        return { personId: null, email: meant.slice(BROUGHT.length) };
      if (meant !== 'new') return { personId: meant, email: null };
      const read = address.safeParse(couldBe.email ?? email);
      if (read.success) return { personId: null, email: read.data };
      const message = email.trim() === '' ? 'Enter the email address they sign in with' : read.error.issues[0]!.message;
      context.addIssue({ code: 'custom', path: ['email'], message });
      return z.NEVER;
    });
