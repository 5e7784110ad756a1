import { Get, Query, Render } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { CouncilQueries } from './council.queries';
import { councilView, dayAsked } from './council.view';

/** The council on a day: who is in office, and which bodies there are. */
@Screen({
  path: 'admin/council',
  access: ['officer', 'administrator'],
  title: 'Council',
  menu: { area: 'desk', group: 'People and seats', text: 'Council', order: 72 },
  back: 'Council',
})
export class CouncilController {
  constructor(
    private readonly council: CouncilQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/council/council.page.njk')
  async show(@Query('on') on: unknown, @CurrentPerson() reader: SignedInPerson) {
    const today = dayInLondon(this.clock.now());
    const asked = dayAsked(on, today);
    const [members, bodies, others] = await Promise.all([
      this.council.members(asked.day),
      this.council.bodies(asked.day),
      this.council.otherBodies(asked.day),
    ]);
    const page = councilView({ asked, today, members, bodies, others });
    return { ...page, mayImport: reader.roles.includes('officer') };
  }
}
