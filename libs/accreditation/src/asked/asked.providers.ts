import { StillMissing } from './still-missing.queries';
import { UnaskedEvents } from './unasked-events.queries';
import { WhatIsAskedQueries } from './what-is-asked.queries';

/** What others use. */
export const askedServices = [StillMissing, UnaskedEvents, WhatIsAskedQueries];
