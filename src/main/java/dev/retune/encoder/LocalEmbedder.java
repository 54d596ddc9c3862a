package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.Tokenizer.Tokens;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Embeds with a model folder on this machine.
public final class LocalEmbedder implements Embedder {
  /// A batch holds at most so many tokens. A processor is no faster with more (measured from 512 to
  /// 8192), and fewer let cancelling and waiting questions through sooner.
  private static final int BATCH_TOKENS = 4096;

  /// So many texts are tokenised at a time, which bounds memory and lets cancelling bite.
  private static final int TOKENIZE_TEXTS = 256;

  /// What the precision is chosen by.
  private static final int TRIAL_TEXTS = 4;

  private static final int TRIAL_TOKENS = 128;

  private final ModelFolder folder;
  private final EmbedOptions options;
  private final Tokenizer tokenizer;
  private final EncoderNetwork network;
  private final @Nullable HeadNetwork head;
  private final NDManager manager;
  private final boolean owner;

  /// One batch at a time; a waiting question gets its turn between two batches of a corpus.
  private final ReentrantLock turn = new ReentrantLock(true);

  private LocalEmbedder(
      ModelFolder folder,
      EmbedOptions options,
      Tokenizer tokenizer,
      EncoderNetwork network,
      @Nullable HeadNetwork head,
      NDManager manager,
      boolean owner) {
    this.folder = folder;
    this.options = options;
    this.tokenizer = tokenizer;
    this.network = network;
    this.head = head;
    this.manager = manager;
    this.owner = owner;
  }

  /// Opens `folder` as it describes itself.
  ///
  /// @throws dev.retune.text.ProblemException if the weights or the tokenizer cannot be loaded
  public static LocalEmbedder open(ModelFolder folder) {
    return open(folder, EmbedOptions.defaults());
  }

  /// @throws dev.retune.text.ProblemException if the weights or the tokenizer cannot be loaded, the
  ///   device is not there or cannot compute in this precision
  public static LocalEmbedder open(ModelFolder folder, EmbedOptions options) {
    var device = NativeLibraries.device(options.device());
    PrecisionTrial.check(options.precision(), device);
    var tokenizer = Tokenizer.open(folder);
    var manager = NativeLibraries.root();
    try {
      var network = EncoderNetwork.open(folder, manager, device);
      var head = HeadNetwork.of(folder, manager, device);
      var precision = precision(options.precision(), device, network, tokenizer);
      var exact = options.withPrecision(precision);
      return new LocalEmbedder(folder, exact, tokenizer, network, head, manager, true);
    } catch (RuntimeException e) {
      manager.close();
      tokenizer.close();
      throw e;
    }
  }

  private static Precision precision(
      Precision asked, Device device, EncoderNetwork network, Tokenizer tokenizer) {
    if (asked != Precision.AUTO) {
      return asked;
    }
    var texts = Collections.nCopies(TRIAL_TEXTS, "word ".repeat(TRIAL_TOKENS));
    var batch = tokenizer.encode(texts, TRIAL_TOKENS);
    return PrecisionTrial.fastest(
        device,
        precision -> {
          var options = new ForwardOptions(0, 0, 0, precision, true, false);
          try (var scope = network.manager().newSubManager()) {
            network.infer(scope, batch, options).toFloatArray();
          }
        });
  }

  /// Embeds with a network in training, as its weights are at each call, and the folder's layers
  /// behind the pooling. Closing the embedder leaves the network and the tokenizer open;
  /// [#fingerprint] stays that of the folder.
  public static LocalEmbedder over(
      EncoderNetwork network, Tokenizer tokenizer, ModelFolder folder, EmbedOptions options) {
    return new LocalEmbedder(
        folder, options, tokenizer, network, network.head(folder), NativeLibraries.root(), false);
  }

  @Override
  public String name() {
    return folder.name();
  }

  @Override
  public String fingerprint() {
    var own = folder.fingerprint();
    var exact = options.precision() == Precision.FP32;
    if (prompts().equals(folder.prompts()) && maxTokens() == folder.maxTokens() && exact) {
      return own;
    }
    var rounding = exact ? "" : "\n" + options.precision().name().toLowerCase(Locale.ROOT);
    return Sha256.of(own + "\n" + prompts() + "\n" + maxTokens() + rounding);
  }

  @Override
  public int dimension() {
    return head == null ? network.dimension() : folder.dimension();
  }

  @Override
  public int maxTokens() {
    var limit = options.maxTokens();
    return limit == null ? folder.maxTokens() : Math.min(limit, folder.config().usablePositions());
  }

