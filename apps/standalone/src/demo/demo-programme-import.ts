import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ProgrammeImports } from '@induct/events';
import { projectRoot, readSpreadsheet } from '@induct/platform';
import type { DemoClock } from './demo-clock';

const NAME = 'programme-2017-18.csv';
const BEGINS = '2017-05';

/** An officer has uploaded the programme of an earlier year, with all that is wrong with it, and not imported it. */
@Injectable()
export class DemoProgrammeImport {
  constructor(private readonly imports: ProgrammeImports) {}

  async tell(clock: DemoClock, officer: string): Promise<void> {
    const { total } = await this.imports.page(1, 0);
    if (total > 0) return;
    const sheets = await readSpreadsheet(await readFile(join(projectRoot, 'content/programme', NAME)));
    await clock.at(clock.daysAgo(1, 15), () =>
      this.imports.take({ name: NAME, sheets, firstMonth: BEGINS, by: officer }),
    );
  }
}
