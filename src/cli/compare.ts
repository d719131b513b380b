import type { CaseModel } from '../core/caseModel';
import type { Group } from '../core/claims/claim';
import { badgeLabel, compareVerdicts, verdictLabel } from '../core/claims/words';
import { claimValue, entityName, propertyLabel, sourceTitle } from '../core/features/claimText';
import { claimJson } from './claims';
import type { Command } from './command';
import { chosenSources } from './command';
import { formatOption, oneLine, sourceOption, writeJson } from './output';

/** `corroborate compare`: groups of claims and their verdicts, worst first; `--suggested` takes in what the articles suggest. */
export const compare: Command = {
  summary: 'groups of claims and their verdicts, worst first',
  options: { format: formatOption, source: sourceOption, suggested: { alone: true } },
  run(read, options, terminal) {
    const { model } = read;
    const chosen = chosenSources(read, options, terminal.cwd);
    const all = options['suggested'] === undefined ? model.groups() : model.comparison();
    const groups = all
      .filter((group) => !chosen || group.claims.some((claim) => chosen.has(claim.source)))
      .sort((a, b) => compareVerdicts(a.verdict, b.verdict));
    if (options['format'] === 'json') {
      writeJson((words) => terminal.out(words), { groups: groups.map((group) => groupJson(model, group)) });
      return 0;
    }
    for (const group of groups) terminal.out(groupText(model, group));
    return 0;
  },
};

function groupJson(model: CaseModel, group: Group): Readonly<Record<string, unknown>> {
  return {
    key: group.key,
    subject: group.subject,
    property: group.property,
    verdict: group.verdict,
    relation: group.worst?.comparison.relation ?? null,
    badges: group.badges,
    review: {
      status: group.review.status,
      ...(group.review.reviewAgain ? { reviewAgain: true } : {}),
      ...(group.review.reopened ? { reopened: true } : {}),
    },
    witnesses: group.witnesses,
    related: group.related,
    claims: group.claims.map((claim) => claimJson(model, claim)),
  };
}

function groupText(model: CaseModel, group: Group): string {
  const separators = [...group.separators.values()].map((value) => entityName(model, value));
  const about = [entityName(model, group.subject), propertyLabel(model, group.property), ...separators].join(', ');
  const badges = group.badges.map(badgeLabel).join(', ');
  const lines = group.claims.map((claim) => {
    const quote = claim.entry.quote ? `  “${claim.entry.quote.text}”` : '';
    return `    ${sourceTitle(model, claim.source)}: ${claimValue(model, claim)}${claim.state === 'suggested' ? ' (suggested)' : ''}${quote}`;
  });
  const heading = `${verdictLabel(group.verdict)}  ${about}${badges ? `  [${badges}]` : ''}`;
  return [heading, ...lines].map((line) => `${oneLine(line)}\n`).join('');
}
