import { groupedBy } from '../../lists/grouped-by';
import { Body, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { GuestRegisters, Programme } from '@induct/events';
import { CurrentPerson, type SignedInPerson } from '@induct/sign-in';
import type { FastifyReply } from 'fastify';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { figure } from '../../words/counted';
import { GuestTicksForm } from './guests.form';
import { titleOf, whenAndWhere } from './session-words';

/** Which guests of partner councils were at a session. They are no members: they have a list of their own. */
@Screen({ path: 'admin/programme/sessions/:id/register/guests', access: ['officer'], title: 'Guests who were there' })
export class GuestRegisterController {
  constructor(
    private readonly programme: Programme,
    private readonly guests: GuestRegisters,
  ) {}

  @Get()
  @Render('desk/attendance/guests.page.njk')
  async show(@Param('id') id: string, @Query('done') done: unknown) {
    if (!isId(id)) throw new NotHere('session');
    const session = await this.programme.session(id);
    const guests = await this.guests.guests(id);
    const partners = [...groupedBy(guests, ({ partner }) => partner)];
    return {
      base: `/admin/programme/sessions/${id}`,
      title: titleOf(session),
      when: whenAndWhere(session),
      isDone: done === 'saved',
      says: `${figure(guests.filter(({ wasThere }) => wasThere).length)} of ${figure(guests.length)} present`,
      seen: guests.flatMap((guest) => (guest.wasThere ? guest.id : [])),
      partners: partners.map(([name, theirs]) => ({
        name,
        items: theirs.map((guest) => ({
          value: guest.id,
          text: guest.name ?? 'A guest whose name is no longer kept',
          checked: guest.wasThere === true,
        })),
      })),
    };
  }

  @Post()
  async save(
    @Param('id') id: string,
    @Body() sent: unknown,
    @CurrentPerson() officer: SignedInPerson,
    @Res() reply: FastifyReply,
  ) {
    if (!isId(id)) throw new NotHere('session');
    await this.guests.save(id, GuestTicksForm.parse(sent ?? {}), officer.id);
    return await reply.redirect(`/admin/programme/sessions/${id}/register/guests?done=saved`, 303);
  }
}
