import { type Client, type Connection, Query, type QueryResultRow, type Submittable } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that each connection plans once. */
export interface Statement {
  /** Of this text and of no other. */
  name: string;
  text: string;
  values: unknown[];
}

/** What statements are asked, and what their rows come to. */
export interface Question<T> {
  statements: readonly Statement[];
  /** Of the rows of each of the statements. */
  answer: (rows: readonly QueryResultRow[][]) => T;
}

/** One statement, whose rows come to something. */
export const question = <Row extends QueryResultRow, T>(
  statement: Statement,
  answer: (rows: Row[]) => T,
): Question<T> => ({ statements: [statement], answer: ([rows]) => answer(rows as Row[]) });

/** Several questions as one, with the answer of each. */
export function several<T extends unknown[]>(questions: { [K in keyof T]: Question<T[K]> }): Question<T> {
  const asked: readonly Question<unknown>[] = questions;
  return {
    statements: asked.flatMap((one) => one.statements),
    answer: (rows) => {
      let at = 0;
      return asked.map((one) => one.answer(rows.slice(at, (at += one.statements.length)))) as T;
    },
  };
}

/**
 * Asks several things in one message, and waits once. PostgreSQL runs the statements one after the other, each with a snapshot of
 * its own: a later one sees what the earlier ones have written, and what others had committed when it began. None of them runs
 * after one that failed.
 * @param tx a transaction
 * @throws what the first of them that failed says
 */
export async function together<T extends unknown[]>(
  tx: EntityManager,
  questions: { [K in keyof T]: Question<T[K]> },
): Promise<T> {
  const client = (await tx.queryRunner!.connect()) as Client;
  const { statements, answer } = several(questions);
  const rows = await new Promise<QueryResultRow[][]>((resolve, reject) => {
    client.query(new Sent(statements, resolve, reject));
  });
  return answer(rows);
}

/** What `pg` tells a query of, and what it keeps of those that it has sent. */
type Answered = Query &
  Record<'handleRowDescription' | 'handleDataRow', (message: unknown) => void> & {
    name: string;
    text: string;
    handleCommandComplete(message: unknown, connection: Connection): void;
    handleReadyForQuery(connection: Connection): void;
  };
type Known = Connection & Record<'parsedStatements' | 'submittedNamedStatements', Record<string, string>>;

/** Statements as one query of `pg`: nothing makes PostgreSQL answer before the last of them is sent. */
class Sent implements Submittable {
  private readonly queries: Answered[];
  private readonly rows: QueryResultRow[][] = [];
  private refused?: Error;
  /** One whose values could not be written: `pg` closes its statement. */
  private closed?: string;

  constructor(
    statements: readonly Statement[],
    private readonly resolve: (rows: QueryResultRow[][]) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    this.queries = statements.map(
      (statement) =>
        new Query(statement, (error, { rows } = { rows: [] } as never) => {
          if (error) this.refused = error;
          else this.rows.push(rows);
        }) as Answered,
    );
  }

  private get current(): Answered {
    return this.queries[this.rows.length]!;
  }

  /** `pg` remembers what a connection has parsed by these two. */
  get name(): string {
    return this.current.name;
  }

  get text(): string {
    return this.current.text;
  }

  submit(connection: Connection): void {
    const unanswered = Object.create(connection, { sync: { value: () => undefined } }) as Connection;
    connection.stream.cork();
    try {
      for (const query of this.queries) {
        const itsTextIsAnothers = query.submit(unanswered) as Error | null | void;
        if (itsTextIsAnothers) this.refused = itsTextIsAnothers;
        else if (this.refused) this.closed = query.name;
        if (this.refused) break;
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  handleRowDescription(message: unknown): void {
    this.current.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.current.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    const { current } = this;
    current.handleCommandComplete(message, connection);
    current.handleReadyForQuery(connection);
  }

  handleError(error: unknown, connection: Connection): void {
    this.forget(connection as Known);
    this.reject(error);
  }

  handleReadyForQuery(connection: Connection): void {
    if (!this.refused) return this.resolve(this.rows);
    this.forget(connection as Known);
    this.reject(this.refused);
  }

  /** What was closed, or sent and never parsed: it is to be sent again. */
  private forget({ parsedStatements, submittedNamedStatements }: Known): void {
    if (this.closed !== undefined) delete parsedStatements[this.closed];
    for (const { name } of this.queries) if (!(name in parsedStatements)) delete submittedNamedStatements[name];
  }
}
