import { Injectable } from '@nestjs/common';
import { LetterLanguages } from '@induct/letters';
import { Clock, type Language } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonLanguageEntity } from './person-language.entity';

/** In which language people read, and are written to. */
@Injectable()
export class PersonLanguages {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    letters: LetterLanguages,
  ) {
    letters.register((tx, address) => this.ofAddress(tx, address));
  }

  /** Undefined when they have not chosen one. */
  async of(personId: string, tx: EntityManager = this.source.manager): Promise<Language | undefined> {
    return (await tx.findOneBy(PersonLanguageEntity, { personId }))?.language;
  }

  /** Of whoever has the address now. */
  private async ofAddress(tx: EntityManager, address: string): Promise<Language | undefined> {
    const [found] = await tx.query<Pick<PersonLanguageEntity, 'language'>[]>(
      `select l.language from person_language l join person p on p.id = l.person_id where lower(p.email) = lower($1)`,
      [address],
    );
    return found?.language;
  }

  /** The later choice stands. */
  async choose(personId: string, language: Language, tx: EntityManager = this.source.manager): Promise<void> {
    const choice = { personId, language, chosenAt: this.clock.now() };
    await tx.upsert(PersonLanguageEntity, choice, ['personId']);
  }
}
