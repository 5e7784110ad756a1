import { Injectable } from '@nestjs/common';
import { Clock, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { type CouldBe, contentOf } from './reading/choice';
import { type Candidate, ChoiceRepository } from './choice.repository';
import { CouncilNowQueries } from './council-now.queries';
import type { FileRow } from './reading/file-rows';
import { AddressBelongsTo, NotOneOfThem, RowAsksNobody } from './import.errors';
import { ImportRepository, type MembershipImport, rowKey } from './import.repository';
import type { JudgedRow } from './judging/judged-row';
import { MembershipImports, rowsIn } from './membership-imports.service';

/** A row whose name two people have, and whom it could be about. */
export interface RowToChoose {
  one: MembershipImport;
  row: FileRow;
  /** What it is now, with what was chosen. */
  judged: JudgedRow & { couldBe: CouldBe };
  people: Candidate[];
}

/** Whom a row is about: somebody of its name, or somebody with this address. */
export type Meant = { personId: string; email: null } | { personId: null; email: string };

/** Somebody at the desk says who is meant where two have one name. Nothing of the council is written here. */
@Injectable()
export class MembershipChoices {
  constructor(
    private readonly membershipImports: MembershipImports,
    private readonly imports: ImportRepository,
    private readonly choices: ChoiceRepository,
    private readonly council: CouncilNowQueries,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param number as the spreadsheet counts @throws ImportNotFound, ImportIsDecided, RowAsksNobody */
  async row(id: string, number: number): Promise<RowToChoose> {
    return await this.transactions.run(async (tx) => {
      const { one, row, judged } = await this.asked(tx, id, number);
      const day = dayInLondon(this.clock.now());
      return { one, row, judged, people: await this.choices.candidates(tx, judged.couldBe.people, day) };
    });
  }

  /**
   * Keeps the choice, and shows every row once more. What the council has changed meanwhile stays marked; what the choice
   * changes is not.
   * @returns the next row that asks, if any
   * @throws ImportNotFound, ImportIsDecided, RowAsksNobody, NotOneOfThem, AddressBelongsTo
   */
  async choose(id: string, number: number, meant: Meant, by: string): Promise<number | null> {
    return await this.transactions.run(async (tx) => {
      const { one, row, judged, rows, sheets } = await this.asked(tx, id, number);
      await this.mustBe(tx, judged.couldBe, meant);
      const chosen = { content: contentOf(row), ...meant, chosenBy: by, chosenAt: this.clock.now() };
      await this.choices.keep(tx, chosen);
      const after = await this.membershipImports.judge(tx, one, sheets);
      await this.imports.show(tx, id, after, seen(await this.imports.said(tx, id), rows, after.rows));
      return (await this.imports.find(id, tx))!.firstAsking;
    });
  }

  private async asked(tx: EntityManager, id: string, number: number) {
    const sheets = await this.membershipImports.open(tx, id);
    const one = (await this.imports.find(id, tx))!;
    if (one.state !== 'preview') throw new RowAsksNobody();
    const row = rowsIn(one, sheets).find((each) => each.number === number);
    const { rows } = await this.membershipImports.judge(tx, one, sheets);
    const judged = rows.find((each) => each.number === number);
    if (!row || !judged?.couldBe) throw new RowAsksNobody();
    return { one, row, judged: { ...judged, couldBe: judged.couldBe }, rows, sheets };
  }

  private async mustBe(tx: EntityManager, couldBe: CouldBe, { personId, email }: Meant): Promise<void> {
    if (personId !== null) {
      if (!couldBe.people.includes(personId)) throw new NotOneOfThem();
      return;
    }
    const { people } = await this.council.read(tx);
    const has = people.find((person) => person.email.toLowerCase() === email.toLowerCase());
    if (has) throw new AddressBelongsTo(has.name);
  }
}

/** What counts as seen after a choice: where a row was what somebody saw, what it is now. */
function seen(
  said: ReadonlyMap<string, readonly string[]>,
  before: readonly JudgedRow[],
  after: readonly JudgedRow[],
): ReadonlyMap<string, readonly string[]> {
  const words = ({ outcome, says }: JudgedRow) => [outcome, ...says];
  const was = new Map(before.map((row) => [rowKey(row.number, row.personId), words(row)]));
  return new Map(
    after.map((row) => {
      const key = rowKey(row.number, row.personId);
      const shown = said.get(key) ?? [];
      return [key, shown.join('\n') === (was.get(key) ?? []).join('\n') ? words(row) : shown];
    }),
  );
}
