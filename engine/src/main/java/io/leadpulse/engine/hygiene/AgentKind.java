package io.leadpulse.engine.hygiene;

/** What a user agent says of who is behind it. */
public enum AgentKind {
  /** Nothing speaks against a person; also where there is no agent. */
  PERSON,
  /** A crawler, a monitor, a library: any program that fetches pages. */
  CRAWLER,
  /** A browser that a program steers. */
  HEADLESS,
  /** Mail security that follows links. */
  SCANNER
}
