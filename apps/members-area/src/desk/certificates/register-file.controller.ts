import { Get, Query, Req, Res } from '@nestjs/common';
import { Certificates, REGISTER_PAGE_SIZE } from '@induct/accreditation';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Screen } from '../../frame/screen';
import { eachPage } from '../../lists/each-page';
import { fileAddresses } from '../../lists/list-file';
import { ListsAway } from '../../lists/lists-away';
import { RegisterFilter } from './register-filter';
import { registerPage } from './register-page';
import { REGISTER } from './register.view';

/** The register as a file. */
@Screen({ path: 'admin', access: ['officer'] })
export class RegisterFileController {
  constructor(
    private readonly certificates: Certificates,
    private readonly lists: ListsAway,
  ) {}

  @Get(fileAddresses('certificates'))
  async file(
    @Query() query: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const filter = RegisterFilter.parse(query);
    return await this.lists.send(request, reply, {
      name: 'certificates',
      columns: REGISTER,
      batches: eachPage((page) => registerPage(this.certificates, { ...filter, page }), REGISTER_PAGE_SIZE),
      record: {
        actorId: officer.id,
        action: 'register.exported',
        subjectType: 'register',
        subjectId: filter.state || 'all',
        detail: { state: filter.state, searched: filter.q !== '' },
      },
    });
  }
}
