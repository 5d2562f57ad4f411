package io.leadpulse.cli.simulate;

import java.util.List;

/**
 * A visit to the site.
 *
 * @param origins how it may come about
 * @param path what is looked at in any case, one page of each list, in this order
 * @param stroll lists of pages that are wandered through, each as likely as another
 * @param strollLength mean number of pages of the stroll, 1 or more; geometric
 * @param acts what is done at the end, in this order
 */
record Visit(
    List<Origin> origins,
    List<List<Page>> path,
    List<List<Page>> stroll,
    double strollLength,
    List<Act> acts)
    implements Scene {
  private static final int LONGEST_STROLL = 12;

  @Override
  public void play(Diary diary, long start) {
    Session session = new Session(diary, Chance.pick(diary.random(), origins), start);
    path.forEach(session::view);
    int pages = Chance.geometric(diary.random(), strollLength, LONGEST_STROLL);
    for (int i = 0; i < pages; i++) {
      session.view(Chance.pick(diary.random(), stroll));
    }
    acts.forEach(act -> act.perform(session));
  }
}
