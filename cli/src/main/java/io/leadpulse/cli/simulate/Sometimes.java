package io.leadpulse.cli.simulate;

/**
 * A scene that is played only now and then.
 *
 * @param share of the times, 0 to 1
 */
record Sometimes(double share, Scene scene) implements Scene {

  @Override
  public void play(Diary diary, long start) {
    if (Chance.of(diary.random(), share)) {
      scene.play(diary, start);
    }
  }
}
