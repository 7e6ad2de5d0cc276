// The native menu, French or English: roles only, the page keeps its own commands.
// It must not know the page, nor import electron at run time.
import type { MenuItemConstructorOptions } from 'electron'

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
  },
}

/** The menu for a language and platform. No reload, no developer tools: those would be ways around the page. */
export function menuTemplate(lang: Lang, platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const words = labels[lang]
  const item = (role: Role): MenuItemConstructorOptions => ({ role, label: words[role] ?? role })
  const menu = (name: string, roles: ReadonlyArray<Role | null>): MenuItemConstructorOptions => ({
    label: words[name] ?? name,
    submenu: roles.map((role) => (role === null ? { type: 'separator' } : item(role))),
  })
  const mac = platform === 'darwin'
  const appMenu: MenuItemConstructorOptions = { ...menu('Marbre', ['about', null, 'hide', 'hideOthers', 'unhide', null, 'quit']) }
  return [
    ...(mac ? [appMenu] : []),
    menu('file', mac ? ['close'] : ['close', null, 'quit']),
    menu('edit', ['undo', 'redo', null, 'cut', 'copy', 'paste', 'selectAll']),
    menu('view', ['resetZoom', 'zoomIn', 'zoomOut', null, 'togglefullscreen']),
    ...(mac ? [menu('window', ['minimize'])] : []),
  ]
}

/** The menu's language for a system locale: French unless the system clearly speaks another language. */
export function menuLanguage(locale: string): Lang {
  return locale === '' || locale.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}
