import { Get, Query, Render } from '@nestjs/common';
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
  constructor(private readonly needed: PlacesNeeded) {}

  @Get()
  @Render('desk/places-needed/places-needed.page.njk')
  async show(@Query() query: unknown) {
    return placesNeededView(await this.needed.read(), PlacesFilter.parse(query));
  }
}
