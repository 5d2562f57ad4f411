package io.leadpulse.cli.simulate;

/**
 * What requests come from: a person's browser, or a program that says it is one.
 *
 * @param visitorId of its cookie; not always one of its own
 * @param agent its user agent
 * @param ip from a range reserved for documentation
 * @param known whether the site knew whose it is before the story begins
 */
record Browser(String visitorId, String agent, String ip, boolean known) {}
