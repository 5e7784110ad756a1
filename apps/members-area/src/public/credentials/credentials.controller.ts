import { Get, Param, Res } from '@nestjs/common';
import { badgePng, Credentials, STATUS_PURPOSES } from '@induct/accreditation';
import { JsonRoute } from '@induct/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { forEverySite } from './for-every-site';
import { StatusListJson } from './credentials.json';

const List = z.coerce.number().int().min(0).max(16_383);

/** What wallets ask about the credentials that were handed out. Nobody's name is here. */
@Screen({ path: 'credentials', access: ['public'] })
export class CredentialsController {
  constructor(private readonly credentials: Credentials) {}

  @Get('badge.png')
  badge(@Res() reply: FastifyReply) {
    return forEverySite(reply).header('content-type', 'image/png').send(badgePng());
  }

  @Get('status/:purpose/:list')
  @JsonRoute('Which credentials of a list were revoked or are suspended (Bitstring Status List)', StatusListJson)
  async status(@Param('purpose') purpose: string, @Param('list') list: string, @Res() reply: FastifyReply) {
    const [about, number] = [STATUS_PURPOSES.find((one) => one === purpose), List.safeParse(list)];
    const found = about && number.success ? await this.credentials.statusList(about, number.data) : undefined;
    if (!found) throw new NotHere('list');
    return await forEverySite(reply, found.seconds)
      .header('content-type', 'application/vc+ld+json')
      .send(JSON.stringify(found.list));
  }
}
