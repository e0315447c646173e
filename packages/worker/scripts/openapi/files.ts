/** The document as people and their tools read it. */
export const documentFile = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

/** The document as the door serves it: a text that nothing needs to parse. */
export const documentModule = (document: object): string => `// Made by scripts/openapi.ts: not to be edited
/** The OpenAPI document, as JSON text. */
export const DOCUMENT_TEXT =
  '${JSON.stringify(document).replaceAll('\\', '\\\\').replaceAll("'", "\\'")}';
`;
