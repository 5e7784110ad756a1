import { Module } from '@nestjs/common';
import { StatementRepository } from './statement.repository';
import { StatementWork } from './statement.work';

/** For the process that tells a learning record store what was learnt. */
@Module({ providers: [StatementRepository, StatementWork] })
export class StatementsModule {}
