import { buildNameMatcher, findNames } from '../../src/core/mentions/nameMatcher';
import type { NameMatch } from '../../src/core/mentions/nameMatcher';
import { generateCorpus } from './corpus';
import type { Corpus } from './corpus';
import { exponentOf, least, sumOfUnits, target, timesInTurns } from './measure';
import type { BenchmarkReport, BenchmarkResult, Contender } from './measure';
import { peers } from './peers';

const megabyte = 1_000_000;
const textSize = 10 * megabyte;
const registries = [
  { names: 1_000, floorTimes: 4 },
  { names: 20_000, floorTimes: 4 },
  { names: 100_000, floorTimes: 6 },
];
const peerTimes = 4;
const peerRounds = 7;
/** The floor takes a quarter of our time or less, and so meets a quiet moment sooner: both need many rounds to have met one. */
const floorRounds = 60;

/**
 * Finding the names of registries of 1k, 20k and 100k aliases in 10 MB (10⁷ UTF-16 units) of text, beside a bare loop over
 * the code units and the packages that a user would pick instead. Every planted name has to be found, and nothing else.
 */
export function benchLinking(): BenchmarkReport {
  const reports = registries.map((registry) => benchRegistry(registry.names, registry.floorTimes));
  return {
    results: reports.flatMap((report) => report.results),
    notes: reports.flatMap((report) => report.notes),
    failures: reports.flatMap((report) => report.failures),
  };
}

function benchRegistry(nameCount: number, floorTimes: number): BenchmarkReport {
  const corpus = generateCorpus(textSize, nameCount);
  const { content, names } = corpus;
  const size = `10 MB, ${nameCount} aliases`;
  const matcher = buildNameMatcher(names);
  const failures = differences(corpus, findNames(matcher, content));
  const notes: string[] = [];

  const floorRun = { name: 'floor', run: () => sumOfUnits(content) };
  const linkRun = { name: 'link', run: () => findNames(matcher, content).length };
  const nearFloor = timesInTurns([floorRun, linkRun], floorRounds);
  const floor = least(nearFloor.get('floor')!);
  const link = least(nearFloor.get('link')!);

  const found = new Map<string, number>();
  const searches: Contender[] = [];
  for (const peer of peers) {
    if (nameCount > peer.mostNames) {
      notes.push(`${peer.name} is left out at ${nameCount} aliases: it takes minutes to prepare them.`);
      continue;
    }
    const begun = performance.now();
    const search = peer.prepare(names);
    notes.push(`${peer.name}, ${size}: ${Math.round(performance.now() - begun)} ms to prepare.`);
    searches.push({
      name: peer.name,
      run: () => {
        found.set(peer.name, search(content));
        return found.size;
      },
    });
  }
  const besidePeers = timesInTurns([linkRun, ...searches], peerRounds);
  const best = (name: string): number => least(besidePeers.get(name)!);
  const peerResults = searches.map(({ name }): BenchmarkResult => {
    notes.push(`${name}, ${size}: reports ${found.get(name)} names, planted were ${corpus.planted.length}.`);
    return { name, size, value: speed(textSize, best(name)), unit: 'MB/s', ratioToFloor: best(name) / floor };
  });
  const ratioToPeer = Math.min(...searches.map(({ name }) => best(name))) / best('link');
  const exponent = exponentOverSizes(corpus, (text) => findNames(matcher, text).length);
  const build = least(timesInTurns([{ name: 'build', run: () => buildNameMatcher(names).size }], 5).get('build') as number[]);
  const linked: BenchmarkResult = {
    name: 'link',
    size,
    value: speed(textSize, link),
    unit: 'MB/s',
    ratioToFloor: link / floor,
    ratioToPeer,
    exponent,
  };
  notes.push(
    target(size, 'within', floorTimes, 'times the floor', link / floor, link / floor <= floorTimes),
    target(size, 'at least', peerTimes, 'times the fastest peer', ratioToPeer, ratioToPeer >= peerTimes),
  );
  return {
    results: [
      { name: 'floor', size, value: speed(textSize, floor), unit: 'MB/s' },
      linked,
      ...peerResults,
      { name: 'build matcher', size, value: build, unit: 'ms' },
    ],
    notes,
    failures,
  };
}

function speed(units: number, milliseconds: number): number {
  return units / megabyte / (milliseconds / 1000);
}

function exponentOverSizes(corpus: Corpus, link: (text: string) => number): number {
  const texts = [1, 2, 5, 10].map((part) => corpus.content.slice(0, (corpus.content.length / 10) * part));
  const contenders = texts.map((text, i) => ({ name: String(i), run: () => link(text) }));
  const times = timesInTurns(contenders, 7);
  return exponentOf(texts.map((text, i) => ({ size: text.length, time: least(times.get(String(i)) as number[]) })));
}

/** What `matches` and the planted names disagree on, in words; empty when they are the same. */
function differences(corpus: Corpus, matches: readonly NameMatch[]): string[] {
  const found = new Set(matches.map((match) => `${match.start}-${match.end}: ${match.names.join()}`));
  const planted = new Set(corpus.planted.map((name) => `${name.start}-${name.end}: ${name.name}`));
  const missed = [...planted].filter((name) => !found.has(name));
  const wrong = [...found].filter((name) => !planted.has(name));
  const show = (kind: string, spans: string[]): string[] =>
    spans.length === 0
      ? []
      : [`${spans.length} ${kind}, at first ${spans.slice(0, 3).map((span) => `${span} ${around(corpus, span)}`).join('; ')}`];
  return [...show('planted names missed', missed), ...show('names found that were not planted', wrong)];
}

function around(corpus: Corpus, span: string): string {
  const [start = 0, end = 0] = span.split(/[-:]/).map(Number);
  return JSON.stringify(corpus.content.slice(start, end));
}
