package io.leadpulse.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.engine.lead.Blocker;
import io.leadpulse.engine.model.ScoringModel;
import io.leadpulse.schemas.Fit;
import io.leadpulse.schemas.LeadScore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhyHotTest {
  private static final ScoringModel MODEL =
      Objects.requireNonNull(Samples.models().find("b2b-japan", 3));

  @ParameterizedTest
  @EnumSource
  void hasASentenceForEveryBlockerOfTheEngine(Blocker blocker) {
    for (Language language : Language.values()) {
      for (ScoringModel known : new ScoringModel[] {MODEL, null}) {
        assertThat(why(language, known).say(blocker.term() + ":x"))
            .isNotEqualTo(blocker.term() + ":x")
            .doesNotContain("%");
      }
    }
  }

  @Test
  void saysHowFarTheIntentIsFromTheThresholdOfTheFit() {
    assertThat(why(Language.en, MODEL).say("below-threshold"))
        .isEqualTo("intent 62.3 is 67.7 short of the 130 that this fit needs");
    assertThat(why(Language.en, null).say("below-threshold"))
        .isEqualTo("intent 62.3 is below what this fit needs");
  }

  @Test
  void saysHowManySignalsAreNeeded() {
    assertThat(why(Language.en, MODEL).say("distinct-signals"))
        .isEqualTo("signals that contribute: 1, needed: 2");
    assertThat(why(Language.ja, MODEL).say("cooldown")).contains("14d");
  }

  @Test
  void namesTheGateAndTheExclusion() {
    assertThat(why(Language.en, MODEL).say("gate:budget-known"))
        .isEqualTo("the gate budget-known does not hold");
    assertThat(why(Language.en, MODEL).say("excluded:competitor"))
        .isEqualTo("the lead is excluded: competitor");
  }

  @Test
  void saysWhatMadeTheLeadHot() {
    assertThat(why(Language.en, MODEL).sayCause("hand-raise:contact-form"))
        .isEqualTo("the lead asked to be contacted: Contact form");
    assertThat(why(Language.en, null).sayCause("threshold")).startsWith("an event brought");
  }

  @Test
  void passesOnATermThatItDoesNotKnow() {
    assertThat(why(Language.en, MODEL).say("full-moon:tonight")).isEqualTo("full-moon:tonight");
    assertThat(why(Language.en, MODEL).sayCause("full-moon")).isEqualTo("full-moon");
  }

  private static WhyHot why(Language language, @Nullable ScoringModel model) {
    LeadScore row =
        Samples.score("a", 62_300).setFit(Fit.C).setDistinctSignals(1).setHumanSignals(0).build();
    return new WhyHot(new Words(language), row, new Labels(model, language));
  }
}
