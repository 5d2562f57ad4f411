package io.leadpulse.cli.simulate;

/** How a visit to the site came about. */
enum Origin {
  SEARCH("organic", "www.google.com/", ""),
  ADVERTISING("advertising", "www.google.com/", "search-ads"),
  SOCIAL("social", "www.facebook.com/", ""),
  NEWSLETTER("newsletter", "", "newsletter"),
  DIRECT("direct", "", "");

  private final String source;
  private final String referrer;
  private final String campaign;

  Origin(String source, String referrer, String campaign) {
    this.source = source;
    this.referrer = referrer;
    this.campaign = campaign;
  }

  String source() {
    return source;
  }

  /** Where the first page of the visit was reached from; empty if from nowhere. */
  String referrer() {
    return referrer;
  }

  /** The campaign that brought the visit; empty for none. */
  String campaign() {
    return campaign;
  }
}
