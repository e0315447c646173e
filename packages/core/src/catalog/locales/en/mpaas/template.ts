import type { MpaasCode } from '../../../../mpaas/catalog.ts';
import type { Texts } from '../../../locale.ts';
import { PUSH_ONLY } from './notes.ts';

/** Message templates, and pushing with them. */
export const TEMPLATE = {
  '3022': {
    title: 'Template not found',
    meaning: 'There is no template of this name in the workspace. Nothing was done.',
    causes: ['The name is misspelt.', 'The template is in another workspace, or was deleted.'],
    remedies: [
      'Look up the name in the console under the same App ID and Workspace ID, or create the template.',
    ],
    note: PUSH_ONLY,
  },
  '3023': {
    title: 'Template values do not fit',
    meaning: 'The values given do not match the placeholders of the template. Nobody was pushed to.',
    causes: ['TemplateKeyValue lacks a placeholder, or spells one differently.'],
    remedies: ['Give a value for each placeholder of the template (written #name#), spelt the same.'],
    note: PUSH_ONLY,
  },
  '3025': {
    title: 'Template missing',
    meaning: 'The push needs a template and names none. Nobody was pushed to.',
    causes: ['TemplateName is empty.'],
    remedies: ['Give TemplateName: template, batch and broadcast pushes all need it.'],
    note: PUSH_ONLY,
  },
  '3036': {
    title: 'Template exists already',
    meaning: 'A template of this name exists, so no new one was made.',
    causes: [
      'The name is taken.',
      'An earlier attempt to create it got through although its answer was lost: then it is your own.',
    ],
    remedies: ['Read the existing template. If it is what you wanted, go on; otherwise choose another name.'],
    note: PUSH_ONLY,
  },
  '3037': {
    title: 'Template name missing',
    meaning: 'The template has no name. Nothing was done.',
    causes: ['TemplateName is empty.'],
    remedies: ['Give the template a name of at most 200 characters, without commas.'],
    note: PUSH_ONLY,
  },
  '3038': {
    title: 'Template name not allowed',
    meaning: 'The name of the template breaks the rules. Nothing was done.',
    causes: ['It has more than 200 characters, or a comma in it.'],
    remedies: ['Choose a name of at most 200 characters, without commas.'],
    note: PUSH_ONLY,
  },
  '3039': {
    title: 'Template content not allowed',
    meaning: 'The content of the template breaks the rules. Nothing was done.',
    causes: ['It is empty, too long, or has a broken placeholder.'],
    remedies: ['Check the content: placeholders are written #name#, and a whole message may have 2 KB.'],
    note: PUSH_ONLY,
  },
  '3040': {
    title: 'Template title not allowed',
    meaning: 'The title of the template breaks the rules. Nothing was done.',
    causes: ['It is empty, too long, or has a broken placeholder.'],
    remedies: ['Check the title: placeholders are written #name#.'],
    note: PUSH_ONLY,
  },
  '3041': {
    title: 'Template description not allowed',
    meaning: 'The description of the template breaks the rules. Nothing was done.',
    causes: ['It is too long, or has characters that are not allowed.'],
    remedies: ['Shorten the description and use plain text.'],
    note: `The rules for it are not published. ${PUSH_ONLY}`,
  },
  '3042': {
    title: 'Template link not allowed',
    meaning: 'The address that the template opens is not valid. Nothing was done.',
    causes: ['The URI is malformed, too long, or not of the kind that the push action needs.'],
    remedies: ['Give a whole address, with its scheme; for PushAction 0 that is a web page.'],
    note: PUSH_ONLY,
  },
  '3056': {
    title: 'Too many templates',
    meaning: 'The app has as many templates as it may have, so no new one was made.',
    causes: ['There are 100 templates already.'],
    remedies: ['Delete templates that nobody uses, then create the new one. Waiting does not help.'],
    note: PUSH_ONLY,
  },
} satisfies Partial<Texts<MpaasCode>>;
