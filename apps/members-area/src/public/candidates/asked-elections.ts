import { Injectable } from '@nestjs/common';
import { ElectionDays, type ElectionToCount } from '@induct/handbook';
import { isId, NotHere } from '../../frame/not-here';
import { type AskedDays, asTyped, DaysForm, daysHref, electionDaysHref, FIRST_WEEKS } from './first-weeks.form';

/** An election whose first weeks somebody asks for; `division` of a by-election on record. */
export type AskedElection = ElectionToCount & { division?: string | null };

/** Which election an address means: one on record, or days that somebody typed. */
@Injectable()
export class AskedElections {
  constructor(private readonly elections: ElectionDays) {}

  /** @returns undefined when its days are none @throws NotHere, ElectionIsNotThere */
  async of(asked: AskedDays): Promise<AskedElection | undefined> {
    if (asked.election !== undefined) {
      if (!isId(asked.election)) throw new NotHere('election');
      return await this.elections.find(asked.election);
    }
    const read = DaysForm.safeParse(asTyped(asked));
    return read.success ? { ...read.data, office: null } : undefined;
  }
}

/** The address it is at. @param ending of a file of it: `ics` */
export const askedHref = (asked: AskedDays, election: AskedElection, ending?: string): string => {
  const to = ending ? `${FIRST_WEEKS}.${ending}` : FIRST_WEEKS;
  return asked.election ? electionDaysHref(asked.election, to) : daysHref(election, to);
};
