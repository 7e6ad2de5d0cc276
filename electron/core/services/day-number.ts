// A day as an integer, the way the vector index compares days.

/** `2026-11-22` → 20261122; 0 when there is no day. */
export function dayNumber(day: string | null): number {
  return day === null ? 0 : Number(day.slice(0, 10).replaceAll('-', '')) || 0
}
