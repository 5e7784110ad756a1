import type { Level } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import type { Tag } from '../../words/tag';

const TAGS: Record<Level['state'], Tag> = {
  valid: { text: 'You have it', kind: 'done' },
  renewable: { text: 'You can renew it', kind: 'warning' },
  over: { text: 'It has run out', kind: 'bad' },
  revoked: { text: 'Not in force', kind: 'bad' },
  open: { text: 'Not yet', kind: 'todo' },
};

/** The awards of a member, and what the others ask for. */
export const levelsView = (levels: readonly Level[]) =>
  levels.map((level) => ({ name: level.name, tag: TAGS[level.state], words: sentences(level).join(' ') }));

function sentences({ state, until, opens, missing }: Level): string[] {
  const anew = missing === undefined ? [] : [`Show anew: ${missing}.`];
  const since = opens === null ? [] : [`Only what you show from ${britishDate(opens)} on counts for it.`];
  switch (state) {
    case 'open':
      return [
        missing === undefined ? 'You have everything for it: it comes in a moment.' : `Still to show: ${missing}.`,
      ];
    case 'valid':
      if (until === null) return ['Valid, without an end date.'];
      return [
        `Valid until ${britishDate(until)}.`,
        ...(opens === null ? [] : [`You can renew it from ${britishDate(opens)}.`]),
      ];
    case 'renewable':
      return [`Valid until ${until === null ? '' : britishDate(until)}.`, ...anew, ...since];
    case 'over':
      return [`It was valid until ${until === null ? '' : britishDate(until)}.`, ...anew, ...since];
    case 'revoked':
      return ['Democratic Services can tell you why.', ...anew, ...(missing === undefined ? [] : since)];
  }
}
