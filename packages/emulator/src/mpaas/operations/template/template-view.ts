import type { Template } from '../../store/templates.ts';
import type { Fields } from '../operation.ts';

/** A template as the vendor shows it: every field a string. */
export function templateView({ id, name, title, content, createdAt, others }: Template): Fields {
  const { JumpAction = '0', PushStyle = '0', ShowStyle = '0', ...rest } = others;
  return {
    Id: id,
    Name: name,
    Title: title,
    Content: content,
    Action: JumpAction,
    PushStyle,
    ShowStyle,
    GmtCreate: String(createdAt),
    GmtModified: String(createdAt),
    ...rest,
  };
}
