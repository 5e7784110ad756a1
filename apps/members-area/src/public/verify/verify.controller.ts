import { Body, Get, Header, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import {
  type CheckResult,
  CredentialCheck,
  PublicRegisters,
  StatutoryCertificates,
  Verification,
} from '@induct/accreditation';
import { Clock, JsonRoute, readerTimeAndDate } from '@induct/platform';
import type {} from '@fastify/view';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Screen } from '../../frame/screen';
import { NO_PROBLEMS } from '../../forms/form-problems';
import { FieldIsWrong, takeForm } from '../../forms/take-form';
import { OldPaper } from './old-paper';
import { NOTHING_TO_CHECK, readUpload } from './file-upload';
import { FileQuery, HolderForm, NameForm, NumberForm, numberHint, SecretQuery, VerifyQuery } from './verify.form';
import { VerifyGuard } from './verify.guard';
import { CheckedJson, checkedJson } from './verify.json';
import { factRows, listed, statusOf, type Verdict, verdictOf, verdictOfCredential, verdictOfFile } from './verify.view';

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
    private readonly credentials: CredentialCheck,
    private readonly oldPaper: OldPaper,
    private readonly statutory: StatutoryCertificates,
    private readonly registers: PublicRegisters,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Header(...ROBOTS)
  async form(@Query({ schema: VerifyQuery }) sent: VerifyQuery, @Res() reply: FastifyReply) {
    if (sent.number === undefined)
      return await reply.view(FORM, { ...NO_PROBLEMS, hasRegister: await this.registers.isKept() });
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
        const upload = await readUpload(request);
        if ('problem' in upload) throw new FieldIsWrong('pdf', upload.problem);
        if ('carrier' in upload) return await this.credential(request, reply, upload.carrier);
        const says = upload.number === undefined ? '' : `?${new URLSearchParams({ number: upload.number }).toString()}`;
        return `/verify/file/${upload.sha256}${says}`;
      },
    });
  }

  @Get('file/:sha256')
  @Header(...ROBOTS)
  @JsonRoute('Which certificate a PDF is, by its SHA-256', CheckedJson)
  async byFile(
    @Param('sha256') sha256: string,
    @Query({ schema: FileQuery }) { number }: FileQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const checked = await this.verification.checkFile(sha256, number);
    await this.answer(request, reply, checked, { byFile: true });
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

  private async credential(request: FastifyRequest, reply: FastifyReply, file: Buffer) {
    const credential = await this.credentials.check(file);
    if (credential.outcome === 'no-credential') throw new FieldIsWrong('pdf', NOTHING_TO_CHECK);
    const number = 'number' in credential ? credential.number : undefined;
    const checked = number === undefined ? undefined : await this.verification.check(number);
    if (credential.outcome === 'genuine') return await this.answer(request, reply, checked!, { byCredential: true });
    const claimed = checked?.outcome === 'found' ? number : undefined;
    const unfound: CheckResult = { outcome: 'not-found', ...(claimed !== undefined && { number: claimed }) };
    return await this.answer(request, reply, unfound, { verdict: verdictOfCredential(credential.outcome), claimed });
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, result: CheckResult, more: Shown) {
    void reply.status(statusOf(result)).header('vary', 'accept');
    const standing = await this.standing(result);
    if (wantsJson(request))
      return await reply.send({ ...checkedJson(result, standing.standing?.reference), belongs: more.belongs });
    return await reply.view(RESULT, { ...this.result(result, more), ...standing });
  }

  /** What it is in law: the council's own, unless two officers have entered that its scheme is accredited. */
  private async standing(result: CheckResult): Promise<{ standing?: { reference: string | undefined } }> {
    if (result.outcome !== 'found') return {};
    const { number } = result.certificate.facts;
    return { standing: { reference: await this.statutory.referenceOf(number) } };
  }

  private result(result: CheckResult, more: Shown) {
    const found = result.outcome === 'found' ? result.certificate : undefined;
    const verdict = more.byFile && !found ? verdictOfFile(result) : verdictOf(result);
    const claimed = more.byFile && !found && 'number' in result ? result.number : undefined;
    return {
      message: {},
      verdict,
      claimed,
      checkedAt: readerTimeAndDate(this.clock.now()),
      ...more,
      found,
      ...(found && { rows: factRows(found), listed: listed(found) }),
    };
  }
}

interface Shown {
  typed?: string;
  name?: string;
  belongs?: boolean;
  byFile?: boolean;
  byCredential?: boolean;
  verdict?: Verdict;
  /** The certificate that what is not genuine says it is, when there is one. */
  claimed?: string | undefined;
}

function wantsJson({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  return /\bapplication\/(\w+\+)?json\b/.test(accept) && !accept.includes('text/html');
}
