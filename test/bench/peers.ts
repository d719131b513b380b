import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick/fast';
import AhoCorasick from 'ahocorasick';
import FastScanner from 'fastscan';
import KeywordProcessor from 'flashtext.js';

/** An npm package that finds many strings in a text. */
export interface Peer {
  readonly name: string;
  /** Registries beyond this take it minutes to prepare. */
  readonly mostNames: number;
  /** A search: how many names it finds in a text. */
  readonly prepare: (names: readonly string[]) => (content: string) => number;
}

/** The packages that a user would pick instead, as their documentation says to use them. */
export const peers: readonly Peer[] = [
  {
    name: 'flashtext.js',
    mostNames: Infinity,
    prepare: (names) => {
      const processor = new KeywordProcessor();
      for (const name of names) processor.addKeyword(name);
      return (content) => processor.extractKeywords(content).length;
    },
  },
  {
    name: '@monyone/aho-corasick',
    mostNames: 20_000,
    prepare: (names) => {
      const automaton = new MonyoneAhoCorasick([...names]);
      return (content) => automaton.matchInText(content).length;
    },
  },
  {
    name: 'fastscan',
    mostNames: Infinity,
    prepare: (names) => {
      const scanner = new FastScanner(names);
      return (content) => scanner.search(content, { longest: true }).length;
    },
  },
  {
    name: 'ahocorasick',
    mostNames: Infinity,
    prepare: (names) => {
      const automaton = new AhoCorasick(names);
      return (content) => automaton.search(content).length;
    },
  },
];
