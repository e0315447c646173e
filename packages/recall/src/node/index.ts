export { INPUT_FORMATS, type InputFormat } from './intake/formats/input-format.ts';
export { type InputFile, type InputFileFacts } from './intake/input-file.ts';
export { openInput, type OpenedInput, type OpenInputOptions } from './intake/open-input.ts';
