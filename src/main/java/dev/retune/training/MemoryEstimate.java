package dev.retune.training;

import com.sun.management.OperatingSystemMXBean;
import dev.retune.encoder.EncoderConfig;
import dev.retune.encoder.InputType;
import dev.retune.encoder.ModelFolder;
import java.lang.management.ManagementFactory;
import java.util.List;

/// The resident peak of a training, from the model's shape.
///
/// @param megabytes in all
record MemoryEstimate(long megabytes) {
  private static final double MEBIBYTE = 1 << 20;

  /// Java, with what it holds while weights are saved, and the native libraries. Measured, like the
  /// whole: bge-small-en with batches of 10 × 512 tokens takes 2.9 GB in float32, 2.8 GB in
  /// bfloat16, and 3.2 GB with LoRA.
  private static final double PROCESS = 700 * MEBIBYTE;

  /// LoRA keeps what enters its updates beside what enters the layers, since dropout makes them
  /// differ.
  private static final double LORA = 1.5;

  /// What a layer takes that is computed and gone back through alone, beside what it keeps.
  private static final double ALONE = 3;

  /// Above this share of the machine's memory a training leaves too little for the rest.
  private static final double MOST = .85;

  static MemoryEstimate of(RunInputs inputs, Learner learner) {
    var trained = learner.parameters().stream().mapToLong(p -> p.value().size()).sum();
    // The weights themselves; a gradient and two moments for each that is trained.
    var config = inputs.base() instanceof ModelFolder folder ? folder.config() : null;
    var weights = Float.BYTES * ((config == null ? 0.0 : parameters(config)) + 3.0 * trained);
    if (inputs.settings().mergeAlpha() < 1) {
      // The trained weights stand aside while the merged ones are measured.
      weights += Float.BYTES * (double) trained;
    }
    var kept = config == null || inputs.settings().method().adapts() ? 0 : kept(inputs, config);
    return new MemoryEstimate(Math.round((PROCESS + weights + kept) / MEBIBYTE));
  }

  /// What the greatest step keeps for the way back.
  private static double kept(RunInputs inputs, EncoderConfig config) {
    return inputs.firstBatches().stream()
        .mapToDouble(batch -> kept(inputs, config, batch))
        .max()
        .orElse(0);
  }

  private static double kept(RunInputs inputs, EncoderConfig config, List<Example> rows) {
    var settings = inputs.settings();
    var windows = settings.retrieval().windows();
    var length = windows == null ? inputs.maxPassageTokens() : windows.size();
    var texts =
        rows.stream()
            .flatMap(example -> example.texts().stream())
            .filter(text -> text.side() == InputType.PASSAGE)
            .count();
    var direct = MicroBatches.greatestDirect(config);
    var batch = (double) texts * length + (double) rows.size() * length / 8;
    var group =
        settings.microBatchTokens() > 0
            ? settings.microBatchTokens()
            : MicroBatches.greatestGroup(config);
    var pass = Math.min(batch, Math.max(group, length));
    var perToken = bytesPerToken(settings, config, length);
    if (settings.gradientCheckpointing().layerwise(length, direct)) {
      var held = batch <= MicroBatches.greatestLayerwise(config) ? batch : pass;
      return held * MicroBatches.layerwiseBytesPerToken(config)
          + pass * ALONE * perToken / config.layers();
    }
    return (batch <= direct ? batch : pass) * perToken;
  }

  private static double bytesPerToken(TrainingSettings settings, EncoderConfig config, int length) {
    var states = MicroBatches.bytesPerToken(config);
    // With dropout on them the attention weights of every head are kept as well: before and after
    // it, and what was dropped.
    var attention = 3.0 * Float.BYTES * config.layers() * config.heads() * length;
    var kept = settings.attentionDropout() > 0 ? states + attention : states;
    return settings.method() == Method.LORA ? LORA * kept : kept;
  }

  private static long parameters(EncoderConfig config) {
    long hidden = config.hidden();
    var tables = (long) config.vocabulary() + config.maxPositions() + config.typeVocabulary();
    var layer = 4 * hidden * hidden + 2 * hidden * config.intermediate();
    return tables * hidden + config.layers() * layer;
  }

  boolean exceedsMachine() {
    return megabytes > MOST * machineMegabytes();
  }

  /// Memory of this machine, in MiB.
  static long machineMegabytes() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Math.round(system.getTotalMemorySize() / MEBIBYTE);
  }

  /// Memory that no program uses now, in MiB.
  static long freeMegabytes() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Math.round(system.getFreeMemorySize() / MEBIBYTE);
  }
}
