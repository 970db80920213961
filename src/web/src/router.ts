// The address: #/report/ID/audit?at=… What follows the # stays in the browser, so no query is in a proxy's log.
import { useSyncExternalStore } from "react";

export interface Route {
  name: string;
  rest: string[];
  query: URLSearchParams;
}

const decode = (part: string) => { try { return decodeURIComponent(part); } catch { return part; } };

export function parseRoute(hash: string): Route {
  const [path = "", query] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [name, ...rest] = path.split("/").map(decode);
  return { name: name || "search", rest, query: new URLSearchParams(query ?? "") };
}

let known = { hash: location.hash, route: parseRoute(location.hash) };

function current(): Route {
  if (known.hash !== location.hash) known = { hash: location.hash, route: parseRoute(location.hash) };
  return known.route;
}

function subscribe(tell: () => void): () => void {
  window.addEventListener("hashchange", tell);
  return () => window.removeEventListener("hashchange", tell);
}

export const useRoute = () => useSyncExternalStore(subscribe, current);

export const go = (address: string) => { location.hash = address; };

/** An address of the page; what is empty is left out. */
export function link(path: string, query: Record<string, string | number | null | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parameters.set(name, String(value));
  const text = parameters.toString();
  return `#/${path}${text ? "?" + text : ""}`;
}

export const reportLink = (report: string, paragraph?: string | null) => link(`report/${report}`, { at: paragraph });
export const auditLink = (report: string, query: Record<string, string> = {}) => link(`report/${report}/audit`, query);
export const familyLink = (family: string) => link(`family/${family}`);
