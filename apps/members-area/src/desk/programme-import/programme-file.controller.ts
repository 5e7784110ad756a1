import { Get, Req, Res } from '@nestjs/common';
import { type Cells, IMPORT_FIELD_NAMES, IMPORT_FIELDS, ProgrammeExport } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import type { Column } from '../../lists/list';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';

/** Those that an import reads; a time stands in one column. */
const COLUMNS: readonly Column<Cells>[] = IMPORT_FIELDS.filter((field) => field !== 'from' && field !== 'to').map(
  (field) => ({ head: IMPORT_FIELD_NAMES[field], file: (row) => row[field] }),
);

/** The programme as a file that can be imported again. */
@Screen({ path: 'admin/programme-imports', access: ['officer'] })
export class ProgrammeFileController {
  constructor(
    private readonly programme: ProgrammeExport,
    private readonly lists: ListsAway,
  ) {}

  @Get(fileAddresses('programme'))
  async file(@CurrentPerson() officer: SignedInPerson, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return await this.lists.send(request, reply, {
      name: 'programme',
      columns: COLUMNS,
      batches: this.programme.rows(),
      record: {
        actorId: officer.id,
        action: 'programme.exported',
        subjectType: 'programme',
        subjectId: 'all',
        detail: {},
      },
    });
  }
}
