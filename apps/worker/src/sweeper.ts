import { Injectable } from '@nestjs/common';
import { Awards } from '@induct/accreditation';
import { Postroom } from '@induct/letters';
import { GroupCopy } from '@induct/people';
import { RepeatedWork } from '@induct/platform';
import { LostPrints } from '@induct/printing';

const EVERY_MS = 1000;
/** Awards are made with the commits; what is looked for here is rare and the question is larger. */
const AWARDS_EVERY = 60;
/** A queue may hold as many documents as are missing, and not the same ones. */
const THOROUGH_EVERY = 10;
/** More than the worker prints or sends in that time; the oldest come first. */
const AT_ONCE = 50;

/** Tables are the truth: every second the jobs that they say are missing are added again. */
@Injectable()
export class Sweeper extends RepeatedWork {
  private sweeps = 0;

  constructor(
    private readonly awards: Awards,
    private readonly groups: GroupCopy,
    private readonly prints: LostPrints,
    private readonly postroom: Postroom,
  ) {
    super('sweep', EVERY_MS);
  }

  /** Adds what is missing now. */
  async work(): Promise<void> {
    if (this.sweeps++ % AWARDS_EVERY === 0) await this.awards.considerOverdue();
    await this.groups.beginDay();
    await this.prints.addAgain(AT_ONCE, this.sweeps % THOROUGH_EVERY === 0);
    await this.postroom.tidy(AT_ONCE);
  }
}
