// More components with their states: dates typed as text, a blurred text, panes, a screen and its sections.
// It must not know a screen of the app.
import { useState } from 'react'
import { ArticleForm, type ArticleDraft, type ArticleFormWords } from '../ui/article-form.tsx'
import { BlurredText } from '../ui/blurred-text.tsx'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Panes } from '../ui/panes.tsx'
import styles from './specimens.module.css'

const notADate = 'Write 05/03/2024, mars 2024 or 2024.'

/** From and to, and one that takes a whole day only. */
export function Dates() {
  const [from, setFrom] = useState('2026-03-05')
  const [to, setTo] = useState('')
  return (
    <>
      <DateField label="From" value={from} edge="first" placeholder="JJ/MM/AAAA" notADate={notADate} onChange={setFrom} />
      <DateField label="To" value={to} edge="last" placeholder="JJ/MM/AAAA" notADate={notADate} onChange={setTo} />
      <DateField
        label="A whole day"
        value=""
        edge="day"
        placeholder="JJ/MM/AAAA"
        notADate={notADate}
        hint="Not a month."
        onChange={setTo}
      />
    </>
  )
}

const formWords: ArticleFormWords = {
  title: 'Title',
  date: 'Date',
  datePlaceholder: 'JJ/MM/AAAA',
  notADay: notADate,
  section: 'Section',
  body: 'Text',
  bodyHint: 'An empty line parts two paragraphs.',
  rights: 'Whose rights?',
  ai: 'May AI work on it?',
  aiYes: 'Yes',
  aiNo: 'No',
  aiHint: 'Check the contract.',
}
const whose = [
  { value: 'own', label: 'ours' },
  { value: 'agency', label: 'an agency’s' },
] as const

/** The one form of an article, pasted or corrected. */
export function OneArticle() {
  const [draft, setDraft] = useState<ArticleDraft<'own' | 'agency'>>({
    title: 'Le port perd deux ligneurs',
    body: 'La flottille compte désormais 14 bateaux.',
    date: '2026-03-04',
    section: 'Mer',
    rights: 'own',
    aiUse: true,
  })
  return <ArticleForm draft={draft} onChange={setDraft} rights={whose} own="own" words={formWords} rows={3} />
}

/** Blurred until asked for. */
export function Blurred() {
  const [blurred, setBlurred] = useState(true)
  return (
    <div className={styles['row']}>
      <BlurredText blurred={blurred} label="A harsh text, blurred.">
        Words nobody should read before they mean to.
      </BlurredText>
      <Button size="small" onClick={() => setBlurred(!blurred)}>
        {blurred ? 'Show' : 'Blur'}
      </Button>
    </div>
  )
}

/** A screen: title, lead, actions, and a titled part of it. */
export function Screens() {
  return (
    <Page title="Articles" lead="66 articles" actions={<Button kind="main">Import</Button>}>
      <Section title="A part of it" aside={<a href="#aside">aside</a>}>
        What the part holds.
      </Section>
    </Page>
  )
}

/** List, text, side and decision bar. */
export function FourPanes() {
  return (
    <div className={styles['list']}>
      <Panes listLabel="List" list="list" mainLabel="Text" main="text" sideLabel="Proposals" side="side" bar={<Button>Decide</Button>} />
    </div>
  )
}
