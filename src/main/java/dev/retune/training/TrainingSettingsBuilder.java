package dev.retune.training;

import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.LoraConfig;
import dev.retune.encoder.Precision;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import org.jspecify.annotations.Nullable;

/// Builds [TrainingSettings], starting from the recommended values or from given ones. Each method
/// sets the component of the same name.
public final class TrainingSettingsBuilder {
  private Method method = Method.FULL;
  private FreezeSettings freeze = FreezeSettings.NOTHING;
  private LoraConfig lora = LoraConfig.DEFAULT;
  private AdapterSettings adapter = AdapterSettings.DEFAULT;
  private LossSettings loss = LossSettings.DEFAULT;
  private @Nullable MatryoshkaSettings matryoshka;
  private int epochs = 3;
  private int maxSteps = 0;
  private int batchSize = 16;
  private int accumulation = 1;
  private int microBatchTokens = 0;
  private GradientCheckpointing gradientCheckpointing = GradientCheckpointing.AUTO;
  private boolean noDuplicates = true;
  private boolean dropLast;
  private NegativeSettings negatives = NegativeSettings.ALL;
  private double learningRate = 2e-5;
  private double warmupRatio = .1;
  private Schedule.Kind schedule = Schedule.Kind.LINEAR;
  private double weightDecay = .01;
  private ModuleRates rates = ModuleRates.NONE;
  private double clip = 1;
  private double hiddenDropout = .1;
  private double attentionDropout = 0;
  private int maxQueryTokens = 0;
  private int maxPassageTokens = 0;
  private @Nullable String queryPrompt;
  private @Nullable String passagePrompt;
  private @Nullable Boolean normalize;
  private Precision precision = Precision.FP32;
  private long seed = 42;
  private int threads = 0;
  private DeviceChoice device = DeviceChoice.AUTO;
  private EvaluationSettings evaluation = EvaluationSettings.DEFAULT;
  private EarlyStopping earlyStopping = EarlyStopping.NEVER;
  private CheckpointSettings checkpoints = CheckpointSettings.DEFAULT;
  private double mergeAlpha = 1;
  private boolean testAtEnd = true;
  private RetrievalSettings retrieval = RetrievalSettings.PLAIN;
  private boolean forgettingCheck = true;

  TrainingSettingsBuilder() {}

  TrainingSettingsBuilder(TrainingSettings from) {
    method = from.method();
    freeze = from.freeze();
    lora = from.lora();
    adapter = from.adapter();
    loss = from.loss();
    matryoshka = from.matryoshka();
    epochs = from.epochs();
    maxSteps = from.maxSteps();
    batchSize = from.batchSize();
    accumulation = from.accumulation();
    microBatchTokens = from.microBatchTokens();
    gradientCheckpointing = from.gradientCheckpointing();
    noDuplicates = from.noDuplicates();
    dropLast = from.dropLast();
    negatives = from.negatives();
    learningRate = from.learningRate();
    warmupRatio = from.warmupRatio();
    schedule = from.schedule();
    weightDecay = from.weightDecay();
    rates = from.rates();
    clip = from.clip();
    hiddenDropout = from.hiddenDropout();
    attentionDropout = from.attentionDropout();
    maxQueryTokens = from.maxQueryTokens();
    maxPassageTokens = from.maxPassageTokens();
    queryPrompt = from.queryPrompt();
    passagePrompt = from.passagePrompt();
    normalize = from.normalize();
    precision = from.precision();
    seed = from.seed();
    threads = from.threads();
    device = from.device();
    evaluation = from.evaluation();
    earlyStopping = from.earlyStopping();
    checkpoints = from.checkpoints();
    mergeAlpha = from.mergeAlpha();
    testAtEnd = from.testAtEnd();
    retrieval = from.retrieval();
    forgettingCheck = from.forgettingCheck();
  }

  public TrainingSettingsBuilder method(Method value) {
    method = value;
    return this;
  }

  public TrainingSettingsBuilder freeze(FreezeSettings value) {
    freeze = value;
    return this;
  }

  public TrainingSettingsBuilder lora(LoraConfig value) {
    lora = value;
    return this;
  }

  public TrainingSettingsBuilder adapter(AdapterSettings value) {
    adapter = value;
    return this;
  }

  public TrainingSettingsBuilder loss(LossSettings value) {
    loss = value;
    return this;
  }

  public TrainingSettingsBuilder matryoshka(@Nullable MatryoshkaSettings value) {
    matryoshka = value;
    return this;
  }

  public TrainingSettingsBuilder epochs(int value) {
    epochs = value;
    return this;
  }

