import { accreditation } from '@induct/accreditation';
import { authoring } from '@induct/authoring';
import { course } from '@induct/course';
import { events } from '@induct/events';
import { handbook } from '@induct/handbook';
import { letters } from '@induct/letters';
import { people } from '@induct/people';
import { type Lib, platform } from '@induct/platform';
import { printing } from '@induct/printing';
import { progress } from '@induct/progress';
import { signIn } from '@induct/sign-in';
import { steering } from '@induct/steering';

/**
 * Every lib, in the order of their arrows: a new one is added here. Only `scorm` is missing, which imports nothing of ours,
 * not even the word `lib`, and has neither tables nor acts.
 */
export const LIBS: readonly Lib[] = [
  platform,
  letters,
  printing,
  people,
  signIn,
  events,
  handbook,
  course,
  authoring,
  progress,
  steering,
  accreditation,
];
