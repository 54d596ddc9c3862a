package dev.retune.pair;

import dev.retune.endpoint.Secret;
import java.time.Duration;

/// How to reach a language model at an OpenAI-compatible endpoint.
///
/// @param baseUrl up to and including the version, such as `http://localhost:11434/v1`
/// @param model the endpoint's name of the model
/// @param key may be empty, as local servers need none
/// @param parallel requests under way at the same time
/// @param timeout for one request
/// @param attempts how often one request is tried in all, where trying again can help
public record LlmSettings(
    String baseUrl, String model, Secret key, int parallel, Duration timeout, int attempts) {

  public LlmSettings {
    if (parallel < 1 || attempts < 1) {
      throw new IllegalArgumentException("parallel and attempts are at least 1");
    }
  }

  /// Four requests at a time, a minute each, five attempts.
  public static LlmSettings of(String baseUrl, String model, Secret key) {
    return new LlmSettings(baseUrl, model, key, 4, Duration.ofMinutes(1), 5);
  }
}
