// The tag filter: suggests the tags the archive carries. It must not filter while half a tag is typed.
import { useId, useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { useWords } from '../../words/use-words.ts'

interface TagFieldProps {
  readonly value: string
  readonly tags: readonly { readonly value: string; readonly count: number }[]
  readonly onChange: (tag: string) => void
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
    if (text.trim() !== value) onChange(text.trim())
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
      <datalist id={list}>
        {tags.map((tag) => (
          <option key={tag.value} value={tag.value} aria-label={tag.value} label={t('common.articles', { count: tag.count })} />
        ))}
      </datalist>
    </>
  )

  /** The archive's own spelling, where it has the tag. */
  function nameOf(text: string): string {
    return tags.find((tag) => fold(tag.value) === fold(text))?.value ?? text
  }
}
