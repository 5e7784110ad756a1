import { foldName } from '../../persons/name-fold';
import { CAPACITIES, type Capacity } from '../../council/council.words';

/** Words for a capacity, folded; as councils and their systems write them. */
const WORDS: Record<Capacity, string> = {
  member: 'member|ordinary member|full member|councillor|committee member|voting member|aelod',
  chair:
    'chair|chairman|chairwoman|chairperson|chair of the committee|committee chair|convener|convenor|presiding member|cadeirydd',
  vice_chair:
    'vice chair|vice chairman|vice chairwoman|vice chairperson|deputy chair|deputy chairman|deputy convener|is gadeirydd|dirprwy gadeirydd',
  substitute:
    'substitute|sub|substitute member|named substitute|reserve|reserve member|deputy|alternate|eilydd|dirprwy',
  co_opted: 'co opted|co opted member|co optee|co opted non voting|independent person|lay member|aelod cyfetholedig',
};

const joined = (words: string): string => foldName(words).replaceAll(' ', '');

const CAPACITY_OF = new Map(
  CAPACITIES.flatMap((capacity) => WORDS[capacity].split('|').map((words) => [joined(words), capacity] as const)),
);

/** `Vice-Chairman` → `vice_chair`; undefined when no word for a capacity is known. */
export const writtenCapacity = (text: string): Capacity | undefined =>
  CAPACITY_OF.get(joined(text.replace(/\(.*?\)/g, ' ')));
