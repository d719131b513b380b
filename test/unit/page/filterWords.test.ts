import assert from 'node:assert/strict';
import { filterWords } from '../../../src/core/page/filterWords';
import { defaultFilter } from '../../../src/core/page/pageView';
import type { PageFilter } from '../../../src/core/page/pageView';
import { largePage, samplePage } from '../../webview/samplePage';

function says(filter: Partial<PageFilter>, words: string, model = samplePage()): void {
  assert.equal(filterWords(model, { ...defaultFilter, ...filter }), words);
}

describe('a filter in words', () => {
  it('says what the page folds away of itself', () => says({}, 'without what is folded away as additional, agree or single'));
  it('says each choice', () => {
    says({ verdicts: ['conflict', 'tension'] }, 'conflict or tension');
    const model = samplePage();
    const { entities, propertyId, property } = model.rows[0]!;
    says(
      { verdicts: ['conflict'], statuses: ['open', 'again'], entity: entities[0]!.id, property: propertyId, claims: 'confirmed', text: ' ferry ' },
      `conflict, open or review again, about ${entities[0]!.name}, on “${property}”, confirmed ones only, with “ferry”`,
    );
    says({ verdicts: ['agree'], claims: 'suggested', entity: 'gone' }, 'agree, about gone, with suggested claims');
  });
  it('names the sources where some are left out', () => {
    const model = samplePage();
    const [one, two] = model.sources;
    says({ verdicts: ['conflict'], sources: [one!.id, two!.id] }, `conflict, between “${one!.title}” and “${two!.title}”`);
    says({ verdicts: ['conflict'], sources: [two!.id] }, `conflict, of “${two!.title}”`);
    const large = largePage(10, 9);
    says({ verdicts: ['conflict'], sources: large.sources.slice(0, 5).map(({ id }) => id) }, 'conflict, between 5 of 9 sources', large);
  });
});
