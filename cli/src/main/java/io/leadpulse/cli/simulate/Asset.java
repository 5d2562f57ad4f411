package io.leadpulse.cli.simulate;

/**
 * A file or video of the simulated vendor.
 *
 * @param topic what it is about; empty for none
 */
record Asset(String id, String title, String topic) {

  /** Where it is on the site. */
  String path() {
    return "/download/" + id;
  }
}
