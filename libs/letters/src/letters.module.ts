import { Module } from '@nestjs/common';
import { Deliveries } from './deliveries';
import { Outbox } from './outbox';

@Module({ providers: [Deliveries, Outbox], exports: [Deliveries, Outbox] })
export class LettersModule {}
