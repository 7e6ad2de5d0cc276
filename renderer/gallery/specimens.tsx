// The components of renderer/ui, each with the states it can be in.
// It must not know a screen: what only one screen needs is not a component.
import { useState, type ComponentType, type ReactNode } from 'react'
import { ArticleText } from '../ui/article-text.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Chip, ChipButton } from '../ui/chip.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { BarRows, Columns, Figure } from '../ui/figure.tsx'
import { Field, Select, TextArea, Tick } from '../ui/field.tsx'
import { Meter } from '../ui/meter.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/states.tsx'
import { Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { notify } from '../ui/toast.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'
import { Blurred, Dates, Differences, Entries, FourPanes, Keys, OneArticle, Screens, SortedTable } from './more-specimens.tsx'
import styles from './specimens.module.css'

interface Specimen {
  readonly name: string
  readonly Shown: ComponentType
}

function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>
}

function Buttons() {
  return (
    <>
      {(['main', 'plain', 'quiet', 'danger'] as const).map((kind) => (
        <Row key={kind}>
          <Button kind={kind}>{kind}</Button>
          <Button kind={kind} keyHint="V">
            with its key
          </Button>
          <Button kind={kind} size="small">
            small
          </Button>
          <Button kind={kind} disabled>
            disabled
          </Button>
          <Button kind={kind} busy>
            busy
          </Button>
          <LinkButton kind={kind} href="#">
            link
          </LinkButton>
        </Row>
      ))}
    </>
  )
}

function Chips() {
  const [kept, setKept] = useState(true)
  return (
    <>
      <Row>
        {(['plain', 'green', 'red', 'amber', 'pencil'] as const).map((tone) => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
        <Chip proposed>proposed by the machine</Chip>
      </Row>
      <Row>
        <ChipButton pressed={kept} onClick={() => setKept(!kept)}>
          kept
        </ChipButton>
        <ChipButton pressed={false} proposed>
          not decided
        </ChipButton>
        <ChipButton disabled>disabled</ChipButton>
      </Row>
    </>
  )
}

function Fields() {
  const [choice, setChoice] = useState<'fr' | 'en'>('fr')
  return (
    <>
      <Field label="One line" hint="A quiet sentence under it." defaultValue="Le Courrier de l’Estuaire" />
      <Field label="With a problem" problem="This date is not a date: write 2026-11-22." defaultValue="2026-13-45" />
      <Field label="Disabled" defaultValue="locked by IT" disabled />
      <TextArea label="Many lines" defaultValue={'A first line.\nA second one.'} />
      <TextArea label="Set like an article" serif defaultValue="La flottille compte désormais 14 bateaux." />
      <Select
        label="One of a few"
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'fr', label: 'français' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Tick label="A tick" hint="With its sentence." defaultChecked />
      <Tick label="A tick, disabled" disabled />
      <Tick label="One of two" type="radio" name="one-of-two" defaultChecked />
      <Tick label="The other" type="radio" name="one-of-two" />
    </>
  )
}

function Meters() {
  return (
    <>
      <Meter label="Import" value={412} max={3899} text="412 of 3,899 · 3 min" />
      <Meter label="Work that cannot say how far it is" value={0} max={null} />
      <Meter label="Done" value={1} max={1} />
    </>
  )
}

interface Line {
  readonly engine: string
  readonly kept: string
}

function Tables() {
  return (
    <Table<Line>
      caption="Kept, by engine"
      captionShown
      columns={[
        { id: 'engine', title: 'Engine', cell: (row) => row.engine },
        { id: 'kept', title: 'Kept', cell: (row) => row.kept, align: 'end' },
      ]}
      rows={[
        { engine: 'built-in', kept: '71 %' },
        { engine: 'on premise', kept: '68 %' },
      ]}
      rowKey={(row) => row.engine}
    />
  )
}

function Charts() {
  const shares = [
    { id: 'kept', label: 'Kept', value: 0.62, text: '62 %', tone: 'kept' as const },
    { id: 'edited', label: 'Edited', value: 0.2, text: '20 %', tone: 'edited' as const },
    { id: 'refused', label: 'Refused', value: 0.13, text: '13 %', tone: 'refused' as const },
    { id: 'doubt', label: 'Doubt', value: 0.05, text: '5 %', tone: 'doubt' as const },
  ]
  const years = [2019, 2020, 2021, 2022, 2023, 2024].map((year, index) => ({
    id: String(year),
    label: String(year),
    value: 40 + ((index * 37) % 90),
    text: String(40 + ((index * 37) % 90)),
  }))
  const plain = <Table caption="Kept" columns={[{ id: 'a', title: 'What', cell: (row: string) => row }]} rows={['kept']} rowKey={String} />
  return (
    <>
      <Figure title="What became of the proposals" note="Of 240 proposals." table={plain}>
        <BarRows rows={shares} />
      </Figure>
      <Figure title="Articles by year" table={plain}>
        <Columns columns={years} />
      </Figure>
      <Figure title="Articles by month, many" table={plain}>
        <Columns
          columns={Array.from({ length: 48 }, (_, index) => ({
            id: String(index),
            label: `m${index + 1}`,
            value: (index * 53) % 97,
            text: String((index * 53) % 97),
          }))}
        />
      </Figure>
    </>
  )
}

function TabRow() {
  const [tab, setTab] = useState<'card' | 'runs' | 'report'>('card')
  return (
    <Tabs
      label="Parts of an experiment"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'card', label: 'Card' },
        { id: 'runs', label: 'Runs', count: '2' },
        { id: 'report', label: 'Report' },
      ]}
    >
      The panel of “{tab}”.
    </Tabs>
  )
}

