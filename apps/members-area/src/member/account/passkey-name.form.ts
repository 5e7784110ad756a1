import { PASSKEY_LIMITS } from '@induct/sign-in';
import { w } from '@induct/platform';
import { z } from 'zod';

const tooLong = () => w`The name must be ${PASSKEY_LIMITS.longestName} characters or less`;

export const PasskeyNameForm = z.object({
  name: z
    .string('Enter a name for the passkey')
    .transform((name) => name.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'Enter a name for the passkey').max(PASSKEY_LIMITS.longestName, { error: tooLong })),
});

export const NewPasskeyForm = z.object({ response: z.string().max(100_000) });
