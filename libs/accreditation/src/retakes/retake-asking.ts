import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { CONFIG, Clock, type Config, type Day, dayInLondon } from '@induct/platform';
import { type AskedRetake, earliestOf, letterOf, type RetakeLetter, Retakes } from '@induct/progress';
import type { EntityManager } from 'typeorm';
import { askedRetake } from './retake.letters';
import { RetakeRecipients } from './retake-recipients.repository';

/** Modules that members have to take again, for their letter of the day. */
@Injectable()
export class RetakeAsking implements AskingSource, OnModuleInit {
  readonly order = 20;
  readonly isMandatory = true;
  /** Of the turn: who waits and what they are told rest on the same. */
  private asked: (AskedRetake & { letter: RetakeLetter })[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly retakes: Retakes,
    private readonly recipients: RetakeRecipients,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  async prepare(): Promise<void> {
    const today = dayInLondon(this.clock.now());
    this.asked = (await this.retakes.asked(earliestOf(today))).flatMap((retake) => {
      const letter = letterOf({ askedOn: dayInLondon(retake.askedAt), dueOn: retake.dueOn }, today);
      return letter ? [{ ...retake, letter }] : [];
    });
  }

  async waiting(look: Look): Promise<AskedReader[]> {
    const readers = new Map<string, AskedReader>();
    for (const retake of this.asked)
      for (const reader of await this.recipients.waiting(retake, look)) readers.set(reader.personId, reader);
    return [...readers.values()].toSorted((a, b) => (a.personId < b.personId ? -1 : 1)).slice(0, look.limit);
  }

  async ask(tx: EntityManager, { personId }: AskedReader, { today }: { today: Day }): Promise<Asked[]> {
    if (this.asked.length === 0) return [];
    const untold = await this.recipients.untold(tx, personId, this.asked);
    await this.recipients.tell(tx, personId, untold, today);
    const byModule = new Map(
      untold.flatMap(({ publicationId, dueOn }) => {
        const retake = this.asked.find((one) => one.publicationId === publicationId)!;
        return [[retake.slug, { ...retake, dueOn }] as const];
      }),
    );
    return [...byModule.values()].map((retake) =>
      askedRetake(retake.letter, { ...retake, url: `${this.config.SITE_ORIGIN}/modules/${retake.slug}` }),
    );
  }
}
