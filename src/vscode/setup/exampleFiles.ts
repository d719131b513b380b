/** The example case: its folder in the extension, and its files there. An extension that is served from the web cannot list its folders. */
export const exampleFolder = 'examples/kazakhstan-un';
export const exampleFiles: readonly string[] = [
  'corroborate.yaml',
  'reviews.yaml',
  ...['agency-wire-2007', 'minister-interview-2007', 'steppe-herald-2015'].flatMap((name) => [`annotations/${name}.yaml`, `sources/${name}.txt`]),
  ...['documents', 'events', 'organizations', 'people', 'places', 'properties'].map((name) => `registry/${name}.yaml`),
];
