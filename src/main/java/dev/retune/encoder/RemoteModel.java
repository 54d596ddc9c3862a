package dev.retune.encoder;

import dev.retune.endpoint.Secret;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.file.Sha256;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A model behind an OpenAI-compatible address: a folder with `remote.json` and, once it was tuned,
/// the layers of its [Head]. Its vectors have length 1.
///
/// The key is nowhere in it, only the name of the environment variable that holds it.
public final class RemoteModel implements Model {
  private static final String FILE = "remote.json";

  private final Path path;
  private final RemoteAddress address;
  private final Head head;

  private RemoteModel(Path path, RemoteAddress address, Head head) {
    this.path = path;
    this.address = address;
    this.head = head;
  }

  /// Whether `folder` holds such a model.
  public static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /// @throws dev.retune.text.ProblemException if a file is damaged or from a newer program
  static RemoteModel read(Path folder) {
    var path = folder.toAbsolutePath().normalize();
    var file = path.resolve(FILE);
    var address = Json.read(file, RemoteAddress.class);
    if (address.schemaVersion() > RemoteAddress.SCHEMA) {
      throw Problem.of(RemoteModel.class, "remote.newer", file).exception();
    }
    address.check();
    var head = FolderLayout.read(path, Pooling.MEAN).head();
    try {
      head.dimension(address.dimension());
    } catch (IllegalArgumentException e) {
      throw Problem.of(FolderLayout.class, "head", path, Reason.of(e)).exception(e);
    }
    return new RemoteModel(path, address, head);
  }

  /// What `address` turns out to give: one word is sent there.
  ///
  /// @param key empty for none
  /// @return the address with the dimension of the vector that came back
  /// @throws dev.retune.text.ProblemException if it cannot be reached or refuses
  public static RemoteAddress tried(RemoteAddress address, String key, Progress progress) {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try (var endpoint = new EmbeddingsEndpoint(client, address, new Secret(key))) {
      return address.withDimension(
          endpoint.embed(List.of("dimension"), progress).getFirst().length);
    }
  }

  /// Writes the folder of a model behind `address`, whole or not at all.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(Path target, RemoteAddress address) {
    address.check();
    FolderSwap.write(target, folder -> ModelFolderWriter.json(folder.resolve(FILE), address));
  }

  @Override
  public void writeWithHead(
      Path target, Prompts prompts, Head other, List<Integer> dimensions, ModelCard card) {
    FolderSwap.write(
        target,
        folder -> {
          ModelFolderWriter.json(folder.resolve(FILE), address.withPrompts(prompts));
          SentenceTransformersFiles.writeHead(folder, other);
          Files.writeString(folder.resolve("README.md"), card.markdown());
        });
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String name() {
    return address.model();
  }

  public RemoteAddress address() {
    return address;
  }

  @Override
  public Prompts prompts() {
    return address.prompts();
  }

  @Override
  public int dimension() {
    return head.dimension(address.dimension());
  }

  @Override
  public int maxTokens() {
    return address.maxTokens();
  }

  @Override
  public boolean normalize() {
    return true;
  }

  @Override
  public Head head() {
    return head;
  }

  @Override
  public Similarity similarity() {
    return Similarity.COSINE;
  }

  /// Over what is asked for: what comes back is the provider's and may change under the same name.
  @Override
  public String fingerprint() {
    return fingerprint(address.prompts());
  }

  String fingerprint(Prompts prompts) {
    var parts =
        new ArrayList<>(
            List.of(
                "remote",
                address.baseUrl(),
                address.model(),
                Integer.toString(address.dimension()),
                prompts.toString()));
    if (!head.isNone()) {
      parts.add(head.fingerprint());
    }
    return Sha256.of(String.join("\n", parts));
  }

  @Override
  public Embedder open(EmbedOptions options, UnaryOperator<Embedder> kept) {
    return open(options, kept, System.getenv(address.keyVariable()));
  }

  Embedder open(EmbedOptions options, UnaryOperator<Embedder> kept, @Nullable String key) {
    var secret = new Secret(Objects.requireNonNullElse(key, ""));
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var bare = head.isNone() ? this : new RemoteModel(path, address, Head.NONE);
    var endpoint = new EmbeddingsEndpoint(client, address, secret);
    var embedder = kept.apply(new RemoteEmbedder(bare, endpoint, options));
    return head.isNone() ? embedder : new HeadEmbedder(embedder, this, options);
  }
}
