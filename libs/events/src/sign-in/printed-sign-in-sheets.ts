import { Injectable } from '@nestjs/common';
import { Council, QUEUES } from '@induct/platform';
import type { DocumentKind, ExpectedPdf, PrintTable, Sheet } from '@induct/printing';
import type { EntityManager } from 'typeorm';
import { fingerprint, type SignInFacts } from './sign-in-facts';
import { SignInFactsQueries } from './sign-in-facts.queries';
import { SignInSheetEntity } from './sign-in-sheet.entity';
import { SignInDocument } from './sign-in.document';

/** Sign-in sheets are printed when an officer asks for one, as things stand then. */
@Injectable()
export class PrintedSignInSheets implements DocumentKind<SignInFacts> {
  static readonly queue = QUEUES.sheets;
  static readonly atOnce = 1;
  readonly name = 'sign-in sheet';
  readonly table: PrintTable = { name: 'sign_in_sheet', id: 'session_id' };
  private readonly document: SignInDocument;

  constructor(
    council: Council,
    private readonly facts: SignInFactsQueries,
  ) {
    this.document = new SignInDocument(() => council.current.name);
  }

  gather(sessionId: string): Promise<SignInFacts | undefined> {
    return this.facts.of(sessionId);
  }

  sheet(facts: SignInFacts, at: Date): Sheet {
    return this.document.sheet(facts, at);
  }

  expected(): ExpectedPdf {
    return this.document.expected();
  }

  /** What it says is compared with what is so later. */
  async printed(tx: EntityManager, facts: SignInFacts): Promise<void> {
    await tx.update(SignInSheetEntity, facts.sessionId, { says: fingerprint(facts) });
  }
}
