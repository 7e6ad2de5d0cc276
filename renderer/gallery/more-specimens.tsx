// More components with their states: dates typed as text, a blurred text, panes, a screen and its sections.
// It must not know a screen of the app.
import { useState } from 'react'
import { ArticleForm, type ArticleDraft, type ArticleFormWords } from '../ui/article-form.tsx'
import { BlurredText } from '../ui/blurred-text.tsx'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { KeyLine } from '../ui/key-line.tsx'
import { ListEntry } from '../ui/list-entry.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Panes } from '../ui/panes.tsx'
import { TextDifference } from '../ui/text-difference.tsx'
import { Table } from '../ui/table.tsx'
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

/** Words gone and words new; a text that did not change; one written anew. */
export function Differences() {
  return (
    <>
      <TextDifference before="Le port perdrait deux ligneurs en mars." after="Le port perd deux ligneurs en avril." />
      <TextDifference before="La flottille compte 14 bateaux." after="La flottille compte 14 bateaux." />
      <TextDifference before="Dix-neuf bateaux en 2020." after="La relève manque au comité des pêches." />
    </>
  )
}

const someKeys = [
  { id: 'rubric.slot', label: 'answer' },
  { id: 'rubric.note', label: 'write a remark' },
  { id: 'rubric.save', label: 'save' },
] as const

/** Keys as they are now, with what they do. */
export function Keys() {
  return <KeyLine label="Keys of the form" keys={someKeys} />
}

/** A line shown now, one to do with two notes, one done, one that is a passage. */
export function Entries() {
  return (
    <div className={styles['narrow']}>
      <ListEntry href="#a" current title="Le port perd deux ligneurs" note="Mer" />
      <ListEntry
        href="#b"
        current={false}
        title="La criée vend moins"
        note={
          <>
            <span>Économie</span>
            <span>3 points</span>
          </>
        }
      />
      <ListEntry href="#c" current={false} done title="Une relève introuvable" note="décidé à 10:12" />
      <ListEntry
        href="#d"
        current={false}
        passage
        title="Un commentaire assez long pour courir sur plus de deux lignes quand la liste est étroite."
        note="4 mars"
      />
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

const catches = [
  { fish: 'Sole', tons: 12 },
  { fish: 'Bar', tons: 31 },
  { fish: 'Lieu', tons: 7 },
]

/** A table whose headers order it. */
export function SortedTable() {
  const [sort, setSort] = useState({ column: 'tons', up: false })
  const way = sort.up ? 1 : -1
  return (
    <Table
      caption="Tons landed"
      rows={catches.toSorted((a, b) => way * (sort.column === 'fish' ? a.fish.localeCompare(b.fish) : a.tons - b.tons))}
      rowKey={(row) => row.fish}
      columns={[
        { id: 'fish', title: 'Fish', cell: (row) => row.fish, sortable: true },
        { id: 'tons', title: 'Tons', cell: (row) => row.tons, align: 'end', sortable: true },
      ]}
      sort={sort}
      onSort={(column) => setSort({ column, up: column === sort.column ? !sort.up : column === 'fish' })}
    />
  )
}
