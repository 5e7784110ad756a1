import { Injectable } from '@nestjs/common';
import { MembershipImports } from '@induct/people';
import { britishDate, dayInLondon, daysLater, readSpreadsheet } from '@induct/platform';
import type { DemoClock } from './demo-clock';

const NAME = 'seats-from-january.csv';
/** From the day of the start. */
const SEATED_IN_DAYS = 40;

/**
 * An officer has uploaded a list of seats and not applied it. It has two people of one name, with two addresses, of whom the
 * council knows one: an officer says who is meant.
 */
@Injectable()
export class DemoMembersImport {
  constructor(private readonly imports: MembershipImports) {}

  async tell(clock: DemoClock, officer: string): Promise<void> {
    const { total } = await this.imports.page(1, 0);
    if (total > 0) return;
    await clock.at(clock.daysAgo(1, 16), async () => {
      const sheets = await readSpreadsheet(Buffer.from(listFrom(dayInLondon(clock.today))));
      const id = await this.imports.take({ fileName: NAME, sheets, by: officer });
      const [sheet] = await this.imports.toMatch(id);
      const day = dayInLondon(clock.now());
      await this.imports.understand(
        id,
        { sheet: 0, columns: sheet!.columns, day, complete: false, bodyId: null },
        officer,
      );
    });
  }
}

function listFrom(today: string): string {
  const from = britishDate(daysLater(today, SEATED_IN_DAYS));
  const rows = [
    ['Name', 'Email', 'Committee', 'Role', 'From'],
    ['Bernard Gallagher', '', 'Licensing Committee', 'Member', from],
    ['Gwen Tregenza', 'gwen.tregenza@northmoor.example', 'Standards Committee', 'Member', from],
    ['Joseph Osei', 'joseph.osei@northmoor.example', 'Licensing Committee', 'Member', from],
    ['Joseph Osei', 'osei.harbour@post.example', 'Planning Committee', 'Substitute', from],
    ['Maeve Aziz', '', 'Planning Comittee', 'Member', from],
  ];
  return rows.map((row) => row.join(',')).join('\n');
}
