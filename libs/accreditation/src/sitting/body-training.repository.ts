import { Injectable } from '@nestjs/common';
import { PERIOD_OF, type Period } from '@induct/people';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { ADOPTED_SCHEME } from '../scheme/askable.sql';
import type { SchemeEntity } from '../scheme/scheme.entity';
import { BodyTrainingEntity } from './body-training.entity';
import { AskedAlready } from './sitting.errors';

/** What a body asks, with the title of what it asks for. */
export type BodyTraining = Pick<BodyTrainingEntity, 'id' | 'bodyId' | 'requirementId' | 'schemeId'> &
  Period & { title: SchemeEntity['name'] };

/** What can be asked for. */
export interface WhatIsAsked {
  id: string;
  title: string;
  kind: 'requirement' | 'scheme';
  slug: string;
}

@Injectable()
export class BodyTrainingRepository {
  constructor(private readonly source: DataSource) {}

  /** @throws AskedAlready */
  async add(tx: EntityManager, row: Omit<BodyTrainingEntity, 'supersededAt' | 'supersededBy'>): Promise<void> {
    try {
      await tx.insert(BodyTrainingEntity, row);
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'body_training_once') throw new AskedAlready();
      throw error;
    }
  }

  /** @returns what is asked by it now, locked */
  async lock(tx: EntityManager, id: string): Promise<BodyTrainingEntity | null> {
    return await tx.findOne(BodyTrainingEntity, {
      where: { id, supersededAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async supersede(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.update(BodyTrainingEntity, id, { supersededBy: by, supersededAt: at });
  }

  /** What is asked as it is said today, of all days, by title. */
  all(): Promise<BodyTraining[]> {
    return this.source.query<BodyTraining[]>(
      `select t.id, t.body_id as "bodyId", t.requirement_id as "requirementId", t.scheme_id as "schemeId",
              ${PERIOD_OF('t.during')}, coalesce(r.title, s.name) as title
         from body_training t left join requirement r on r.id = t.requirement_id left join scheme s on s.id = t.scheme_id
        where t.superseded_at is null order by title, lower(t.during), t.id`,
    );
  }

  /** Requirements, then schemes, each by title. */
  askable(): Promise<WhatIsAsked[]> {
    return this.source.query<WhatIsAsked[]>(
      `select id, title, 'requirement' as kind, slug from requirement
       union all select id, name, 'scheme', slug from scheme s where ${ADOPTED_SCHEME('s.id')}
       order by kind, title, id`,
    );
  }
}
