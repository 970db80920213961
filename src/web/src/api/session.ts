// Who looks at the page and what they may do. Nothing is hidden for safety's sake, the service refuses by itself: what cannot be done is
// only not offered.
import { createContext, useContext } from "react";
import type { View } from "./client";

export type Session = View<"SessionView">;
export type Permission = "read" | "draft" | "audit" | "edit" | "administer" | "persons" | "log";

export const SessionContext = createContext<Session | undefined>(undefined);

export const useSession = () => useContext(SessionContext);

/** True until the service has said otherwise: at the machine itself everybody may do everything. */
export function useMay(permission: Permission): boolean {
  const session = useSession();
  return session === undefined || session.may.includes(permission);
}
