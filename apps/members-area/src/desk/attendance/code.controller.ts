import { Get, Inject, Param, Render } from '@nestjs/common';
import { Attenders, CheckIns, Registers } from '@induct/events';
import { britishTimeAndDate, CONFIG, type Config } from '@induct/platform';
import { isId, NotHere } from '../../frame/not-here';
import { Screen } from '../../frame/screen';
import { headCount, moreThanPlaces, presentAt } from './register.view';
import { partWords, titleOf, whenAndWhere } from './session-words';

/** A code for the wall of the room: whoever sees it checks in by it. */
@Screen({
  path: 'admin/programme/sessions/:id/code',
  access: ['officer'],
  title: 'The code to check in by',
})
export class AttendanceCodeController {
  constructor(
    private readonly checkIns: CheckIns,
    private readonly registers: Registers,
    private readonly attenders: Attenders,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Render('desk/attendance/code.page.njk')
  async show(@Param('id') id: string) {
    if (!isId(id)) throw new NotHere('session');
    const { session, now, opensAt } = await this.checkIns.shown(id);
    const said = { base: `/admin/programme/sessions/${id}`, title: titleOf(session), when: whenAndWhere(session) };
    if (!now) return { ...said, opens: opensAt && britishTimeAndDate(opensAt) };
    const { code, part, secondsLeft } = now;
    const [register, guests] = await Promise.all([this.registers.register(id), this.attenders.guests(id)]);
    return {
      ...said,
      code: `${code.slice(0, 4)} ${code.slice(4)}`,
      part: session.parts.length === 1 ? '' : `Part ${part.number}, `,
      times: partWords(part, session),
      count: headCount(part.number, register),
      over: moreThanPlaces(session, presentAt(part.number, register).length + guests.there),
      secondsLeft,
      address: `${this.config.SITE_ORIGIN.replace(/^https?:\/\//, '')}/check-in`,
      qr: await qrOf(`${this.config.SITE_ORIGIN}/check-in/${code}`),
    };
  }
}

/** @returns an SVG */
async function qrOf(address: string): Promise<string> {
  const { default: QRCode } = await import('qrcode');
  return await QRCode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}
