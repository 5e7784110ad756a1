import { ViewColumn, ViewEntity } from 'typeorm';
import type { DraftAct } from '../drafts/draft-acts';

/** A change of a module that is written here. */
@ViewEntity({ name: 'draft_revision_made', synchronize: false })
export class DraftRevisionMade {
  @ViewColumn()
  draftId: string;

  @ViewColumn()
  number: number;

  @ViewColumn()
  act: DraftAct;

  /** The title of a screen, the words of a question. */
  @ViewColumn()
  about: string;

  /** Person. */
  @ViewColumn()
  recordedBy: string;

  @ViewColumn()
  recordedAt: Date;
}
