package dev.retune.cli;

import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.LoraConfig;
import dev.retune.encoder.Precision;
import dev.retune.text.Problem;
import dev.retune.training.CheckpointSettings;
import dev.retune.training.EarlyStopping;
import dev.retune.training.EvaluationSettings;
import dev.retune.training.FreezeSettings;
import dev.retune.training.GradientCheckpointing;
import dev.retune.training.Method;
import dev.retune.training.ModuleRates;
import dev.retune.training.NegativeSettings;
import dev.retune.training.RunConfiguration;
import dev.retune.training.RunFile;
import dev.retune.training.Schedule;
import dev.retune.training.TrainingSettings;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The settings of a training as options; what is not given keeps its recommended value.
final class TrainOptions {
  /// Ready-made settings to start from.
  enum Preset {
    QUICK,
    RECOMMENDED,
    THOROUGH,
    LONG_PASSAGES
  }

  @Option(
      names = {"--preset", "--recipe"},
      paramLabel = "quick|recommended|thorough|long-passages",
      converter = PresetName.class)
  @Nullable Preset preset;

  @Option(names = "--config", paramLabel = "<run.json>")
  @Nullable Path config;

  @Option(
      names = "--method",
      paramLabel = "full|lora|linear-adapter|two-layer-adapter",
      converter = MethodName.class)
  @Nullable Method method;

  @Option(names = "--lora-rank")
  @Nullable Integer loraRank;

  @Option(names = "--lora-alpha")
  @Nullable Double loraAlpha;

  @Option(names = "--lora-dropout")
  @Nullable Double loraDropout;

  @Option(names = "--lora-targets", paramLabel = "<module>", split = ",")
  @Nullable List<String> loraTargets;

  @Option(names = "--lora-rank-stabilised", negatable = true)
  @Nullable Boolean loraRankStabilised;

  @Option(names = "--adapter-side", paramLabel = "query|passage|both")
  @Nullable AdapterSide adapterSide;

  @Option(names = "--adapter-hidden", paramLabel = "<n>")
  @Nullable Integer adapterHidden;

  @Option(names = "--adapter-dimension", paramLabel = "<n>")
  @Nullable Integer adapterDimension;

  @Option(names = "--adapter-bias", negatable = true)
  @Nullable Boolean adapterBias;

  @Option(names = "--freeze-embeddings", negatable = true)
  @Nullable Boolean freezeEmbeddings;

  @Option(names = "--freeze-layers", paramLabel = "<n>")
  @Nullable Integer freezeLayers;

  @Option(names = "--epochs")
  @Nullable Integer epochs;

  @Option(names = "--max-steps")
  @Nullable Integer maxSteps;

  @Option(names = "--batch-size")
  @Nullable Integer batchSize;

  @Option(names = "--accumulation", paramLabel = "<n>")
  @Nullable Integer accumulation;

  @Option(names = "--micro-batch-tokens")
  @Nullable Integer microBatchTokens;

  @Option(names = "--gradient-checkpointing", paramLabel = "auto|on|off")
  @Nullable GradientCheckpointing gradientCheckpointing;

  @Option(names = "--learning-rate")
  @Nullable Double learningRate;

  @Option(names = "--warmup")
  @Nullable Double warmup;

  @Option(names = "--schedule", paramLabel = "linear|cosine|constant")
  Schedule.@Nullable Kind schedule;

  @Option(names = "--patience", paramLabel = "<evaluations>")
  @Nullable Integer patience;

  @Option(names = "--patience-threshold")
  @Nullable Double patienceThreshold;

  @Option(names = "--weight-decay")
  @Nullable Double weightDecay;

  @Option(names = "--clip")
  @Nullable Double clip;

  @Option(names = "--checkpoint-every", paramLabel = "<steps>")
  @Nullable Integer checkpointEvery;

  @Option(names = "--checkpoints-kept", paramLabel = "<n>")
  @Nullable Integer checkpointsKept;

  @CommandLine.Mixin LossOptions loss = new LossOptions();

  @CommandLine.Mixin ScoringOptions scoring = new ScoringOptions();

  @Option(names = "--dropout")
  @Nullable Double dropout;

  @Option(names = "--attention-dropout")
  @Nullable Double attentionDropout;

  @Option(names = "--no-duplicates", negatable = true)
  @Nullable Boolean noDuplicates;

  @Option(names = "--drop-last", negatable = true)
  @Nullable Boolean dropLast;

  @Option(names = "--negatives", paramLabel = "<n>")
  @Nullable Integer negatives;

  @Option(names = "--sample-negatives", negatable = true)
  @Nullable Boolean sampleNegatives;

  @Option(names = "--module-rate", paramLabel = "<module>=<factor>", split = ",")
  @Nullable Map<String, Double> moduleRates;

  @Option(names = "--precision", paramLabel = "auto|fp32|bf16|fp16")
  @Nullable Precision precision;

  @Option(names = "--device", paramLabel = "auto|cpu|cuda")
  @Nullable DeviceChoice device;

  @Option(names = "--max-passage-tokens")
  @Nullable Integer maxPassageTokens;

  @Option(names = "--max-query-tokens")
  @Nullable Integer maxQueryTokens;

  @Option(names = "--query-prompt")
  @Nullable String queryPrompt;

  @Option(names = "--passage-prompt")
  @Nullable String passagePrompt;

  @Option(names = "--merge-alpha", paramLabel = "<0..1>")
  @Nullable Double mergeAlpha;

  @Option(names = "--normalize", negatable = true)
  @Nullable Boolean normalize;

  @Option(names = "--evaluate-every")
  @Nullable Integer evaluateEvery;

