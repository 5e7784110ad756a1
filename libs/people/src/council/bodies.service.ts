import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type Body, BodyRepository } from './body.repository';
import { CouncilActs, mustBePeriod } from './council-acts';
import { BodyHasMembers, BodyNotFound, OutsideTheBody } from './council.errors';
import type { BodyKind, Substitutes } from './council.words';
import { GroupCopy } from './group-copy';
import { onDay } from './period';
import { lockPersons } from './person-lock';

export interface NewBody {
  kind: BodyKind;
  name: string;
  nameCy?: string | null;
  /** As another system knows it. */
  externalId?: string | null;
  from: Day;
  until?: Day | null;
  /** Who may stand in from the first day on. Nobody when left out. */
  substitutes?: Substitutes;
  /** Who records it; null: Induct itself. */
  by: string | null;
}

/** The council itself, committees, panels and political groups, and who may stand in on them. */
@Injectable()
export class Bodies {
  constructor(
    private readonly bodies: BodyRepository,
    private readonly groups: GroupCopy,
    private readonly acts: CouncilActs,
  ) {}

  /** All there ever were, by name. */
  all(tx?: EntityManager): Promise<Body[]> {
    return this.bodies.all(tx);
  }

  /** @returns its id @throws EndsBeforeItBegins, BodyNameIsTaken, ExternalIdIsTaken */
  add({ by, substitutes = 'none', ...given }: NewBody, inside?: EntityManager): Promise<string> {
    return this.acts.in(inside, async (tx) => {
      const { id, recordedAt } = this.acts.recorded(by);
      const body = cleaned({ ...given, id, until: given.until ?? null });
      mustBePeriod(body);
      await this.bodies.add(tx, body, recordedAt, by);
      const { from, until } = body;
      await this.bodies.addRule(tx, { ...this.acts.recorded(by), bodyId: id, substitutes, from, until });
      await this.acts.record(tx, by, 'body.added', ['body', id], { ...body, substitutes });
      return id;
    });
  }

  /** Another name, or other days. @throws BodyNotFound, EndsBeforeItBegins, BodyHasMembers, BodyNameIsTaken, ExternalIdIsTaken */
  change(
    { by, ...given }: Omit<Body, 'kind' | 'colour'> & Partial<Pick<Body, 'colour'>> & { by: string | null },
    inside?: EntityManager,
  ): Promise<void> {
    return this.acts.in(inside, async (tx) => {
      // As whoever joins it does: first the people, then the body.
      await lockPersons(tx, await this.groups.everybodyIn(tx, given.id));
      const before = await this.found(tx, given.id);
      const after = cleaned({ ...before, ...given });
      mustBePeriod(after);
      if (await this.bodies.hasMembersOutside(tx, after.id, after)) throw new BodyHasMembers();
      await this.bodies.change(tx, after);
      if (before.kind === 'group' && before.name !== after.name) {
        await this.groups.follow(tx, await this.groups.everybodyIn(tx, after.id));
      }
      await this.acts.record(tx, by, 'body.changed', ['body', after.id], { before, after });
    });
  }

  /**
   * Another rule from a day on, until the next one that is recorded. What held before that day stays as it was.
   * @throws BodyNotFound, OutsideTheBody
   */
  rule({ bodyId, from, substitutes, by, reason = null }: NewRule, inside?: EntityManager): Promise<void> {
    return this.acts.in(inside, async (tx) => {
      const body = await this.found(tx, bodyId);
      if (!onDay(body, from)) throw new OutsideTheBody(body.name, body);
      const rules = await this.bodies.rules(tx, bodyId);
      const before = rules.find((rule) => onDay(rule, from));
      const next = rules.find((rule) => rule.from > from);
      const until = before?.until ?? next?.from ?? body.until;
      if (before) {
        await this.acts.supersede(tx, 'body_rule', before.id, { by, reason });
        if (before.from < from) {
          await this.bodies.addRule(tx, { ...before, ...this.acts.recorded(by, before.id), until: from });
        }
      }
      const row = { ...this.acts.recorded(by, before?.id ?? null), bodyId, substitutes, from, until };
      await this.bodies.addRule(tx, row);
      const detail = { from, until, substitutes, before: before?.substitutes ?? null };
      await this.acts.record(tx, by, 'body.rule-changed', ['body', bodyId], detail);
    });
  }

  private async found(tx: EntityManager, id: string): Promise<Body> {
    const body = await this.bodies.find(tx, id, 'no key update');
    if (!body) throw new BodyNotFound();
    return body;
  }
}

export interface NewRule {
  bodyId: string;
  from: Day;
  substitutes: Substitutes;
  by: string | null;
  reason?: string | null;
}

const cleaned = ({
  nameCy,
  externalId,
  colour,
  ...body
}: Omit<Body, 'nameCy' | 'externalId' | 'colour'> & Partial<Body>): Body => ({
  ...body,
  name: body.name.trim(),
  nameCy: nameCy?.trim() || null,
  externalId: externalId?.trim() || null,
  colour: (body.kind === 'group' && colour) || null,
});
