package io.leadpulse.engine.expression;

import static io.leadpulse.engine.event.Channel.EMAIL;
import static io.leadpulse.engine.event.Channel.OFFLINE;
import static io.leadpulse.engine.event.Channel.WEB;
import static io.leadpulse.engine.event.Channel.WEBINAR;

import io.leadpulse.engine.event.Channel;
import io.leadpulse.engine.event.Engagement;
import io.leadpulse.engine.profile.Profile;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What expressions about one kind of subject may name.
 *
 * @param root the word before the point
 */
record Vocabulary<T>(String root, Map<String, Field<T>> fields) {
  private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

  static final Vocabulary<Engagement> EVENT =
      of(
          "event",
          List.of(
              new Field.Text<>("kind", ALL, event -> event.kind().term()),
              new Field.Text<>("title", ALL, Engagement::title),
              new Field.Text<>("topic", ALL, Engagement::topic),
              new Field.Text<>("campaign", ALL, Engagement::campaign),
              new Field.Text<>("path", EnumSet.of(WEB), Engagement::path),
              new Field.Text<>("form", EnumSet.of(WEB), Engagement::form),
              new Field.Text<>("asset", EnumSet.of(WEB), Engagement::asset),
              new Field.Text<>("session", EnumSet.of(WEB), Engagement::session),
              new Field.Text<>("searchTerms", EnumSet.of(WEB), Engagement::searchTerms),
              new Field.Text<>("method", EnumSet.of(WEB), Engagement::method),
              new Field.Count<>("status", EnumSet.of(WEB), Engagement::status),
              new Field.Count<>("dwellSeconds", EnumSet.of(WEB), Engagement::dwellSeconds),
              new Field.Count<>("scrollPercent", EnumSet.of(WEB), Engagement::scrollPercent),
              new Field.Text<>("link", EnumSet.of(EMAIL), Engagement::link),
              new Field.Text<>("message", EnumSet.of(EMAIL), Engagement::message),
              new Field.Text<>("webinar", EnumSet.of(WEBINAR), Engagement::webinar),
              new Field.Count<>("minutes", EnumSet.of(WEBINAR), Engagement::minutes),
              new Field.Count<>(
                  "scheduledMinutes", EnumSet.of(WEBINAR), Engagement::scheduledMinutes),
              new Field.Texts<>("answers", EnumSet.of(WEBINAR), Engagement::answers),
              new Field.Text<>("outcome", EnumSet.of(OFFLINE), Engagement::outcome)));

  static final Vocabulary<Profile> PROFILE =
      of(
          "profile",
          List.of(
              new Field.Text<>("accountId", ALL, Profile::accountId),
              new Field.Text<>("company", ALL, Profile::company),
              new Field.Text<>("department", ALL, Profile::department),
              new Field.Text<>("role", ALL, Profile::role),
              new Field.Text<>("country", ALL, Profile::country),
              new Field.Text<>("industry", ALL, Profile::industry),
              new Field.Count<>("employees", ALL, Profile::employees),
              new Field.Text<>("owner", ALL, Profile::owner),
              new Field.Text<>("team", ALL, Profile::team),
              new Field.Text<>("exclusion", ALL, profile -> profile.exclusion().term()),
              new Field.Flag<>("consent", ALL, Profile::consent),
              new Field.Flag<>("emailOptOut", ALL, Profile::emailOptOut),
              new Field.Texts<>("attributes", ALL, Profile::attributes)));

  /** The field of a qualified name such as {@code event.minutes}, or null. */
  @Nullable Field<T> qualified(String name) {
    return name.startsWith(root + ".") ? fields.get(name.substring(root.length() + 1)) : null;
  }

  private static <T> Vocabulary<T> of(String root, List<Field<T>> fields) {
    Map<String, Field<T>> byName = new LinkedHashMap<>();
    fields.forEach(field -> byName.put(field.name(), field));
    return new Vocabulary<>(root, byName);
  }
}
