import { Get, Query, Render } from '@nestjs/common';
import { UnaskedEvents } from '@induct/accreditation';
import { Screen } from '../../frame/screen';
import { PlacesFilter } from './places-needed-filter';
import { PlacesNeeded } from './places-needed.queries';
import { placesNeededView } from './places-needed.view';

/** Whose mandatory topic is still missing, and who have no place at a session about it. */
@Screen({
  path: 'admin/places-needed',
  access: ['officer'],
  title: 'Who needs a place',
  menu: { area: 'desk', group: 'Programme', text: 'Who needs a place', order: 57 },
})
export class PlacesNeededController {
  constructor(
    private readonly needed: PlacesNeeded,
    private readonly unasked: UnaskedEvents,
  ) {}

  @Get()
  @Render('desk/places-needed/places-needed.page.njk')
  async show(@Query() query: unknown) {
    const [topics, unasked] = await Promise.all([this.needed.read(), this.unasked.all()]);
    return placesNeededView(topics, unasked, PlacesFilter.parse(query));
  }
}
