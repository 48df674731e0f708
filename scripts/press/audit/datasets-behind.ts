import type { Audit, AuditedNumber } from './audit.ts';

/** Finds the names of the datasets that a number rests on, through its fact or answer and the facts that these name. */
export function datasetsBehind({ facts, answers }: Audit): (number: AuditedNumber) => ReadonlySet<string> {
  const byFact = new Map(facts.map((fact) => [fact.name, fact]));
  const byAnswer = new Map(answers.map((answer) => [answer.name, answer]));
  const ofFacts = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => {
      const fact = byFact.get(name);
      return fact ? [...fact.rests.map(({ dataset }) => dataset), ...ofFacts(fact.facts)] : [];
    });
  return ({ fact, answer }) => {
    const queries = (fact === null && answer !== null && byAnswer.get(answer)?.queries) || [];
    return new Set([
      ...ofFacts([...(fact === null ? [] : [fact]), ...queries.flatMap((query) => query.facts)]),
      ...queries.flatMap(({ rests }) => rests.map(({ dataset }) => dataset)),
    ]);
  };
}
