package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.ArrayList;
import java.util.List;

/// What is read of a text, and what its vector is like.
final class TextCatalogue {
  private static final String GROUP = "texts";

  private TextCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    var all = new ArrayList<>(RetrievalCatalogue.windows(GROUP));
    all.add(
        TrainingSetting.whole(
            "maxQueryTokens",
            GROUP,
            TrainingSettings::maxQueryTokens,
            TrainingSettingsBuilder::maxQueryTokens));
    all.add(
        TrainingSetting.whole(
            "maxPassageTokens",
            GROUP,
            TrainingSettings::maxPassageTokens,
            TrainingSettingsBuilder::maxPassageTokens));
    all.addAll(
        PromptCatalogue.all(
            "queryPrompt",
            GROUP,
            "query: ",
            TrainingSettings::queryPrompt,
            TrainingSettingsBuilder::queryPrompt));
    all.addAll(
        PromptCatalogue.all(
            "passagePrompt",
            GROUP,
            "passage: ",
            TrainingSettings::passagePrompt,
            TrainingSettingsBuilder::passagePrompt));
    all.add(normalize());
    return all;
  }

  private static Setting<TrainingSettings> normalize() {
    return new Setting<>(
        "normalize",
        GROUP,
        Setting.Kind.CHOICE,
        settings -> settings.normalize() == null ? "BASE" : Boolean.toString(settings.normalize()),
        (settings, text) ->
            settings.edit().normalize(text.equals("BASE") ? null : Boolean.valueOf(text)).build(),
        List.of("BASE", "true", "false"),
        settings -> !settings.method().adapts());
  }
}
