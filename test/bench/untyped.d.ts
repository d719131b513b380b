declare module 'flashtext.js' {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    addKeyword(keyword: string, cleanName?: string): void;
    extractKeywords(sentence: string): string[];
  }
}

declare module 'fastscan' {
  export default class FastScanner {
    constructor(words: readonly string[]);
    search(content: string, options?: { quick?: boolean; longest?: boolean }): [offset: number, word: string][];
  }
}

declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    search(content: string): [lastOffset: number, words: string[]][];
  }
}
