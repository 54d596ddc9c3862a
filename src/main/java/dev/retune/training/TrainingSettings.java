package dev.retune.training;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.Dimensions;
import dev.retune.encoder.LoraConfig;
import dev.retune.encoder.Precision;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything a person may choose about a training; immutable, changed through [#edit].
///
/// @param method what of the base model is trained
/// @param freeze what of the encoder stays as it is; with [Method#FULL] only
/// @param lora how low-rank updates are made; with [Method#LORA] only
/// @param adapter how an adapter over vectors is made; with [Method#LINEAR_ADAPTER] and
///   [Method#TWO_LAYER_ADAPTER] only
/// @param loss the loss and its parameters
/// @param matryoshka to which lengths vectors shall stay good when they are cut; null: to none
/// @param epochs passes over the training pairs
/// @param maxSteps upper bound of optimiser steps; 0: none
/// @param batchSize pairs in a batch, each other's negatives
/// @param accumulation batches to a step, each with its own loss, of whose gradients the weights
///   take the mean; the last step of an epoch has those that are left
/// @param microBatchTokens at most so many tokens pass through the model at once, which bounds
///   memory and changes no result; 0: as memory has it
/// @param gradientCheckpointing whether memory holds one layer at a time, which changes no result;
///   what older run files leave out is chosen by memory
/// @param noDuplicates whether a passage, a query text or another positive of a query may stand in
///   a batch only once (else it becomes a false negative)
/// @param dropLast whether batches that are not full are left out of each epoch
/// @param negatives which hard negatives of a query are learned from
/// @param learningRate peak of the schedule
/// @param warmupRatio share of the steps in which the rate rises linearly
/// @param schedule how the rate falls after that
/// @param weightDecay decoupled decay of AdamW, not on biases and LayerNorm weights
/// @param rates of single modules, beside the learning rate; with [Method#FULL] only
/// @param clip greatest global norm of the gradients; 0: no clipping
/// @param hiddenDropout dropout of hidden states while training
/// @param attentionDropout dropout of attention weights; anything above 0 is four times slower on a
///   CPU
/// @param maxQueryTokens longer queries are cut while training; 0: the model's own limit
/// @param maxPassageTokens longer passages are cut while training; 0: the model's own limit
/// @param queryPrompt put before each query; null: the model's own
/// @param passagePrompt put before each passage; null: the model's own
/// @param normalize whether the tuned model scales its vectors to length 1; null: as the base; not
///   with an adapter
/// @param precision of the matrix products in the forward and backward pass (weights stay float32)
/// @param seed all randomness derives from it
/// @param threads of the native library; 0: all cores
/// @param device where to compute; what older run files leave out is chosen by the machine
/// @param evaluation when quality is measured in mid-run
/// @param earlyStopping when the run ends before its last step
/// @param checkpoints when the run is saved
/// @param mergeAlpha share of the trained weights in what is measured and kept, the rest being the
///   base's; 1: the trained ones alone; below 1 with [Method#FULL] only
/// @param testAtEnd whether the test split is evaluated once, after the last step
/// @param retrieval how passages are read and scored, in training and in every evaluation; with
///   windows, [#maxPassageTokens] does not count
/// @param forgettingCheck whether base and tuned model are asked general questions at the end
public record TrainingSettings(
    Method method,
    FreezeSettings freeze,
    LoraConfig lora,
    AdapterSettings adapter,
    LossSettings loss,
    @Nullable MatryoshkaSettings matryoshka,
    int epochs,
    int maxSteps,
    int batchSize,
    int accumulation,
    int microBatchTokens,
    GradientCheckpointing gradientCheckpointing,
    boolean noDuplicates,
    boolean dropLast,
    NegativeSettings negatives,
    double learningRate,
    double warmupRatio,
    Schedule.Kind schedule,
    double weightDecay,
    ModuleRates rates,
    double clip,
    double hiddenDropout,
    double attentionDropout,
    int maxQueryTokens,
    int maxPassageTokens,
    @Nullable String queryPrompt,
    @Nullable String passagePrompt,
    @Nullable Boolean normalize,
    @JsonAlias("bf16") Precision precision,
    long seed,
    int threads,
    DeviceChoice device,
    EvaluationSettings evaluation,
    EarlyStopping earlyStopping,
    CheckpointSettings checkpoints,
    double mergeAlpha,
    boolean testAtEnd,
    RetrievalSettings retrieval,
    boolean forgettingCheck) {

  /// Usual peak of the learning rate for what is new beside the encoder, which bears a higher one.
  private static final double LORA_RATE = 2e-4;

  /// Chosen by four-fold cross-validation on the questions about Lyft's report, like the passes and
  /// [#ADAPTER_LOSS].
  private static final double LINEAR_RATE = 3e-4;

  private static final double TWO_LAYER_RATE = 1e-3;
  private static final int ADAPTER_EPOCHS = 10;
  private static final int ADAPTER_BATCH = 32;

  /// Vectors that are there already tell right from nearly right only by small differences, which a
  /// greater scale brings out; models like BGE were trained with this one, too.
  private static final LossSettings ADAPTER_LOSS =
      LossSettings.DEFAULT.with(LossParameter.SCALE, 100.0);

  /// Keeps more of what the base knows of other documents than those that were trained on.
  private static final double WINDOWS_ALPHA = .7;

  /// Below this number of training pairs the presets take a higher rate.
  private static final int FEW_PAIRS = 500;

  /// Below this number they take smaller batches, for more steps.
  private static final int SOME_PAIRS = 1000;

  public TrainingSettings {
    gradientCheckpointing =
        Objects.requireNonNullElse(gradientCheckpointing, GradientCheckpointing.AUTO);
    device = Objects.requireNonNullElse(device, DeviceChoice.AUTO);
    SettingsCheck.atLeast("epochs", epochs, 1);
    SettingsCheck.atLeast("maxSteps", maxSteps, 0);
    SettingsCheck.atLeast("batchSize", batchSize, 2);
    SettingsCheck.atLeast("accumulation", accumulation, 1);
    SettingsCheck.atLeast("microBatchTokens", microBatchTokens, 0);
    SettingsCheck.positive("learningRate", learningRate, 1);
    SettingsCheck.between("warmupRatio", warmupRatio, 0, 1);
    SettingsCheck.between("weightDecay", weightDecay, 0, 1);
    SettingsCheck.between("clip", clip, 0, 1e6);
    SettingsCheck.between("hiddenDropout", hiddenDropout, 0, .9);
    SettingsCheck.between("attentionDropout", attentionDropout, 0, .9);
    SettingsCheck.atLeast("maxQueryTokens", maxQueryTokens, 0);
    SettingsCheck.atLeast("maxPassageTokens", maxPassageTokens, 0);
    SettingsCheck.atLeast("threads", threads, 0);
    SettingsCheck.positive("mergeAlpha", mergeAlpha, 1);
    SettingsCheck.atLeast("earlyStopping.patience", earlyStopping.patience(), 0);
    SettingsCheck.between("earlyStopping.threshold", earlyStopping.threshold(), 0, 1);
    SettingsCheck.atLeast("checkpoints.everySteps", checkpoints.everySteps(), 0);
    SettingsCheck.atLeast("checkpoints.keep", checkpoints.keep(), 1);
    SettingsCheck.atLeast("freeze.layers", freeze.layers(), 0);
    SettingsCheck.atLeast("lora.rank", lora.rank(), 1);
    SettingsCheck.between("lora.alpha", lora.alpha(), 1e-3, 1e5);
    SettingsCheck.between("lora.dropout", lora.dropout(), 0, .9);
    SettingsCheck.named("lora.targets", lora.targets());
    SettingsCheck.atLeast("adapter.hidden", adapter.hidden(), 1);
    SettingsCheck.atLeast("adapter.dimension", adapter.dimension(), 0);
    // A file written by hand may leave them without a value.
    retrieval = retrieval == null ? RetrievalSettings.PLAIN : retrieval;
    negatives = negatives == null ? NegativeSettings.ALL : negatives;
    rates = rates == null ? ModuleRates.NONE : rates;
    SettingsCheck.atLeast("negatives.atMost", negatives.atMost(), 0);
  }

  /// For a thousand pairs or more, in float32 on every machine.
  public static TrainingSettings recommended() {
    return recommended(1000).edit().precision(Precision.FP32).build();
  }

  /// What does well on `pairs` reviewed pairs: more passes and a higher rate where there are few,
  /// bfloat16 where this machine turns out to be faster with it.
  public static TrainingSettings recommended(int pairs) {
    var few = pairs < FEW_PAIRS;
    return new TrainingSettingsBuilder()
        .epochs(Math.clamp(Math.ceilDiv(800, Math.max(1, pairs)), 2, 6))
        .batchSize(pairs < SOME_PAIRS ? 10 : 16)
        .learningRate(few ? 5e-5 : 2e-5)
        .precision(Precision.AUTO)
        .build();
  }

  /// Short passages and 60 steps at most: to see within minutes whether tuning helps at all.
  public static TrainingSettings quick(int pairs) {
    return recommended(pairs).edit().epochs(2).maxSteps(60).maxPassageTokens(192).build();
  }

  /// As [#quick(int)] for a thousand pairs or more.
  public static TrainingSettings quick() {
    return quick(1000);
  }

  /// Twice the passes; the best point is kept, so that more does not make it worse.
  public static TrainingSettings thorough(int pairs) {
    var recommended = recommended(pairs);
    return recommended.edit().epochs(2 * recommended.epochs()).build();
  }

  /// As [#thorough(int)] for a thousand pairs or more.
  public static TrainingSettings thorough() {
    return thorough(1000);
  }

  /// The recommended settings for passages that are mostly longer than the model reads: in windows,
  /// and measured with BM25 joined as well.
  public static TrainingSettings longPassages(int pairs) {
    return recommended(pairs).with(RetrievalSettings.LONG_PASSAGES);
  }

  /// These settings with another method, and with the learning rate that usually does well with it;
  /// between an encoder's methods and an adapter's also with its usual passes and batches, and its
  /// usual loss in place of the usual one before; these settings themselves if they have it
  /// already.
  public TrainingSettings with(Method other) {
    if (other == method) {
      return this;
    }
    var edit = edit().method(other).learningRate(usualRate(other));
    if (other != Method.FULL) {
      edit.rates(ModuleRates.NONE).mergeAlpha(1);
    }
    if (other.adapts() == method.adapts()) {
      return edit.build();
    }
    var usual = recommended();
    if (loss.equals(usualLoss(method))) {
      edit.loss(usualLoss(other));
    }
    return other.adapts()
        ? edit.normalize(null)
            .gradientCheckpointing(GradientCheckpointing.AUTO)
            .epochs(ADAPTER_EPOCHS)
            .batchSize(ADAPTER_BATCH)
            .build()
        : edit.epochs(usual.epochs()).batchSize(usual.batchSize()).build();
  }

  private static double usualRate(Method method) {
    return switch (method) {
      case FULL -> recommended().learningRate();
      case LORA -> LORA_RATE;
      case LINEAR_ADAPTER -> LINEAR_RATE;
      case TWO_LAYER_ADAPTER -> TWO_LAYER_RATE;
    };
  }

  private static LossSettings usualLoss(Method method) {
    return method.adapts() ? ADAPTER_LOSS : LossSettings.DEFAULT;
  }

  /// These settings with passages read and scored so; with windows, part of the base's weights is
  /// kept.
  public TrainingSettings with(RetrievalSettings other) {
    var alpha = other.windows() == null ? 1 : WINDOWS_ALPHA;
    return edit().retrieval(other).mergeAlpha(alpha).build();
  }

  /// The lengths besides its own at which the model is trained and measured, the greatest first.
  public List<Integer> dimensions() {
    return matryoshka == null ? List.of() : matryoshka.dimensions();
  }

  /// The length of the vectors that a model with vectors of length `base` gives once it is trained.
  int output(int base) {
    return method.adapts() && adapter.dimension() > 0 ? adapter.dimension() : base;
  }

  /// Whether a model can be trained with these settings.
  ///
  /// @param dimension the length of its vectors
  /// @throws dev.retune.text.ProblemException if vectors are to be cut to more than their length
  public void checkFits(int dimension) {
    Dimensions.checkWithin(dimensions(), output(dimension));
  }

  /// A builder that starts from these settings.
  public TrainingSettingsBuilder edit() {
    return new TrainingSettingsBuilder(this);
  }
}
