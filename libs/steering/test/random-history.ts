import type { VersionState } from '@induct/course';
import {
  afterAct,
  type FindingAct,
  type FindingStateFacts,
  isSettled,
  speaksForAuthor,
} from '../src/rules/finding.rules';
import {
  type BlockingAtGate,
  gateAnswer,
  mayConfirmOverride,
  type RoundAtGate,
  versionState,
} from '../src/rules/gate.rules';
import type { ClosedWhy, Decision } from '../src/rules/round';
import { checklistOf, closesBecause, roundProblem, signedOff } from '../src/rules/round.rules';
import type { Try } from './try';

interface Version {
  id: string;
  number: number;
  state: VersionState;
  packageSha256: Buffer;
}
interface Round extends Omit<RoundAtGate, 'signOffs' | 'testers'> {
  version: Version;
  people: string[];
  said: Map<string, { decision: Decision; packageSha256: Buffer }>;
  closedWhy?: ClosedWhy;
}
interface Raised extends FindingStateFacts {
  id: string;
  number: number;
  authorId: string;
  foundIn: number;
}

const DAY = 86_400_000;

/** A course that lives by the rules alone: what the services do with rows, with arrays. */
export class RandomHistory {
  readonly versions: Version[] = [];
  readonly rounds: Round[] = [];
  readonly findings: Raised[] = [];
  readonly overrides: { version: Version; proposedBy: string; confirmedBy?: string }[] = [];
  readonly publications: {
    version: Version;
    round?: Round;
    override?: { proposedBy: string; confirmedBy?: string };
  }[] = [];
  now = new Date('2026-11-22T14:32:00Z');

  do(what: Try): void {
    this.closeDue();
    this.act(what);
    this.closeDue();
    for (const version of this.versions)
      version.state = versionState(version, this.lastRound(version), this.blocking());
  }

  published(): Version | undefined {
    return this.versions.find(({ state }) => state === 'published');
  }

  lastRound(version: Version): RoundAtGate | undefined {
    const round = this.rounds.findLast((each) => each.version === version);
    return round && { ...round, signOffs: [...round.said.values()], testers: round.people.length };
  }

  blocking(): BlockingAtGate[] {
    return this.findings
      .filter(({ severity }) => severity === 'blocking')
      .map((finding) => ({
        id: finding.id,
        number: finding.number,
        foundIn: finding.foundIn,
        fixedIn: finding.fixedInVersionId === null ? null : Number(finding.fixedInVersionId),
        settled: isSettled(finding),
      }));
  }

  gate(version: Version) {
    return gateAnswer('course', version, this.lastRound(version), this.blocking());
  }

  private act(what: Try): void {
    const at = <T>(all: readonly T[], nth: number): T | undefined => all[nth % Math.max(all.length, 1)];
    switch (what.do) {
      case 'upload': {
        const number = this.versions.length + 1;
        this.versions.push({ id: String(number), number, state: 'draft', packageSha256: Buffer.from([what.bytes]) });
        return;
      }
      case 'open':
        return this.open(at(this.versions, what.version), what);
      case 'decide': {
        const round = at(this.rounds, what.round);
        if (round?.state !== 'open' || !round.people.includes(what.by)) return;
        round.said.set(what.by, { decision: what.decision, packageSha256: round.version.packageSha256 });
        return;
      }
      case 'close': {
        const round = at(this.rounds, what.round);
        if (round?.state === 'open') Object.assign(round, { state: 'closed', closedWhy: 'officer' });
        return;
      }
      case 'wait':
        this.now = new Date(this.now.getTime() + what.days * DAY);
        return;
      case 'raise': {
        const round = at(this.rounds, what.round);
        if (round?.state !== 'open' || !round.people.includes(what.by)) return;
        const number = this.findings.length + 1;
        this.findings.push({
          id: String(number),
          number,
          authorId: what.by,
          foundIn: round.version.number,
          severity: what.severity,
          state: 'open',
          fixedInVersionId: null,
          reason: '',
          settledAt: null,
          settledBy: null,
        });
        return;
      }
      case 'deal':
        return this.deal(at(this.findings, what.finding), what);
      case 'propose': {
        const version = at(this.versions, what.version);
        if (version && version.state !== 'published') this.overrides.push({ version, proposedBy: what.by });
        return;
      }
      case 'confirm': {
        const override = this.overrides.findLast(({ confirmedBy }) => confirmedBy === undefined);
        if (!override || !mayConfirmOverride(override, what.by) || override.version.state === 'published') return;
        override.confirmedBy = what.by;
        this.publish(override.version, { version: override.version, override });
        return;
      }
      case 'publish': {
        const version = at(this.versions, what.version);
        if (!version || !this.gate(version).open) return;
        this.publish(version, { version, round: this.rounds.findLast((each) => each.version === version)! });
        return;
      }
      case 'withdraw': {
        const version = this.published();
        if (version) version.state = 'retired';
      }
    }
  }

  private open(version: Version | undefined, order: Extract<Try, { do: 'open' }>): void {
    if (!version || this.lastRound(version)?.state === 'open' || version.state === 'published') return;
    const deadline = new Date(this.now.getTime() + order.days * DAY);
    const checklist = checklistOf();
    if (roundProblem({ ...order, leastQuorum: 2, deadline, focus: '', checklist }, order.by, this.now)) return;
    const number = this.rounds.length + 1;
    this.rounds.push({
      id: String(number),
      number,
      version,
      packageSha256: version.packageSha256,
      state: 'open',
      quorum: order.quorum,
      deadline,
      people: [...new Set(order.testers)],
      said: new Map(),
    });
  }

  private deal(finding: Raised | undefined, { by, act, severity, version }: Extract<Try, { do: 'deal' }>): void {
    if (!finding) return;
    const authors: FindingAct['act'][] = ['confirm', 'reopen'];
    const mine: FindingAct['act'][] = ['change_severity', 'withdraw'];
    if (authors.includes(act) && !speaksForAuthor(finding.authorId, by, this.rounds.at(-1)!.people)) return;
    if (mine.includes(act) && by !== finding.authorId) return;
    const versionNumber = 1 + (version % this.versions.length);
    const full = {
      act,
      severity,
      reason: 'It is meant to be so',
      versionId: String(versionNumber),
      versionNumber,
      foundIn: finding.foundIn,
    } as FindingAct;
    const after = afterAct(finding, full, by, this.now);
    if (typeof after !== 'string') Object.assign(finding, after);
  }

  private publish(version: Version, publication: RandomHistory['publications'][number]): void {
    const before = this.published();
    if (before) before.state = 'retired';
    version.state = 'published';
    this.publications.push(publication);
  }

  private closeDue(): void {
    for (const round of this.rounds.filter(({ state }) => state === 'open')) {
      const why = closesBecause(round, signedOff([...round.said.values()], round.packageSha256), this.now);
      if (why) Object.assign(round, { state: 'closed', closedWhy: why });
    }
  }
}