  public TrainingSettingsBuilder maxSteps(int value) {
    maxSteps = value;
    return this;
  }

  public TrainingSettingsBuilder batchSize(int value) {
    batchSize = value;
    return this;
  }

  public TrainingSettingsBuilder accumulation(int value) {
    accumulation = value;
    return this;
  }

  public TrainingSettingsBuilder microBatchTokens(int value) {
    microBatchTokens = value;
    return this;
  }

  public TrainingSettingsBuilder gradientCheckpointing(GradientCheckpointing value) {
    gradientCheckpointing = value;
    return this;
  }

  public TrainingSettingsBuilder noDuplicates(boolean value) {
    noDuplicates = value;
    return this;
  }

  public TrainingSettingsBuilder dropLast(boolean value) {
    dropLast = value;
    return this;
  }

  public TrainingSettingsBuilder learningRate(double value) {
    learningRate = value;
    return this;
  }

  public TrainingSettingsBuilder warmupRatio(double value) {
    warmupRatio = value;
    return this;
  }

  public TrainingSettingsBuilder schedule(Schedule.Kind value) {
    schedule = value;
    return this;
  }

  public TrainingSettingsBuilder weightDecay(double value) {
    weightDecay = value;
    return this;
  }

  public TrainingSettingsBuilder clip(double value) {
    clip = value;
    return this;
  }

  public TrainingSettingsBuilder hiddenDropout(double value) {
    hiddenDropout = value;
    return this;
  }

  public TrainingSettingsBuilder attentionDropout(double value) {
    attentionDropout = value;
    return this;
  }

  public TrainingSettingsBuilder maxQueryTokens(int value) {
    maxQueryTokens = value;
    return this;
  }

  public TrainingSettingsBuilder maxPassageTokens(int value) {
    maxPassageTokens = value;
    return this;
  }

  public TrainingSettingsBuilder queryPrompt(@Nullable String value) {
    queryPrompt = value;
    return this;
  }

  public TrainingSettingsBuilder passagePrompt(@Nullable String value) {
    passagePrompt = value;
    return this;
  }

  public TrainingSettingsBuilder precision(Precision value) {
    precision = value;
    return this;
  }

  public TrainingSettingsBuilder seed(long value) {
    seed = value;
    return this;
  }

  public TrainingSettingsBuilder threads(int value) {
    threads = value;
    return this;
  }

  public TrainingSettingsBuilder device(DeviceChoice value) {
    device = value;
    return this;
  }

  public TrainingSettingsBuilder evaluation(EvaluationSettings value) {
    evaluation = value;
    return this;
  }

  public TrainingSettingsBuilder earlyStopping(EarlyStopping value) {
    earlyStopping = value;
    return this;
  }

  public TrainingSettingsBuilder checkpoints(CheckpointSettings value) {
    checkpoints = value;
    return this;
  }

  public TrainingSettingsBuilder normalize(@Nullable Boolean value) {
    normalize = value;
    return this;
  }

  public TrainingSettingsBuilder mergeAlpha(double value) {
    mergeAlpha = value;
    return this;
  }

  public TrainingSettingsBuilder negatives(NegativeSettings value) {
    negatives = value;
    return this;
  }

  public TrainingSettingsBuilder rates(ModuleRates value) {
    rates = value;
    return this;
  }

  public TrainingSettingsBuilder testAtEnd(boolean value) {
    testAtEnd = value;
    return this;
  }

  public TrainingSettingsBuilder retrieval(RetrievalSettings value) {
    retrieval = value;
    return this;
  }

  public TrainingSettingsBuilder forgettingCheck(boolean value) {
    forgettingCheck = value;
    return this;
  }

  /// @throws dev.retune.text.ProblemException if a value is out of its bounds
  public TrainingSettings build() {
    return new TrainingSettings(
        method,
        freeze,
        lora,
        adapter,
        loss,
        matryoshka,
        epochs,
        maxSteps,
        batchSize,
        accumulation,
        microBatchTokens,
        gradientCheckpointing,
        noDuplicates,
        dropLast,
        negatives,
        learningRate,
        warmupRatio,
        schedule,
        weightDecay,
        rates,
        clip,
        hiddenDropout,
        attentionDropout,
        maxQueryTokens,
        maxPassageTokens,
        queryPrompt,
        passagePrompt,
        normalize,
        precision,
        seed,
        threads,
        device,
        evaluation,
        earlyStopping,
        checkpoints,
        mergeAlpha,
        testAtEnd,
        retrieval,
        forgettingCheck);
  }
}
