import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, Council, dayInLondon } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import { learningSecondsOf } from './learning-seconds';
import { type Certified, type Said, type SaidOf, SaidQueries } from './said.queries';
import type { SchemeVersion } from './scheme.repository';
import { WelshNameRepository } from '../welsh/welsh-names.repository';
import type { SecondFacts } from '../certificate/certificate-facts';
import type { PrintedBy } from '../templates/printed-with';

/** An award whose certificate is to be issued at a moment. */
export interface Printable extends Certified {
  scheme: Pick<SchemeVersion, 'name' | 'edition'>;
}

/** What is printed of an award, and with what. */
export interface Printed extends Pick<PrintedBy, 'template' | 'templateVersionId'> {
  facts: Omit<SecondFacts, 'number'>;
}

/** Says what will be printed of awards, as things are now: what follows changes none of it. */
@Injectable()
export class AwardFacts {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly council: Council,
    private readonly said: SaidQueries,
    private readonly welsh: WelshNameRepository,
  ) {}

  /** @param ahead what was asked for them before @returns of each of them */
  async of(tx: EntityManager, printable: readonly Printable[], ahead?: SaidOf): Promise<Printed[]> {
    const said = await this.said.of(tx, printable, ahead);
    const asksWelsh = said.some(({ printed }) => printed.languages !== 'en');
    const councilCy = asksWelsh ? await this.welsh.council(tx) : undefined;
    return printable.map((one, nth) => {
      const { template, templateVersionId } = said[nth]!.printed;
      return { template, templateVersionId, facts: this.factsOf(one, said[nth]!, councilCy) };
    });
  }

  private factsOf(
    { award, scheme }: Printable,
    { holder, editionNumber, schemeCy, titles, signatories, mark, printed: { languages, statutory } }: Said,
    councilCy: string | undefined,
  ): Omit<SecondFacts, 'number'> {
    const byHand = award.evidence.some((shown) => 'kind' in shown && shown.kind === 'by_hand');
    return {
      version: 2,
      languages,
      council: this.council.current.name,
      ...(languages !== 'en' && councilCy !== undefined && { councilCy }),
      holder,
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
      learningSeconds: learningSecondsOf(award.evidence),
      awardedOn: dayInLondon(award.awardedAt),
      validUntil: award.validUntil,
      signatories,
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
