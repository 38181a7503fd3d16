export const sessionSlot = (apiKey: string): string => `smartchat:session:${apiKey}`;
export const loginSlot = (apiKey: string): string => `smartchat:login:${apiKey}`;

export function forgetVisitor(apiKey: string): void {
  try {
    localStorage.removeItem(sessionSlot(apiKey));
    sessionStorage.removeItem(loginSlot(apiKey));
  } catch {
    // Where storage is blocked nothing was stored.
  }
}
