// English for why an import leaves a record out.
import type { frReject } from './fr-reject.ts'
import type { Same } from './same.ts'

export const enReject = {
  'body-is-missing': 'the text is missing',
  'body-is-empty': 'the text is empty',
  'broken-quotation-marks': 'quotation marks not closed',
  'broken-encoding': 'unreadable characters (encoding)',
  'not-valid-json': 'not JSON',
  'not-a-json-object': 'not a JSON object',
  'not-well-formed-xml': 'malformed XML',
  'holds-an-unreadable-character': 'holds an unreadable character',
  'value-holds-an-unreadable-character': 'holds an unreadable character',
  'not-published': 'not published',
  'unexpected-text-between-records': 'unexpected text between two records',
  'the-file-ends-inside-this-record': 'the file ends in the middle of it',
  'the-file-ends-before-its-list-does': 'the file ends before its list does',
  'never-closed': 'never closed',
  'no-item-in-this-file': 'no item in this file',
  'no-item-in-the-first-n-mb': 'no item in the first {{n1}} MB',
  'n-values-for-n-columns': '{{n1}} values for {{n2}} columns',
  'larger-than-n-mb': 'larger than {{n1}} MB',
  'larger-than-n-mb-or-never-closed-the-rest-of-the-file-was-not-read':
    'larger than {{n1}} MB, or never closed; the rest of the file was not read',
  'value-has-not-the-shape-of-tags': 'not a tag',
  'value-has-not-the-shape-of-key-points': 'not a key point',
  'value-has-not-the-shape-of-links': 'not a link',
  'value-has-not-the-shape-of-moderation': 'not an opinion',
  'no-label-fr-en-or-title': 'no label',
  'article-task-value-and-engine-are-needed': 'article, task, value and engine are needed',
  place: { line: 'line {{n}}', record: 'record {{n}}', item: 'item {{n}}' },
} satisfies Same<typeof frReject>
