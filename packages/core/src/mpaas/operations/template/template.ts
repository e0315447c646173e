import { fieldsOf, nameOf, present, textOf } from '../../answers/read-values.ts';
import { PUSH_ACTIONS, PUSH_STYLES, type PushAction, type PushStyle } from '../../fields/push-action.ts';

/** A template. A field that the answer lacks, or that cannot be read, is absent. */
export interface Template {
  readonly templateId?: string;
  readonly templateName?: string;
  readonly title?: string;
  readonly content?: string;
  readonly description?: string;
  readonly uri?: string;
  /** The placeholders' names. */
  readonly variables?: readonly string[];
  readonly silent?: boolean;
  readonly pushStyle?: PushStyle;
  readonly pushAction?: PushAction;
  /** As it came: JSON, or a text of which nothing is documented. */
  readonly imageUrls?: string;
  /** As it came: JSON, or a text of which nothing is documented. */
  readonly iconUrls?: string;
  /** When it was made, as it came: the vendor's examples are in seconds here and in milliseconds there. */
  readonly createdAt?: string;
  /** When it was last changed, as it came. */
  readonly modifiedAt?: string;
}

/** Reads a template, whether it is an object or its JSON. */
export function readTemplate(given: unknown): Template {
  const fields = fieldsOf(given);
  const showStyle = nameOf(fields['showstyle'], { shown: 0, silent: 1 });
  return present({
    templateId: textOf(fields['id']),
    templateName: textOf(fields['name']),
    title: textOf(fields['title']),
    content: textOf(fields['content']),
    description: textOf(fields['descinfo']),
    uri: textOf(fields['uri']),
    variables: variablesOf(textOf(fields['variables'])),
    silent: showStyle === undefined ? undefined : showStyle === 'silent',
    pushStyle: nameOf(fields['pushstyle'], PUSH_STYLES),
    pushAction: nameOf(fields['action'], PUSH_ACTIONS),
    imageUrls: textOf(fields['imageurls']),
    iconUrls: textOf(fields['iconurls']),
    createdAt: textOf(fields['gmtcreate']),
    modifiedAt: textOf(fields['gmtmodified']),
  });
}

const variablesOf = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
