// Names and numbers of persons in passages to learn from: masked (张××) until somebody who may see them asks. The choice lasts as long
// as the page does, so nobody shows them unawares the next day.
import { Checkbox } from "antd";
import { useSyncExternalStore } from "react";
import { useSession } from "../../api/session";

let shown = false;
const listeners = new Set<() => void>();

function show(now: boolean): void {
  shown = now;
  listeners.forEach(tell => tell());
}

/** What the service is asked: whether to show persons. */
export const usePersons = () => useSyncExternalStore(tell => { listeners.add(tell); return () => { listeners.delete(tell); }; }, () => shown);

export function PersonsSwitch() {
  const persons = usePersons();
  if (!useSession()?.may.includes("persons")) return null;
  return <Checkbox checked={persons} title="平时以 张××、138×× 代替" onChange={event => show(event.target.checked)}>显示人名和号码</Checkbox>;
}