function Windows() {
  const [open, setOpen] = useState(false)
  return (
    <Row>
      <Button onClick={() => setOpen(true)}>open a dialog</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="A window"
        description="Escape closes it; the focus stays inside."
        footer={
          <Button kind="main" onClick={() => setOpen(false)}>
            Understood
          </Button>
        }
      >
        <Field label="The first field has the focus" />
      </Dialog>
      <Tooltip text="A few words more, on hover and on focus.">
        <Button kind="quiet">tooltip</Button>
      </Tooltip>
      <Button onClick={() => notify('Copied')}>a message</Button>
      <Button onClick={() => notify('Refused', { action: { label: 'Undo', run: () => undefined } })}>one that can be undone</Button>
      <Button onClick={() => notify('The file was not read: it is empty.', { kind: 'problem' })}>a problem</Button>
    </Row>
  )
}

function States() {
  return (
    <>
      <EmptyState title="Nothing waits" text="Import articles, or paste one with Ctrl+V.">
        <Button kind="main">Import</Button>
      </EmptyState>
      <Loading />
      <ErrorState text="The desk does not answer. What you typed is kept." onRetry={() => undefined} />
    </>
  )
}

const body = `Le conseil portuaire a pris acte mardi du départ de deux ligneurs. La flottille compte désormais 14 bateaux, contre 19 en 2020.

« Nous n’avons plus de relève », a déclaré le président du comité des pêches.`

function Reading() {
  const [active, setActive] = useState<string | null>('point')
  return (
    <ArticleText
      kicker="Mer"
      title="Le port perd deux ligneurs"
      byline="A. Le Goff · 4 mars 2026"
      body={body}
      lang="fr"
      level={2}
      active={active}
      onLook={setActive}
      lit={[
        { id: 'point', start: 67, end: 126, mark: '1', label: 'Evidence of point 1' },
        { id: 'defect', start: 128, end: 161, mark: '2', label: 'Altered quotation', tone: 'problem' },
      ]}
    />
  )
}

function LongList() {
  return (
    <VirtualList
      className={styles['list']}
      label="A hundred thousand rows"
      count={100_000}
      rowHeight={32}
      row={(index) => <a href="#row">row {index + 1}</a>}
    />
  )
}

export const specimens: readonly Specimen[] = [
  { name: 'Button, LinkButton', Shown: Buttons },
  { name: 'Chip, ChipButton', Shown: Chips },
  { name: 'Field, TextArea, Select, Tick', Shown: Fields },
  { name: 'Meter', Shown: Meters },
  { name: 'Table', Shown: Tables },
  { name: 'Table, ordered by its headers', Shown: SortedTable },
  { name: 'Figure, BarRows, Columns', Shown: Charts },
  { name: 'Tabs', Shown: TabRow },
  { name: 'Dialog, Tooltip, Toast', Shown: Windows },
  { name: 'EmptyState, Loading, ErrorState', Shown: States },
  { name: 'ArticleText', Shown: Reading },
  { name: 'VirtualList', Shown: LongList },
  { name: 'DateField', Shown: Dates },
  { name: 'ArticleForm', Shown: OneArticle },
  { name: 'BlurredText', Shown: Blurred },
  { name: 'TextDifference', Shown: Differences },
  { name: 'KeyLine', Shown: Keys },
  { name: 'ListEntry', Shown: Entries },
  { name: 'Page, Section', Shown: Screens },
  { name: 'Panes', Shown: FourPanes },
]
