// The native menu, French or English: the system's roles, and the page's own screens and actions asked for by name.
// It must not know what the page does with them, nor import electron at run time.
import type { MenuItemConstructorOptions } from 'electron'
import type { ShellCommand } from './window-shell.ts'

type Lang = 'fr' | 'en'
type Role = NonNullable<MenuItemConstructorOptions['role']>

const labels: Record<Lang, Record<string, string>> = {
  fr: {
    file: 'Fichier',
    edit: 'Édition',
    view: 'Affichage',
    window: 'Fenêtre',
    about: 'À propos de Marbre',
    hide: 'Masquer Marbre',
    hideOthers: 'Masquer les autres',
    unhide: 'Tout afficher',
    quit: 'Quitter Marbre',
    close: 'Fermer la fenêtre',
    undo: 'Annuler',
    redo: 'Rétablir',
    cut: 'Couper',
    copy: 'Copier',
    paste: 'Coller',
    selectAll: 'Tout sélectionner',
    resetZoom: 'Taille réelle',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    togglefullscreen: 'Plein écran',
    minimize: 'Placer dans le Dock',
    help: 'Aide',
    paste_article: 'Coller un article',
    import: 'Importer des fichiers…',
    palette: 'Chercher une action, un article…',
    keys: 'Toutes les touches',
    home: 'Accueil',
    review: 'À relire',
    articles: 'Articles',
    comments: 'Commentaires',
    experiments: 'Expérimentations',
    vocabulary: 'Thésaurus',
    ledger: 'Journal des validations',
    engines: 'Moteurs',
    settings: 'Réglages',
  },
  en: {
    file: 'File',
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    about: 'About Marbre',
    hide: 'Hide Marbre',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit Marbre',
    close: 'Close Window',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    resetZoom: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    togglefullscreen: 'Full Screen',
    minimize: 'Minimize',
    help: 'Help',
    paste_article: 'Paste an Article',
    import: 'Import Files…',
    palette: 'Find an Action, an Article…',
    keys: 'All Keys',
    home: 'Home',
    review: 'To Review',
    articles: 'Articles',
    comments: 'Comments',
    experiments: 'Experiments',
    vocabulary: 'Vocabulary',
    ledger: 'Ledger',
    engines: 'Engines',
    settings: 'Settings',
  },
}

/** The page's screens, in the order of its own navigation. */
const screens = ['home', 'review', 'articles', 'comments', 'experiments', 'vocabulary', 'ledger', 'engines', 'settings'] as const

/**
 * The menu for a language and platform. `tell` hands a wish to the page, which has the same actions under the same keys: a key shown
 * here is only shown, the page listens to it. No reload, no developer tools: those would be ways around the page.
 */
export function menuTemplate(lang: Lang, platform: NodeJS.Platform, tell: (command: ShellCommand) => void): MenuItemConstructorOptions[] {
  const words = labels[lang]
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const item = (role: Role): MenuItemConstructorOptions => ({ role, label: words[role] ?? role })
  const asks = (name: string, command: ShellCommand, key?: string): MenuItemConstructorOptions => ({
    label: words[name] ?? name,
    ...(key === undefined ? {} : { accelerator: key, registerAccelerator: false }),
    click: () => tell(command),
  })
  const menu = (name: string, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: words[name] ?? name,
    submenu,
  })
  const places = screens.map((screen) => asks(screen, { type: 'go', screen }))
  const mac = platform === 'darwin'
  const appMenu = menu('Marbre', [item('about'), separator, item('hide'), item('hideOthers'), item('unhide'), separator, item('quit')])
  const bring = [asks('paste_article', { type: 'run', action: 'paste' }), asks('import', { type: 'run', action: 'import' }), separator]
  const zoom = [item('resetZoom'), item('zoomIn'), item('zoomOut'), separator, item('togglefullscreen')]
  return [
    ...(mac ? [appMenu] : []),
    menu('file', [...bring, item('close'), ...(mac ? [] : [separator, item('quit')])]),
    menu('edit', [item('undo'), item('redo'), separator, item('cut'), item('copy'), item('paste'), item('selectAll')]),
    menu('view', [asks('palette', { type: 'run', action: 'palette' }, 'CmdOrCtrl+K'), separator, ...places, separator, ...zoom]),
    ...(mac ? [menu('window', [item('minimize')])] : []),
    menu('help', [asks('keys', { type: 'run', action: 'keys' })]),
  ]
}

/** The menu's language for a system locale: French unless the system clearly speaks another language. */
export function menuLanguage(locale: string): Lang {
  return locale === '' || locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}
