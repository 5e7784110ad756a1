import { z } from 'zod';
import { email } from '../../forms/person-fields';

/** Where the letter goes that links a council account. */
export const CouncilLetterForm = z.object({ email });
