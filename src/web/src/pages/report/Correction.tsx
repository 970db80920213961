import { Button, Input, Select } from "antd";
import { useState } from "react";
import { get, put, Refusal, remove, type View } from "../../api/client";
import { Refused } from "../../parts/states";
import { functions } from "../../names";

const options = Object.entries(functions).map(([value, label]) => ({ value, label }));

/** Says what a paragraph does where the program errs; copies below the same heading follow. */
export function Correction({ block, done }: { block: View<"BlockView">; done: () => void }) {
  const [primary, setPrimary] = useState(block.function);
  const [secondary, setSecondary] = useState(block.secondary ?? "");
  const [note, setNote] = useState("");
  const [error, setError] = useState<Error>();
  const path = { id: block.id };

  async function attempt(work: (headers: Record<string, string>) => Promise<unknown>) {
    try {
      await work({ "If-Match": await tagOf(block.id) });
      done();
    } catch (fault) {
      setError(fault as Error);
    }
  }

  return <form className="correction" onSubmit={event => {
    event.preventDefault();
    void attempt(headers => put("/api/v1/paragraphs/{id}/correction", { function: primary, secondary: secondary || null, note: note || null }, { path }, headers));
  }}>
    <Select size="small" aria-label="功能" value={primary} options={options} onChange={setPrimary} />
    <Select size="small" aria-label="兼有的功能" value={secondary} options={[{ value: "", label: "没有第二功能" }, ...options.filter(one => one.value !== primary)]} onChange={setSecondary} />
    <Input size="small" aria-label="理由" placeholder="理由，可不填" value={note} maxLength={200} onChange={event => setNote(event.target.value)} />
    <Button size="small" type="primary" htmlType="submit">保存</Button>
    {block.corrected && <Button size="small" onClick={() => void attempt(headers => remove("/api/v1/paragraphs/{id}/correction", { path }, headers))}>撤销更正</Button>}
    <span className="quiet">相同标题下的相同文字会一同更正。</span>
    {error && <Refused error={error} />}
  </form>;
}

/** The tag of the correction as it stands, so that nobody's change is overwritten unseen. */
async function tagOf(id: string): Promise<string> {
  try {
    return (await get("/api/v1/paragraphs/{id}/correction", { path: { id } })).tag;
  } catch (error) {
    if (error instanceof Refusal && error.problem.status === 404) return "\"none\"";
    throw error;
  }
}
