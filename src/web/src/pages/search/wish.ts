// What is searched for, as it stands in the address.
import { get, post, type Answer } from "../../api/client";
import { link, type Route } from "../../router";

export const filters = ["function", "year", "organisation", "unitType", "type", "copies", "originality", "quantities", "damaged", "undecided", "source", "report"] as const;
export type Filter = typeof filters[number];

export type Wish = Record<Filter | "q" | "page" | "sort" | "all", string>;
export type Found = Answer<"/api/v1/search">;

export const pageLength = 20;

// Longer queries go in a body: some proxies cut long addresses.
const longestInAddress = 1500;

export function wishOf({ query }: Route): Wish {
  const of = (name: string) => query.get(name) ?? "";
  return {
    q: of("q"), page: of("page"), sort: of("sort"), all: of("all"), function: of("function"), year: of("year"), organisation: of("organisation"), unitType: of("unitType"),
    type: of("type"), copies: of("copies"), originality: of("originality"), quantities: of("quantities"), damaged: of("damaged"), undecided: of("undecided"), source: of("source"), report: of("report"),
  };
}

export const isEmpty = (wish: Wish) => !wish.q && filters.every(name => !wish[name]);

export const pageOf = (wish: Wish) => Math.max(1, Number.parseInt(wish.page, 10) || 1);

/** The search with something changed, from its first page on. */
export const changed = (wish: Wish, change: Partial<Wish>) => link("search", { ...wish, page: "", ...change });

/** What the service is asked, without the page. */
export function parameters({ page: _, all, undecided, damaged, ...wish }: Wish) {
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ""));
  return { ...given, ...(all && { collapse: false }), ...(undecided && { undecided: undecided === "true" }), ...(damaged && { damaged: damaged === "true" }) };
}

export function find(wish: Wish, signal: AbortSignal): Promise<Found> {
  const asked = { ...parameters(wish), top: pageLength, offset: (pageOf(wish) - 1) * pageLength };
  return wish.q.length <= longestInAddress ? get("/api/v1/search", { query: asked }, signal) : post("/api/v1/search", asked, {}, signal);
}
