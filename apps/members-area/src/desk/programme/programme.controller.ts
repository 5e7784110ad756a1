import { Get, Query, Render } from '@nestjs/common';
import { Clock, dayInLondon } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import { Screen } from '../../frame/screen';
import { programmeView } from './programme.view';
import { ProgrammeYear } from './programme-year';
import { YearFilter } from './year-filter';

/** What is planned: the year as a picture, and as a list. */
@Screen({
  path: 'admin/programme',
  access: ['officer', 'auditor'],
  title: 'Programme',
  menu: { area: 'desk', group: 'Programme', text: 'Programme', order: 53 },
  back: 'Programme',
})
export class ProgrammeController {
  constructor(
    private readonly programme: ProgrammeYear,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('desk/programme/programme.page.njk')
  async show(@Query() query: unknown, @CurrentPerson() person: SignedInPerson) {
    const filter = YearFilter.parse(query);
    const today = dayInLondon(this.clock.now());
    const read = await this.programme.read(filter, today);
    return programmeView({ ...read, filter, today, isOfficer: person.roles.includes('officer') });
  }
}
