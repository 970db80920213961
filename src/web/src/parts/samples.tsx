// 样例: the invented reports that an empty archive begins with. Whoever opens the page is told so, and how to replace them.
import { Button } from "antd";
import { createContext, useContext, useState } from "react";
import { remove, type View } from "../api/client";
import { useMay } from "../api/session";
import { count } from "../text/format";
import { TextButton } from "./actions";
import { Refused } from "./states";

interface Samples {
  held: View<"SamplesView"> | undefined;
  /** They have been taken out: what is shown must be asked for anew. */
  removed: () => void;
}

export const SamplesContext = createContext<Samples>({ held: undefined, removed: () => {} });

/** How many samples there are; null when there are none, or when it is not known yet. */
export function useSamples(): View<"SamplesView"> | null {
  const { held } = useContext(SamplesContext);
  return held && held.sources > 0 ? held : null;
}

/** In the bar on top: nobody takes an invented figure for a true one. */
export function SampleMark() {
  return useSamples() && <a className="sample-mark" href="#/sources" title="档案库里有随程序提供的虚构样例；点击看怎样移走">含样例</a>;
}

/** Takes the samples out, when asked twice. */
export function RemoveSamples() {
  const samples = useSamples();
  const { removed } = useContext(SamplesContext);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const mayEdit = useMay("edit");
  if (!samples || !mayEdit) return null;
  async function drop() {
    setBusy(true);
    try {
      await remove("/api/v1/samples");
      removed();
    } catch (fault) {
      setError(fault as Error);
      setBusy(false);
    }
  }
  return <>
    {asked
      ? <span className="keep">确实移走 {count(samples.sources)} 个样例文件？自己的文件不受影响。<Button size="small" type="primary" danger loading={busy} onClick={() => void drop()}>移走</Button>
        <Button size="small" disabled={busy} onClick={() => setAsked(false)}>不移走</Button></span>
      : <TextButton onClick={() => setAsked(true)}>移走样例…</TextButton>}
    {error && <Refused error={error} />}
  </>;
}
