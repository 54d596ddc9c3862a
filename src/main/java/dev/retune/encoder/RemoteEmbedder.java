package dev.retune.encoder;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Embeds behind an OpenAI-compatible address, several texts a request, one request at a time.
final class RemoteEmbedder implements Embedder {
  /// So many characters are sent at a time, one text at least: providers bound a request's tokens.
  private static final int REQUEST_CHARACTERS = 200_000;

  /// English has about so many bytes a token with the tokenizers of today.
  private static final int BYTES_A_TOKEN = 4;

  private final RemoteModel model;
  private final EmbeddingsEndpoint endpoint;
  private final EmbedOptions options;

  RemoteEmbedder(RemoteModel model, EmbeddingsEndpoint endpoint, EmbedOptions options) {
    this.model = model;
    this.endpoint = endpoint;
    this.options = options;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public String fingerprint() {
    return model.fingerprint(prompts());
  }

  @Override
  public int dimension() {
    return model.dimension();
  }

  @Override
  public int maxTokens() {
    return model.maxTokens();
  }

  @Override
  public Similarity similarity() {
    return Objects.requireNonNullElse(options.similarity(), model.similarity());
  }

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    progress.begin(Text.of(RemoteEmbedder.class, "embedding", texts.size()), texts.size());
    var vectors = new ArrayList<float[]>(texts.size());
    while (vectors.size() < texts.size()) {
      progress.checkCancelled();
      var request = request(texts.subList(vectors.size(), texts.size()), prompts().of(type));
      vectors.addAll(endpoint.embed(request, progress));
      progress.advance(request.size());
    }
    return vectors.toArray(float[][]::new);
  }

  /// The first of `texts` that fit into one request, each behind `prompt`.
  private List<String> request(List<String> texts, String prompt) {
    var request = new ArrayList<String>();
    var characters = 0;
    for (var text : texts) {
      characters += prompt.length() + text.length();
      if (!request.isEmpty()
          && (characters > REQUEST_CHARACTERS || request.size() >= options.batchSize())) {
        break;
      }
      // An empty text is refused by providers; a blank one is not.
      request.add(prompt.isEmpty() && text.isEmpty() ? " " : prompt + text);
    }
    return request;
  }

  private Prompts prompts() {
    return Objects.requireNonNullElse(options.prompts(), model.prompts());
  }

  /// An estimate from the length in bytes: the tokenizer is not known here.
  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    var prompt = prompts().of(type);
    return texts.stream()
        .mapToInt(
            text -> (prompt + text).getBytes(StandardCharsets.UTF_8).length / BYTES_A_TOKEN + 1)
        .toArray();
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
