// The way to the service. A refusal is thrown as a Refusal that carries the service's own sentence.

export class Refusal extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || "请求未成功。");
    this.problem = problem;
  }
}

/** GET /api/v1/…; parameters that are empty are left out. */
export function get(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, value);
  }
  const text = query.toString();
  return request(`api/v1/${path}${text ? "?" + text : ""}`);
}

export const post = (path, body, headers = {}) => request(`api/v1/${path}`, { method: "POST", body, headers });

/** The same for an answer that is a file. */
export const postForFile = (path, body, headers = {}) => request(`api/v1/${path}`, { method: "POST", body, headers }, response => response.blob());

/** The service's state: null when it is ready, else a sentence. */
export async function waiting() {
  try {
    await request("health/ready");
    return null;
  } catch (error) {
    return error.message;
  }
}

async function request(url, options, read = null) {
  let response;
  try {
    response = await fetch(url, options);
  } catch {
    throw new Refusal({ title: "连接不上服务", detail: "连接不上服务：请确认镜鉴正在运行，然后重试。" });
  }
  if (read && response.ok) return read(response);
  const isJson = /json/.test(response.headers.get("Content-Type") ?? "");
  const body = isJson ? await response.json() : {};
  if (!response.ok) throw new Refusal({ status: response.status, ...body });
  return body;
}
