package dev.retune.encoder;

import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A sentence-transformers or plain Hugging Face folder, read and checked.
public final class ModelFolder implements Model {
  private final Path path;
  private final FolderLayout layout;
  private final EncoderConfig config;
  private final ModelWeights weights;
  private volatile @Nullable String fingerprint;

  private ModelFolder(Path path, FolderLayout layout, EncoderConfig config, ModelWeights weights) {
    this.path = path;
    this.layout = layout;
    this.config = config;
    this.weights = weights;
  }

  /// Reads the folder's configuration and the names and shapes of its weights. A plain Hugging Face
  /// folder gets mean pooling.
  ///
  /// @throws dev.retune.text.ProblemException if the folder is no encoder of a known family, a file
  ///   is missing or damaged, or a weight is missing or has the wrong shape
  public static ModelFolder read(Path path) {
    return read(path, Pooling.MEAN);
  }

  /// Reads the folder like [#read(Path)].
  ///
  /// @param plainPooling the pooling of a folder that does not say which
  /// @throws dev.retune.text.ProblemException as [#read(Path)]
  public static ModelFolder read(Path path, Pooling plainPooling) {
    var absolute = path.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw Problem.of(ModelFolder.class, "no_folder", path).exception();
    }
    if (RemoteModel.is(absolute)) {
      throw Problem.of(Model.class, "remote.weights", path).exception();
    }
    var layout = FolderLayout.read(absolute, plainPooling);
    var config = ConfigReader.read(layout.transformer());
    if (!Files.isRegularFile(layout.transformer().resolve("tokenizer.json"))) {
      throw Problem.of(ModelFolder.class, "no_tokenizer", path).exception();
    }
    var weights = ModelWeights.open(layout.transformer());
    weights.check(config);
    try {
      layout.head().dimension(config.hidden());
    } catch (IllegalArgumentException e) {
      throw Problem.of(FolderLayout.class, "head", path, Reason.of(e)).exception(e);
    }
    return new ModelFolder(absolute, layout, config, weights);
  }

  /// The folder, absolute.
  @Override
  public Path path() {
    return path;
  }

  /// The folder's name.
  @Override
  public String name() {
    return path.getFileName().toString();
  }

  public EncoderConfig config() {
    return config;
  }

  public Pooling pooling() {
    return layout.pooling();
  }

  /// Whether pooled vectors are scaled to length 1.
  @Override
  public boolean normalize() {
    return layout.normalize();
  }

  /// The same model with pooled vectors that are scaled to length 1, or are not.
  public ModelFolder withNormalize(boolean other) {
    return other == normalize()
        ? this
        : new ModelFolder(path, layout.withNormalize(other), config, weights);
  }

  /// The same model with `other` in place of what follows pooling and normalisation.
  public ModelFolder withHead(Head other) {
    return new ModelFolder(path, layout.withHead(other), config, weights);
  }

  /// What follows pooling and normalisation.
  @Override
  public Head head() {
    return layout.head();
  }

  /// The length of the model's vectors.
  @Override
  public int dimension() {
    return layout.head().dimension(config.hidden());
  }

  @Override
  public Prompts prompts() {
    return layout.prompts();
  }

  /// The longest text in tokens, special tokens and prompt included; longer ones are cut.
  @Override
  public int maxTokens() {
    var limit = layout.sequenceLength();
    return limit == null ? config.usablePositions() : Math.min(limit, config.usablePositions());
  }

  @Override
  public Similarity similarity() {
    return layout.similarity();
  }

  /// SHA-256 over everything that changes a vector: weights, configuration, tokenizer, pooling, the
  /// layers behind it, prompts. Computed at the first call.
  ///
  /// @throws dev.retune.text.ProblemException if a file cannot be read
  @Override
  public String fingerprint() {
    var known = fingerprint;
    if (known == null) {
      known = computeFingerprint();
      fingerprint = known;
    }
    return known;
  }

  private String computeFingerprint() {
    var digest = Sha256.digest();
    try {
      for (var file : weights.files()) {
        digest.update(Sha256.of(file).getBytes(StandardCharsets.UTF_8));
      }
      digest.update(Sha256.of(tokenizerFile()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Problem.of(ModelFolder.class, "read", path, Reason.of(e)).exception(e);
    }
    var settings =
        String.join(
            "\n",
            config.toString(),
            pooling().name(),
            Boolean.toString(normalize()),
            prompts().toString(),
            Integer.toString(maxTokens()),
            Boolean.toString(lowerCase()));
    digest.update(settings.getBytes(StandardCharsets.UTF_8));
    if (!head().isNone()) {
      digest.update(head().fingerprint().getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest.digest());
  }

  /// One weight of the encoder.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be read
  public FloatTensor weight(String name) {
    return weights.read(name);
  }

  /// Reads every weight of the encoder once.
  ///
  /// @throws dev.retune.text.ProblemException if one holds numbers that are infinite or none at all
  public void checkNumbers() {
    WeightNames.of(config).keySet().forEach(weights::read);
  }

  @Override
  public Embedder open(EmbedOptions options, UnaryOperator<Embedder> kept) {
    return LocalEmbedder.open(this, options);
  }

  @Override
  public void writeWithHead(
      Path target, Prompts prompts, Head head, List<Integer> dimensions, ModelCard card) {
    ModelFolderWriter.writeWithHead(target, this, prompts, head, dimensions, card);
  }

  /// The folder that holds `config.json`, weights and tokenizer: usually [#path] itself.
  Path transformer() {
    return layout.transformer();
  }

  Path tokenizerFile() {
    return layout.transformer().resolve("tokenizer.json");
  }

  boolean lowerCase() {
    return layout.lowerCase();
  }

  ModelWeights weights() {
    return weights;
  }
}
