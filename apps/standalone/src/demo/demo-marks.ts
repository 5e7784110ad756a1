import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Certificates, CouncilMarks, type NewSignatory, ShownNames, Signatories } from '@induct/accreditation';
import { dayInLondon, projectRoot } from '@induct/platform';
import type { DemoClock } from './demo-clock';

/** Drawn by test/support/demo-arms.mjs. */
const ARMS = join(projectRoot, 'content/certificates/demo-arms.png');
/** When the one who chaired the steering group before left, and the one who chairs it now began. */
const NEW_CHAIR_DAYS_AGO = 330;
const CHAIR = {
  office: 'Chair, Member Development Steering Group',
  officeCy: 'Cadeirydd, Grŵp Llywio Datblygu Aelodau',
  place: 1 as const,
};

/** Who signs the demo council's certificates and who did before, its arms, and a member who shows everybody their name. */
@Injectable()
export class DemoMarks {
  constructor(
    private readonly signatories: Signatories,
    private readonly marks: CouncilMarks,
    private readonly certificates: Certificates,
    private readonly names: ShownNames,
  ) {}

  /** Before anything is awarded: certificates bear what there is on that day. */
  async tell(clock: DemoClock, [officer, second]: readonly [string, string]): Promise<void> {
    if (await this.signatories.isEmpty()) {
      for (const [nth, who] of signing(clock).entries()) {
        const at = clock.daysAgo(NEW_CHAIR_DAYS_AGO, 9, nth);
        await clock.at(at, () => this.signatories.add(who, officer));
      }
    }
    if ((await this.marks.all()).length > 0) return;
    const arms = {
      file: await readFile(ARMS),
      alt: 'Arms of Northmoor County Council: a gold sun above a moor with a river',
      altCy: 'Arfau Cyngor Sir Northmoor: haul aur uwchben rhos ac afon',
      startsOn: dayInLondon(clock.daysAgo(NEW_CHAIR_DAYS_AGO - 10, 9)),
    };
    const { id } = await clock.at(clock.daysAgo(NEW_CHAIR_DAYS_AGO - 5, 9), () => this.marks.propose(arms, officer));
    await clock.at(clock.daysAgo(NEW_CHAIR_DAYS_AGO - 6, 10), () => this.marks.confirm(id, second));
  }

  /** @param leftAlone whose certificates stay as they are: they have buttons */
  async showName(clock: DemoClock, leftAlone: readonly string[]): Promise<void> {
    const { certificates } = await this.certificates.register({ state: 'valid', page: 1 });
    const holder = certificates.findLast(({ personId }) => !leftAlone.includes(personId));
    if (!holder || (await this.names.of(holder.personId)).shownTo !== 'paper') return;
    await clock.at(clock.daysAgo(3, 18), () => this.names.choose(holder.personId, 'public'));
  }
}

/** Invented, like everybody in the demo council. */
function signing(clock: DemoClock): NewSignatory[] {
  const since = dayInLondon(clock.daysAgo(NEW_CHAIR_DAYS_AGO, 9));
  const before = dayInLondon(clock.daysAgo(1700, 9));
  return [
    { ...CHAIR, name: 'Gwilym Bevan', from: before, until: since },
    { ...CHAIR, name: 'Margaret Ellison', from: since, until: null, signature: 'm-ellison' },
    {
      name: 'David Okafor',
      office: 'Head of Democratic Services',
      officeCy: 'Pennaeth y Gwasanaethau Democrataidd',
      place: 2,
      from: before,
      until: null,
      signature: 'd-okafor',
    },
  ];
}
