import { Injectable } from '@nestjs/common';
import { readCmi, scos } from '@induct/scorm';
import { type NewFinding, type ResumeData, SEVERITIES, type Severity } from '../rules/finding';
import { FINDING_LIMITS } from '../rules/finding.rules';
import { Findings } from '../findings/findings.service';
import { ROUND_LIMITS } from '../rules/round.rules';
import { SignOffs } from '../rounds/sign-offs.service';
import type { LivePreview } from './live-preview';
import { FindingIsIncomplete, NoRoundToRecordIn, TooManyFindings } from './preview.errors';
import { PreviewCallRepository } from './preview-call.repository';
import { type PanelFinding, PreviewQueries } from './preview.queries';
import { PreviewTokens } from './preview-tokens';
import { screenshotOf } from './screenshot';

/** What the panel beside the module sends. */
export interface RecordedFinding {
  severity: string;
  text: string;
  /** The part that is open, and where in it the run-time says the tester is. */
  sco?: string;
  location?: string;
  /** 0 to 1. */
  progress?: number;
  /** A picture, in base64. */
  screenshot?: string;
}

const FINDINGS_A_PREVIEW = 100;
const FINDINGS_IN_PANEL = 300;

/** Findings from inside a preview, where the tester is. */
@Injectable()
export class PreviewFindings {
  constructor(
    private readonly tokens: PreviewTokens,
    private readonly queries: PreviewQueries,
    private readonly calls: PreviewCallRepository,
    private readonly findings: Findings,
    private readonly signOffs: SignOffs,
  ) {}

  /** Of the round, and of earlier ones what is unsettled or said to be mended in this version. @throws PreviewNotFound, PreviewHasEnded */
  async list(token: string): Promise<PanelFinding[]> {
    return this.queries.findings(await this.tokens.live(token), FINDINGS_IN_PANEL);
  }

  /** @throws FindingIsIncomplete, NoRoundToRecordIn, TooManyFindings, and what `Findings.raise` does */
  async raise(token: string, given: RecordedFinding): Promise<{ findingId: string; number: number }> {
    const preview = await this.tokens.live(token);
    const { roundId, personId } = preview;
    if (roundId === null) throw new NoRoundToRecordIn();
    const { severity, text } = wordsOf(given);
    const screenshot = given.screenshot === undefined ? undefined : screenshotOf(given.screenshot);
    if ((await this.queries.countFindings(preview.id)) >= FINDINGS_A_PREVIEW) {
      throw new TooManyFindings(FINDINGS_A_PREVIEW);
    }
    const place = await this.placeOf(preview, given);
    return this.findings.raise(personId, {
      roundId,
      severity,
      text,
      previewId: preview.id,
      ...place,
      ...(screenshot && { screenshot }),
    });
  }

  /** @throws FindingIsIncomplete, NoRoundToRecordIn, and what `SignOffs.couldNotFinish` does */
  async couldNotFinish(token: string, why: string): Promise<void> {
    const { roundId, personId } = await this.tokens.live(token);
    if (roundId === null) throw new NoRoundToRecordIn();
    const words = why.replaceAll('\0', '').trim();
    if (words === '') throw new FindingIsIncomplete('why', 'Enter what kept you from finishing');
    if (words.length > ROUND_LIMITS.text) throw new FindingIsIncomplete('why', 'Use 5,000 characters or fewer');
    await this.signOffs.couldNotFinish(roundId, personId, words);
  }

  /** Pinned to the part, with what the run-time had stored in it and the calls since it was opened. */
  private async placeOf(
    preview: LivePreview,
    { sco, location, progress }: RecordedFinding,
  ): Promise<Partial<NewFinding>> {
    const tree = await this.queries.tree(preview.versionId);
    const activity = scos(tree).find(({ id }) => id === sco);
    if (!activity) return {};
    const stored = await this.queries.sco(preview.id, activity.id);
    const snapshot = stored && readCmi(tree.standard, JSON.parse(stored.cmi));
    const resume: ResumeData = {
      ...(snapshot?.location && { location: snapshot.location }),
      ...(snapshot?.suspendData && { suspendData: snapshot.suspendData }),
    };
    const { from, to } = await this.calls.rangeOf(preview.id, activity.id);
    return {
      sco: activity.id,
      scoTitle: activity.title,
      location: (location ?? '').replaceAll('\0', '').slice(0, 1000),
      ...(progress !== undefined && progress >= 0 && progress <= 1 && { progress }),
      ...(Object.keys(resume).length > 0 && { resume }),
      ...(from !== null && to !== null && { logFrom: from, logTo: to }),
    };
  }
}

function wordsOf({ severity, text }: RecordedFinding): { severity: Severity; text: string } {
  const chosen = SEVERITIES.find((one) => one === severity);
  if (!chosen) throw new FindingIsIncomplete('severity', 'Choose how serious it is');
  const words = text.replaceAll('\0', '').trim();
  if (words === '') throw new FindingIsIncomplete('text', 'Enter what you found');
  if (words.length > FINDING_LIMITS.text) throw new FindingIsIncomplete('text', 'Use 5,000 characters or fewer');
  return { severity: chosen, text: words };
}
