import { ViewColumn, ViewEntity } from 'typeorm';

/** Somebody said that they have read a change note. */
@ViewEntity({ name: 'note_read_by', synchronize: false })
export class NoteReadBy {
  @ViewColumn()
  publicationId: string;

  @ViewColumn()
  personId: string;

  @ViewColumn()
  readAt: Date;
}
