package dev.retune.ui.train;

import dev.retune.training.CheckpointSettings;
import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.ArrayList;
import java.util.List;

/// When a run is measured and saved, and by what.
final class MeasuringCatalogue {
  private static final String GROUP = "measuring";

  private MeasuringCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    var all = new ArrayList<>(RetrievalCatalogue.hybrid(GROUP));
    all.add(
        TrainingSetting.whole(
            "evaluationSteps",
            GROUP,
            settings -> settings.evaluation().everySteps(),
            (builder, value) ->
                builder.evaluation(builder.build().evaluation().everySteps(value))));
    all.add(
        TrainingSetting.whole(
            "evaluationEpochs",
            GROUP,
            settings -> settings.evaluation().everyEpochs(),
            (builder, value) ->
                builder.evaluation(builder.build().evaluation().everyEpochs(value))));
    all.add(metric());
    all.addAll(checkpoints());
    all.add(
        TrainingSetting.flag(
            "testAtEnd", GROUP, TrainingSettings::testAtEnd, TrainingSettingsBuilder::testAtEnd));
    all.add(
        TrainingSetting.flag(
            "forgettingCheck",
            GROUP,
            TrainingSettings::forgettingCheck,
            TrainingSettingsBuilder::forgettingCheck));
    return all;
  }

  private static List<Setting<TrainingSettings>> checkpoints() {
    return List.of(
        TrainingSetting.whole(
            "checkpointSteps",
            GROUP,
            settings -> settings.checkpoints().everySteps(),
            (builder, value) ->
                builder.checkpoints(
                    new CheckpointSettings(value, builder.build().checkpoints().keep()))),
        TrainingSetting.whole(
            "checkpointsKept",
            GROUP,
            settings -> settings.checkpoints().keep(),
            (builder, value) ->
                builder.checkpoints(
                    new CheckpointSettings(builder.build().checkpoints().everySteps(), value))));
  }

  private static Setting<TrainingSettings> metric() {
    return new Setting<>(
        "metric",
        GROUP,
        Setting.Kind.CHOICE,
        settings -> settings.evaluation().metric(),
        (settings, text) -> settings.edit().evaluation(settings.evaluation().metric(text)).build(),
        List.of("ndcg@10", "mrr@10", "map@100", "accuracy@1", "accuracy@5", "recall@10"),
        _ -> true);
  }
}
