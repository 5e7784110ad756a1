import { Module } from '@nestjs/common';
import { LettersModule } from '../letters.module';
import { AskingWork } from './asking.work';

/** For the process that writes what is asked of people. */
@Module({ imports: [LettersModule], providers: [AskingWork], exports: [AskingWork] })
export class AskingModule {}
