/** Where the ids of `sameAs` lead: prefix → address before and after the id. Prefixes as in Wikidata's and bioregistry's usage. */
const addresses: ReadonlyMap<string, string> = new Map([
  ['wikidata', 'https://www.wikidata.org/wiki/'],
  ['viaf', 'https://viaf.org/viaf/'],
  ['geonames', 'https://www.geonames.org/'],
  ['gnd', 'https://d-nb.info/gnd/'],
  ['isni', 'https://isni.org/isni/'],
  ['orcid', 'https://orcid.org/'],
  ['ror', 'https://ror.org/'],
  ['lcnaf', 'https://id.loc.gov/authorities/names/'],
  ['lei', 'https://search.gleif.org/#/record/'],
  ['imdb', 'https://www.imdb.com/name/'],
]);

/** A link for an external id (`wikidata:Q1065`, or an http address); null for one that has no known address. */
export function externalLink(id: string): { readonly label: string; readonly url: string } | null {
  if (/^https?:\/\/[^\s]+$/i.test(id)) return { label: id.replace(/^https?:\/\/(www\.)?/i, ''), url: id };
  const colon = id.indexOf(':');
  const address = addresses.get(id.slice(0, colon).toLowerCase());
  const local = id.slice(colon + 1).trim();
  return address && local !== '' ? { label: id, url: address + encodeURIComponent(local) } : null;
}
