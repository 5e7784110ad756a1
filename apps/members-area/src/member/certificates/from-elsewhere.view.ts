import type { Claim } from '@induct/accreditation';
import { type Day, readerDate, said, w } from '@induct/platform';
import { enterer, fileOf, noMore } from '../standing/claim.words';
import type { CertificateCard } from './certificates.view';

/** A certificate of somebody else that two officers have accepted. */
export interface FromElsewhere {
  /** What it shows here: the requirement's title. */
  title: string;
  tag: CertificateCard['tag'];
  words: string;
  /** Said where an officer entered it. */
  entered: string | undefined;
  /** As its holder, or that officer, described it. */
  typed: string;
  file: string | undefined;
}

/** What a holder has brought, the newest first. @param claims all of theirs */
export const fromElsewhere = (claims: readonly Claim[], today: Day): FromElsewhere[] =>
  claims.flatMap((claim) =>
    claim.kind === 'outside_certificate' && claim.accepted
      ? [
          {
            title: claim.title,
            ...stateOf(claim, today),
            entered: claim.enteredBy === null ? undefined : w`Entered for you by ${enterer(claim)}.`,
            typed: claim.words,
            file: claim.sha256 === null ? undefined : fileOf(claim.id),
          },
        ]
      : [],
  );

function stateOf({ withdrawnAt, decidedAt, countsUntil }: Claim, today: Day): Pick<FromElsewhere, 'tag' | 'words'> {
  if (withdrawnAt) return { tag: { text: said('Withdrawn'), kind: 'bad' }, words: noMore(withdrawnAt) };
  const accepted = w`Accepted on ${readerDate(decidedAt!)}.`;
  const isOver = countsUntil !== null && countsUntil < today;
  return {
    tag: isOver ? { text: said('Expired'), kind: 'warning' } : { text: said('It counts'), kind: 'done' },
    words:
      countsUntil === null
        ? w`${accepted} It counts without an end date.`
        : isOver
          ? w`${accepted} It ran out on ${readerDate(countsUntil)}.`
          : w`${accepted} It counts until ${readerDate(countsUntil)}.`,
  };
}
