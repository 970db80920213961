// What is searched for, as it stands in the address.
import { get, post, type Answer } from "../../api/client";
import { keep, kept } from "../../parts/tab";
import { link, type Route } from "../../router";

export const filters = ["function", "year", "organisation", "unitType", "type", "copies", "originality", "quantities", "damaged", "undecided", "source", "report"] as const;
export type Filter = typeof filters[number];

// The page is for people, its cursor for the service.
export type Wish = Record<Filter | "q" | "page" | "cursor" | "sort" | "all", string>;
export type Found = Answer<"/api/v1/search">;

export const pageLength = 20;

// Longer queries go in a body: some proxies cut long addresses.
const longestInAddress = 1500;

export function wishOf({ query }: Route): Wish {
  const of = (name: string) => query.get(name) ?? "";
  return {
    q: of("q"), page: of("page"), cursor: of("cursor"), sort: of("sort"), all: of("all"), function: of("function"), year: of("year"), organisation: of("organisation"), unitType: of("unitType"),
    type: of("type"), copies: of("copies"), originality: of("originality"), quantities: of("quantities"), damaged: of("damaged"), undecided: of("undecided"), source: of("source"), report: of("report"),
  };
}

export const isEmpty = (wish: Wish) => !wish.q && filters.every(name => !wish[name]);

export const pageOf = (wish: Wish) => Math.max(1, Number.parseInt(wish.page, 10) || 1);

/** The search with something changed, from its first page on. */
export const changed = (wish: Wish, change: Partial<Wish>) => link("search", { ...wish, page: "", cursor: "", ...change });

/** What the service is asked, without the page. */
export function parameters({ page: _, cursor: __, all, undecided, damaged, ...wish }: Wish) {
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== ""));
  return { ...given, ...(all && { collapse: false }), ...(undecided && { undecided: undecided === "true" }), ...(damaged && { damaged: damaged === "true" }) };
}

// Where the pages that were shown in this tab began: the way back. A page that was opened by its address knows the first one only.
const key = "jingjian.ways";
const ways = (kept(key) ?? {}) as Record<string, Pick<Wish, "page" | "cursor">>;

export const nextPage = (wish: Wish, next: string) => changed(wish, { page: String(pageOf(wish) + 1), cursor: next });

export const pageBefore = (wish: Wish) => changed(wish, ways[wish.cursor] ?? {});

export async function find(wish: Wish, signal: AbortSignal, explain = false): Promise<Found> {
  const asked = { ...parameters(wish), top: pageLength, ...(wish.cursor && { cursor: wish.cursor }), ...(explain && { explain }) };
  const found = await (wish.q.length <= longestInAddress ? get("/api/v1/search", { query: asked }, signal) : post("/api/v1/search", asked, {}, signal));
  if (found.next) {
    ways[found.next] = { page: wish.page, cursor: wish.cursor };
    keep(key, ways);
  }
  return found;
}
