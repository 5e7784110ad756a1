import { Get, Query, Render } from '@nestjs/common';
import { WhoMaySit } from '@induct/accreditation';
import { Clock, dayInLondon, isDay } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { MayISitQueries } from './may-i-sit.queries';
import { mayISitView } from './may-i-sit.view';

/** Whether a member may sit, on each of their bodies, and what to do where they may not yet. */
@Screen({ path: 'standing/may-i-sit', access: ['member', 'tester'], title: 'May I sit?' })
export class MayISitController {
  constructor(
    private readonly who: WhoMaySit,
    private readonly queries: MayISitQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('member/sitting/may-i-sit.page.njk')
  async show(@CurrentPerson() person: SignedInPerson, @Query('on') on: unknown) {
    const now = this.clock.now();
    const today = dayInLondon(now);
    const typed = typeof on === 'string' && on.trim() !== '' ? on.trim() : today;
    const isRight = isDay(typed);
    const day = isRight ? typed : today;
    const [sitters, seats] = await Promise.all([
      this.who.on({ day, knownAt: now, personId: person.id }),
      this.queries.seats(person.id, day < today ? day : today),
    ]);
    const names = await this.queries.names(sitters.map(({ bodyId }) => bodyId));
    const problem = isRight ? undefined : 'Enter a real day, like 2024-02-29';
    return mayISitView({ asked: { day, typed, problem }, today, sitters, names, seats });
  }
}
