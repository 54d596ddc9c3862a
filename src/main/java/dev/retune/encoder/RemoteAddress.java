package dev.retune.encoder;

import dev.retune.text.Problem;
import java.net.URI;

/// Where a model behind an OpenAI-compatible address is and what is asked of it; `remote.json`.
///
/// @param baseUrl up to and including the version, such as `https://api.openai.com/v1`
/// @param model the address's name of the model
/// @param keyVariable the environment variable that holds the key; the key itself is kept nowhere
/// @param dimension the length of its vectors
/// @param shortened whether that length is asked for, because the model can give several
/// @param maxTokens the longest text that it reads
/// @param prompts put before each text
public record RemoteAddress(
    int schemaVersion,
    String baseUrl,
    String model,
    String keyVariable,
    int dimension,
    boolean shortened,
    int maxTokens,
    Prompts prompts) {

  /// The newest version of `remote.json` that this program knows.
  public static final int SCHEMA = 1;

  /// The variable that OpenAI's own clients read.
  public static final String USUAL_VARIABLE = "OPENAI_API_KEY";

  /// What OpenAI's models read.
  public static final int USUAL_TOKENS = 8191;

  /// The same with other prompts.
  RemoteAddress withPrompts(Prompts other) {
    return new RemoteAddress(
        schemaVersion, baseUrl, model, keyVariable, dimension, shortened, maxTokens, other);
  }

  /// The same with vectors of the length that the model was found to give.
  public RemoteAddress withDimension(int found) {
    return new RemoteAddress(
        schemaVersion, baseUrl, model, keyVariable, found, shortened, maxTokens, prompts);
  }

  /// Where texts are sent to.
  ///
  /// @throws dev.retune.text.ProblemException if the address is none, or holds a name and password,
  ///   which would lie open in the folder
  URI embeddings() {
    try {
      var base = URI.create(baseUrl.strip().replaceAll("/+$", ""));
      var scheme = String.valueOf(base.getScheme());
      var plain = base.getUserInfo() == null && base.getQuery() == null;
      if (base.getHost() != null && plain && (scheme.equals("http") || scheme.equals("https"))) {
        return URI.create(base + "/embeddings");
      }
    } catch (IllegalArgumentException _) {
      // Told below like an address of another kind.
    }
    throw Problem.of(RemoteModel.class, "remote.url", baseUrl).exception();
  }

  /// @throws dev.retune.text.ProblemException if it cannot be called
  void check() {
    embeddings();
    if (model == null
        || model.isBlank()
        || keyVariable == null
        || prompts == null
        || dimension < 1
        || maxTokens < 1) {
      throw Problem.of(RemoteModel.class, "remote.incomplete", String.valueOf(model)).exception();
    }
  }
}
