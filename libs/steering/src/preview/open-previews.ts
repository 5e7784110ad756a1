import { Injectable } from '@nestjs/common';
import { PersonShutOut } from '@induct/people';
import { Announcements } from '@induct/platform';
import { PreviewRepository } from './preview.repository';

/** Whoever is shut out looks at no unpublished version any more, in no page that is open: they would have to ask anew. */
@Injectable()
export class OpenPreviews {
  constructor(previews: PreviewRepository, announcements: Announcements) {
    announcements.on(PersonShutOut, (tx, { personId }) => previews.endAll(tx, personId));
  }
}
