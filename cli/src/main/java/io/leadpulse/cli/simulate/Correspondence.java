package io.leadpulse.cli.simulate;

/**
 * A mail that is answered, or comes back because nobody has that address any more.
 *
 * @param answered share that is answered, 0 to 1; the rest comes back
 */
record Correspondence(double answered) implements Scene {

  @Override
  public void play(Diary diary, long start) {
    Envelope envelope = new Envelope(diary);
    if (Chance.of(diary.random(), answered)) {
      envelope.deliver(start);
      long pause = Chance.between(diary.random(), 0, OfficeHours.DAY / 4);
      envelope.reply(OfficeHours.after(start, pause));
    } else {
      envelope.bounce(start + 1);
    }
  }
}
