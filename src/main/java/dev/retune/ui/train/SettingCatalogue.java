package dev.retune.ui.train;

import dev.retune.training.CheckpointSettings;
import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Every setting of a training, in the order shown.
final class SettingCatalogue {
  private SettingCatalogue() {}

  static List<Setting> all() {
    var all = new ArrayList<>(MethodCatalogue.all());
    all.addAll(upToLearning());
    all.addAll(LossCatalogue.all());
    all.addAll(RetrievalCatalogue.all());
    all.addAll(fromTexts());
    // A group stands where its first setting does; within it the order above stays.
    var groups = all.stream().map(Setting::group).distinct().toList();
    all.sort(Comparator.comparingInt(setting -> groups.indexOf(setting.group())));
    return all;
  }

  private static List<Setting> upToLearning() {
    return List.of(
        whole("epochs", "length", TrainingSettings::epochs, TrainingSettingsBuilder::epochs),
        whole("maxSteps", "length", TrainingSettings::maxSteps, TrainingSettingsBuilder::maxSteps),
        MethodCatalogue.patience(),
        MethodCatalogue.patienceThreshold(),
        whole(
            "batchSize", "batch", TrainingSettings::batchSize, TrainingSettingsBuilder::batchSize),
        flag(
            "noDuplicates",
            "batch",
            TrainingSettings::noDuplicates,
            TrainingSettingsBuilder::noDuplicates),
        flag("dropLast", "batch", TrainingSettings::dropLast, TrainingSettingsBuilder::dropLast),
        real(
            "learningRate",
            "learning",
            TrainingSettings::learningRate,
            TrainingSettingsBuilder::learningRate),
        real(
            "warmupRatio",
            "learning",
            TrainingSettings::warmupRatio,
            TrainingSettingsBuilder::warmupRatio),
        MethodCatalogue.schedule(),
        MethodCatalogue.rates(),
        real(
            "weightDecay",
            "learning",
            TrainingSettings::weightDecay,
            TrainingSettingsBuilder::weightDecay),
        real("clip", "learning", TrainingSettings::clip, TrainingSettingsBuilder::clip),
        real(
            "hiddenDropout",
            "learning",
            TrainingSettings::hiddenDropout,
            TrainingSettingsBuilder::hiddenDropout),
        real(
            "attentionDropout",
            "learning",
            TrainingSettings::attentionDropout,
            TrainingSettingsBuilder::attentionDropout));
  }

  private static List<Setting> fromTexts() {
    return List.of(
        whole(
            "maxQueryTokens",
            "texts",
            TrainingSettings::maxQueryTokens,
            TrainingSettingsBuilder::maxQueryTokens),
        whole(
            "maxPassageTokens",
            "texts",
            TrainingSettings::maxPassageTokens,
            TrainingSettingsBuilder::maxPassageTokens),
        text("queryPrompt", TrainingSettings::queryPrompt, TrainingSettingsBuilder::queryPrompt),
        text(
            "passagePrompt",
            TrainingSettings::passagePrompt,
            TrainingSettingsBuilder::passagePrompt),
        MethodCatalogue.normalize(),
        whole(
            "evaluationSteps",
            "measuring",
            settings -> settings.evaluation().everySteps(),
            (builder, value) -> builder.evaluation(builder.build().evaluation().everySteps(value))),
        whole(
            "evaluationEpochs",
            "measuring",
            settings -> settings.evaluation().everyEpochs(),
            (builder, value) ->
                builder.evaluation(builder.build().evaluation().everyEpochs(value))),
        metric(),
        whole(
            "checkpointSteps",
            "measuring",
            settings -> settings.checkpoints().everySteps(),
            (builder, value) ->
                builder.checkpoints(
                    new CheckpointSettings(value, builder.build().checkpoints().keep()))),
        whole(
            "checkpointsKept",
            "measuring",
            settings -> settings.checkpoints().keep(),
            (builder, value) ->
                builder.checkpoints(
                    new CheckpointSettings(builder.build().checkpoints().everySteps(), value))),
        flag(
            "testAtEnd",
            "measuring",
            TrainingSettings::testAtEnd,
            TrainingSettingsBuilder::testAtEnd),
        flag(
            "forgettingCheck",
            "measuring",
            TrainingSettings::forgettingCheck,
            TrainingSettingsBuilder::forgettingCheck),
        whole(
            "microBatchTokens",
            "machine",
            TrainingSettings::microBatchTokens,
            TrainingSettingsBuilder::microBatchTokens),
        whole("threads", "machine", TrainingSettings::threads, TrainingSettingsBuilder::threads),
        MachineCatalogue.device(),
        MachineCatalogue.precision(),
        whole(
            "seed",
            "machine",
            settings -> (int) settings.seed(),
            (builder, value) -> builder.seed(value)));
  }

  private static Setting metric() {
    return new Setting(
        "metric",
        "measuring",
        Setting.Kind.CHOICE,
        settings -> settings.evaluation().metric(),
        (settings, text) -> settings.edit().evaluation(settings.evaluation().metric(text)).build(),
        List.of("ndcg@10", "mrr@10", "map@100", "accuracy@1", "accuracy@5", "recall@10"),
        _ -> true);
  }

  private static Setting whole(
      String key,
      String group,
      ToIntFunction<TrainingSettings> get,
      BiFunction<TrainingSettingsBuilder, Integer, TrainingSettingsBuilder> set) {
    return new Setting(
        key,
        group,
        Setting.Kind.NUMBER,
        settings -> Integer.toString(get.applyAsInt(settings)),
        (settings, text) -> set.apply(settings.edit(), Integer.valueOf(text.strip())).build());
  }

  private static Setting real(
      String key,
      String group,
      ToDoubleFunction<TrainingSettings> get,
      BiFunction<TrainingSettingsBuilder, Double, TrainingSettingsBuilder> set) {
    return new Setting(
        key,
        group,
        Setting.Kind.NUMBER,
        settings -> plain(get.applyAsDouble(settings)),
        (settings, text) -> set.apply(settings.edit(), Double.valueOf(text.strip())).build());
  }

  private static Setting flag(
      String key,
      String group,
      Function<TrainingSettings, Boolean> get,
      BiFunction<TrainingSettingsBuilder, Boolean, TrainingSettingsBuilder> set) {
    return new Setting(
        key,
        group,
        Setting.Kind.SWITCH,
        settings -> Boolean.toString(get.apply(settings)),
        (settings, text) -> set.apply(settings.edit(), Boolean.valueOf(text)).build());
  }

  /// An empty text means the model's own.
  private static Setting text(
      String key,
      Function<TrainingSettings, @Nullable String> get,
      BiFunction<TrainingSettingsBuilder, @Nullable String, TrainingSettingsBuilder> set) {
    return new Setting(
        key,
        "texts",
        Setting.Kind.TEXT,
        settings -> {
          var value = get.apply(settings);
          return value == null ? "" : value;
        },
        (settings, text) -> set.apply(settings.edit(), text.isEmpty() ? null : text).build());
  }

  /// 2e-5 as people write it, .1 without a tail of zeros.
  static String plain(double value) {
    if (value != 0 && Math.abs(value) < 1e-3) {
      return String.format(Locale.ROOT, "%.1e", value)
          .replace(".0e", "e")
          .replaceFirst("e([+-])0", "e$1");
    }
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
