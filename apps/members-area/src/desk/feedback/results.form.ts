import { z } from 'zod';
import { perhaps } from '../../forms/texts';

export const LONGEST_CHANGE = 1000;

/** What was changed because of what people said; empty takes it back. */
export const ChangeForm = z.object({ changed: perhaps('What you changed', LONGEST_CHANGE) });
