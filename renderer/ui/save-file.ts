// Hands a text to the person as a file, through the browser's own download. It must not know the content.

/** Saves `content` under `name`. Nothing leaves the machine: the file is made in the page. */
export function saveFile(name: string, mime: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mime }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
