// The way to the service, checked against its OpenAPI document. A refusal is thrown with the service's own sentence.
import type { components, paths } from "./schema";

export type View<Name extends keyof components["schemas"]> = components["schemas"][Name];

export interface Problem {
  title?: string | null;
  detail?: string | null;
  status?: number | null;
  code?: string;
  at?: { start: number; end: number };
  files?: View<"OutcomeView">[];
}

export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title || "请求未成功。");
  }
}

type Method = "get" | "post" | "put" | "patch" | "delete";
type With<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, infer O> ? ([O] extends [never] ? never : P) : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
type Json<R> = R extends { content: { "application/json": infer Body } } ? Body : never;
export type Answer<P extends keyof paths, M extends Method = "get"> =
  Operation<P, M> extends { responses: infer R } ? Json<R[keyof R & (200 | 201)]> : never;
type Parameters<O> = O extends { parameters: infer Given } ? Given : never;
type Wanted<O> = {
  path?: Parameters<O> extends { path: infer Path } ? Path : never;
  query?: Parameters<O> extends { query?: infer Query } ? Query : never;
};

type Values = Record<string, unknown>;

/** The address of an operation with its parameters; empty ones are left out. */
export function address(path: string, { path: names = {}, query = {} }: { path?: Values; query?: Values } = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(names[name])));
  return `${filled.slice(1)}${text ? "?" + text : ""}`;
}

export const get = <P extends With<"get">>(path: P, wanted: Wanted<Operation<P, "get">> = {}, signal?: AbortSignal) =>
  request<Answer<P>>(address(path, wanted as never), { signal: signal ?? null });

const sendJson = (method: Method, body: unknown, headers: Record<string, string> = {}): RequestInit =>
  ({ method: method.toUpperCase(), body: JSON.stringify(body), headers: { "Content-Type": "application/json", ...headers } });

export const post = <P extends With<"post">>(path: P, body: unknown, wanted: Wanted<Operation<P, "post">> = {}, signal?: AbortSignal) =>
  request<Answer<P, "post">>(address(path, wanted as never), { ...sendJson("post", body), signal: signal ?? null });

export const put = <P extends With<"put">>(path: P, body: unknown, wanted: Wanted<Operation<P, "put">> = {}, headers: Record<string, string> = {}) =>
  request<Answer<P, "put">>(address(path, wanted as never), sendJson("put", body, headers));

export const patch = <P extends With<"patch">>(path: P, body: unknown, wanted: Wanted<Operation<P, "patch">> = {}) =>
  request<Answer<P, "patch">>(address(path, wanted as never), sendJson("patch", body));

export const remove = <P extends With<"delete">>(path: P, wanted: Wanted<Operation<P, "delete">> = {}, headers: Record<string, string> = {}) =>
  request<Answer<P, "delete">>(address(path, wanted as never), { method: "DELETE", headers });

/** The same for an answer that is a file. */
export const postForFile = (path: With<"post">, body: unknown, query: Values = {}) =>
  request<Blob>(address(path, { query }), sendJson("post", body), response => response.blob());

/** Sends files as a job, which goes on by itself when they are there, and tells how much of them has left. */
export function upload(form: FormData, collection: number | undefined, progress: (share: number) => void): Promise<View<"JobView">> {
  return new Promise((done, fail) => {
    const sending = new XMLHttpRequest();
    sending.open("POST", address("/api/v1/jobs", { query: { collection } }));
    sending.responseType = "json";
    sending.upload.onprogress = event => { if (event.lengthComputable) progress(event.loaded / event.total); };
    sending.onerror = () => fail(unreachable());
    sending.onload = () => {
      if (sending.status === 401) location.assign("sign-in");
      if (sending.status < 300) done(sending.response as View<"JobView">);
      else fail(new Refusal({ status: sending.status, ...(sending.response as Problem | null) }));
    };
    sending.send(form);
  });
}

/** What happens to a job, as it happens; a broken stream goes on by itself. Returns the way to stop listening. */
export function follow(job: number, tell: (event: View<"JobEventView">) => void): () => void {
  const stream = new EventSource(`api/v1/jobs/${job}/events`);
  const hear = (event: MessageEvent<string>) => {
    const told = JSON.parse(event.data) as View<"JobEventView">;
    tell(told);
    // The service closes the stream of a job that has ended; the browser must not ask again.
    if (told.job?.endedAt) stream.close();
  };
  for (const kind of ["state", "stage", "file", "job"]) stream.addEventListener(kind, hear);
  return () => stream.close();
}

/** What the service is waiting for: null when it is ready, else a sentence. */
export async function waiting(): Promise<string | null> {
  try {
    await request("health/ready", {});
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Told to the window when the service does not answer, and when it does again. */
export const lost = "jingjian:lost", back = "jingjian:back";

function unreachable(): Refusal {
  window.dispatchEvent(new Event(lost));
  return new Refusal({ title: "连接不上服务", detail: "连接不上服务：请确认镜鉴正在运行、网络畅通；一旦恢复，页面会自己接上。", code: "page.unreachable" });
}

async function request<T>(url: string, options: RequestInit, read?: (response: Response) => Promise<T>): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, options);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw unreachable();
  }
  if (read && response.ok) return read(response);
  const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
  const body = isJson ? await response.json() : {};
  // A session that has ended, or that somebody else's sign-in has replaced.
  if (response.status === 401) location.assign("sign-in");
  if (!response.ok) throw new Refusal({ status: response.status, ...body });
  return body as T;
}
