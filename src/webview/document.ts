/** Where the page's parts are, and what its content security policy allows. */
export interface PageDocument {
  readonly script: string;
  readonly style: string;
  /** Random, new for each load. */
  readonly nonce: string;
  /** CSP source expression of the style sheet. */
  readonly cspSource: string;
}

/** The HTML that loads the page: no inline style or handler, one script by nonce, nothing from the network. */
export function pageDocument({ script, style, nonce, cspSource }: PageDocument): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Discrepancies</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
