package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Pages that a program reads, one after the other.
 *
 * @param setting what kind of program
 * @param agents what it may call itself
 * @param least fewest pages of a visit
 * @param most most pages of a visit
 * @param shortest pause between two pages, in milliseconds
 * @param longest pause between two pages, in milliseconds
 */
record ProgramVisit(
    Setting setting, List<String> agents, int least, int most, long shortest, long longest)
    implements Scene {
  private static final List<Page> PAGES =
      Stream.of(
              Site.HOME,
              Site.BLOG,
              Site.PRODUCT,
              Site.PRICING,
              Site.CASE,
              Site.COMPANY,
              Site.COMPARISON,
              Site.SUPPORT)
          .flatMap(List::stream)
          .toList();

  @Override
  public void play(Diary diary, long start) {
    RandomGenerator random = diary.random();
    Person person = diary.person();
    Browser browser =
        new Browser(
            diary.nextVisitor(), Chance.pick(random, agents), Machines.address(random), false);
    // It came by a lead's link or has a lead's password, unless it is nobody's.
    String lead = person.persona().isNobody() ? null : person.leadId();
    Fetches fetches = new Fetches(diary, browser, Doing.machine(setting), lead);
    int pages = Chance.between(random, least, most);
    long at = start;
    for (int i = 0; i < pages; i++) {
      fetches.get(at, Chance.pick(random, PAGES));
      at += Chance.between(random, shortest, longest);
    }
  }
}
