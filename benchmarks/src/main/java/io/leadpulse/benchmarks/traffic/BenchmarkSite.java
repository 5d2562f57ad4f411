package io.leadpulse.benchmarks.traffic;

/**
 * The pages that leads visit: of ten, one is a price list and three are what a product is about.
 */
final class BenchmarkSite {
  private static final String[] SECTIONS = {
    "product", "blog", "pricing", "cases", "help", "company", "features", "docs", "news", "careers"
  };

  private BenchmarkSite() {}

  /**
   * @param number 0 or more; neighbours are in different sections
   */
  static String page(int number) {
    return "/" + SECTIONS[number % SECTIONS.length] + "/page-" + number / SECTIONS.length;
  }
}