  @Override
  public Similarity similarity() {
    return Objects.requireNonNullElse(options.similarity(), folder.similarity());
  }

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    progress.begin(Text.of(LocalEmbedder.class, "embedding", texts.size()), texts.size());
    return embed(tokenize(texts, type, progress), type, progress, List::size);
  }

  @Override
  public float[][][] embed(List<String> texts, InputType type, Windows windows, Progress progress) {
    progress.begin(Text.of(LocalEmbedder.class, "embedding", texts.size()), texts.size());
    var prompt = prompts().of(type);
    var tokens =
        inGroups(texts, progress, some -> tokenizer.windows(some, prompt, windows, maxTokens()));
    var rows = tokens.stream().flatMap(List::stream).toList();
    var grouping = new WindowGrouping(tokens.stream().mapToInt(List::size).toArray());
    return grouping.perText(embed(rows, type, progress, grouping::completed));
  }

  /// @param done how many texts are complete with that batch of rows
  private float[][] embed(
      List<Tokens> rows, InputType type, Progress progress, ToIntFunction<List<Integer>> done) {
    var vectors = new float[rows.size()][];
    for (var batch : batches(rows)) {
      progress.checkCancelled();
      embed(rows, batch, type, vectors);
      progress.advance(done.applyAsInt(batch));
    }
    return vectors;
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    return tokenize(texts, type, Progress.none()).stream().mapToInt(Tokens::untruncated).toArray();
  }

  private Prompts prompts() {
    return Objects.requireNonNullElse(options.prompts(), folder.prompts());
  }

  private List<Tokens> tokenize(List<String> texts, InputType type, Progress progress) {
    var prompt = prompts().of(type);
    return inGroups(
        texts,
        progress,
        some -> tokenizer.tokenize(some.stream().map(prompt::concat).toList(), maxTokens()));
  }

  private static <T> List<T> inGroups(
      List<String> texts, Progress progress, Function<List<String>, List<T>> tokenize) {
    var all = new ArrayList<T>(texts.size());
    for (int from = 0; from < texts.size(); from += TOKENIZE_TEXTS) {
      progress.checkCancelled();
      all.addAll(
          tokenize.apply(texts.subList(from, Math.min(texts.size(), from + TOKENIZE_TEXTS))));
    }
    return all;
  }

  /// Longest first: texts of one length pass through attention together, and what does not fit into
  /// memory shows at once.
  private List<List<Integer>> batches(List<Tokens> rows) {
    var order =
        IntStream.range(0, rows.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> -rows.get(i).length()))
            .toList();
    var batches = new ArrayList<List<Integer>>();
    int from = 0;
    while (from < order.size()) {
      var tokens = rows.get(order.get(from)).length();
      int to = from + 1;
      while (to < order.size()
          && to - from < options.batchSize()
          && tokens + rows.get(order.get(to)).length() <= BATCH_TOKENS) {
        tokens += rows.get(order.get(to++)).length();
      }
      batches.add(order.subList(from, to));
      from = to;
    }
    return batches;
  }

  private ForwardOptions forward() {
    return new ForwardOptions(0, 0, 0, options.precision(), folder.normalize(), false);
  }

  /// In two halves where memory does not suffice, and so on down to a single text.
  private void embed(List<Tokens> rows, List<Integer> batch, InputType type, float[][] into) {
    try {
      embedAtOnce(rows, batch, type, into);
    } catch (EngineException e) {
      if (!NativeMemory.exhausted(e) || batch.size() == 1) {
        throw e;
      }
      embed(rows, batch.subList(0, batch.size() / 2), type, into);
      embed(rows, batch.subList(batch.size() / 2, batch.size()), type, into);
    }
  }

  private void embedAtOnce(List<Tokens> rows, List<Integer> batch, InputType type, float[][] into) {
    var packed = TokenBatch.of(batch.stream().map(rows::get).toList());
    turn.lock();
    try (var scope = manager.newSubManager()) {
      var pooled = network.infer(scope, packed, forward());
      var flat = (head == null ? pooled : head.apply(pooled, type)).toFloatArray();
      var dimension = dimension();
      for (int i = 0; i < batch.size(); i++) {
        var vector = new float[dimension];
        System.arraycopy(flat, i * dimension, vector, 0, dimension);
        into[batch.get(i)] = vector;
      }
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (owner) {
        network.close();
        tokenizer.close();
      }
      manager.close();
    } finally {
      turn.unlock();
    }
  }
}
