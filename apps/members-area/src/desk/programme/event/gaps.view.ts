import type { CarriedGap } from '@induct/events';
import { britishDate } from '@induct/platform';

/** What earlier workshops left open, each with where it comes from. */
export const gapsView = (gaps: readonly CarriedGap[]) =>
  gaps.map(({ prompt, words, title, on, sessionId }) => ({
    prompt,
    words,
    from: on ? `${title}, ${britishDate(on)}` : title,
    href: `/admin/programme/sessions/${sessionId}/lessons`,
  }));
