import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { JsonRoute, TakesAnyText } from '@induct/platform';
import { Access } from '@induct/sign-in';
import {
  isLogBatch,
  type LogAnswer,
  type PanelFinding,
  PreviewFindings,
  PreviewLog,
  PreviewMoves,
  type PreviewState,
  PreviewStates,
} from '@induct/steering';
import { NothingRecorded } from './preview.errors';
import { parsedText } from './parsed-text';
import { CouldNotFinishBody, FindingBody, GoToBody } from './preview-bodies';

/**
 * What the panel beside a previewed module asks and sends. The token is the permission: each service looks it up. A
 * package can read its address, so nothing here is more than the tester's own preview.
 */
@Controller('preview/:token')
@Access('launch-token')
export class PreviewController {
  constructor(
    private readonly states: PreviewStates,
    private readonly recorded: PreviewFindings,
    private readonly runTimeLog: PreviewLog,
    private readonly moves: PreviewMoves,
  ) {}

  @Get('state')
  @JsonRoute('What the player starts from in a preview')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  state(@Param('token') token: string): Promise<PreviewState> {
    return this.states.state(token);
  }

  @Post('log')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @JsonRoute('Keep calls of the SCORM run-time in the preview’s log')
  @TakesAnyText()
  log(@Param('token') token: string, @Body() sent: unknown): Promise<LogAnswer> {
    const batch = parsedText(sent);
    if (!isLogBatch(batch)) throw new NothingRecorded();
    return this.runTimeLog.log(token, batch);
  }

  @Get('findings')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @JsonRoute('Findings of the round, and unsettled ones of earlier rounds')
  async findings(@Param('token') token: string): Promise<{ findings: PanelFinding[] }> {
    return { findings: await this.recorded.list(token) };
  }

  @Post('findings')
  @Header('cache-control', 'no-store')
  @JsonRoute('Record a finding where the tester is')
  raise(@Param('token') token: string, @Body() sent: unknown): Promise<{ findingId: string; number: number }> {
    const finding = FindingBody.safeParse(sent);
    if (!finding.success) throw new NothingRecorded();
    return this.recorded.raise(token, finding.data);
  }

  @Post('could-not-finish')
  @HttpCode(200)
  @JsonRoute('Say that the tester could not finish, and why')
  async couldNotFinish(@Param('token') token: string, @Body() sent: unknown): Promise<{ ok: true }> {
    const body = CouldNotFinishBody.safeParse(sent);
    if (!body.success) throw new NothingRecorded();
    await this.recorded.couldNotFinish(token, body.data.why);
    return { ok: true };
  }

  @Post('go-to')
  @HttpCode(200)
  @JsonRoute('Take the next page of the preview to a finding, or to the beginning')
  async goTo(@Param('token') token: string, @Body() sent: unknown): Promise<{ ok: true }> {
    const body = GoToBody.safeParse(sent);
    if (!body.success) throw new NothingRecorded();
    if (body.data.findingId === undefined) await this.moves.toTheBeginning(token);
    else await this.moves.toFinding(token, body.data.findingId);
    return { ok: true };
  }
}
