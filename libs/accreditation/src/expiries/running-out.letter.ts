import { type Asked, nameInText } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';

/** A certificate that runs out. */
export interface RunningOut {
  /** Its name. */
  scheme: string;
  number: string;
  /** The last day, which is still valid. */
  validUntil: Day;
}

/** What is told of certificates that run out, the soonest first; at least one. */
export function askedToRenew(items: readonly RunningOut[], site: string): Asked {
  const [first] = items as [RunningOut];
  const on = readerDate(first.validUntil);
  return {
    subject:
      items.length === 1
        ? w`Your certificate runs out on ${on}: ${first.scheme}`
        : w`Certificates of yours run out, the first on ${on}: ${first.scheme}`,
    heading: said('Certificates that run out'),
    things: items.length,
    parts: [
      items
        .map(({ scheme, number, validUntil }) => {
          const [what, until] = [nameInText(scheme), readerDate(validUntil)];
          return w`${what}, certificate ${number}: valid to the end of ${until}`;
        })
        .join('\n'),
      said(
        'Whoever checks it after that is told that it has expired. You keep it valid by showing what it asks for anew.',
      ),
      { url: `${site}/standing`, text: said('What to show for it, and from when on it counts'), named: true },
    ],
  };
}
