package io.leadpulse.jobs.record;

import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.event.EventKind;
import io.leadpulse.engine.identity.IdentityChange;
import io.leadpulse.engine.lead.SalesActivity;
import io.leadpulse.engine.profile.Exclusion;
import io.leadpulse.engine.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lead inputs with all that texts and numbers can be, the same for the same seed. */
final class RandomInputs {
  private static final long[] EXTREMES = {
    0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final int[] CODE_POINTS = {'a', 'Z', '/', 0, 0x7F, 0xE9, 0x3042, 0x6599, 0x1F600};
  private static final int LONG_TEXT = 70_000;

  private final Random random;

  RandomInputs(long seed) {
    random = new Random(seed);
  }

  LeadInput next() {
    int partition = (int) number();
    long offset = number();
    return switch (random.nextInt(6)) {
      case 0 -> new LeadInput.Profiled(partition, offset, number(), text(), profile());
      case 1 -> new LeadInput.Reported(partition, offset, text(), activity());
      case 2 -> new LeadInput.Identified(partition, offset, number(), change());
      case 3 -> transferred(partition, offset);
      default -> new LeadInput.Engaged(partition, offset, engagement());
    };
  }

  VisitorInput nextOfVisitor() {
    if (random.nextBoolean()) {
      return new VisitorInput.Linked(text(), text(), number(), number(), random.nextBoolean());
    }
    int partition = (int) number();
    LeadInput.Engaged engaged = new LeadInput.Engaged(partition, number(), engagement());
    return new VisitorInput.Touched(text(), engaged.by(""));
  }

  private LeadInput transferred(int partition, long offset) {
    return new LeadInput.Transferred(
        partition,
        offset,
        number(),
        number(),
        pick(LeadInput.Transferred.Kind.values()),
        text(),
        List.of(text(), text()),
        bytes());
  }

  private IdentityChange change() {
    return new IdentityChange(pick(IdentityChange.Kind.values()), text(), number(), text(), text());
  }

  private Engagement engagement() {
    return new Engagement(
        pick(EventKind.values()),
        text(),
        text(),
        number(),
        number(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        (int) number(),
        (int) number(),
        (int) number(),
        (int) number(),
        (int) number(),
        text(),
        texts(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        text(),
        text());
  }

  private Profile profile() {
    return new Profile(
        number(),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        (int) number(),
        text(),
        text(),
        pick(Exclusion.values()),
        random.nextBoolean(),
        random.nextBoolean(),
        texts());
  }

  private SalesActivity activity() {
    return new SalesActivity(
        text(), pick(SalesActivity.Kind.values()), number(), number(), pick(Exclusion.values()));
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  long number() {
    return switch (random.nextInt(3)) {
      case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
      case 1 -> random.nextInt(1_000);
      default -> random.nextLong();
    };
  }

  String text() {
    int kind = random.nextInt(200);
    if (kind < 100) {
      return "";
    }
    int length = kind == 199 ? LONG_TEXT : 1 + random.nextInt(40);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
    }
    return text.toString();
  }

  byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(50)];
    random.nextBytes(bytes);
    return bytes;
  }

  boolean chance() {
    return random.nextBoolean();
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      texts.put(text(), text());
    }
    return texts;
  }
}
