/** The logins that are open. */
export abstract class LoginSessions {
  /** Ends every login of a person, on all devices. */
  abstract endAll(personId: string): Promise<void>;
}
