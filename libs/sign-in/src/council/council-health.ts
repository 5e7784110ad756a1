import { Injectable } from '@nestjs/common';
import { britishTimeAndDate, FurtherHealth, type HealthChecks, PartTrouble } from '@induct/platform';
import { RoleRules } from '../roles/role-rules';
import { CouncilProvider } from './council-provider';

/** How the council's sign-in was when somebody last used it. Looking asks nobody: strangers may look often. */
@Injectable()
export class CouncilHealth extends FurtherHealth {
  constructor(
    private readonly provider: CouncilProvider,
    private readonly rules: RoleRules,
  ) {
    super();
  }

  parts(): HealthChecks {
    if (!this.provider.isSetUp) return {};
    return { 'council sign-in': { check: () => this.look(), needed: false } };
  }

  private async look(): Promise<string> {
    const { lastSeen } = this.provider;
    if (lastSeen?.trouble) throw new PartTrouble(`at ${britishTimeAndDate(lastSeen.at)}: ${lastSeen.trouble}`);
    const omitted = await this.rules.omittedLately();
    if (omitted)
      throw new PartTrouble(
        `${omitted.claims.join(', ')} left out of a token at ${britishTimeAndDate(omitted.at)}, so roles stayed as they were: use app roles`,
      );
    return lastSeen ? `answered at ${britishTimeAndDate(lastSeen.at)}` : 'not used since the start';
  }
}
