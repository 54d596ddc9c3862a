package dev.retune.workflow;

import dev.retune.pair.Secret;
import java.util.Map;

/// Keys of language models: from the environment, or typed for this session. Never on disk.
public final class LlmKeys {
  private final Map<String, String> environment;

  LlmKeys(Map<String, String> environment) {
    this.environment = environment;
  }

  /// The key in the variable that the settings name; empty where there is none.
  public Secret of(Settings.LlmEndpoint endpoint) {
    return new Secret(environment.getOrDefault(endpoint.keyVariable(), ""));
  }

  /// Whether the variable that the settings name is set.
  public boolean present(Settings.LlmEndpoint endpoint) {
    return !of(endpoint).isEmpty();
  }
}
