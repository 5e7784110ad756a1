import { Get, Query, Req, Res } from '@nestjs/common';
import { FileStore } from '@induct/platform';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { wholeFile } from '../../lists/whole-file';
import { ProgressFilter } from './progress-filter';
import { PROGRESS_FILE } from './progress.file';
import { ProgressQueries } from './progress.queries';

/** The list of progress as a file: whole, whatever its length. */
@Screen({ path: 'admin', access: ['officer'] })
export class ProgressFileController {
  constructor(
    private readonly progress: ProgressQueries,
    private readonly lists: ListsAway,
    private readonly files: FileStore,
  ) {}

  @Get(fileAddresses('progress'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filter = ProgressFilter.parse(query);
    const { module, group, status, search } = filter;
    return await this.lists.send(request, reply, {
      name: 'progress',
      columns: PROGRESS_FILE,
      batches: this.progress.all(filter),
      gathered: (pieces) => wholeFile(this.files, pieces),
      record: {
        actorId: officer.id,
        action: 'progress.exported',
        subjectType: 'progress',
        subjectId: module || 'all',
        detail: { module, group, status, searched: search !== '' },
      },
    });
  }
}
