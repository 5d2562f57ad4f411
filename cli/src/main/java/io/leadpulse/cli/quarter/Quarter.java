package io.leadpulse.cli.quarter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.leadpulse.cli.model.ModelFile;
import io.leadpulse.cli.stack.Home;
import io.leadpulse.cli.stack.TempFolder;
import io.leadpulse.cli.terminal.CliException;
import io.leadpulse.cli.terminal.ExitCode;
import io.leadpulse.cli.terminal.Interrupts;
import io.leadpulse.cli.terminal.LogFile;
import io.leadpulse.cli.terminal.Progress;
import io.leadpulse.cli.topic.TopicReader;
import io.leadpulse.engine.calendar.BusinessCalendar;
import io.leadpulse.engine.handoff.Capacity;
import io.leadpulse.engine.handoff.Team;
import io.leadpulse.engine.handoff.Teams;
import io.leadpulse.engine.handoff.TeamsParser;
import io.leadpulse.engine.yaml.Problems;
import io.leadpulse.schemas.HandOff;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.Subject;
import io.leadpulse.schemas.Topics;
import io.leadpulse.schemas.WebAccess;
import io.leadpulse.schemas.wire.Limits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Marketing and sales of three months, from business day to business day: leads visit, the scoring
 * job raises alerts, the hand-off releases them, people work them, and what they report comes back
 * to both jobs.
 */
public final class Quarter {
  /** Before a short month teams are given more than usual. */
  private static final double HURRY = 1.2;

  /** Quotes have a meaning: a duration has none. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build();

  private final Home home;
  private final QuarterSettings settings;
  private final PrintWriter err;
  private final Interrupts interrupts;
  private final Progress progress;

  /**
   * @param err takes the progress
   */
  public Quarter(Home home, QuarterSettings settings, PrintWriter err, Interrupts interrupts) {
    this.home = home;
    this.settings = settings;
    this.err = err;
    this.interrupts = interrupts;
    progress = new Progress(err, System::nanoTime, interrupts);
  }

  /**
   * Runs it.
   *
   * @throws CliException if a job fails, the teams are not valid, or the user interrupts
   */
  public QuarterReport run() {
    return run(new EveryTenDays(progress));
  }

  /** The same for somebody who watches each day. */
  public QuarterReport run(DayWatcher watcher) {
    long start = System.nanoTime();
    LogFile.use(home.state().resolve("logs").resolve("quarter.log"));
    ModelFile model = ModelFile.read(settings.model(), err);
    Teams teams = teams();
    try (TempFolder folder = TempFolder.create("leadpulse-teams-");
        QuarterStack stack =
            QuarterStack.start(home, model, teamsFile(folder.path()), progress, err, interrupts)) {
      QuarterBooks books = new QuarterBooks(teams);
      long events = play(stack, teams, books, watcher);
      double seconds = (System.nanoTime() - start) / 1e9;
      return books.report(settings, events, seconds);
    } catch (IOException e) {
      throw CliException.failure("the working folder cannot be used", e);
    }
  }

  private Teams teams() {
    Path file = settings.teams();
    Problems problems = new Problems();
    Teams teams =
        TeamsParser.parse(
            file.toString(),
            text(file).orElse(""),
            name -> text(file.resolveSibling(name)),
            problems);
    if (!problems.isEmpty() || teams.byId().isEmpty()) {
      err.println(problems.report());
      throw new CliException(
          ExitCode.BAD_CONFIGURATION, "the file of the teams is not valid: " + file);
    }
    return teams;
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The teams as they are, or each without a limit. */
  private Path teamsFile(Path folder) throws IOException {
    if (settings.capacity()) {
      return settings.teams();
    }
    JsonNode root = YAML.readTree(settings.teams().toFile());
    for (JsonNode team : root.path("teams")) {
      if (team instanceof ObjectNode fields && !fields.path("digest").asBoolean()) {
        fields.remove("reps");
        fields.remove("slots");
        fields.remove("look-ahead");
        fields.put("unlimited", true);
      }
    }
    Path file = folder.resolve("teams.yaml");
    YAML.writeValue(file.toFile(), root);
    return file;
  }

  private long play(QuarterStack stack, Teams teams, QuarterBooks books, DayWatcher watcher) {
    BusinessCalendar calendar = teams.byId().values().iterator().next().calendar();
    Market market = new Market(settings.seed(), settings.leadsPerDay(), calendar.zone());
    SalesForce sales = new SalesForce(settings.seed());
    teams.byId().values().forEach(team -> sales.add(team, perDay(team)));
    LocalDate day = settings.first();
    Deque<WebAccess> later = new ArrayDeque<>();
    try (Feeder feeder = new Feeder(stack, err::println);
        TopicReader<HotLeadAlert> alerts = reader(stack, Topics.HOT_LEAD_ALERT);
        TopicReader<HandOff> handOffs = reader(stack, Topics.HAND_OFF)) {
      feeder.begin(day.atStartOfDay(calendar.zone()).toInstant());
      market.profiles(day, true).forEach(feeder::send);
      for (; day.isBefore(settings.end()); day = day.plusDays(1)) {
        market.profiles(day, false).forEach(feeder::send);
        later.addAll(market.visits(day));
        if (!calendar.isBusinessDay(day)) {
          watcher.rested(day);
          continue;
        }
        if (interrupts.isRequested()) {
          throw CliException.failure("interrupted");
        }
        sales.work(day);
        // The end of the day belongs to the day.
        Instant now = Instant.ofEpochMilli(calendar.closeOf(day) + 1);
        sendUpTo(now, later, sales, feeder);
        feeder.passScoring(now);
        alerts.readToEnd(message -> message.ifValue(books::onAlert));
        feeder.passHandOff(now);
        LocalDate today = day;
        feeder.await(
            () -> {
              handOffs.readToEnd(
                  message ->
                      message.ifValue(
                          record -> {
                            books.onHandOff(record);
                            sales.on(record);
                          }));
              return books.hasEnded(today);
            },
            "the hand-off's " + day);
        watcher.worked(day, books);
      }
      return feeder.events();
    }
  }

  private static void sendUpTo(
      Instant now, Deque<WebAccess> later, SalesForce sales, Feeder feeder) {
    while (!later.isEmpty() && later.element().getOccurredAt().isBefore(now)) {
      feeder.send(later.remove());
    }
    sales.takeUpTo(now.toEpochMilli() - 1).forEach(feeder::send);
  }

  /** What a team's people take on a business day if they hurry, whatever the job releases. */
  private static int perDay(Team team) {
    Capacity capacity = team.capacity();
    return (int) Math.ceil(HURRY * Math.max(0, capacity.reps()) * capacity.slots());
  }

  private <T extends SpecificRecord> TopicReader<T> reader(QuarterStack stack, Subject<T> subject) {
    return new TopicReader<>(
        stack.bootstrap(), QuarterStack.PREFIX, subject, Limits.RESULT, err::println);
  }
}
