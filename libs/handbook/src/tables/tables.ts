import { FirstSteps1798000000120 } from './first-steps.tables';
import { HandbookEditions1798000000114 } from './handbook-editions.tables';
import { HandbookEditionTold1798000000172 } from './handbook-edition-told.tables';
import { HandbookMoves1798000000171 } from './handbook-moves.tables';
import { HandbookPaperLanguage1798000000131 } from './handbook-paper-language.tables';
import { HandbookPapers1798000000115 } from './handbook-papers.tables';
import { HandbookTexts1798000000113 } from './handbook-texts.tables';
import { LinkChecks1798000000123 } from './link-checks.tables';
import { Resources1798000000122 } from './resources.tables';
import { StepsDone1798000000121 } from './step-done.tables';

export const handbookMigrations = [
  HandbookTexts1798000000113,
  HandbookEditions1798000000114,
  HandbookPapers1798000000115,
  FirstSteps1798000000120,
  StepsDone1798000000121,
  Resources1798000000122,
  LinkChecks1798000000123,
  HandbookPaperLanguage1798000000131,
  HandbookMoves1798000000171,
  HandbookEditionTold1798000000172,
];
