export { DOCUMENT_TEXT as OPENAPI } from './document-text.ts';
