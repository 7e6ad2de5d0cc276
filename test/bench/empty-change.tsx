// The peer of a decision: a React root whose state changes and draws one number, for the bench's page alone.
// Bundled by decision-row.ts and run beside Marbre's own page. It must not know Marbre.
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'

declare global {
  var benchTick: (() => void) | undefined
}

function Tick() {
  const [count, setCount] = useState(0)
  useEffect(() => {
    globalThis.benchTick = () => setCount((before) => before + 1)
  }, [])
  return <output id="bench-tick">{count}</output>
}

const place = document.createElement('div')
place.style.position = 'fixed'
document.body.append(place)
createRoot(place).render(<Tick />)
