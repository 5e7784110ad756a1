import { Get, Query, Req, Res } from '@nestjs/common';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { PlacesFilter } from './places-needed-filter';
import { PlacesNeeded } from './places-needed.queries';
import { NEEDING } from './places-needed.view';
import type { TopicNeeded } from './who-needs-a-place';

/** Who needs a place, of one topic or of all, as a file. */
@Screen({ path: 'admin', access: ['officer'] })
export class PlacesNeededFileController {
  constructor(
    private readonly needed: PlacesNeeded,
    private readonly lists: ListsAway,
  ) {}

  @Get(fileAddresses('places-needed'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const { topic } = PlacesFilter.parse(query);
    const wanted = (await this.needed.read()).filter(({ slug }) => topic === '' || slug === topic);
    return await this.lists.send(request, reply, {
      name: 'who-needs-a-place',
      columns: NEEDING,
      batches: byTopic(wanted),
      record: {
        actorId: officer.id,
        action: 'places-needed.exported',
        subjectType: 'programme',
        subjectId: topic || 'all topics',
        detail: {},
      },
    });
  }
}

async function* byTopic(topics: readonly TopicNeeded[]): AsyncGenerator<TopicNeeded['people']> {
  for (const { people } of topics) yield people;
}
