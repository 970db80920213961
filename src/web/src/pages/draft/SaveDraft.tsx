// The draft as a file: in the layout of official documents, with its sources as endnotes.
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { postForFile } from "../../api/client";
import { Refused } from "../../parts/states";
import { save } from "../../parts/saving";
import { citation } from "../../text/citation";
import { placeOf, useDraft } from "./draft";
import type { Checked } from "./Result";

interface Endnote {
  text: string;
  at: number | null;
}

export function SaveDraft({ checked }: { checked: Checked | undefined }) {
  const { text, cited } = useDraft();
  const [withSources, setWithSources] = useState(true);
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);

  async function write() {
    setBusy(true);
    try {
      const citations = withSources ? onceEach([...cited.map(one => ({ text: one.citation, at: placeOf(text, one.passage) })), ...checked ? foundIn(checked) : []]) : [];
      save(await postForFile("/api/v1/drafts/document", { text, citations }), "草稿.docx");
      setError(undefined);
    } catch (fault) {
      setError(fault as Error);
    }
    setBusy(false);
  }

  return <>
    <Button disabled={text.trim() === ""} loading={busy} onClick={() => void write()} title="按党政机关公文格式（GB/T 9704—2012）排版的 Word 文件">导出公文</Button>
    <Checkbox checked={withSources} onChange={event => setWithSources(event.target.checked)}>尾注写明出处</Checkbox>
    {error && <Refused error={error} />}
  </>;
}

/** What the check found elsewhere, at the end of each stretch. */
const foundIn = (checked: Checked): Endnote[] => checked.paragraphs.flatMap(paragraph => paragraph.passages.flatMap(({ end, source }) =>
  source ? [{ text: citation(source.reportTitle, source.place, source.organisation, source.year), at: end }] : []));

/** One endnote for one source in one place: what was put in is found by the check as well. */
function onceEach(notes: Endnote[]): Endnote[] {
  const near = 400;
  return notes.filter((note, i) => !notes.slice(0, i).some(before => before.text === note.text
    && (before.at === note.at || before.at !== null && note.at !== null && Math.abs(before.at - note.at) < near)));
}
