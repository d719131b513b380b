import { articleOf, caseOf } from './articles';
import { readArticle } from './readArticle';

/** Run in a process of its own: the first article that it reads, before anything is compiled, in milliseconds as JSON. */
const { model, sources } = caseOf([articleOf(20_000)]);
console.log(JSON.stringify(readArticle(model, sources[0] as string)));
