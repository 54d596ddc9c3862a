package dev.retune.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.Windows;
import dev.retune.retrieval.VectorCache;
import dev.retune.task.Progress;
import dev.retune.training.adapter.Adapter;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import dev.retune.training.adapter.LinearAdapter;
import dev.retune.training.adapter.TwoLayerAdapter;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Trains an adapter over vectors that the base model computes once.
final class AdapterLearner implements Learner {
  private final RunInputs inputs;
  private final AdapterSettings settings;
  private final FrozenBase source;
  private final FrozenVectors queries;
  private final FrozenVectors passages;
  private final FrozenVectors untuned;
  private final @Nullable Windows windows;
  private final Adapter adapter;
  private final Embedder embedder;

  /// @param inputs that [MethodCheck] has approved of
  AdapterLearner(RunInputs inputs, NDManager manager) {
    this.inputs = inputs;
    settings = inputs.settings().adapter();
    windows = inputs.settings().retrieval().windows();
    var base = inputs.base();
    var input = base.dimension();
    var output = settings.dimension() == 0 ? input : settings.dimension();
    source = FrozenBase.of(base, manager);
    untuned = vectors(base.maxTokens());
    queries = cutTo(inputs.maxQueryTokens());
    passages = cutTo(inputs.maxPassageTokens());
    adapter = adapter(manager, input, output);
    embedder =
        new AdaptedVectors(untuned, manager, adapter, settings.side(), output, base.normalize());
  }

  private FrozenVectors cutTo(int maxTokens) {
    return maxTokens == untuned.maxTokens() ? untuned : vectors(maxTokens);
  }

  private FrozenVectors vectors(int maxTokens) {
    return source.vectors(
        EmbedOptions.defaults().withPrompts(inputs.prompts()).withMaxTokens(maxTokens));
  }

  private Adapter adapter(NDManager manager, int input, int output) {
    return switch (inputs.settings().method()) {
      case LINEAR_ADAPTER -> new LinearAdapter(manager, input, output, settings.bias());
      case TWO_LAYER_ADAPTER ->
          new TwoLayerAdapter(
              manager,
              input,
              settings.hidden(),
              output,
              settings.bias(),
              Derived.seed(inputs.settings().seed(), Derived.Purpose.INITIAL_WEIGHTS, 0, 0));
      case FULL, LORA -> throw new IllegalArgumentException("no adapter");
    };
  }

  /// Embeds every text that the training needs, unless a run before this one has.
  @Override
  public void prepare(Checkpoints checkpoints, Progress progress) {
    var cache = new VectorCache(checkpoints.vectors());
    Stream.of(untuned, queries, passages).forEach(each -> each.keepIn(cache));
    var keys = inputs.examples().stream().flatMap(e -> e.texts().stream()).distinct().toList();
    for (var type : InputType.values()) {
      var texts = keys.stream().filter(key -> key.side() == type).map(inputs::plain).toList();
      if (type == InputType.PASSAGE && windows != null) {
        untuned.embed(texts, type, windows, progress);
      } else {
        frozen(type).embed(texts, type, progress);
      }
    }
  }

  private FrozenVectors frozen(InputType type) {
    return switch (type) {
      case QUERY -> queries;
      case PASSAGE -> passages;
    };
  }

  @Override
  public List<NamedParameter> parameters() {
    return adapter.parameters();
  }

  /// No text passes through the encoder.
  @Override
  public Pass pass(
      NDManager scope, int step, int part, List<TextKey> texts, UnaryOperator<NDArray> loss) {
    var vectors = texts.stream().map((Function<TextKey, float[]>) this::vector).toList();
    var rows = AdaptedVectors.rows(scope, vectors);
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var value = loss.apply(adapted(scope, rows, texts));
      collector.backward(value);
      return new Pass(value.getFloat(), 0);
    }
  }

  private float[] vector(TextKey key) {
    if (windows != null && !key.whole()) {
      var read = untuned.embed(List.of(inputs.plain(key)), key.side(), windows, Progress.none());
      return read[0][key.window()];
    }
    return frozen(key.side()).embed(List.of(inputs.plain(key)), key.side(), Progress.none())[0];
  }

  /// All rows go through the adapter, and those it is not for are put back.
  private NDArray adapted(NDManager scope, NDArray rows, List<TextKey> texts) {
    var adapted = adapter.apply(rows);
    if (settings.side() == AdapterSide.BOTH) {
      return adapted;
    }
    var covered = new float[texts.size()];
    for (var i = 0; i < covered.length; i++) {
      covered[i] = settings.side().covers(texts.get(i).side()) ? 1 : 0;
    }
    var mask = scope.create(covered, new Shape(covered.length, 1));
    return adapted.mul(mask).add(rows.mul(mask.neg().add(1)));
  }

  @Override
  public Embedder embedder() {
    return embedder;
  }

  @Override
  public Embedder untuned() {
    return untuned;
  }

  @Override
  public void close() {
    Stream.of(untuned, queries, passages).distinct().forEach(FrozenVectors::close);
    source.close();
  }
}
