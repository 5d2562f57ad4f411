package io.leadpulse.cli.simulate;

/**
 * A page of the simulated vendor's site.
 *
 * @param path with a slash at its beginning
 * @param topic what it is about, as the vendor tags it; empty for none
 */
record Page(String path, String title, String topic) {

  /** As links in mails have it. */
  String url() {
    return "https://" + Site.HOST + path;
  }

  /** As referrers have it: without scheme. */
  String address() {
    return Site.HOST + path;
  }
}
