import { Injectable } from '@nestjs/common';
import { Clock, type Language } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonLanguageEntity } from './person-language.entity';

/** In which language people read. */
@Injectable()
export class PersonLanguages {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Undefined when they have not chosen one. */
  async of(personId: string, tx: EntityManager = this.source.manager): Promise<Language | undefined> {
    return (await tx.findOneBy(PersonLanguageEntity, { personId }))?.language;
  }

  /** The later choice stands. */
  async choose(personId: string, language: Language): Promise<void> {
    const choice = { personId, language, chosenAt: this.clock.now() };
    await this.source.manager.upsert(PersonLanguageEntity, choice, ['personId']);
  }
}
