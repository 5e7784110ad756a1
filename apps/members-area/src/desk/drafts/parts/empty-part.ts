import type { BlockFields, BlockKind } from '@induct/authoring';
import { said } from '@induct/platform';

/** A part of that kind with nothing in it. */
export function emptyPart(kind: BlockKind): BlockFields {
  switch (kind) {
    case 'heading':
      return { kind, level: 2, text: '' };
    case 'list':
      return { kind, isOrdered: false, items: [] };
    case 'steps':
      return { kind, items: [] };
    case 'cards':
      return { kind, cards: [] };
    case 'table':
      return { kind, caption: '', columns: [], rows: [] };
    case 'scenario':
      return { kind, scenario: { id: '', heading: '', situation: '', choices: [] } };
    case 'check':
      return { kind, question: '' };
    case 'image':
      return { kind, file: '', alt: '', description: '' };
    case 'video':
      return { kind, id: '', title: '', transcript: '' };
    case 'other':
      return { kind, source: '' };
    case 'text':
      return { kind, body: '' };
    case 'callout':
      return { kind, heading: said('If you remember one thing'), body: '' };
    default:
      return { kind, heading: '', body: '' };
  }
}
