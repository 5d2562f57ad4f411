package io.leadpulse.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadpulse.cli.truth.Actor;
import io.leadpulse.cli.truth.Setting;
import io.leadpulse.schemas.EmailEngagement;
import io.leadpulse.schemas.EmailEngagementKind;
import io.leadpulse.schemas.Exclusion;
import io.leadpulse.schemas.IdentityChange;
import io.leadpulse.schemas.IdentityChangeKind;
import io.leadpulse.schemas.LeadProfile;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.WebAccessKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityScenesTest {
  private static final int MANY = 60_000;

  /** A Wednesday, 14:00 in Tokyo. */
  private static final long START = Instant.parse("2026-11-25T05:00:00Z").toEpochMilli();

  private static final Equipment UNKNOWN = equipment(false);

  private static Equipment equipment(boolean visitorsOnly) {
    return new Equipment(
        Device.OFFICE_PC,
        Mailbox.PLAIN,
        List.of(People.browser("v-desk", false), People.browser("v-phone", false)),
        "v-shared",
        visitorsOnly,
        true);
  }

  @Test
  void aBrowserHasNoNameBeforeAFormAndOneFromThenOn() {
    Person person = People.of(Persona.EVALUATOR, "lead-1", UNKNOWN);
    for (int seed = 0; seed < 100; seed++) {
      boolean told = false;
      for (WebAccess hit : accesses(Scenes.REQUESTS_DOCUMENTS, person, seed)) {
        told |= isForm(hit);
        assertThat(hit.getVisitorId()).isIn("v-desk", "v-phone");
        assertThat(hit.getLeadId() != null).isEqualTo(told);
      }
      assertThat(told).isTrue();
    }
  }

  @Test
  void someSitesNameTheVisitorOnlyButInForms() {
    Person person = People.of(Persona.EVALUATOR, "lead-1", equipment(true));
    for (int seed = 0; seed < 100; seed++) {
      for (WebAccess hit : accesses(Scenes.REQUESTS_DOCUMENTS, person, seed)) {
        assertThat(hit.getLeadId() != null).isEqualTo(isForm(hit));
      }
    }
  }

  @Test
  void aLinkOfAMailTiesTheBrowserThatItIsFollowedIn() {
    Person person = People.of(Persona.NEWSLETTER_READER, "lead-1", UNKNOWN);
    Set<String> tied = new HashSet<>();
    int named = 0;
    int clicks = 0;
    for (int seed = 0; seed < 400; seed++) {
      Set<String> visitors = new HashSet<>();
      for (Event event : People.play(Scenes.READS_MAIL, person, seed, START)) {
        if (event.value() instanceof EmailEngagement mail
            && mail.getKind() == EmailEngagementKind.CLICK) {
          clicks++;
          named += mail.getVisitorId() == null ? 0 : 1;
          assertThat(mail.getLeadId()).isEqualTo("lead-1");
        } else if (event.value() instanceof WebAccess hit) {
          assertThat(hit.getLeadId()).isEqualTo("lead-1");
          visitors.add(hit.getVisitorId());
        }
      }
      assertThat(visitors).hasSizeLessThan(2);
      tied.addAll(visitors);
    }
    assertThat(tied).containsExactlyInAnyOrder("v-desk", "v-phone");
    assertThat(named / (double) clicks).isBetween(0.4, 0.6);
  }

  @Test
  void aForwardedMailIsSomebodyElsesDoing() {
    Person person = People.of(Persona.MULTIPLIER, "lead-1", UNKNOWN);
    List<Event> events = People.play(Scenes.PASSES_MAIL_ON, person, 1, START);
    assertThat(events)
        .filteredOn(event -> event.truth().setting() == Setting.FORWARDED)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(event -> event.truth().actor() == Actor.HUMAN)
        .noneMatch(event -> event.truth().leadId().equals("lead-1"))
        .allMatch(event -> new String(event.key()).equals("lead-1"));
  }

  @Test
  void aLoginTellsWhoseBrowserItIs() {
    Person person = People.of(Persona.CUSTOMER, "lead-1", UNKNOWN);
    List<Event> events = People.play(Scenes.LOGS_IN, person, 1, START);
    IdentityChange link = (IdentityChange) events.get(0).value();
    assertThat(link.getKind()).isEqualTo(IdentityChangeKind.LINK);
    assertThat(new String(events.get(0).key())).isEqualTo(link.getVisitorId());
    WebAccess next = (WebAccess) events.get(1).value();
    assertThat(next.getVisitorId()).isEqualTo(link.getVisitorId());
    assertThat(next.getLeadId()).isEqualTo("lead-1");
  }

  @Test
  void whoIsEnteredTwiceBecomesOneAndSeldomTwoAgain() {
    Person person = People.of(Persona.DORMANT_CARD, "lead-1", UNKNOWN);
    Map<IdentityChangeKind, Integer> kinds = new HashMap<>();
    for (int seed = 0; seed < 500; seed++) {
      for (Event event : People.play(new DoubleEntry(), person, seed, START)) {
        if (event.value() instanceof IdentityChange change) {
          kinds.merge(change.getKind(), 1, Integer::sum);
          assertThat(change.getLeadId()).isEqualTo("lead-1-2");
          assertThat("lead-1".equals(change.getIntoLeadId()))
              .isEqualTo(change.getKind() == IdentityChangeKind.MERGE);
        }
      }
    }
    assertThat(kinds.get(IdentityChangeKind.MERGE)).isEqualTo(500);
    assertThat(kinds.get(IdentityChangeKind.SPLIT)).isBetween(25, 80);
  }

  @Test
  void nothingIsHeardOfALeadThatIsErased() {
    Person person = People.of(Persona.CASUAL_READER, "lead-1", UNKNOWN);
    Scene readsAndIsErased =
        (diary, start) -> {
          Scenes.READS_BLOG.play(diary, start);
          new Erasure().play(diary, start + 1_000);
        };
    List<Event> events = People.play(readsAndIsErased, person, 1, START);
    IdentityChange last = (IdentityChange) events.get(events.size() - 1).value();
    assertThat(last.getKind()).isEqualTo(IdentityChangeKind.ERASE);
  }

  @Test
  void whoseMailComesBackIsNotedAsGone() {
    Person person = People.of(Persona.DORMANT_CARD, "lead-1", UNKNOWN);
    List<Event> events = People.play(new Correspondence(0), person, 1, START);
    assertThat(((LeadProfile) events.get(1).value()).getExclusion()).isEqualTo(Exclusion.LEFT);
  }

  @Test
  void aSharedBrowserHasMoreThanFiveLeads() {
    Map<String, Set<String>> leads = new HashMap<>();
    Set<String> junk = new HashSet<>();
    Simulation simulation = new Simulation(SimulationSettings.defaults(), START);
    for (int i = 0; i < MANY; i++) {
      SimulatedRecord record = simulation.next(START + i * 5L);
      String visitor = record.claim().visitorId();
      if (record.truth().setting() == Setting.KIOSK && record.claim().leadId() != null) {
        leads.computeIfAbsent(visitor, v -> new HashSet<>()).add(record.claim().leadId());
      } else if (visitor != null && !visitor.startsWith("v-")) {
        junk.add(visitor);
      }
    }
    assertThat(leads.values()).anyMatch(known -> known.size() > 5);
    assertThat(junk).contains("-1", "null", "anonymous");
  }

  private static boolean isForm(WebAccess hit) {
    return hit.getKind() == WebAccessKind.FORM_SUBMIT
        || hit.getKind() == WebAccessKind.FILE_DOWNLOAD;
  }

  private static List<WebAccess> accesses(Scene scene, Person person, long seed) {
    return People.play(scene, person, seed, START).stream()
        .map(event -> (WebAccess) event.value())
        .toList();
  }
}
