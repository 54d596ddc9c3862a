package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is put before texts: the model's own words (null), none (empty), or others.
final class PromptCatalogue {
  /// Whose words they are.
  private enum Words {
    MODEL,
    NONE,
    OWN
  }

  private PromptCatalogue() {}

  /// @param usual what stands there when other words are chosen, to be typed over
  static List<Setting<TrainingSettings>> all(
      String key,
      String group,
      String usual,
      Function<TrainingSettings, @Nullable String> get,
      BiFunction<TrainingSettingsBuilder, @Nullable String, TrainingSettingsBuilder> set) {
    var choice =
        new Setting<TrainingSettings>(
            key + "Choice",
            group,
            Setting.Kind.CHOICE,
            settings -> words(get.apply(settings)).name(),
            (settings, chosen) ->
                chosen.equals(words(get.apply(settings)).name())
                    ? settings
                    : set.apply(settings.edit(), prompt(Words.valueOf(chosen), usual)).build(),
            Stream.of(Words.values()).map(Words::name).toList(),
            _ -> true);
    var own =
        new Setting<TrainingSettings>(
            key,
            group,
            Setting.Kind.TEXT,
            settings -> {
              var value = get.apply(settings);
              return value == null || value.isEmpty() ? usual : value;
            },
            // A field that is emptied is about to be filled; "none" is chosen above it.
            (settings, typed) ->
                typed.isEmpty() ? settings : set.apply(settings.edit(), typed).build(),
            List.of(),
            settings -> words(get.apply(settings)) == Words.OWN);
    return List.of(choice, own);
  }

  private static Words words(@Nullable String prompt) {
    if (prompt == null) {
      return Words.MODEL;
    }
    return prompt.isEmpty() ? Words.NONE : Words.OWN;
  }

  private static @Nullable String prompt(Words words, String usual) {
    return switch (words) {
      case MODEL -> null;
      case NONE -> "";
      case OWN -> usual;
    };
  }
}