  @Option(names = "--evaluate-every-epochs", paramLabel = "<n>")
  @Nullable Integer evaluateEveryEpochs;

  @Option(names = "--metric")
  @Nullable String metric;

  @Option(names = "--forgetting-check", negatable = true)
  @Nullable Boolean forgettingCheck;

  @Option(names = "--seed")
  @Nullable Long seed;

  @Option(names = "--threads")
  @Nullable Integer threads;

  /// The settings these options ask for.
  ///
  /// @param pairs how many pairs there are to learn from
  /// @throws dev.retune.text.ProblemException if a value is out of its bounds
  TrainingSettings settings(int pairs) {
    var start = start(pairs);
    var edit = start.with(method == null ? start.method() : method).edit().testAtEnd(true);
    edit.lora(lora(start.lora()));
    edit.adapter(adapter(start.adapter()));
    edit.freeze(freeze(start.freeze()));
    set(microBatchTokens, edit::microBatchTokens);
    set(gradientCheckpointing, edit::gradientCheckpointing);
    set(epochs, edit::epochs);
    set(maxSteps, edit::maxSteps);
    set(batchSize, edit::batchSize);
    set(accumulation, edit::accumulation);
    set(learningRate, edit::learningRate);
    set(warmup, edit::warmupRatio);
    set(schedule, edit::schedule);
    edit.earlyStopping(stopping(start.earlyStopping()));
    set(dropout, edit::hiddenDropout);
    set(attentionDropout, edit::attentionDropout);
    set(noDuplicates, edit::noDuplicates);
    set(dropLast, edit::dropLast);
    edit.negatives(negatives(start.negatives()));
    set(moduleRates, rates -> edit.rates(new ModuleRates(rates)));
    set(precision, edit::precision);
    set(device, edit::device);
    set(weightDecay, edit::weightDecay);
    set(clip, edit::clip);
    edit.checkpoints(checkpoints(start.checkpoints()));
    set(maxQueryTokens, edit::maxQueryTokens);
    set(passagePrompt, edit::passagePrompt);
    set(maxPassageTokens, edit::maxPassageTokens);
    set(queryPrompt, edit::queryPrompt);
    set(normalize, edit::normalize);
    set(mergeAlpha, edit::mergeAlpha);
    set(forgettingCheck, edit::forgettingCheck);
    set(seed, edit::seed);
    set(threads, edit::threads);
    edit.loss(loss.settings(start.loss()));
    edit.retrieval(scoring.training(start.retrieval()));
    edit.matryoshka(loss.matryoshka(start.matryoshka()));
    edit.evaluation(evaluation(start.evaluation()));
    return edit.build();
  }

  /// The base model of the run file to start from: its folder if that is still there.
  Optional<String> base() {
    return Optional.ofNullable(config)
        .map(RunFile::read)
        .map(RunConfiguration::base)
        .map(base -> Files.isDirectory(Path.of(base.folder())) ? base.folder() : base.id());
  }

  /// What a run was made with, or a preset.
  private TrainingSettings start(int pairs) {
    if (config != null) {
      if (preset != null) {
        throw Problem.of(TrainOptions.class, "config.preset").exception();
      }
      return RunFile.settings(config);
    }
    return switch (preset == null ? Preset.RECOMMENDED : preset) {
      case QUICK -> TrainingSettings.quick(pairs);
      case RECOMMENDED -> TrainingSettings.recommended(pairs);
      case THOROUGH -> TrainingSettings.thorough(pairs);
      case LONG_PASSAGES -> TrainingSettings.longPassages(pairs);
    };
  }

  private FreezeSettings freeze(FreezeSettings start) {
    return new FreezeSettings(
        freezeEmbeddings == null ? start.embeddings() : freezeEmbeddings,
        freezeLayers == null ? start.layers() : freezeLayers);
  }

  private NegativeSettings negatives(NegativeSettings start) {
    return new NegativeSettings(
        negatives == null ? start.atMost() : negatives,
        sampleNegatives == null ? start.sampled() : sampleNegatives);
  }

  /// Of steps and epochs, what is given replaces the other, also where it is 0; both are refused.
  private EvaluationSettings evaluation(EvaluationSettings start) {
    var named = metric == null ? start : start.metric(metric);
    return evaluateEvery == null && evaluateEveryEpochs == null
        ? named
        : new EvaluationSettings(
            Objects.requireNonNullElse(evaluateEvery, 0),
            Objects.requireNonNullElse(evaluateEveryEpochs, 0),
            named.metric());
  }

  private EarlyStopping stopping(EarlyStopping start) {
    return new EarlyStopping(
        patience == null ? start.patience() : patience,
        patienceThreshold == null ? start.threshold() : patienceThreshold);
  }

  private CheckpointSettings checkpoints(CheckpointSettings start) {
    return new CheckpointSettings(
        checkpointEvery == null ? start.everySteps() : checkpointEvery,
        checkpointsKept == null ? start.keep() : checkpointsKept);
  }

  private LoraConfig lora(LoraConfig start) {
    return new LoraConfig(
        loraRank == null ? start.rank() : loraRank,
        loraAlpha == null ? start.alpha() : loraAlpha,
        loraDropout == null ? start.dropout() : loraDropout,
        loraTargets == null ? start.targets() : loraTargets,
        loraRankStabilised == null ? start.rankStabilised() : loraRankStabilised);
  }

  private AdapterSettings adapter(AdapterSettings start) {
    return new AdapterSettings(
        adapterSide == null ? start.side() : adapterSide,
        adapterHidden == null ? start.hidden() : adapterHidden,
        adapterDimension == null ? start.dimension() : adapterDimension,
        adapterBias == null ? start.bias() : adapterBias);
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
