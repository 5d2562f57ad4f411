package io.leadpulse.jobs.score;

import io.leadpulse.engine.lead.LeadScorer;
import io.leadpulse.engine.lead.ScoringSettings;
import io.leadpulse.engine.release.CompiledModel;
import io.leadpulse.engine.release.Release;

/** A model of round numbers: half-lives of four days, one scorecard, HOT from 100 to 80. */
final class TestModel {
  static final String SCORECARD = "sales";

  private static final String YAML =
      """
      model: test
      time-zone: Asia/Tokyo
      retention: 30d
      lost: { keep: 0.5 }
      exclusions: [competitor]
      categories:
        all: { cap: 500 }
      signals:
        contact-form:
          on: form-submit
          form: contact
          human: true
          hand-raise: true
          points: 60
          half-life: 4d
          category: all
        webinar:
          on: attended
          once-per: webinar
          human: true
          points: 40
          half-life: 4d
          category: all
        pricing-page:
          on: page-view
          path: /pricing/**
          points: 30
          half-life: 4d
          category: all
        mail-click:
          on: click
          once-per: link
          points: 20
          half-life: 4d
          category: all
        page-other:
          on: page-view
          otherwise: true
          points: 2
          half-life: 4d
          category: all
      scorecards:
        sales:
          warm: { enter: 50, exit: 40 }
          hot: { enter: { A: 100, B: 100, C: 130, D: never, unknown: 100 }, exit: 80 }
          cooldown: 2d
          hand-raise-keeps: 1d
          require: { distinct-signals: 2, human-signals: 1 }
      fit:
        - { grade: A, when: "profile.employees >= 300" }
        - { grade: D, when: "profile.role == 'student'" }
      """;

  private TestModel() {}

  /** The first release, in effect since ever. */
  static Release first() {
    return Release.of("test", 1, 0, YAML);
  }

  /** A release by which pricing pages are worth 10 instead of 30. */
  static Release cheaper(long version, long effectiveAt) {
    return Release.of("test", version, effectiveAt, YAML.replace("points: 30", "points: 10"));
  }

  /** A release by which all is as in the first one. */
  static Release again(long version, long effectiveAt) {
    return Release.of("test", version, effectiveAt, YAML);
  }

  static Release invalid(long version) {
    return Release.of("test", version, 0, YAML.replace("half-life: 4d", "half-life: soon"));
  }

  /** A scorer by the first release that publishes every change. */
  static LeadScorer scorer() {
    CompiledModel model = first().compile();
    return new LeadScorer(
        model.model(), model.classifier(), model.profilePolicy(), new ScoringSettings(0, 168));
  }
}
