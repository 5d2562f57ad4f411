package io.leadpulse.cli.read;

import io.leadpulse.engine.model.HotRule;
import io.leadpulse.engine.model.Scorecard;
import io.leadpulse.schemas.HotLeadAlert;
import io.leadpulse.schemas.LeadScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stack knows of a lead, for programs: the fields of score rows and alerts as in their
 * schemas, and beside them what the text adds.
 */
final class LeadJson {
  private final LeadFile file;
  private final ReleasedModels models;
  private final Words words;

  LeadJson(LeadFile file, ReleasedModels models, Words words) {
    this.file = file;
    this.models = models;
    this.words = words;
  }

  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("leadId", file.leadId());
    fields.put("scores", file.scores().stream().map(this::score).toList());
    fields.put("alerts", file.alerts().stream().map(AvroJson::fields).toList());
    fields.put(
        "touches",
        file.newestAlert().map(HotLeadAlert::getTouches).orElseGet(List::of).stream()
            .map(AvroJson::fields)
            .toList());
    fields.put("machineEvents", file.machineEvents());
    fields.put("machineReasons", file.machineReasons());
    return fields;
  }

  private Map<String, @Nullable Object> score(LeadScore row) {
    Labels labels =
        new Labels(models.find(row.getModelId(), row.getModelVersion()), words.language());
    Scorecard card = labels.card(row.getScorecard());
    WhyHot why = new WhyHot(words, row, labels);
    Map<String, @Nullable Object> fields = AvroJson.fields(row);
    ScoreSum sum = ScoreSum.of(row);
    fields.put("earnedMilli", sum.earned());
    fields.put("cutMilli", sum.cut());
    fields.put("totalMilli", sum.counts());
    fields.put("thresholds", card == null ? null : thresholds(card, why.enter(card)));
    fields.put("why", row.getBlockers().stream().map(why::say).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> thresholds(Scorecard card, long hotEnter) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("hotEnterMilli", hotEnter == HotRule.NEVER ? null : hotEnter);
    fields.put("hotExitMilli", card.hot().exit());
    fields.put("warmEnterMilli", card.warmEnter());
    fields.put("warmExitMilli", card.warmExit());
    return fields;
  }
}
