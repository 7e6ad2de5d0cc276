// The tag filter: suggests the tags the archive carries. It must not filter while half a tag is typed.
import { memo, useId, useState } from 'react'
import type { ArticleFilter } from '../../../shared/contract/articles.ts'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'

interface TagFieldProps {
  readonly value: string
  readonly tags: readonly { readonly value: string; readonly count: number }[]
  readonly onChange: (parts: ArticleFilter) => void
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** Takes a tag once it is whole: chosen in the list, confirmed with Enter, or left. */
export function TagField({ value, tags, onChange }: TagFieldProps) {
  const { t } = useWords()
  const list = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    setTyped(null)
  }
  const take = (text: string) => {
    setTyped(null)
    if (text.trim() !== value) onChange({ tag: text.trim() })
  }
  return (
    <>
      <Field
        label={t('articles.tag')}
        placeholder={t('articles.tagPlaceholder')}
        list={list}
        value={typed ?? value}
        onChange={(event) => {
          const text = event.target.value
          // What the list of suggestions fills in comes whole; so does an emptied field.
          const chosen = text === '' || ('inputType' in event.nativeEvent ? event.nativeEvent.inputType === 'insertReplacementText' : true)
          if (chosen) take(text)
          else setTyped(text)
        }}
        onBlur={() => typed !== null && take(nameOf(typed))}
        onKeyDown={(event) => event.key === 'Enter' && typed !== null && take(nameOf(typed))}
      />
      <KnownTags id={list} tags={tags} />
    </>
  )

  /** The archive's own spelling, where it has the tag. */
  function nameOf(text: string): string {
    return tags.find((tag) => fold(tag.value) === fold(text))?.value ?? text
  }
}

/** Hundreds of them: drawn once, whatever is typed. */
const KnownTags = memo(function KnownTags({ id, tags }: Pick<TagFieldProps, 'tags'> & { readonly id: string }) {
  const { t } = useWords()
  return (
    <datalist id={id}>
      {tags.map((tag) => (
        <option key={tag.value} value={tag.value} aria-label={tag.value} label={t('common.articles', { count: tag.count })} />
      ))}
    </datalist>
  )
})
