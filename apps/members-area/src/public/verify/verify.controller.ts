import { Body, Get, Header, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { type CheckResult, StatutoryCertificates, Verification } from '@induct/accreditation';
import { JsonRoute } from '@induct/platform';
import type {} from '@fastify/view';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../forms/take-form';
import { OldPaper } from './old-paper';
import { hashUpload } from './pdf-upload';
import { HolderForm, NameForm, NumberForm, numberHint, SecretQuery, VerifyQuery } from './verify.form';
import { VerifyGuard } from './verify.guard';
import { CheckedJson, checkedJson } from './verify.json';
import { factRows, statusOf, verdictOf } from './verify.view';

const FORM = 'public/verify/verify.page.njk';
const RESULT = 'public/verify/result.page.njk';
const ROBOTS = ['x-robots-tag', 'noindex, nofollow'] as const;

/**
 * For strangers: no sign-in, and nothing needs a script. The secret of a QR code comes in a request's body, never in an
 * address; an old certificate's address is left at once (`OldPaper`).
 */
@Screen({
  path: 'verify',
  access: ['public'],
  title: 'Check a certificate',
  pages: { ':number': 'What a certificate says', 'file/:sha256': 'Which certificate a PDF is' },
})
@UseGuards(VerifyGuard)
export class VerifyController {
  constructor(
    private readonly verification: Verification,
    private readonly oldPaper: OldPaper,
    private readonly statutory: StatutoryCertificates,
  ) {}

  @Get()
  @Header(...ROBOTS)
  async form(@Query({ schema: VerifyQuery }) sent: VerifyQuery, @Res() reply: FastifyReply) {
    if (sent.number === undefined) return await reply.view(FORM, NO_PROBLEMS);
    return await takeForm(reply, {
      schema: NumberForm,
      sent,
      page: FORM,
      view: ({ number }, problems) => ({ number, numberHint: numberHint(sent.number), ...problems }),
      take: ({ number }) => Promise.resolve(`/verify/${number}`),
    });
  }

  @Post('file')
  @Header(...ROBOTS)
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return await takeForm(reply, {
      schema: z.unknown(),
      sent: undefined,
      page: FORM,
      view: (_, problems) => problems,
      take: async () => {
        const upload = await hashUpload(request);
        if ('problem' in upload) throw new FieldIsWrong('pdf', upload.problem);
        return `/verify/file/${upload.sha256}`;
      },
    });
  }

  @Get('file/:sha256')
  @Header(...ROBOTS)
  @JsonRoute('Which certificate a PDF is, by its SHA-256', CheckedJson)
  async byFile(@Param('sha256') sha256: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    await this.answer(request, reply, await this.verification.checkFile(sha256), { byFile: true });
  }

  @Get(':number')
  @Header(...ROBOTS)
  @JsonRoute('What a certificate says, and whether it is in force', CheckedJson)
  async byNumber(
    @Param('number') number: string,
    @Query({ schema: SecretQuery }) { k }: SecretQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // A program follows no redirect with a cookie; whoever still asks like this gets an answer.
    if (k !== undefined && !wantsJson(request)) return this.oldPaper.leaveAddress(reply, number, k);
    const secret = k ?? this.oldPaper.takeSecret(request, reply, number);
    await this.answer(request, reply, await this.verification.check(number, secret), { typed: number });
  }

  @Post(':number')
  @Header(...ROBOTS)
  async belongsTo(
    @Param('number') number: string,
    @Body({ schema: HolderForm }) { name, k }: HolderForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (k !== undefined) {
      await this.answer(request, reply, await this.verification.check(number, k), { typed: number });
      return;
    }
    const shown = { typed: number, name };
    await takeForm(reply, {
      schema: NameForm,
      sent: { name },
      page: RESULT,
      view: async (_, problems) => {
        const checked = await this.verification.check(number);
        return { ...this.result(checked, { ...shown, ...problems }), ...(await this.standing(checked)) };
      },
      take: async () => {
        const belongs = await this.verification.belongsTo(number, name);
        return await this.answer(request, reply, await this.verification.check(number), { ...shown, belongs });
      },
    });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, result: CheckResult, more: Shown) {
    void reply.status(statusOf(result)).header('vary', 'accept');
    if (wantsJson(request)) return await reply.send({ ...checkedJson(result), belongs: more.belongs });
    return await reply.view(RESULT, { ...this.result(result, more), ...(await this.standing(result)) });
  }

  /** What it is in law: the council's own, unless two officers have entered that its scheme is accredited. */
  private async standing(result: CheckResult) {
    if (result.outcome !== 'found') return {};
    const { number } = result.certificate.facts;
    return { standing: { reference: await this.statutory.referenceOf(number) } };
  }

  private result(result: CheckResult, more: Shown) {
    const found = result.outcome === 'found' ? result.certificate : undefined;
    const verdict = more.byFile && !found ? NOT_OUR_FILE : verdictOf(result);
    return { message: {}, ...more, verdict, found, rows: found && factRows(found) };
  }
}

interface Shown {
  typed?: string;
  name?: string;
  belongs?: boolean;
  byFile?: boolean;
}

const NOT_OUR_FILE = {
  kind: 'bad',
  heading: 'This file is not one of our certificates',
  words:
    'This council did not issue it, or it was changed afterwards: every byte counts. A scan or a photo of a certificate is another file too. Check the number that is printed on it instead.',
} as const;

function wantsJson({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  return /\bapplication\/(\w+\+)?json\b/.test(accept) && !accept.includes('text/html');
}
