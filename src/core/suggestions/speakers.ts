import type { Span } from '../text/text';
import { beginning } from './beginnings';
import type { Reference, Sentence, SuggestibleArticle, Unit } from './readArticle';
import { isTurn, shifted } from './readArticle';
import { objectAt, phraseAt, subjectBefore } from './syntax';
import type { SuggestionWords } from './words';

/** How many sentences back `the minister said` is looked for. */
const memory = 6;

/** Who says what a sentence tells, by its words: a thing it names, or `the minister`, the last person told of before. Offsets are the sentence's. */
export type Attribution = { readonly speaker: Reference } | { readonly title: Span };

/** Attributions of a sentence, the first that names someone counts. */
export function attributionsOf(units: readonly Unit[], lexicon: SuggestionWords): readonly Attribution[] {
  const found: Attribution[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (unit.kind !== 'word' || (unit.begins & beginning.speech) === 0) continue;
    const cited = phraseAt(units, at, lexicon.accordingTo);
    const source = cited && objectAt(units, at + cited.length, lexicon);
    if (source && canSpeak(source.reference)) return [...found, { speaker: source.reference }];
    if (!lexicon.speech.has(unit.lower)) continue;
    const after = units[at + 1]?.reference;
    const speaker = units[at - 1]?.reference ?? subjectBefore(units, at, lexicon)?.reference ?? (after && /[,”"»]/.test(units[at - 1]?.lower ?? '') ? after : null);
    if (speaker && canSpeak(speaker)) return [...found, { speaker }];
    const title = units[at - 1];
    const isTitle = title?.kind === 'word' && lexicon.titles.has(title.lower) && lexicon.determiners.has(units[at - 2]?.lower ?? '');
    if (isTitle) found.push({ title });
  }
  return found;
}

/** Who speaks in each sentence, offsets the article's, who is nearest to the words first; none where the article itself does. */
export function speakersOf(
  article: SuggestibleArticle,
  sentences: readonly Sentence[],
  lexicon: SuggestionWords,
  attributions: (units: readonly Unit[]) => readonly Attribution[],
): readonly (readonly Reference[])[] {
  const speakers = sentences.map((sentence, index) => attributedTo(sentence, attributions(sentence.units), sentences.slice(Math.max(0, index - memory), index)));
  spreadQuotations(article.text.content, sentences, speakers);
  const answers = answersOf(article, sentences, lexicon);
  return speakers.map((speaker, index) => [speaker, answers[index]].filter((one) => one !== null && one !== undefined));
}

function attributedTo({ span }: Sentence, attributions: readonly Attribution[], before: readonly Sentence[]): Reference | null {
  for (const attribution of attributions) {
    if ('speaker' in attribution) return shifted(attribution.speaker, span.start);
    const person = lastPerson(before);
    const { start, end } = attribution.title;
    if (person) return shifted({ ...person, anaphor: true, start, end }, span.start);
  }
  return null;
}

function canSpeak({ type }: Reference): boolean {
  return type === 'person';
}

function lastPerson(before: readonly Sentence[]): Reference | null {
  for (const { units } of before.toReversed()) {
    const last = units.findLast(({ kind, reference }) => reference?.type === 'person' || kind === 'name');
    if (last) return last.reference;
  }
  return null;
}

/** A quotation over several sentences has one speaker, whether it is named behind or before it. */
function spreadQuotations(content: string, sentences: readonly Sentence[], speakers: (Reference | null)[]): void {
  const has = ({ span }: Sentence, mark: RegExp) => mark.test(content.slice(span.start, span.end));
  for (const [index, sentence] of sentences.entries()) {
    const speaker = speakers[index];
    if (!speaker) continue;
    const text = content.slice(sentence.span.start, sentence.span.end);
    const closes = text.search(/[”»]/u);
    const opens = text.search(/[“«]/u);
    if (closes >= 0 && (opens < 0 || closes < opens)) {
      for (let at = index - 1; at >= 0 && sentences[at]!.paragraph === sentence.paragraph; at--) {
        speakers[at] ??= speaker;
        if (has(sentences[at]!, /[“«]/u)) break;
      }
    }
    if (text.lastIndexOf('“') > text.lastIndexOf('”') || text.lastIndexOf('«') > text.lastIndexOf('»')) {
      for (let at = index + 1; at < sentences.length && sentences[at]!.paragraph === sentence.paragraph; at++) {
        speakers[at] ??= speaker;
        if (has(sentences[at]!, /[”»]/u)) break;
      }
    }
  }
}

/** In an interview with one person, what stands in the answers is theirs: turns begin with a dash, and question and answer alternate. */
function answersOf({ text: { content } }: SuggestibleArticle, sentences: readonly Sentence[], lexicon: SuggestionWords): (Reference | null)[] {
  const turnOf: number[] = [];
  const starts: Span[] = [];
  for (const { span } of sentences) {
    if (isTurn(content, span)) starts.push(span);
    turnOf.push(starts.length - 1);
  }
  const person = starts.length < 2 ? null : interviewee(sentences, turnOf, lexicon);
  return turnOf.map((turn) => (person && turn >= 0 && turn % 2 === 1 ? person : null));
}

/** Whom a question addresses by name, or the introduction names as the one that was talked with. */
function interviewee(sentences: readonly Sentence[], turnOf: readonly number[], lexicon: SuggestionWords): Reference | null {
  for (const [index, { units, span }] of sentences.entries()) {
    const addressed = turnOf[index]! % 2 === 0 && units[2]?.lower === ',' ? units[1]?.reference : null;
    if (addressed?.type === 'person') return shifted(addressed, span.start);
    if (turnOf[index]! >= 0) continue;
    for (let at = 0; at < units.length; at++) {
      const phrase = phraseAt(units, at, lexicon.interview);
      const met = phrase && objectAt(units, at + phrase.length, lexicon);
      if (met && canSpeak(met.reference)) return shifted(met.reference, span.start);
    }
  }
  return null;
}
