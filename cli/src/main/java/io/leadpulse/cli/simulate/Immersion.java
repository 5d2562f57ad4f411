package io.leadpulse.cli.simulate;

import io.leadpulse.cli.truth.Setting;
import java.util.List;

/**
 * A person's long morning on the site, on the working day after.
 *
 * @param least fewest pages
 * @param most most pages
 */
record Immersion(int least, int most) implements Scene {
  private static final List<List<Page>> PAGES = List.of(Site.BLOG, Site.BLOG, Site.SUPPORT);

  @Override
  public void play(Diary diary, long start) {
    long tomorrow = Math.floorDiv(OfficeHours.worked(start), OfficeHours.DAY) + 1;
    long begin =
        OfficeHours.instant(tomorrow * OfficeHours.DAY)
            + Chance.between(diary.random(), 0, OfficeHours.DAY / 4);
    Session session =
        new Session(diary, Origin.SEARCH, begin, diary.anyBrowser(), diary.own(Setting.HEAVY_USER));
    int pages = Chance.between(diary.random(), least, most);
    for (int i = 0; i < pages; i++) {
      session.view(Chance.pick(diary.random(), PAGES));
    }
  }
}
