import assert from 'node:assert/strict';
import { caseOf } from './suggestedIn';

function found(text: string, files: Readonly<Record<string, string>> = {}): string[] {
  return caseOf([`${text}\n`], files).articleFindings('sources/0.txt').map(({ message }) => message);
}

describe('an article against itself', () => {
  it('counts the list after a number', () => {
    assert.deepEqual(found('The plan stands on four main beams: schools, roads and ports.'), ['“four main beams”, but 3 are listed.']);
    assert.deepEqual(found('The plan stands on four main beams: free schools, good roads, deep ports and clean rivers.'), []);
    assert.deepEqual(found('They have three aims: peace and order, bread, and work.'), []);
    assert.deepEqual(found('They have three aims: peace, bread, and others.'), []);
    assert.deepEqual(found('They met for two hours: nobody spoke, nobody ate, nobody left.'), []);
  });

  it('holds a change against its two ends', () => {
    assert.deepEqual(found('The number of states increased almost fourfold from 51 to 192.'), []);
    assert.deepEqual(found('The number of states increased almost fourfold from 51 to 392.').length, 1);
  });

  it('holds parts against their wholes and percentages', () => {
    assert.deepEqual(found('It had the support of 197 countries out of 192.'), ['“197 countries out of 192”: the part is larger than the whole.']);
    assert.deepEqual(found('It had the support of 187 countries out of 192 (97%).'), []);
    assert.deepEqual(found('It had the support of 187 countries out of 192 (79%).'), ['“79%”: 187 of 192 is 97.4 %.']);
  });

  it('adds up the parts of a total', () => {
    assert.deepEqual(found('They sent 30 people: 12 doctors and 20 drivers.'), ['“30 people”, but the parts add up to 32.']);
    assert.deepEqual(found('They sent 30 people: 12 doctors and 18 drivers.'), []);
  });

  it('tells the same whole counted twice', () => {
    assert.deepEqual(found('All the 54 ports of the League closed. Then the 53 ships of the League left. Soon all 58 ports of the League had closed.'), [
      '“58 ports” here, “54 ports” elsewhere in this article.',
    ]);
    assert.deepEqual(found('The League has 54 members. Later all the 58 members of the League had come.'), [
      'League of Harbours, number of members: 58 here, 54 elsewhere in this article.',
    ]);
  });

  it('tells suggested claims that cannot both be true, with the other place', () => {
    const findings = caseOf(['The League was founded in 1901. It rained. Acme was founded in 1999. The League was founded in 1905.\n']).articleFindings('sources/0.txt');
    assert.deepEqual(findings.map(({ code, message }) => [code, message]), [
      ['article/figure', 'League of Harbours, founded: 1905 here, 1901 elsewhere in this article.'],
    ]);
    assert.equal(findings[0]?.related?.[0]?.file, 'sources/0.txt');
  });
});
