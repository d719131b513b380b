import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as fc from 'fast-check';
import type { CaseModel } from '../../../src/core/caseModel';
import type { Plan } from '../../../src/core/edits/caseEdit';
import { acceptSuggestion, dismissSuggestion, removeClaim } from '../../../src/core/edits/claimEdits';
import { linkMention, rejectMention, unlinkMention } from '../../../src/core/edits/linkMention';
import { caseOf, exampleFolder, filesBelow } from '../examples/exampleCase';
import { make } from './madeEdits';

const realFolder = process.env['CORROBORATE_CASE'] ?? '/work/shared/case';

/** The example's registry with articles, and no annotations yet. */
function unannotated(folder: string): CaseModel {
  const articles = [...filesBelow(folder)].filter(([file]) => file === 'corroborate.yaml' || file.startsWith('sources/'));
  return caseOf(new Map([...articles, ...[...filesBelow(exampleFolder)].filter(([file]) => file.startsWith('registry/'))]));
}

for (const [name, folder] of [['the example', exampleFolder], ['the real articles', realFolder]] as const) {
  describe(`annotating ${name}`, () => {
    before(function () {
      if (existsSync(folder)) return;
      console.log(`      skipped: there is no ${folder}; CORROBORATE_CASE can name the folder of that case`);
      this.skip();
    });

    it('accepts every suggestion, in the articles’ order, each quote exact and each value as suggested', () => {
      const model = unannotated(folder);
      let accepted = 0;
      for (const { id } of model.sources()) {
        for (let claims = model.suggestedClaims(id); claims.length > 0; claims = model.suggestedClaims(id)) {
          const claim = claims[Math.floor(claims.length / 2)]!;
          make(model, acceptSuggestion(model, claim));
          assert.ok(++accepted < 1000, 'a suggestion that was accepted comes again');
          const same = model.claimsOf(id).filter(({ anchor }) => anchor?.state === 'exact' && anchor.span.start === claim.entry.span.start);
          assert.ok(same.some(({ subject, property, value, unjudged }) => subject === claim.subject && property === claim.property && value.kind === claim.value.kind && unjudged === null));
        }
        const starts = model.claimsOf(id).map(({ anchor }) => (anchor?.state === 'exact' ? anchor.span.start : -1));
        assert.deepEqual(starts, [...starts].sort((a, b) => a - b));
      }
      assert.ok(accepted > 10, `${accepted} suggestions`);
    });

    it('dismisses every suggestion, and none comes again', () => {
      const model = unannotated(folder);
      for (const { id } of model.sources()) {
        const count = model.suggestedClaims(id).length;
        for (let n = 0; n <= count && model.suggestedClaims(id).length > 0; n++) make(model, dismissSuggestion(model, model.suggestedClaims(id)[0]!));
        assert.deepEqual(model.suggestedClaims(id), []);
      }
    });
  });
}

describe('edits of the example, one after another', () => {
  const files = filesBelow(exampleFolder);
  const decoder = new TextDecoder();
  it('are made, and leave every file sound and the link in its place, or are refused in words', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ verb: fc.nat({ max: 4 }), source: fc.nat(), at: fc.nat(), length: fc.nat({ max: 40 }), which: fc.nat() }), { minLength: 1, maxLength: 6 }), (steps) => {
        const model = caseOf(new Map([...files].map(([path, bytes]) => [path, decoder.decode(bytes)])));
        const ids = [...model.registry().entities.keys()];
        for (const step of steps) {
          const source = model.sources()[step.source % model.sources().length]!.id;
          const length = model.text(source)!.content.length;
          const span = { start: step.at % length, end: Math.min(length, (step.at % length) + step.length) };
          const mention = model.mentions(source).mentions[step.at % Math.max(1, model.mentions(source).mentions.length)];
          const entity = ids[step.which % ids.length]!;
          const claims = model.claimsOf(source);
          const plans: readonly (() => Plan)[] = [
            () => linkMention(model, { source, span, entity, every: step.which % 3 === 0 }),
            () => rejectMention(model, { source, span: mention?.span ?? span, entity: mention?.candidates[0] ?? entity, scope: (['here', 'article', 'everywhere'] as const)[step.which % 3]! }),
            () => unlinkMention(model, { source, span: mention?.span ?? span }),
            () => linkMention(model, { source, span: mention?.span ?? span, entity: 'none' }),
            () => (claims.length === 0 ? { refused: 'There is none.' } : removeClaim(model, claims[step.which % claims.length]!)),
          ];
          const plan = plans[step.verb]!();
          if ('refused' in plan) {
            assert.match(plan.refused, /^["“\p{L}].*[.?)]$/su);
            continue;
          }
          make(model, plan);
          if (step.verb === 0) assert.ok(model.mentions(source).mentions.some((one) => one.by && one.entity === entity), plan.edit.label);
        }
      }),
      { numRuns: 40, examples: [[[{ verb: 0, source: 0, at: 1415962366, length: 18, which: 0 }]]] },
    );
  });
});
