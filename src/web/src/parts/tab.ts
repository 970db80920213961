// What stays in this tab, reloading included, and goes with it or with who signs out. A browser that keeps nothing is no reason to fail.
export function kept(name: string): unknown {
  try { return JSON.parse(sessionStorage.getItem(name) ?? "null"); } catch { return null; }
}

export function keep(name: string, value: unknown): void {
  try { sessionStorage.setItem(name, JSON.stringify(value)); } catch { /* Private windows may refuse. */ }
}
