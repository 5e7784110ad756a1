import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, dayInLondon } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import { Holders } from './holders';
import type { SchemeVersion } from './scheme.repository';
import { MarkRepository } from '../marks/mark.repository';
import { SignatoryRepository } from '../signatories/signatory.repository';
import { WelshNameRepository } from '../welsh/welsh-names.repository';
import type { SecondFacts } from '../certificate/certificate-facts';
import type { PrintedBy } from '../templates/printed-with';

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

  /** @param how in which languages, and whether the authority has accredited the scheme */
  async of(
    tx: EntityManager,
    award: AwardEntity,
    scheme: Pick<SchemeVersion, 'name' | 'edition'>,
    { languages, statutory }: Pick<PrintedBy, 'languages' | 'statutory'>,
  ): Promise<Omit<SecondFacts, 'number'>> {
    const awardedOn = dayInLondon(award.awardedAt);
    const byHand = award.evidence.some((shown) => 'kind' in shown && shown.kind === 'by_hand');
    const { titles, schemeCy, editionNumber } = await this.welsh.ofAward(tx, award);
    const councilCy = languages === 'en' ? undefined : await this.welsh.council(tx);
    const mark = await this.marks.current(tx, awardedOn);
    return {
      version: 2,
      languages,
      council: this.config.COUNCIL_NAME,
      ...(councilCy !== undefined && { councilCy }),
      holder: await this.holders.nameOf(tx, award.personId),
      scheme: scheme.name,
      ...(schemeCy !== null && { schemeCy }),
      edition: editionOf(scheme.edition, editionNumber),
      requirements: award.evidence.map((shown) => ({
        title: shown.title,
        ...welshTitle(shown, titles),
        how: 'kind' in shown ? shown.kind : 'module',
        on: dayInLondon(shown.completedAt),
        ...(shown.score !== null && { score: shown.score }),
        ...('place' in shown && { place: shown.place }),
      })),
      learningSeconds: award.evidence.reduce((sum, { learningSeconds }) => sum + learningSeconds, 0),
      awardedOn,
      validUntil: award.validUntil,
      signatories: await this.signatories.current(tx, awardedOn),
      ...(mark && { mark }),
      ...(byHand && { issuedByHand: true as const }),
      ...(statutory && { statutory: true as const }),
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
