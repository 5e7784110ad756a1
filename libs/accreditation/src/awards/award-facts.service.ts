import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, dayInLondon } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import { Holders } from './holders';
import type { SchemeVersion } from './scheme.repository';
import { MarkRepository } from '../marks/mark.repository';
import { SignatoryRepository } from '../signatories/signatory.repository';
import { WelshNameRepository } from '../welsh/welsh-names.repository';
import type { Languages, UnnumberedFacts } from '../certificate/certificate-facts';

const LANGUAGE = 'en-GB';

/** Says what will be printed of an award, as things are now: what follows changes none of it. */
@Injectable()
export class AwardFacts {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly holders: Holders,
    private readonly signatories: SignatoryRepository,
    private readonly marks: MarkRepository,
    private readonly welsh: WelshNameRepository,
  ) {}

  /** @param languages of the template in use; without one the facts have the first shape */
  async of(
    tx: EntityManager,
    award: AwardEntity,
    scheme: Pick<SchemeVersion, 'name' | 'edition'>,
    languages?: Languages,
  ): Promise<UnnumberedFacts> {
    const awardedOn = dayInLondon(award.awardedAt);
    const byHand = award.evidence.some((shown) => 'kind' in shown && shown.kind === 'by_hand');
    const same = {
      council: this.config.COUNCIL_NAME,
      holder: await this.holders.nameOf(tx, award.personId),
      scheme: scheme.name,
      learningSeconds: award.evidence.reduce((sum, { learningSeconds }) => sum + learningSeconds, 0),
      awardedOn,
      validUntil: award.validUntil,
      signatories: await this.signatories.current(tx, awardedOn),
      ...(byHand && { issuedByHand: true as const }),
    };
    if (!languages) {
      const modules = award.evidence.map(({ title, completedAt, score }) => ({
        title,
        completedOn: dayInLondon(completedAt),
        score,
      }));
      return { language: LANGUAGE, ...same, edition: scheme.edition, modules };
    }
    const { titles, schemeCy, editionNumber } = await this.welsh.ofAward(tx, award);
    const councilCy = await this.welsh.council(tx);
    const mark = await this.marks.current(tx, awardedOn);
    return {
      version: 2,
      languages,
      ...same,
      ...(councilCy !== undefined && { councilCy }),
      ...(schemeCy !== null && { schemeCy }),
      edition: editionOf(scheme.edition, editionNumber),
      requirements: award.evidence.map((shown) => ({
        title: shown.title,
        ...welshTitle(shown, titles),
        how: 'kind' in shown ? shown.kind : 'module',
        on: dayInLondon(shown.completedAt),
        ...(shown.score !== null && { score: shown.score }),
      })),
      ...(mark && { mark }),
    };
  }
}

/** What an edition has as its name and is only its number is said in Welsh too. */
function editionOf(en: string, number: number) {
  const counted = /^Edition (\d+)$/.exec(en)?.[1];
  return { number, en, ...(counted && { cy: `Argraffiad ${counted}` }) };
}

function welshTitle(shown: AwardEntity['evidence'][number], titles: Readonly<Record<string, string>>) {
  const id =
    'requirementId' in shown
      ? shown.requirementId
      : 'schemeId' in shown
        ? shown.schemeId
        : 'courseId' in shown
          ? shown.courseId
          : undefined;
  const titleCy = id === undefined ? undefined : titles[id];
  return titleCy === undefined ? {} : { titleCy };
}
