import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PublishedProgrammes, type PublishedRow } from '@induct/events';
import { CONFIG, type Config, inLanguage, type Language, readersLanguage } from '@induct/platform';
import { csvOf } from '../../lists/list';
import { jsonOf } from '../../lists/list-json';
import { publicHref } from '../../words/programme-versions';
import { programmeCalendar } from './programme-calendar';
import { PROGRAMME, type ProgrammeRow, programmeRows } from './programme-rows';

export type ProgrammeFileKind = 'csv' | 'json' | 'ics';

export interface ProgrammeFile {
  text: string;
  /** Of what stands in it, for `ETag`. */
  tag: string;
}

/** Four files of each, of more than a council publishes. */
const MOST_KEPT = 80;

/**
 * People read calendars; a table is read by programs and joined with others: what its columns are called, and what stands in
 * them, is the same whoever asks.
 */
const languageOf = (kind: ProgrammeFileKind): Language => (kind === 'ics' ? readersLanguage() : 'en');

/** A published programme as a file: made once for each version, because no version ever changes. */
@Injectable()
export class ProgrammeFiles {
  private readonly kept = new Map<string, Promise<ProgrammeFile>>();

  constructor(
    private readonly published: PublishedProgrammes,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  of(version: PublishedRow, kind: ProgrammeFileKind): Promise<ProgrammeFile> {
    const language = languageOf(kind);
    const key = `${version.id}.${kind}.${language}`;
    const before = this.kept.get(key);
    if (before) return before;
    const made = inLanguage(language, () => this.make(version, kind));
    this.kept.set(key, made);
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    made.catch(() => this.kept.delete(key));
    return made;
  }

  private async make(version: PublishedRow, kind: ProgrammeFileKind): Promise<ProgrammeFile> {
    const facts = await this.published.factsOf(version.id);
    let text = '';
    if (kind === 'ics')
      text = programmeCalendar(facts, version, `${this.config.SITE_ORIGIN}${publicHref(version.slug)}`);
    else
      for await (const piece of (kind === 'csv' ? csvOf : jsonOf)(PROGRAMME, once(programmeRows(facts)))) text += piece;
    return { text, tag: `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"` };
  }
}

async function* once(rows: readonly ProgrammeRow[]): AsyncGenerator<readonly ProgrammeRow[]> {
  yield await Promise.resolve(rows);
}
