package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.HeadNetwork;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.LoraLayers;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.Tokenizer;
import dev.retune.task.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Trains weights inside the encoder: its own, or low-rank updates beside them.
final class EncoderLearner implements Learner {
  private final RunInputs inputs;
  private final EncoderNetwork network;
  private final Tokenizer tokenizer;
  private final Embedder untuned;
  private final List<NamedParameter> parameters;
  private final Encoding encoding;
  private Embedder embedder;
  private @Nullable HeadNetwork head;
  private MicroBatches microBatches;
  private Gradients gradients;
  private List<MicroBatches.Group> latest = List.of();
  private Thrift thrift = Thrift.NONE;

  private EncoderLearner(
      RunInputs inputs,
      EncoderNetwork network,
      Encoding encoding,
      List<NamedParameter> parameters) {
    this(
        inputs,
        network,
        encoding,
        parameters,
        MicroBatches.greatestDirect(inputs.encoder().config()),
        MicroBatches.greatestLayerwise(inputs.encoder().config()));
  }

  /// @param greatestDirect tokens up to which a batch goes the direct way
  /// @param greatestLayerwise tokens up to which what entered the layers is kept for a whole batch
  private EncoderLearner(
      RunInputs inputs,
      EncoderNetwork network,
      Encoding encoding,
      List<NamedParameter> parameters,
      double greatestDirect,
      double greatestLayerwise) {
    this.inputs = inputs;
    this.network = network;
    this.encoding = encoding;
    this.parameters = parameters;
    var base = inputs.encoder();
    head = network.head(base);
    tokenizer = Tokenizer.open(base);
    embedder = over(base);
    untuned = over(inputs.base().onThisMachine());
    microBatches = new MicroBatches(tokenizer, base.config(), inputs.settings().microBatchTokens());
    gradients = new Gradients(encoding, greatestDirect, greatestLayerwise);
  }

  /// All weights but the frozen ones.
  static EncoderLearner full(RunInputs inputs, NDManager manager) {
    return full(inputs, manager, UnaryOperator.identity());
  }

  /// @param around what the network's passes go through
  static EncoderLearner full(RunInputs inputs, NDManager manager, UnaryOperator<Encoding> around) {
    var network = EncoderNetwork.open(inputs.encoder(), manager, manager.getDevice());
    var freeze = inputs.settings().freeze();
    var family = inputs.encoder().config().family();
    return new EncoderLearner(
        inputs,
        network,
        around.apply(Encoding.of(network)),
        network.parameters().stream().filter(p -> !freeze.freezes(family, p.name())).toList());
  }

  /// All weights, with every batch going the cached way, as [Gradients] calls it.
  static EncoderLearner cached(RunInputs inputs, NDManager manager) {
    var network = EncoderNetwork.open(inputs.encoder(), manager, manager.getDevice());
    return new EncoderLearner(inputs, network, Encoding.of(network), network.parameters(), 0, 0);
  }

  /// Low-rank updates of the linear layers that the settings name.
  static EncoderLearner lora(RunInputs inputs, NDManager manager) {
    var network = EncoderNetwork.open(inputs.encoder(), manager, manager.getDevice());
    var seed = inputs.settings().seed();
    var layers =
        LoraLayers.create(
            network,
            inputs.settings().lora(),
            slot -> Derived.seed(seed, Derived.Purpose.INITIAL_WEIGHTS, slot, 0));
    network.attach(layers);
    return new EncoderLearner(inputs, network, Encoding.of(network), layers.parameters());
  }

  private Embedder over(ModelFolder folder) {
    var options = EmbedOptions.defaults().withPrompts(inputs.prompts());
    return LocalEmbedder.over(network, tokenizer, folder, options);
  }

  /// The weights are still those of the untuned model unless an earlier attempt has been here.
  @Override
  public void prepare(Checkpoints checkpoints, Progress progress) {
    if (!Rotation.wanted(inputs)) {
      return;
    }
    Rotation.prepare(inputs, checkpoints, embedder, progress);
    var turned = Rotation.applied(inputs, checkpoints);
    head = network.head(turned);
    embedder.close();
    embedder = over(turned);
  }

  @Override
  public List<NamedParameter> parameters() {
    return parameters;
  }

  @Override
  public Pass pass(
      NDManager scope, int step, int part, List<TextKey> texts, UnaryOperator<NDArray> loss) {
    var groups = microBatches.of(texts.stream().map(this::tokens).toList());
    latest = groups;
    var options = options(step, part);
    var value = gradients.add(scope, groups, options, layerwise(groups), behindPooling(loss));
    return new Pass(value, groups.stream().mapToLong(group -> group.tokens().tokens()).sum());
  }

  /// Both sides share the layers behind the pooling, as [MethodCheck] sees to.
  private UnaryOperator<NDArray> behindPooling(UnaryOperator<NDArray> loss) {
    var layers = head;
    return layers == null ? loss : rows -> loss.apply(layers.apply(rows, InputType.PASSAGE));
  }

  private Tokenizer.Tokens tokens(TextKey key) {
    var windows = inputs.settings().retrieval().windows();
    if (windows == null || key.whole()) {
      return tokenizer.tokenize(List.of(inputs.text(key)), inputs.limit(key)).getFirst();
    }
    var prompt = inputs.prompts().of(key.side());
    var cut =
        tokenizer.windows(List.of(inputs.plain(key)), prompt, windows, inputs.base().maxTokens());
    return cut.getFirst().get(key.window());
  }

  /// Where nobody chose: if it was necessary before, or a text alone takes more than a batch
  /// should.
  private boolean layerwise(List<MicroBatches.Group> groups) {
    var room = MicroBatches.greatestDirect(inputs.encoder().config());
    return thrift.layerwise()
        || inputs
            .settings()
            .gradientCheckpointing()
            .layerwise((double) MicroBatches.longestAlone(groups), room);
  }

  /// Half of the largest group of several texts in the latest pass, one group in memory at a time;
  /// where every group is a single text, one layer at a time.
  @Override
  public Optional<Thrift> spare() {
    var largest =
        latest.stream()
            .filter(group -> group.texts().size() > 1)
            .mapToLong(group -> group.tokens().tokens())
            .max();
    if (largest.isPresent()) {
      spare(new Thrift((int) (largest.getAsLong() / 2), thrift.layerwise()));
      return Optional.of(thrift);
    }
    if (inputs.settings().gradientCheckpointing() == GradientCheckpointing.AUTO
        && !layerwise(latest)) {
      spare(new Thrift(thrift.tokens(), true));
      return Optional.of(thrift);
    }
    return Optional.empty();
  }

  @Override
  public Thrift spared() {
    return thrift;
  }

  @Override
  public void spare(Thrift earlier) {
    thrift = earlier;
    var tokens = earlier.tokens() > 0 ? earlier.tokens() : inputs.settings().microBatchTokens();
    microBatches = new MicroBatches(tokenizer, inputs.encoder().config(), tokens);
    gradients = new Gradients(encoding, 0, 0);
  }

  private ForwardOptions options(int step, int part) {
    var settings = inputs.settings();
    return new ForwardOptions(
        settings.hiddenDropout(),
        settings.attentionDropout(),
        Derived.seed(settings.seed(), Derived.Purpose.DROPOUT, step, part),
        settings.precision(),
        inputs.encoder().normalize(),
        true);
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
    embedder.close();
    untuned.close();
    tokenizer.close();
    network.close();
  }
}
