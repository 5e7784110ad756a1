import { Injectable } from '@nestjs/common';
import { Council, type Language, type OwnWords } from '@induct/platform';
import type { EntityManager } from 'typeorm';

/** To whom a letter goes, and what decides how it is written. */
export interface Addressed {
  /** E-mail address. */
  recipient: string;
  /** It leads to the desk or to the steering group, whose pages are in English: so is the letter. */
  isOfTheDesk?: true;
  /** What whoever asked for it reads in: for those who have chosen no language. Otherwise they are written to in English. */
  askedIn?: Language;
}

/** In which language whoever has an address has chosen to read; undefined: nobody, or they have not chosen. */
export type ChosenLanguage = (tx: EntityManager, address: string) => Promise<Language | undefined>;

/** In which language a letter is written: its reader's, whoever caused it (docs/decisions/1336). */
@Injectable()
export class LetterLanguages {
  private chosen: ChosenLanguage | undefined;

  constructor(private readonly council: Council) {}

  /** Letters know addresses only: whoever knows people says what they have chosen. */
  register(chosen: ChosenLanguage): void {
    this.chosen = chosen;
  }

  /** What the council calls things: so a letter calls them. */
  get own(): OwnWords {
    return this.council.current;
  }

  async of(tx: EntityManager, { recipient, isOfTheDesk, askedIn }: Addressed): Promise<Language> {
    if (isOfTheDesk || this.council.current.languages === 'en') return 'en';
    return (await this.chosen?.(tx, recipient)) ?? askedIn ?? 'en';
  }
}
