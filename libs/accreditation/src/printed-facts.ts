import { britishDate } from '@induct/platform';
import type { CertificateFacts } from './certificate-facts';

/** The facts in the very words that the paper and the verification page use. */
export interface PrintedFacts {
  council: string;
  holder: string;
  scheme: string;
  edition: string;
  modules: { title: string; completedOn: string; result: string }[];
  learning: string;
  awardedOn: string;
  validUntil: string;
  number: string;
  signatories: { name: string; office: string }[];
}

export function printedFacts(facts: CertificateFacts): PrintedFacts {
  return {
    council: facts.council,
    holder: facts.holder,
    scheme: facts.scheme,
    edition: facts.edition,
    modules: facts.modules.map(({ title, completedOn, score }) => ({
      title,
      completedOn: britishDate(completedOn),
      result: score === null ? 'Completed' : `${Math.round(score)}%`,
    })),
    learning: learningTime(facts.learningSeconds),
    awardedOn: britishDate(facts.awardedOn),
    validUntil: britishDate(facts.validUntil),
    number: facts.number,
    signatories: facts.signatories.map(({ name, office }) => ({ name, office })),
  };
}

/** `1 hour 25 minutes`; what is less than a minute counts as one. */
export function learningTime(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    minutes % 60 > 0 && `${minutes % 60} ${minutes % 60 === 1 ? 'minute' : 'minutes'}`,
  ];
  return parts.filter(Boolean).join(' ');
}
