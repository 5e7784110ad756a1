import { Get, Query, Render } from '@nestjs/common';
import { WhatIsAskedQueries } from '@induct/accreditation';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { feedbackView } from './home.view';
import { HomeQueries } from './home.queries';
import { asItCounts } from '../learning/as-it-counts';
import { metElsewhere } from '../learning/met-elsewhere';
import { SPARE_MINUTES, whatFits } from './what-fits';

const Asked = z.object({ minutes: z.coerce.number().pipe(z.literal(SPARE_MINUTES)).catch(15) });

/** For whoever has a few minutes: what can be finished in them. */
@Screen({ path: 'minutes', access: ['member', 'tester'], proof: 'any', title: 'What fits into the time you have' })
export class FitsController {
  constructor(
    private readonly home: HomeQueries,
    private readonly asked: WhatIsAskedQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/home/fits.page.njk')
  async show(@Query({ schema: Asked }) { minutes }: z.infer<typeof Asked>, @CurrentPerson() person: SignedInPerson) {
    const now = this.clock.now();
    const [{ modules, feedback }, { due, asked }] = await Promise.all([
      this.home.home(person.id, dayInLondon(now)),
      this.asked.needed(person.id),
    ]);
    const counted = asItCounts(asked);
    const choices = SPARE_MINUTES.filter((one) => one !== minutes);
    return {
      minutes,
      choices,
      ...whatFits(
        modules.map((row) => counted(row.courseId, row)),
        minutes,
        due,
        now,
        metElsewhere(modules, asked),
      ),
      feedback: feedbackView(feedback),
    };
  }
}
